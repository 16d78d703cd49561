using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>Works out the marks of claims.</summary>
internal static class ClaimMarks
{
    private const int TypeBits = 15;

    private static readonly (ClaimMark Mark, Func<RecordedClaim, bool> Has)[] Each =
    [
        (ClaimMark.Wished, Standing.MayBeWished),
        (ClaimMark.NamesMeeting, MeetingCompanions.NamesMeeting),
        (ClaimMark.Rejoins, MeetingRejoinders.MayRejoin),
        (ClaimMark.Plans, RejoinderDisputes.IsPlan),
        (ClaimMark.Disagrees, RejoinderDisputes.IsAnswer),
        (ClaimMark.Blames, BlameDisputes.MayBlame),
        (ClaimMark.Weighs, BlameDegreeDisputes.MayWeigh),
        (ClaimMark.Counts, PartCountDisputes.MayCount),
        (ClaimMark.WantsFormat, FormatDisputes.IsWishOfFormat),
        (ClaimMark.TellsOrigin, OriginDisputes.MayTell),
        (ClaimMark.OffersToMeet, ReadinessDisputes.OffersToMeet),
        (ClaimMark.ChargesAvoidance, ReadinessDisputes.ChargesAvoidance),
        (ClaimMark.CallsPloy, ReadinessDisputes.CallsPloy),
        (ClaimMark.PlannedBefore, RetreatDisputes.IsPlannedBefore),
        (ClaimMark.TurnsAway, RetreatDisputes.IsTurn),
        (ClaimMark.LeavesVenue, OpenVenueDisputes.IsLeftOpen),
        (ClaimMark.SettlesVenue, OpenVenueDisputes.IsSettled),
        (ClaimMark.Expects, ProspectDisputes.MayExpect),
        (ClaimMark.Judges, OutlookDisputes.MayJudge),
        (ClaimMark.Measures, ExtentDisputes.MayMeasure),
        (ClaimMark.Unfulfilled, OtherTargetDisputes.IsUnfulfilledThreat),
        (ClaimMark.TakesBack, DeadlineEndings.MayTakeBack),
        (ClaimMark.Drops, DemandThreads.MayDrop),
        (ClaimMark.NamesGuarantee, GuaranteeThreads.MaySpeak),
        (ClaimMark.DeniesFormat, FormatDenialDisputes.Denies),
    ];

    /// <summary>The type that marks hold.</summary>
    internal static ClaimType Type(this ClaimMark marks) => (ClaimType)((int)marks & TypeBits);

    /// <summary>Marks of the claims of one reading, in their order.</summary>
    internal static ClaimMark[] Of(IReadOnlyList<RecordedClaim> claims)
    {
        var marks = new ClaimMark[claims.Count];
        for (var i = 0; i < marks.Length; i++)
        {
            var claim = claims[i];
            marks[i] = (ClaimMark)(int)claim.Claim.Type;
            if (i > 0 && Sayings.SameSentence(claims[i - 1], claim)) marks[i] |= ClaimMark.SameSentence;
            foreach (var (mark, has) in Each)
                if (has(claim)) marks[i] |= mark;
        }

        for (var first = 0; first < marks.Length;)
        {
            var end = first + 1;
            while (end < marks.Length && marks[end].HasFlag(ClaimMark.SameSentence)) end++;
            for (var i = first; i < end; i++)
                if (Accounts.MayBeTold(claims[i].Claim) && Enumerable.Range(first, end - first).Any(s => Accounts.Tells(claims[s].Claim, claims[i].Claim))) marks[i] |= ClaimMark.Told;
            first = end;
        }

        return marks;
    }
}
