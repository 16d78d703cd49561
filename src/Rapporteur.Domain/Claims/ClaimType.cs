namespace Rapporteur.Domain;

/// <summary>What a claim says that happened; defined in <c>docs/formats/claims.md</c>.</summary>
public enum ClaimType
{
    /// <summary>Words, thoughts or beliefs attributed to somebody.</summary>
    Statement,
    /// <summary>Wants another to do something.</summary>
    Demand,
    /// <summary>Proposes, is ready to do, puts forward a plan.</summary>
    Offer,
    /// <summary>Promises, pledges, plans to do.</summary>
    Commitment,
    /// <summary>Announces a harmful act, mostly on a condition.</summary>
    Threat,
    /// <summary>Agrees to, accepts, signs.</summary>
    Acceptance,
    /// <summary>Refuses, rules out, calls unacceptable.</summary>
    Rejection,
    /// <summary>Says that a reported fact or accusation is untrue.</summary>
    Denial,
    /// <summary>Blames, accuses.</summary>
    Accusation,
    /// <summary>One thing has to come before another.</summary>
    Condition,
    /// <summary>A date by which somebody has to act or decide.</summary>
    Deadline,
    /// <summary>Meeting, talks, summit, call or visit.</summary>
    Meeting,
    /// <summary>Sanction, tariff, embargo, aid, arms, deployment, release.</summary>
    Measure,
    /// <summary>Fighting and other events on the ground.</summary>
    Incident,
    /// <summary>A judgement on aims, chances or the state of the talks.</summary>
    Assessment,
}

/// <summary>Whether the text affirms or negates the act.</summary>
public enum Polarity
{
    /// <summary>Affirmed.</summary>
    Positive,
    /// <summary>Negated.</summary>
    Negative,
}

/// <summary>How sure the text makes the act.</summary>
public enum Modality
{
    /// <summary>Told as a fact or said outright.</summary>
    Certain,
    /// <summary>Likely by the words of the text.</summary>
    Probable,
    /// <summary>May, might, could.</summary>
    Possible,
    /// <summary>Only in an imagined case.</summary>
    Hypothetical,
    /// <summary>Background, before this phase of the talks.</summary>
    Historical,
}

/// <summary>Whose voice carries the claim.</summary>
public enum Voice
{
    /// <summary>The reporter.</summary>
    Reporter,
    /// <summary>A party to the negotiation or its named representative.</summary>
    Party,
    /// <summary>A named official of another body.</summary>
    Official,
    /// <summary>A source without a name.</summary>
    Anonymous,
    /// <summary>An expert or commentator.</summary>
    Expert,
    /// <summary>A document.</summary>
    Document,
}

/// <summary>How words are quoted.</summary>
public enum Quotation
{
    /// <summary>In quotation marks throughout, or printed as spoken (the turn of a transcript).</summary>
    Direct,
    /// <summary>Without quotation marks.</summary>
    Indirect,
    /// <summary>Partly in quotation marks.</summary>
    Mixed,
}

/// <summary>Form of a meeting.</summary>
public enum MeetingForm
{
    /// <summary>A meeting.</summary>
    Meeting,
    /// <summary>Talks or negotiations.</summary>
    Talks,
    /// <summary>A meeting of leaders.</summary>
    Summit,
    /// <summary>By telephone or video.</summary>
    Call,
    /// <summary>A visit.</summary>
    Visit,
}

/// <summary>State of a meeting or of a measure by one claim.</summary>
public enum ClaimStatus
{
    /// <summary>Meeting: spoken of as possible.</summary>
    Floated,
    /// <summary>Meeting: put forward by somebody.</summary>
    Proposed,
    /// <summary>Meeting: demanded by somebody (<c>called-for</c>).</summary>
    CalledFor,
    /// <summary>Meeting: agreed in principle.</summary>
    Agreed,
    /// <summary>Meeting: set for a time or place.</summary>
    Scheduled,
    /// <summary>Meeting: going on.</summary>
    Ongoing,
    /// <summary>Meeting: took place.</summary>
    Held,
    /// <summary>Meeting: put off.</summary>
    Postponed,
    /// <summary>Meeting: called off after it was agreed.</summary>
    Cancelled,
    /// <summary>Meeting: a party disputes it.</summary>
    Denied,
    /// <summary>Measure: urged by somebody else.</summary>
    Urged,
    /// <summary>Measure: threatened.</summary>
    Threatened,
    /// <summary>Measure: planned.</summary>
    Planned,
    /// <summary>Measure: in force.</summary>
    Imposed,
    /// <summary>Measure: aid or arms handed over, prisoners released.</summary>
    Given,
    /// <summary>Measure: taken back.</summary>
    Lifted,
    /// <summary>Measure: run out.</summary>
    Ended,
}
