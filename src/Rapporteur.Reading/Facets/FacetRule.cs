using System.Collections.Immutable;

namespace Rapporteur.Reading;

/// <summary>A way of the language to tell one kind of facet. Kept as data under <c>data/facets</c>; the format is described in <c>docs/facets.md</c>.</summary>
public sealed record FacetRule
{
    /// <summary>Kind and name, such as <c>venue.options</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Kind of the facets.</summary>
    public required string Kind { get; init; }

    /// <summary>Words that evoke it.</summary>
    public ImmutableArray<Trigger> Triggers { get; init; } = [];

    /// <summary>What has to hold around the trigger.</summary>
    public ImmutableArray<FacetTest> Needs { get; init; } = [];

    /// <summary>What must not hold around the trigger.</summary>
    public ImmutableArray<FacetTest> Excludes { get; init; } = [];

    /// <summary>Its fields, in the order in which the kind declares them.</summary>
    public ImmutableArray<FacetSlot> Slots { get; init; } = [];

    /// <summary>How sure its matches are, in [0, 1]; default 0.6.</summary>
    public double Confidence { get; init; } = 0.6;

    /// <summary>Sentences that it has to match and sentences that it must not match.</summary>
    public ImmutableArray<FrameExample> Examples { get; init; } = [];
}

/// <summary>What a field holds.</summary>
public enum FacetFieldType
{
    /// <summary>One stretch of words.</summary>
    Words,
    /// <summary>A list of words, each member for itself.</summary>
    Items,
    /// <summary>Actors.</summary>
    Actors,
    /// <summary>Names of places, each member of a list for itself.</summary>
    Places,
    /// <summary>Newspapers, agencies, broadcasters and platforms.</summary>
    Media,
    /// <summary>A value of a closed list, by sets of lemmas named after the list.</summary>
    Value,
}

/// <summary>A field of a rule.</summary>
/// <param name="Name">Name of the field.</param>
/// <param name="Type">What it holds.</param>
/// <param name="List">Name of the closed list of a value; empty for others.</param>
/// <param name="Places">Where to look for it, in order of preference.</param>
/// <param name="Fixed">The value that the rule itself gives; null for none.</param>
/// <param name="Required">Whether there is no facet without it.</param>
public sealed record FacetSlot(string Name, FacetFieldType Type, string List, ImmutableArray<FacetPlace> Places, string? Fixed, bool Required);

/// <summary>Where words of a field stand: at the end of a path, or in a stretch of the sentence.</summary>
/// <param name="Path">Path along dependencies; null for a stretch.</param>
/// <param name="Stretch">Name of the stretch, such as <c>after</c>; empty for a path.</param>
public sealed record FacetPlace(RolePath? Path, string Stretch);

/// <summary>Something that has to hold around a trigger, or must not.</summary>
/// <param name="Any">Of these one is enough.</param>
public sealed record FacetTest(ImmutableArray<FacetCheck> Any);

/// <summary>A path or property, as frames have them, or a stretch of the sentence that holds one of some words.</summary>
/// <param name="Frame">The path or property; null for a stretch.</param>
/// <param name="Stretch">Name of the stretch, such as <c>right</c>; empty for a path or property.</param>
/// <param name="Lemmas">Lemmas of which the stretch holds one; null for a path or property.</param>
public sealed record FacetCheck(Test? Frame, string Stretch, IReadOnlySet<string>? Lemmas);
