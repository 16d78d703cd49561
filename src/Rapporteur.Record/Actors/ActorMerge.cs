using System.Collections.Frozen;
using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>Makes one actor of all that documents say of him.</summary>
internal static class ActorMerge
{
    /// <summary>The actors by key.</summary>
    /// <param name="groups">What documents say of each, in the order of the record.</param>
    /// <param name="key">Key of an actor of a document.</param>
    internal static FrozenDictionary<string, RecordActor> Of(IEnumerable<IGrouping<string, ActorInDocument>> groups, Func<DocumentReading, string, string> key)
    {
        var actors = groups.ToDictionary(g => g.Key, g => Merge(g.Key, [.. g], key), StringComparer.Ordinal);
        return Frozen(actors.Values.Select(a => a with { Party = Party(a, actors) }));
    }

    /// <summary>The actors by key. The same actors lie in the same order, wherever they come from.</summary>
    internal static FrozenDictionary<string, RecordActor> Frozen(IEnumerable<RecordActor> actors) =>
        actors.OrderBy(a => a.Key, StringComparer.Ordinal).ToFrozenDictionary(a => a.Key, StringComparer.Ordinal);

    private static RecordActor Merge(string key, List<ActorInDocument> same, Func<DocumentReading, string, string> keyOf) => new()
    {
        Key = key,
        Name = same.GroupBy(a => a.Actor.Name, StringComparer.Ordinal)
            .OrderByDescending(g => g.Key.Contains(' ', StringComparison.Ordinal) || same[0].Actor.Kind != ActorKind.Person)
            .ThenByDescending(g => g.Count()).ThenByDescending(g => g.Key.Length).ThenBy(g => g.Key, StringComparer.Ordinal).First().Key,
        Kind = same.GroupBy(a => a.Actor.Kind).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).First().Key,
        Role = same.LastOrDefault(a => a.Actor.Role is not null)?.Actor.Role,
        Of = same.Where(a => a.Actor.Of is not null && !Membership.IsOther(a)).Select(a => keyOf(a.Reading, a.Actor.Of!)).Where(of => of != key)
            .GroupBy(of => of, StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).FirstOrDefault()?.Key,
        IsMedium = same.Any(a => a.Actor.IsMedium),
        SurfaceForms = [.. same.SelectMany(a => a.Actor.Mentions.Select(m => m.Slice(a.Reading.Document.Text)).Append(a.Actor.Name))
            .Distinct(StringComparer.Ordinal).Where(Names).Order(StringComparer.Ordinal)],
    };

    // "He" and "their" name nobody; "US" does, since it is in capitals.
    private static bool Names(string form) => !ContentWords.Of(form).IsEmpty || (form.Length > 1 && !form.Any(char.IsLower));

    // The first state on the chain, else the body at its end; a person, a source or a medium stands for no party.
    private static string? Party(RecordActor actor, Dictionary<string, RecordActor> actors)
    {
        if (actor.IsMedium) return null;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var at = actor;
        while (at.Kind != ActorKind.State && seen.Add(at.Key) && at.Of is { } of && actors.TryGetValue(of, out var next)) at = next;
        return at.Kind is ActorKind.Person or ActorKind.Unnamed || at.IsMedium ? null : at.Key;
    }
}
