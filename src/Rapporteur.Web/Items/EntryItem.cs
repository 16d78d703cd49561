using System.Collections.Immutable;
using Rapporteur.Domain;
using Rapporteur.Publishing;

namespace Rapporteur.Web;

/// <summary>A field of an entry.</summary>
/// <param name="Name">Name, in camel case.</param>
/// <param name="Values">Values as files spell them.</param>
/// <param name="Shown">What is shown; null where nothing is.</param>
public sealed record FieldItem(string Name, ImmutableArray<string> Values, string? Shown);

/// <summary>An account within an entry.</summary>
/// <param name="Party">Key of the party; null where none is named.</param>
/// <param name="Name">Its name.</param>
/// <param name="Fields">What it says.</param>
/// <param name="Claims">The first of the claims that say so.</param>
/// <param name="Count">How many there are.</param>
public sealed record PartItem(string? Party, string Name, ImmutableArray<FieldItem> Fields, ImmutableArray<ClaimItem> Claims, int Count);

/// <summary>A thing of the record as lists show it.</summary>
/// <param name="Kind">Meeting, deadline, dispute, change …</param>
/// <param name="Key">Its key.</param>
/// <param name="Name">One line that names it.</param>
/// <param name="Heading">How it is headed.</param>
/// <param name="Fields">Its fields.</param>
/// <param name="Parts">Accounts or sides.</param>
/// <param name="Claims">The first of the claims on which it rests.</param>
/// <param name="Count">How many there are.</param>
public sealed record EntryItem(string Kind, string Key, string Name, string Heading, ImmutableArray<FieldItem> Fields, ImmutableArray<PartItem> Parts, ImmutableArray<ClaimItem> Claims, int Count)
{
    /// <summary>An entry of a listing.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="view">The record as it is shown.</param>
    /// <param name="most">How many claims of each account are given.</param>
    public static EntryItem Of(Entry entry, RecordView view, int most) => new(
        entry.Kind,
        entry.Key,
        entry.Name,
        entry.Heading ?? entry.Name,
        Items(entry.Fields),
        [.. entry.Parts.Select(p => new PartItem(p.Party, p.Name, Items(p.Fields), Items(p.Claims, view, most), p.Claims.Length))],
        Items(entry.Claims, view, most),
        entry.Claims.Length);

    /// <summary>A field by its name; null where the kind has none.</summary>
    public FieldItem? this[string field] => Fields.FirstOrDefault(f => f.Name == field);

    /// <summary>What is shown of a field; null where nothing is.</summary>
    public string? Shown(string field) => this[field]?.Shown;

    /// <summary>The code of a field; null where it has none.</summary>
    public string? Code(string field) => this[field] is { Values: [var code, ..] } ? code : null;

    private static ImmutableArray<FieldItem> Items(ImmutableArray<EntryField> fields) => [.. fields.Select(f => new FieldItem(f.Name, f.Values.IsDefault ? [] : f.Values, f.Shown))];

    private static ImmutableArray<ClaimItem> Items(ImmutableArray<RecordedClaim> claims, RecordView view, int most) => [.. claims.Take(most).Select(c => ClaimItem.Of(c, view))];
}
