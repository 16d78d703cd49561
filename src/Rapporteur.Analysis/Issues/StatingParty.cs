using Rapporteur.Domain;

namespace Rapporteur.Analysis;

/// <summary>Whose condition or position a claim is.</summary>
internal static class StatingParty
{
    /// <summary>The party of the actor, or the actor where no party is known; of a mere description ("leaders", "both sides") the party of who says so. Null for the reporter, media and sources
    /// that no text places on a side.</summary>
    internal static string? Of(string? actor, string? holder, RecordSnapshot snapshot)
    {
        if (actor is null or Actor.Narrator) return null;
        if (!snapshot.Actors.TryGetValue(actor, out var known)) return actor;
        if (known.IsMedium) return null;
        if (known.Party is { } party && (party != known.Key || known.Kind is not (ActorKind.Group or ActorKind.Unnamed))) return party;
        if (IsDescription(known) && holder is not null && snapshot.Actors.TryGetValue(holder, out var teller) && teller.Party is { } side) return side;
        return known.Kind == ActorKind.Unnamed ? null : known.Key;
    }

    private static bool IsDescription(RecordActor actor) =>
        actor.Kind == ActorKind.Unnamed || (actor.Kind == ActorKind.Group && !actor.Name.Split(' ').Any(w => w.Length > 0 && (char.IsUpper(w[0]) || char.IsDigit(w[0]))));
}
