using System.Collections.Immutable;

namespace Rapporteur.Domain;

/// <summary>How a ruling stands in a snapshot.</summary>
public enum RulingStanding
{
    /// <summary>It holds.</summary>
    Stands,
    /// <summary>It holds, and a later reading of the same text says otherwise: both are shown.</summary>
    Disagrees,
    /// <summary>Another ruling on the same thing says otherwise and neither follows the other: neither holds until somebody rules again.</summary>
    Conflict,
    /// <summary>What it is about is not in the record, or not as of the day.</summary>
    Absent,
}

/// <summary>A ruling as it stands in a snapshot. Rulings that others follow are not listed.</summary>
public sealed record AppliedRuling
{
    /// <summary>The ruling.</summary>
    public required Ruling Ruling { get; init; }

    /// <summary>How it stands.</summary>
    public required RulingStanding Standing { get; init; }

    /// <summary>Why, in the words of the author; null where none were given.</summary>
    public string? Reason { get; init; }

    /// <summary>The date, state, grade or remark of a verdict that has one.</summary>
    public string? Value { get; init; }

    /// <summary>What it is about, to be shown: the words of the claim, the source of the document, the names of the actors.</summary>
    public string Subject { get; init; } = "";

    /// <summary>The claim as ruled; for a rejection as read. Null for verdicts on other things, and where it is absent.</summary>
    public RecordedClaim? Claim { get; init; }

    /// <summary>What the reader says now, where it disagrees; null where it does not find the claim any more.</summary>
    public RecordedClaim? Reading { get; init; }

    /// <summary>Names of the fields in which <see cref="Reading"/> differs, as the interchange format spells them; <c>claim</c> alone where it is not found any more.</summary>
    public ImmutableArray<string> Fields { get; init; } = [];

    /// <summary>Ids of the rulings that say otherwise, for <see cref="RulingStanding.Conflict"/>.</summary>
    public ImmutableArray<string> Against { get; init; } = [];
}
