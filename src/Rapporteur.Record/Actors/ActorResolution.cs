using System.Collections.Frozen;
using System.Globalization;
using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>Gives every actor of every document its key in the record. A function of the set of documents: their order changes nothing.
/// World slug first; else a hash of person or body and the normalised name. Persons without a name and groups without a proper name
/// ("both sides", "26 countries") stay apart by document. A bare surname joins the one full name that has it, unless their states differ.</summary>
internal sealed class ActorResolution
{
    private readonly Dictionary<string, ReadingKeys> _keys = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _base = new(StringComparer.Ordinal);

    private ActorResolution()
    {
    }

    /// <summary>Actors of the record by key.</summary>
    internal FrozenDictionary<string, RecordActor> Actors { get; private set; } = FrozenDictionary<string, RecordActor>.Empty;

    internal static ActorResolution Of(IReadOnlyList<DocumentReading> readings) => Of(readings, ActorRulings.None);

    internal static ActorResolution Of(IReadOnlyList<DocumentReading> readings, ActorRulings rulings)
    {
        var resolution = new ActorResolution();
        var names = new ActorNames();
        var all = readings.Order(ReadingOrder.Instance).SelectMany(r => r.Actors.Select(a => new ActorInDocument(r, a, names))).ToList();
        var slugs = OneOf(all.Where(a => a.Actor.World is not null), a => a.Name, a => a.Actor.World!);
        var keys = all.ToDictionary(a => a, a => a.Actor.World ?? (a.IsLocal ? a.LocalKey : slugs.GetValueOrDefault(a.Name) ?? names.Key(a.Actor.Kind, a.Name)));
        foreach (var actor in all) keys[actor] = rulings.InText(keys[actor], actor.Reading.Document.TextId);
        JoinSurnames(all, keys, rulings);
        var joined = rulings.Join(keys.Values, all.Select(a => a.Actor.World).OfType<string>().ToHashSet(StringComparer.Ordinal).Contains);
        foreach (var actor in all)
        {
            resolution._base.TryAdd(keys[actor], joined[keys[actor]]);
            keys[actor] = joined[keys[actor]];
        }

        foreach (var actor in all) resolution.Learn(actor, keys[actor]);
        resolution.Actors = ActorMerge.Of(all.GroupBy(a => keys[a], StringComparer.Ordinal), resolution.Key);
        return resolution;
    }

    /// <summary>The key that an actor goes by, who may have been joined with another; null for one who is not there.</summary>
    internal string? Known(string key) => _base.GetValueOrDefault(key);

    /// <summary>Key of an actor field; the narrator stays the narrator.</summary>
    internal string Key(DocumentReading reading, string id) =>
        _keys.TryGetValue(reading.Document.TextId, out var keys) ? keys[id] : ReadingKeys.None(reading.Document.TextId)[id];

    /// <summary>The keys of the actors of a reading.</summary>
    internal ReadingKeys Of(DocumentReading reading) => _keys.TryGetValue(reading.Document.TextId, out var keys) ? keys : ReadingKeys.None(reading.Document.TextId);

    private void Learn(ActorInDocument actor, string key)
    {
        var textId = actor.Reading.Document.TextId;
        if (!_keys.TryGetValue(textId, out var keys)) _keys.Add(textId, keys = ReadingKeys.None(textId));
        keys.Learn(actor.Actor.Id, key);
    }

    private static void JoinSurnames(List<ActorInDocument> all, Dictionary<ActorInDocument, string> keys, ActorRulings rulings)
    {
        var full = all.Where(a => a is { Actor.Kind: ActorKind.Person, IsLocal: false } && a.Name.Contains(' ', StringComparison.Ordinal)).ToList();
        var bySurname = OneOf(full, a => a.Surname, a => keys[a]);
        var sides = full.Where(a => a.Of is not null).ToLookup(a => keys[a], a => a.Of!, StringComparer.Ordinal);
        foreach (var actor in all)
        {
            if (actor is not { Actor: { Kind: ActorKind.Person, World: null }, IsLocal: false } || actor.Name.Contains(' ', StringComparison.Ordinal)) continue;
            if (bySurname.GetValueOrDefault(actor.Name) is not { } key || rulings.AreDifferent(key, keys[actor])) continue;
            if (actor.Of is null || !sides[key].Any() || sides[key].Contains(actor.Of)) keys[actor] = key;
        }
    }

    // Names with a single target; a name with two targets stays undecided.
    private static Dictionary<string, string> OneOf(IEnumerable<ActorInDocument> actors, Func<ActorInDocument, string> name, Func<ActorInDocument, string> target) =>
        actors.GroupBy(name, target, StringComparer.Ordinal)
            .Select(g => (g.Key, Targets: g.Distinct(StringComparer.Ordinal).ToList()))
            .Where(g => g.Targets.Count == 1)
            .ToDictionary(g => g.Key, g => g.Targets[0], StringComparer.Ordinal);
}

/// <summary>An actor with the document that knows him.</summary>
internal sealed class ActorInDocument(DocumentReading reading, Actor actor, ActorNames names)
{
    internal DocumentReading Reading { get; } = reading;

    internal Actor Actor { get; } = actor;

    /// <summary>Person or body, and the normalised name.</summary>
    internal string Name { get; } = names.Of(actor.Name, actor.Kind);

    internal string Surname => Name[(Name.LastIndexOf(' ') + 1)..];

    internal bool IsLocal => Actor.Kind == ActorKind.Unnamed || Name.Length == 0 || (Actor.Kind == ActorKind.Group && !Actor.Name.Any(char.IsUpper));

    internal string LocalKey => ContentHash.Key("local", Reading.Document.TextId, Name,
        Actor.Kind == ActorKind.Unnamed && Actor.Mentions.Length > 0 ? Actor.Mentions[0].Start.ToString(CultureInfo.InvariantCulture) : Actor.Id);

    /// <summary>Normalised name of the state or body whose actor this is; null where unknown.</summary>
    internal string? Of { get; } = actor.Of is { } of && reading.Actors.FirstOrDefault(a => a.Id == of) is { } owner ? names.Of(owner.Name, owner.Kind) : null;
}
