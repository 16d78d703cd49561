using System.Collections.Frozen;
using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>Makes one actor of all that documents say of him.</summary>
internal static class ActorMerge
{
    /// <summary>The actors by key.</summary>
    /// <param name="all">What documents say of them, in the order of the record, each with its key.</param>
    /// <param name="key">Key of an actor of a document.</param>
    internal static FrozenDictionary<string, RecordActor> Of(List<ActorInDocument> all, Func<DocumentReading, string, string> key)
    {
        var groups = all.GroupBy(a => a.Key, StringComparer.Ordinal).Select(g => g.ToList()).ToArray();
        var merged = new RecordActor[groups.Length];
        Parallel.For(0, groups.Length, i => merged[i] = Merge(groups[i], key));
        var actors = merged.ToDictionary(a => a.Key, StringComparer.Ordinal);
        return Frozen(merged.Select(a => a with { Party = Party(a, actors) }));
    }

    /// <summary>The actors by key. The same actors lie in the same order, wherever they come from.</summary>
    internal static FrozenDictionary<string, RecordActor> Frozen(IEnumerable<RecordActor> actors) =>
        actors.OrderBy(a => a.Key, StringComparer.Ordinal).ToFrozenDictionary(a => a.Key, StringComparer.Ordinal);

    private static RecordActor Merge(List<ActorInDocument> same, Func<DocumentReading, string, string> keyOf)
    {
        var key = same[0].Key;
        return new()
        {
            Key = key,
            Name = Counted(same.Select(a => a.Actor.Name))
                .OrderByDescending(n => n.Key.Contains(' ', StringComparison.Ordinal) || same[0].Actor.Kind != ActorKind.Person)
                .ThenByDescending(n => n.Value).ThenByDescending(n => n.Key.Length).ThenBy(n => n.Key, StringComparer.Ordinal).First().Key,
            Kind = same.CountBy(a => a.Actor.Kind).OrderByDescending(k => k.Value).ThenBy(k => k.Key).First().Key,
            Role = same.FindLast(a => a.Actor.Role is not null)?.Actor.Role,
            Of = Counted(same.Where(a => a.Actor.Of is not null && !Membership.IsOther(a)).Select(a => keyOf(a.Reading, a.Actor.Of!)).Where(of => of != key))
                .OrderByDescending(o => o.Value).ThenBy(o => o.Key, StringComparer.Ordinal).FirstOrDefault().Key,
            IsMedium = same.Exists(a => a.Actor.IsMedium),
            SurfaceForms = [.. Forms(same).Where(Names).Order(StringComparer.Ordinal)],
        };
    }

    private static IEnumerable<KeyValuePair<string, int>> Counted(IEnumerable<string> names) => names.CountBy(name => name, StringComparer.Ordinal);

    // Every spelling once; most come again and again.
    private static HashSet<string> Forms(List<ActorInDocument> same)
    {
        var forms = new HashSet<string>(StringComparer.Ordinal);
        var letters = forms.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var actor in same)
        {
            forms.Add(actor.Actor.Name);
            foreach (var mention in actor.Actor.Mentions) letters.Add(actor.Reading.Document.Text.AsSpan(mention.Start, mention.Length));
        }

        return forms;
    }

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
