using System.Collections.Frozen;
using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>Whether an actor stands on the side of the state or body that a document gives for it.</summary>
internal static class Membership
{
    // Letters that a name and its adjective share: Europe, European.
    private const int Stem = 5;

    private static readonly FrozenSet<string> Relations = WordList.Load("relation-words.txt");

    /// <summary>Whether a normalised name is that of somebody's friends or foes.</summary>
    internal static bool IsRelation(string name) => name.Split(' ').Any(Relations.Contains);

    /// <summary>Whether the name of a group or source shows that it is not of that owner: it is the owner's friend or foe, or bears another's name.</summary>
    internal static bool IsOther(ActorInDocument actor)
    {
        if (actor.Actor.Kind is not (ActorKind.Group or ActorKind.Unnamed)) return false;
        if (IsRelation(actor.Name)) return true;
        if (ActorInDocument.Owner(actor.Reading, actor.Actor) is not { } owner || Bears(actor, owner)) return false;
        return actor.Reading.Actors.Any(a => a.Id != actor.Actor.Id && a.Id != owner.Id && a.Of != owner.Id
            && a.Kind is ActorKind.State or ActorKind.Organisation or ActorKind.Group && a.Name.Length >= Stem && Bears(actor, a));
    }

    private static bool Bears(ActorInDocument actor, Actor other)
    {
        var words = NameKey.Of(other.Name, other.Kind).Split(' ');
        return actor.Name.Split(' ').Any(w => words.Any(o => o.Length >= Stem && w.Length >= Stem && w.AsSpan(0, Stem).SequenceEqual(o.AsSpan(0, Stem))));
    }
}
