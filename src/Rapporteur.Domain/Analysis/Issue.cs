using System.Collections.Immutable;

namespace Rapporteur.Domain;

/// <summary>A question on which the parties take positions.</summary>
/// <param name="Key">Key: the code of the vocabulary or of the dossier, such as <c>ceasefire</c>.</param>
/// <param name="Name">Name to show.</param>
public sealed record Issue(string Key, string Name)
{
    /// <summary>Whether its options lie on a scale, in the order of <see cref="Options"/>; else they are only different.</summary>
    public bool IsOrdered { get; init; }

    /// <summary>Its options: by the scale, else by key.</summary>
    public ImmutableArray<Option> Options { get; init; } = [];

    /// <summary>Whether a firm position excludes every option, and not all of one party.</summary>
    public bool IsEmpty => !Options.IsEmpty && Options.All(o => !o.Exclusions.IsEmpty) && Options.SelectMany(o => o.Exclusions).Select(e => e.Party).Distinct(StringComparer.Ordinal).Skip(1).Any();
}

/// <summary>One way in which an issue could be settled.</summary>
/// <param name="Key">Key, unique within the issue.</param>
/// <param name="Name">Words of the texts that name it.</param>
public sealed record Option(string Key, string Name)
{
    /// <summary>Who wants, offers or accepts it, and by which claims.</summary>
    public ImmutableArray<Position> Positions { get; init; } = [];

    /// <summary>Firm positions that leave no room for it.</summary>
    public ImmutableArray<Exclusion> Exclusions { get; init; } = [];
}

/// <summary>A firm position that leaves no room for an option.</summary>
/// <param name="Party">Key of whose position it is.</param>
/// <param name="Claims">The claims that state the position.</param>
/// <param name="Inference">Why it excludes the option, where the words do not say it of this option; null where they do.</param>
public sealed record Exclusion(string Party, ImmutableArray<RecordedClaim> Claims, Inference? Inference)
{
    /// <summary>Key of the position; one position may exclude several options.</summary>
    public required string Stance { get; init; }
}
