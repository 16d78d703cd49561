using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>Makes fields of entries.</summary>
internal static class Fields
{
    public static EntryField Code<T>(string name, T? value, string? words = null) where T : struct, Enum =>
        value is { } v ? new(name, [EnumSpelling.Of(v)], Words: words) : new(name, []);

    public static EntryField Text(string name, string? value, string? words = null) => value is null ? new(name, []) : new(name, [value], Words: words);

    public static EntryField Date(string name, Edtf? value) => value is null ? new(name, []) : new(name, [value.Value], Words: DateWords.Of(value));

    public static EntryField List(string name, IEnumerable<string> values, string? words = null) => new(name, [.. values], IsList: true, words);

    /// <summary>An actor: its key, and its name to be shown.</summary>
    public static EntryField Actor(string name, string? key, ActorNames names) => key is null ? new(name, []) : new(name, [key], Words: names.Of(key).Text);

    /// <summary>Actors: their keys, and their names to be shown.</summary>
    public static EntryField Actors(string name, ImmutableArray<string> keys, ActorNames names) =>
        new(name, keys, IsList: true, keys.IsDefaultOrEmpty ? null : string.Join(", ", keys.Select(k => names.Of(k).Text)));
}
