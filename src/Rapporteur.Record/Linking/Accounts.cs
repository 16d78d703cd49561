using System.Collections.Frozen;
using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>Whose account a claim is.</summary>
internal sealed class Accounts(FrozenDictionary<string, RecordActor> actors)
{
    /// <summary>The party of an actor, or the actor where no party is known.</summary>
    internal string Party(string key) => actors.TryGetValue(key, out var actor) ? actor.Party ?? key : key;

    /// <summary>The party of who says it: of the holder, else of who does it, else the narrator.</summary>
    internal string Of(Claim claim) =>
        claim.Holder is { } holder ? Party(holder) : claim.By is { } by ? Party(by) : Actor.Narrator;

    /// <summary>Whether both are the same actor or stand on the same side.</summary>
    internal bool SameSide(string? one, string? other) => one is not null && other is not null && (one == other || Party(one) == Party(other));

    internal string Name(string key) => key == Actor.Narrator ? "the reporter" : actors.TryGetValue(key, out var actor) ? actor.Name : key;
}
