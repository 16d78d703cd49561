using System.Collections.Frozen;
using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>Brings what a dossier says of parties and marking into readings: aliases become the name of their party, documents without a marking get that of the dossier.</summary>
internal static class DossierTouch
{
    internal static IEnumerable<DocumentReading> Apply(IEnumerable<DocumentReading> readings, Dossier dossier)
    {
        if (dossier is { Parties.IsEmpty: true, Marking: Marking.Unmarked }) return readings;
        var names = dossier.Parties.SelectMany(p => p.Aliases.Prepend(p.Name).Select(a => (Alias: Key(a), p.Name)))
            .ToFrozenDictionary(a => a.Alias, a => a.Name, StringComparer.Ordinal);
        var own = dossier.Parties.Select(p => p.Name).ToFrozenSet(StringComparer.Ordinal);
        // What one text knows as a thing of the world model is that thing under every name of its party.
        var all = readings.ToList();
        var worlds = all.SelectMany(r => r.Actors).Where(a => a.World is not null && names.ContainsKey(Key(a.Name)))
            .GroupBy(a => names[Key(a.Name)], a => a.World!, StringComparer.Ordinal).ToFrozenDictionary(g => g.Key, g => g.Min(StringComparer.Ordinal)!, StringComparer.Ordinal);
        return all.Select(r => r with
        {
            Document = r.Document.Marking == Marking.Unmarked ? r.Document with { Marking = dossier.Marking } : r.Document,
            Actors = names.Count == 0 ? r.Actors : [.. r.Actors.Select(Named)],
        });

        Actor Named(Actor actor)
        {
            if (actor.Kind == ActorKind.Unnamed || !names.TryGetValue(Key(actor.Name), out var name)) return actor;
            var kind = actor.Kind == ActorKind.Group && own.Contains(name) ? ActorKind.Organisation : actor.Kind;
            return actor with { Name = name, Kind = kind, World = worlds.GetValueOrDefault(name) };
        }
    }

    /// <summary>The form of a name of a party under which its spellings meet.</summary>
    internal static string Key(string name) => NameKey.Of(name, ActorKind.Organisation);
}
