using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>Makes fields of entries.</summary>
internal static class Fields
{
    public static EntryField Code<T>(string name, T? value, string? words = null) where T : struct, Enum => Text(name, value is { } v ? EnumSpelling.Of(v) : null, words);

    public static EntryField Text(string name, string? value, string? words = null) => Of(name, FieldKind.Text, value, words);

    public static EntryField Number(string name, int? value, string? words = null) => Of(name, FieldKind.Number, value is { } n ? Words.Number(n) : null, words);

    /// <summary>Whether something is so; for scripts alone.</summary>
    public static EntryField Truth(string name, bool value) => new(name, FieldKind.Truth, [value ? "true" : "false"], "");

    public static EntryField Date(string name, Edtf? value) => Text(name, value?.Value, value is null ? null : DateWords.Of(value));

    public static EntryField List(string name, IEnumerable<string> values) => new(name, FieldKind.List, [.. values]);

    /// <summary>An actor: its key, and its name to be shown.</summary>
    public static EntryField Actor(string name, string? key, ActorNames names) => Text(name, key, key is null ? null : names.Of(key).Text);

    /// <summary>Actors: their keys, and their names to be shown.</summary>
    public static EntryField Actors(string name, ImmutableArray<string> keys, ActorNames names) =>
        new(name, FieldKind.List, keys.IsDefault ? [] : keys, keys.IsDefaultOrEmpty ? null : string.Join(", ", keys.Select(k => names.Of(k).Text)));

    /// <summary>How far a day is from another.</summary>
    public static EntryField Days(string name, DateOnly? day, DateOnly? from)
    {
        var days = day is { } to && from is { } start ? to.DayNumber - start.DayNumber : (int?)null;
        return Number(name, days, days is { } n ? DeadlinesSection.Distance(n) : null);
    }

    private static EntryField Of(string name, FieldKind kind, string? value, string? words) => value is null ? new(name, kind, []) : new(name, kind, [value], words);
}
