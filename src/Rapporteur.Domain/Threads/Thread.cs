using System.Collections.Immutable;

namespace Rapporteur.Domain;

/// <summary>Claims of one or several texts about the same thing. Its state is a fold over them as of a day.</summary>
public abstract record Thread
{
    /// <summary>Key, the same for the same set of documents whatever their order.</summary>
    public required string Key { get; init; }

    /// <summary>One line that names it, made of the actors, form, time and place that its claims give.</summary>
    public required string Name { get; init; }

    /// <summary>Its claims, by reported date, then document, then span.</summary>
    public required ImmutableArray<RecordedClaim> Claims { get; init; }

    /// <summary>Claims of other types about the same thing (statements, offers, refusals, conditions), in the same order; they stand in the same sentence or name the same participants.</summary>
    public ImmutableArray<RecordedClaim> Companions { get; init; } = [];

    /// <summary>The ruling that set its state; null where the state follows from its claims.</summary>
    public Ruling? Ruling { get; init; }
}

/// <summary>What one party says of a meeting.</summary>
/// <param name="Party">Key of the party whose account it is; <see cref="Actor.Narrator"/> for the reporters' own voice.</param>
/// <param name="State">The last state by this account.</param>
/// <param name="Claims">The claims of this account in order.</param>
public sealed record MeetingLane(string Party, ClaimStatus? State, ImmutableArray<RecordedClaim> Claims);

/// <summary>A meeting, talks, summit, call or visit, with a lane for each party's account.</summary>
public sealed record Meeting : Thread
{
    /// <summary>Keys of those who take part, sorted.</summary>
    public ImmutableArray<string> Participants { get; init; } = [];

    /// <summary>Its form.</summary>
    public MeetingForm? Form { get; init; }

    /// <summary>When it is, was or is to be, by the last claim that says so.</summary>
    public Edtf? When { get; init; }

    /// <summary>Places named for it, in order of first mention.</summary>
    public ImmutableArray<string> Venues { get; init; } = [];

    /// <summary>Overall state by the last claim in time; null where no claim gives one.</summary>
    public ClaimStatus? State { get; init; }

    /// <summary>Accounts, one a party.</summary>
    public ImmutableArray<MeetingLane> Lanes { get; init; } = [];
}

/// <summary>State of a deadline as of a day.</summary>
public enum DeadlineState
{
    /// <summary>The day has not come.</summary>
    Pending,
    /// <summary>The act was reported.</summary>
    Met,
    /// <summary>A part of the act was reported.</summary>
    PartlyMet,
    /// <summary>The day passed and no action was reported in what was read.</summary>
    Lapsed,
    /// <summary>A later claim moved the date.</summary>
    Extended,
    /// <summary>A later claim put another in its place.</summary>
    Superseded,
    /// <summary>The setter took it back.</summary>
    Withdrawn,
    /// <summary>Nobody can tell: no date, or too little read.</summary>
    Unknown,
}

/// <summary>A date by which somebody has to act or decide.</summary>
public sealed record Deadline : Thread
{
    /// <summary>Key of who set it; null where no text says.</summary>
    public string? SetBy { get; init; }

    /// <summary>Keys of those who have to act, sorted.</summary>
    public ImmutableArray<string> Addressees { get; init; } = [];

    /// <summary>By when.</summary>
    public Edtf? Due { get; init; }

    /// <summary>Whether setter and addressee are the same.</summary>
    public bool SelfSet { get; init; }

    /// <summary>State as of the day of the snapshot.</summary>
    public DeadlineState State { get; init; }

    /// <summary>For a deadline whose day has passed without a reported act: what was read since; null otherwise.</summary>
    public Coverage? Coverage { get; init; }

    /// <summary>The claims of others or of later days by which it was met, partly met, taken back or given up, by reported date; empty where its state follows from its own claims and the day.</summary>
    public ImmutableArray<RecordedClaim> Ended { get; init; } = [];

    /// <summary>Key of the deadline that took its place; null where none did.</summary>
    public string? ReplacedBy { get; init; }

    /// <summary>Key of the next deadline by the same setter with the same harm in view, set after this one was let pass; null where there is none. The state stays.</summary>
    public string? SucceededBy { get; init; }

    /// <summary>The state in words. A deadline that lapsed reads "lapsed, no action reported": that nothing was read is no proof that nothing happened.</summary>
    public string StateInWords => State switch
    {
        DeadlineState.Pending => "pending",
        DeadlineState.Met => "met",
        DeadlineState.PartlyMet => "partly met",
        DeadlineState.Lapsed => "lapsed, no action reported",
        DeadlineState.Extended => "extended",
        DeadlineState.Superseded => ReplacedBy is null ? "superseded, no date named in its place" : "superseded",
        DeadlineState.Withdrawn => "withdrawn",
        _ => Coverage is null ? "unknown, no date" : "unknown, too little read",
    };
}

/// <summary>A sanction, tariff, embargo, aid, delivery, deployment or release.</summary>
public sealed record Measure : Thread
{
    /// <summary>Key of who takes it; null where no text says.</summary>
    public string? By { get; init; }

    /// <summary>Keys of those it is aimed at, sorted.</summary>
    public ImmutableArray<string> Targets { get; init; } = [];

    /// <summary>Its kind; null where no text says.</summary>
    public string? Kind { get; init; }

    /// <summary>State by the last claim.</summary>
    public ClaimStatus? State { get; init; }
}

/// <summary>State of a commitment as of a day.</summary>
public enum CommitmentState
{
    /// <summary>It waits for its condition.</summary>
    Dormant,
    /// <summary>It was made and no outcome was read.</summary>
    Open,
    /// <summary>It was reported as done.</summary>
    Kept,
    /// <summary>It was reported as not done.</summary>
    Broken,
}

/// <summary>A promise, pledge or plan.</summary>
public sealed record Commitment : Thread
{
    /// <summary>Key of who made it; null where no text says.</summary>
    public string? By { get; init; }

    /// <summary>State as of the day of the snapshot.</summary>
    public CommitmentState State { get; init; }

    /// <summary>Evidence with words that name the condition it waits for; null when unconditional.</summary>
    public RecordedClaim? Condition { get; init; }

    /// <summary>What texts say became of it, in the order of the record; empty where nothing was read.</summary>
    public ImmutableArray<PromiseAccount> Accounts { get; init; } = [];
}
