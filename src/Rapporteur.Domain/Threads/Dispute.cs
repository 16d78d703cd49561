using System.Collections.Immutable;

namespace Rapporteur.Domain;

/// <summary>In what way two accounts differ.</summary>
public enum DisputeKind
{
    /// <summary>They cannot both be so.</summary>
    Contradiction,
    /// <summary>They speak of different things under one name.</summary>
    Scope,
    /// <summary>One came after the other: the position or plan moved.</summary>
    Movement,
    /// <summary>Different parties hold them.</summary>
    DifferentHolders,
    /// <summary>Both stand in one document.</summary>
    WithinDocument,
    /// <summary>It cannot be told.</summary>
    Unclear,
}

/// <summary>Two accounts of one thing, side by side. The program never says which is right.</summary>
/// <param name="Key">Key, the same whatever the order of arrival.</param>
/// <param name="Kind">In what way they differ.</param>
/// <param name="Subject">One line that names what they are about, in words of the claims.</param>
/// <param name="One">The account that was reported first.</param>
/// <param name="Other">The other account.</param>
public sealed record Dispute(string Key, DisputeKind Kind, string Subject, ImmutableArray<RecordedClaim> One, ImmutableArray<RecordedClaim> Other)
{
    /// <summary>What sets the two accounts against each other.</summary>
    public DisputeGround Ground { get; init; }
}
