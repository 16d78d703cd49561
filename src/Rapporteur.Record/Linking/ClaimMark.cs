namespace Rapporteur.Record;

/// <summary>What can be said of a claim from its own text and the sentence around it, whoever its actors are in the record. The four lowest bits hold its type.
/// Marks are worked out once for a reading and lie in its short form, so that a fold looks at the few claims that a thread or dispute can rest on.</summary>
[Flags]
internal enum ClaimMark
{
    /// <summary>Nothing but the type.</summary>
    None = 0,
    /// <summary>The claim before it stands in the same sentence.</summary>
    SameSentence = 1 << 4,
    /// <summary>The words before it make it a wish, or leave it open (<see cref="Standing"/>).</summary>
    Wished = 1 << 5,
    /// <summary>It stands inside words attributed to somebody (<see cref="Accounts"/>).</summary>
    Told = 1 << 6,
    /// <summary>Its own words name a meeting (<see cref="MeetingCompanions"/>).</summary>
    NamesMeeting = 1 << 7,
    /// <summary>It refuses what the sentence before names (<see cref="MeetingRejoinders"/>).</summary>
    Rejoins = 1 << 8,
    /// <summary>A plan to meet (<see cref="RejoinderDisputes"/>).</summary>
    Plans = 1 << 9,
    /// <summary>Says that nothing is agreed (<see cref="RejoinderDisputes"/>).</summary>
    Disagrees = 1 << 10,
    /// <summary>Blames for a failure (<see cref="BlameDisputes"/>).</summary>
    Blames = 1 << 11,
    /// <summary>Blames alone or more than another (<see cref="BlameDegreeDisputes"/>).</summary>
    Weighs = 1 << 12,
    /// <summary>Counts parts of a plan (<see cref="PartCountDisputes"/>).</summary>
    Counts = 1 << 13,
    /// <summary>Wants a meeting in a format (<see cref="FormatDisputes"/>).</summary>
    WantsFormat = 1 << 14,
    /// <summary>Says whose idea something was (<see cref="OriginDisputes"/>).</summary>
    TellsOrigin = 1 << 15,
    /// <summary>Offers to meet (<see cref="ReadinessDisputes"/>).</summary>
    OffersToMeet = 1 << 16,
    /// <summary>Charges somebody with avoiding a meeting (<see cref="ReadinessDisputes"/>).</summary>
    ChargesAvoidance = 1 << 17,
    /// <summary>Calls an offer a ploy (<see cref="ReadinessDisputes"/>).</summary>
    CallsPloy = 1 << 18,
    /// <summary>A meeting planned at an earlier time (<see cref="RetreatDisputes"/>).</summary>
    PlannedBefore = 1 << 19,
    /// <summary>Takes distance from a meeting (<see cref="RetreatDisputes"/>).</summary>
    TurnsAway = 1 << 20,
    /// <summary>Leaves a venue open (<see cref="OpenVenueDisputes"/>).</summary>
    LeavesVenue = 1 << 21,
    /// <summary>Settles or names a venue (<see cref="OpenVenueDisputes"/>).</summary>
    SettlesVenue = 1 << 22,
    /// <summary>Expects or doubts (<see cref="ProspectDisputes"/>).</summary>
    Expects = 1 << 23,
    /// <summary>Judges talks (<see cref="OutlookDisputes"/>).</summary>
    Judges = 1 << 24,
    /// <summary>Says how much somebody is to bear (<see cref="ExtentDisputes"/>).</summary>
    Measures = 1 << 25,
    /// <summary>A threat that was not carried out (<see cref="OtherTargetDisputes"/>).</summary>
    Unfulfilled = 1 << 26,
    /// <summary>Its sentence takes a deadline back (<see cref="DeadlineEndings"/>).</summary>
    TakesBack = 1 << 27,
    /// <summary>A demand that its sentence drops (<see cref="DemandThreads"/>).</summary>
    Drops = 1 << 28,
    /// <summary>Its own words name guarantees of security (<see cref="GuaranteeThreads"/>).</summary>
    NamesGuarantee = 1 << 29,
    /// <summary>Denies or refuses a meeting by its format (<see cref="FormatDenialDisputes"/>).</summary>
    DeniesFormat = 1 << 30,
}
