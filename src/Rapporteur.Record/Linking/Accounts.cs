using System.Collections.Frozen;
using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>Whose account a claim is.</summary>
internal sealed class Accounts
{
    private readonly FrozenDictionary<string, RecordActor> _actors;
    private readonly Dictionary<string, string> _tellers;

    internal Accounts(FrozenDictionary<string, RecordActor> actors, IEnumerable<RecordedClaim> claims)
    {
        _actors = actors;
        _tellers = Tellers(claims.ToList());
    }

    /// <summary>The party of an actor, or the actor where no party is known.</summary>
    internal string Party(string key) => _actors.TryGetValue(key, out var actor) ? actor.Party ?? key : key;

    /// <summary>The party of who says it: of the holder, else of who does it, else of whose words hold it, else the narrator.</summary>
    internal string Of(Claim claim) =>
        claim.Holder is { } holder ? Party(holder)
        : claim.By is { } by && by != Actor.Narrator ? Party(by)
        : _tellers.TryGetValue(claim.Id, out var teller) ? Party(teller)
        : Actor.Narrator;

    /// <summary>Whether the actor is somebody who can be told apart: no source without a name and no group without a proper name.</summary>
    internal bool IsKnown(string key) => !_actors.TryGetValue(key, out var actor)
        || (actor.Kind != ActorKind.Unnamed && (actor.Kind != ActorKind.Group || actor.Name.Any(char.IsUpper)));

    /// <summary>Whether the actor is one person or state, not many.</summary>
    internal bool IsOne(string key) => _actors.TryGetValue(key, out var actor) && actor.Kind is (ActorKind.Person or ActorKind.State);

    /// <summary>Whether the actor is a newspaper, agency, broadcaster or platform.</summary>
    internal bool IsMedium(string key) => _actors.TryGetValue(key, out var actor) && actor.IsMedium;

    /// <summary>Whether both are the same actor or stand on the same side.</summary>
    internal bool SameSide(string? one, string? other) => one is not null && other is not null && (one == other || Party(one) == Party(other));

    internal string Name(string key) => key == Actor.Narrator ? "the reporter" : _actors.TryGetValue(key, out var actor) ? actor.Name : key;

    // What stands inside words attributed to somebody is his account, where nobody nearer holds it.
    private static Dictionary<string, string> Tellers(List<RecordedClaim> claims)
    {
        var statements = claims.Where(c => c.Claim is { Type: ClaimType.Statement, By: not null and not Actor.Narrator, Content.IsDefaultOrEmpty: false })
            .ToLookup(c => (c.Document.TextId, c.Claim.Evidence));
        var tellers = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var claim in claims)
        {
            if (claim.Claim.Holder is not null || claim.Claim.By is not null and not Actor.Narrator || Standing.IsCertain(claim.Claim)) continue;
            var nearest = statements[(claim.Document.TextId, claim.Claim.Evidence)]
                .SelectMany(s => s.Claim.Content.Where(w => w.Contains(claim.Claim.Trigger)).Select(w => (w.Length, s.Claim.By)))
                .OrderBy(s => s.Length).ThenBy(s => s.By, StringComparer.Ordinal).FirstOrDefault().By;
            if (nearest is not null) tellers[claim.Claim.Id] = nearest;
        }

        return tellers;
    }
}
