using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>One thing of the record as a list shows it: a meeting, deadline, measure, commitment, position, dispute or change.</summary>
public sealed record Entry
{
    /// <summary>What it is, in the spelling of files: <c>meeting</c>, <c>deadline</c>, …</summary>
    public required string Kind { get; init; }

    /// <summary>Key of the thing in the record.</summary>
    public required string Key { get; init; }

    /// <summary>One line that names it.</summary>
    public required string Name { get; init; }

    /// <summary>How it is headed for people; null for its name.</summary>
    public string? Heading { get; init; }

    /// <summary>Its fields in their order, empty ones included, so that every entry of a kind has the same ones.</summary>
    public ImmutableArray<EntryField> Fields { get; init; } = [];

    /// <summary>Accounts of a meeting or sides of a dispute.</summary>
    public ImmutableArray<EntryPart> Parts { get; init; } = [];

    /// <summary>Claims that it rests on and that no part holds.</summary>
    public ImmutableArray<RecordedClaim> Claims { get; init; } = [];
}

/// <summary>What the values of a field are.</summary>
public enum FieldKind
{
    /// <summary>Text, at most one.</summary>
    Text,
    /// <summary>A whole number, at most one.</summary>
    Number,
    /// <summary><c>true</c> or <c>false</c>.</summary>
    Truth,
    /// <summary>Any number of texts: a list in JSON, also of one.</summary>
    List,
}

/// <summary>A field of an entry.</summary>
/// <param name="Name">Name in JSON, in camel case.</param>
/// <param name="Kind">What its values are.</param>
/// <param name="Values">Values as files spell them; none where nothing is known.</param>
/// <param name="Words">What a reader is told in their place; null where the values say it, empty where the field is for scripts alone.</param>
public sealed record EntryField(string Name, FieldKind Kind, ImmutableArray<string> Values, string? Words = null)
{
    /// <summary>What is shown; null where nothing is known or nothing is to be shown.</summary>
    public string? Shown => Words is { } words ? (words.Length > 0 ? words : null) : Values.IsDefaultOrEmpty ? null : string.Join(", ", Values);
}

/// <summary>One account within an entry.</summary>
/// <param name="Party">Key of the party whose account it is; null where none is named.</param>
/// <param name="Name">Its name.</param>
/// <param name="Fields">What this account says.</param>
/// <param name="Claims">The claims that say so.</param>
public sealed record EntryPart(string? Party, string Name, ImmutableArray<EntryField> Fields, ImmutableArray<RecordedClaim> Claims);
