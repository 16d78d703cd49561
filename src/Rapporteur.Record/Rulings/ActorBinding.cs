using System.Collections.Immutable;
using System.Globalization;
using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>Finds the actors of a ruling among those of a reading, by world slug or name; who is not there is added.</summary>
/// <param name="reading">The reading.</param>
/// <param name="actors">The actors of the ruling.</param>
internal sealed class ActorBinding(DocumentReading reading, ImmutableArray<Actor> actors)
{
    private readonly ImmutableArray<Actor>.Builder _all = reading.Actors.ToBuilder();
    private readonly Dictionary<string, string> _ids = new(StringComparer.Ordinal) { [Actor.Narrator] = Actor.Narrator };

    /// <summary>The actors of the reading, and those that were added.</summary>
    internal ImmutableArray<Actor> Actors => _all.ToImmutable();

    /// <summary>The claim with ids of the reading in its actor fields.</summary>
    internal Claim Of(Claim claim) => claim with
    {
        By = claim.By is { } by ? Id(by) : null,
        Holder = claim.Holder is { } holder ? Id(holder) : null,
        To = [.. claim.To.Select(Id)],
        Participants = [.. claim.Participants.Select(Id)],
        About = [.. claim.About.Select(Id)],
    };

    private string Id(string id)
    {
        if (_ids.TryGetValue(id, out var known)) return known;
        var actor = actors.First(a => a.Id == id);
        _ids[id] = id;
        return _ids[id] = Find(actor) ?? Add(actor);
    }

    private string? Find(Actor actor)
    {
        var name = NameKey.Of(actor.Name, actor.Kind);
        var person = actor.Kind == ActorKind.Person;
        return (actor.World is { } world ? _all.FirstOrDefault(a => a.World == world) : null)?.Id
            ?? _all.FirstOrDefault(a => (a.Kind == ActorKind.Person) == person && NameKey.Of(a.Name, a.Kind) == name)?.Id;
    }

    private string Add(Actor actor)
    {
        var id = "p1";
        for (var n = 2; _all.Any(a => a.Id == id); n++) id = "p" + n.ToString(CultureInfo.InvariantCulture);
        _all.Add(actor with { Id = id, Of = null, Mentions = [] });
        if (actor.Of is { } of && actors.Any(a => a.Id == of))
        {
            var owner = Id(of);
            for (var i = 0; i < _all.Count; i++)
                if (_all[i].Id == id) _all[i] = _all[i] with { Of = owner };
        }

        return id;
    }
}
