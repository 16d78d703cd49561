using System.Collections.Immutable;

namespace Rapporteur.Domain;

/// <summary>State of a demand as of a day.</summary>
public enum DemandState
{
    /// <summary>It was made, and no answer was read.</summary>
    Open,
    /// <summary>Whom it is made of agreed to the act, or did it.</summary>
    Met,
    /// <summary>Whom it is made of agreed to a part of the act, or did a part.</summary>
    PartlyMet,
    /// <summary>Whom it is made of refused.</summary>
    Refused,
    /// <summary>Who made it makes it no more.</summary>
    Dropped,
}

/// <summary>What one side wants another to do, over all texts that tell it.</summary>
public sealed record Demand : Thread
{
    /// <summary>Key of who makes it.</summary>
    public required string By { get; init; }

    /// <summary>Keys of those of whom it is made, sorted; empty where no text says.</summary>
    public ImmutableArray<string> Addressees { get; init; } = [];

    /// <summary>State as of the day of the snapshot: that of the last answer.</summary>
    public DemandState State { get; init; }

    /// <summary>Claims that answer it, by reported date.</summary>
    public ImmutableArray<RecordedClaim> Answers { get; init; } = [];
}
