using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Ministries, parliaments and courts of states, named by rule: "the Kenyan foreign ministry", "Kenya's Ministry of Foreign Affairs". Rules in <c>data/world/parts.tsv</c>.</summary>
internal sealed class StateParts
{
    private readonly List<(string Form, int Part)> forms = [];
    private readonly List<string> keys = [];
    private readonly Dictionary<(string State, int Part), WorldEntry> entries = [];

    public StateParts(DataFolder data, ImmutableArray<WorldEntry> known)
    {
        var bySlug = known.ToDictionary(entry => entry.Slug, StringComparer.Ordinal);
        foreach (var field in WorldFiles.Rows(data, "world/parts.tsv", 5))
        {
            var part = keys.Count;
            keys.Add(field[0]);
            foreach (var form in field[3].Split(';')) forms.Add((form, part));
            foreach (var own in field[4].Split(';', StringSplitOptions.RemoveEmptyEntries))
                if (own.Split('=') is [var state, var body]) entries[(state, part)] = bySlug[body];
            foreach (var state in known)
                if (state is { Kind: ActorKind.State, Adjectives: [var adjective, ..] }) entries.TryAdd((state.Slug, part), Made(state, adjective, field));
        }

        forms.Sort((a, b) => a.Form.Length != b.Form.Length ? b.Form.Length.CompareTo(a.Form.Length) : string.CompareOrdinal(a.Form, b.Form));
    }

    /// <summary>Entries that stand in no file, made by the rules.</summary>
    public IEnumerable<WorldEntry> Made() => entries.OrderBy(pair => pair.Key.State, StringComparer.Ordinal).ThenBy(pair => pair.Key.Part).Select(pair => pair.Value);

    /// <summary>The part of a state that is named from the state's name or adjective on; null where none is.</summary>
    /// <param name="text">A text.</param>
    /// <param name="start">Where the state is named.</param>
    /// <param name="after">Where its name ends.</param>
    /// <param name="end">Where the search ends.</param>
    /// <param name="state">Slug of the state.</param>
    public NameMatch? At(string text, int start, int after, int end, string state)
    {
        var at = after;
        if (at + 1 < end && text[at] is '\'' or '’' && text[at + 1] == 's') at += 2;
        if (at >= end || text[at] != ' ') return null;
        at++;
        foreach (var (form, part) in forms)
        {
            var stop = at + form.Length;
            if (stop > end || (stop < end && char.IsLetterOrDigit(text[stop]))) continue;
            if (!text.AsSpan(at, form.Length).Equals(form, StringComparison.OrdinalIgnoreCase)) continue;
            return entries.TryGetValue((state, part), out var entry) ? new NameMatch(stop - start, [new Naming(entry, NameSense.Name)], false) : null;
        }

        return null;
    }

    private static WorldEntry Made(WorldEntry state, string adjective, string[] field) => new()
    {
        Slug = $"{state.Slug}-{field[0]}",
        Name = $"{adjective} {field[1]}",
        Kind = ActorKind.Organisation,
        Class = field[2],
        Of = state.Slug,
        Source = "rule",
    };
}
