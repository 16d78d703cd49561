using System.Collections.Immutable;
using System.Collections.ObjectModel;
using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>A way of the language to say one type of claim: words that evoke it, and where its roles stand around them.
/// Kept as data under <c>data/frames</c>; the format is described in <c>docs/claims.md</c>.</summary>
public sealed record Frame
{
    /// <summary>Type and name, such as <c>demand.urge</c>; the rule that a claim names.</summary>
    public required string Id { get; init; }

    /// <summary>Type of the claims.</summary>
    public required ClaimType Type { get; init; }

    /// <summary>Words that evoke it.</summary>
    public ImmutableArray<Trigger> Triggers { get; init; } = [];

    /// <summary>What has to hold around the trigger.</summary>
    public ImmutableArray<Test> Needs { get; init; } = [];

    /// <summary>What must not hold around the trigger.</summary>
    public ImmutableArray<Test> Excludes { get; init; } = [];

    /// <summary>Where each role stands, by the name of the field.</summary>
    public ImmutableArray<Role> Roles { get; init; } = [];

    /// <summary>Fixed values by the name of the field: <c>status</c>, <c>form</c>, <c>kind</c>, <c>polarity</c>, <c>modality</c>.</summary>
    public IReadOnlyDictionary<string, string> Fixed { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>Kinds of measure or incident that hold under a test instead of the fixed one; the first whose test holds counts.</summary>
    public ImmutableArray<KindTest> Kinds { get; init; } = [];

    /// <summary>Share of its matches that are right, in [0, 1]; default 0.6.</summary>
    public double Confidence { get; init; } = 0.6;

    /// <summary>Sentences that it has to match and sentences that it must not match.</summary>
    public ImmutableArray<FrameExample> Examples { get; init; } = [];

    /// <summary>The role of a field; null where the frame has none.</summary>
    /// <param name="name">Name of the field, such as <c>what</c>.</param>
    public Role? this[string name]
    {
        get
        {
            foreach (var role in Roles)
                if (role.Name == name) return role;
            return null;
        }
    }
}

/// <summary>A word that evokes a frame.</summary>
/// <param name="Lemma">Its lemma, lower case.</param>
/// <param name="Part">Its part of speech: <c>V</c> verb, <c>N</c> noun, <c>A</c> adjective, <c>R</c> adverb, <c>X</c> auxiliary, <c>P</c> preposition or conjunction, <c>*</c> any.</param>
public readonly record struct Trigger(string Lemma, char Part);

/// <summary>Something that can hold of a trigger: a path that leads somewhere, or a property.</summary>
/// <param name="Path">The path; null for a property.</param>
/// <param name="Property">Name of the property, such as <c>negated</c>; null for a path.</param>
public sealed record Test(RolePath? Path, string? Property)
{
    /// <summary>As the frame's file spells it.</summary>
    public string Spelling => Path?.Spelling ?? $"[{Property}]";
}

/// <summary>A kind of measure or incident under a test: "pull troops back" is no deployment.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="When">What has to hold around the trigger.</param>
public sealed record KindTest(string Kind, Test When);

/// <summary>Where the words of a role stand.</summary>
/// <param name="Name">Name of the field.</param>
/// <param name="Path">Where to go from the trigger.</param>
/// <param name="Required">Whether there is no claim without it.</param>
public sealed record Role(string Name, RolePath Path, bool Required);

/// <summary>A sentence with what a frame has to read in it.</summary>
/// <param name="Text">The sentence, in our own words.</param>
/// <param name="Positive">Whether the frame has to match.</param>
/// <param name="Expected">What it has to find, as written: <c>by=France; what=return</c>; empty for nothing in particular.</param>
public sealed record FrameExample(string Text, bool Positive, string Expected)
{
    /// <summary>Expected values with the name of their field; actors by name, spans by their words.</summary>
    public IEnumerable<(string Field, string Value)> Fields
    {
        get
        {
            foreach (var part in Expected.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                var equals = part.IndexOf('=', StringComparison.Ordinal);
                yield return (part[..equals].Trim(), part[(equals + 1)..].Trim());
            }
        }
    }
}
