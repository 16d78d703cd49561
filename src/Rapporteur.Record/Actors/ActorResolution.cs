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
        var all = new List<ActorInDocument>();
        foreach (var reading in readings.Order(ReadingOrder.Instance))
            foreach (var actor in reading.Actors) all.Add(new(reading, actor, names));
        var worlds = all.Where(a => a.Actor.World is not null).Select(a => a.Actor.World!).ToHashSet(StringComparer.Ordinal);
        var slugs = OneOf(all, a => a.Actor.World is null ? null : a.Name, a => a.Actor.World!);
        foreach (var actor in all)
        {
            var key = actor.Actor.World ?? (actor.IsLocal ? actor.LocalKey : slugs.GetValueOrDefault(actor.Name) ?? names.Key(actor.Actor.Kind, actor.Name));
            actor.Key = rulings.InText(key, actor.Reading.Document.TextId);
        }

        JoinSurnames(all, rulings);
        var joined = rulings.Join(all.Select(a => a.Key), worlds.Contains);
        foreach (var actor in all)
        {
            var key = joined[actor.Key];
            resolution._base.TryAdd(actor.Key, key);
            actor.Key = key;
            resolution.Learn(actor);
        }

        resolution.Actors = ActorMerge.Of(all, resolution.Key);
        return resolution;
    }

    /// <summary>The key that an actor goes by, who may have been joined with another; null for one who is not there.</summary>
    internal string? Known(string key) => _base.GetValueOrDefault(key);

    /// <summary>Key of an actor field; the narrator stays the narrator.</summary>
    internal string Key(DocumentReading reading, string id) =>
        _keys.TryGetValue(reading.Document.TextId, out var keys) ? keys[id] : ReadingKeys.None(reading.Document.TextId)[id];

    /// <summary>The keys of the actors of a reading.</summary>
    internal ReadingKeys Of(DocumentReading reading) => _keys.TryGetValue(reading.Document.TextId, out var keys) ? keys : ReadingKeys.None(reading.Document.TextId);

    private void Learn(ActorInDocument actor)
    {
        var textId = actor.Reading.Document.TextId;
        if (!_keys.TryGetValue(textId, out var keys)) _keys.Add(textId, keys = ReadingKeys.None(textId, actor.Reading.Actors.Length));
        keys.Learn(actor.Actor.Id, actor.Key);
    }

    private static void JoinSurnames(List<ActorInDocument> all, ActorRulings rulings)
    {
        var full = all.FindAll(a => a is { Actor.Kind: ActorKind.Person, IsLocal: false } && a.Name.Contains(' ', StringComparison.Ordinal));
        var bySurname = OneOf(full, a => a.Surname, a => a.Key);
        var sides = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var actor in full)
        {
            if (actor.Of is null) continue;
            if (!sides.TryGetValue(actor.Key, out var of)) sides.Add(actor.Key, of = new(StringComparer.Ordinal));
            of.Add(actor.Of);
        }

        foreach (var actor in all)
        {
            if (actor is not { Actor: { Kind: ActorKind.Person, World: null }, IsLocal: false } || actor.Name.Contains(' ', StringComparison.Ordinal)) continue;
            if (bySurname.GetValueOrDefault(actor.Name) is not { } key || rulings.AreDifferent(key, actor.Key)) continue;
            if (actor.Of is null || !sides.TryGetValue(key, out var of) || of.Contains(actor.Of)) actor.Key = key;
        }
    }

    // Names with a single target; a name with two targets stays undecided.
    private static Dictionary<string, string?> OneOf(List<ActorInDocument> actors, Func<ActorInDocument, string?> name, Func<ActorInDocument, string> target)
    {
        var targets = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var actor in actors)
        {
            if (name(actor) is not { } known) continue;
            var one = target(actor);
            if (!targets.TryAdd(known, one) && targets[known] != one) targets[known] = null;
        }

        return targets;
    }
}

/// <summary>An actor with the document that knows him.</summary>
internal sealed class ActorInDocument(DocumentReading reading, Actor actor, ActorNames names)
{
    internal DocumentReading Reading { get; } = reading;

    internal Actor Actor { get; } = actor;

    /// <summary>The key that he goes by, as far as it is known.</summary>
    internal string Key { get; set; } = "";

    /// <summary>Person or body, and the normalised name.</summary>
    internal string Name { get; } = names.Of(actor.Name, actor.Kind);

    internal string Surname => names.Surname(Name);

    internal bool IsLocal => Actor.Kind == ActorKind.Unnamed || Name.Length == 0 || (Actor.Kind == ActorKind.Group && !Actor.Name.Any(char.IsUpper));

    internal string LocalKey => ContentHash.Key("local", Reading.Document.TextId, Name,
        Actor.Kind == ActorKind.Unnamed && Actor.Mentions.Length > 0 ? Actor.Mentions[0].Start.ToString(CultureInfo.InvariantCulture) : Actor.Id);

    /// <summary>Normalised name of the state or body whose actor this is; null where unknown.</summary>
    internal string? Of { get; } = Owner(reading, actor) is { } owner ? names.Of(owner.Name, owner.Kind) : null;

    /// <summary>The state or body that a document gives for an actor; null where it gives none.</summary>
    internal static Actor? Owner(DocumentReading reading, Actor actor)
    {
        if (actor.Of is null) return null;
        foreach (var other in reading.Actors)
            if (other.Id == actor.Of) return other;
        return null;
    }
}
