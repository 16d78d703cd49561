using System.Collections.Frozen;
using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>Whose account a claim is.</summary>
internal sealed class Accounts
{
    private readonly FrozenDictionary<string, RecordActor> _actors;
    private readonly Dictionary<string, string> _tellers;
    private readonly Dictionary<string, string> _issuers;
    private readonly Dictionary<string, string> _setters;

    internal Accounts(FrozenDictionary<string, RecordActor> actors, ClaimTable claims)
    {
        _actors = actors;
        _tellers = Tellers(claims);
        _issuers = Issuers(claims);
        _setters = Setters(claims);
    }

    /// <summary>The party of an actor, or the actor where no party is known.</summary>
    internal string Party(string key) => _actors.TryGetValue(key, out var actor) ? actor.Party ?? key : key;

    /// <summary>The party of who says it: of the holder, else of who does it, else of whose words hold it, else the narrator.</summary>
    internal string Of(Claim claim) =>
        claim.Holder is { } holder ? Party(holder)
        : claim.By is { } by && by != Actor.Narrator ? Party(by)
        : _tellers.TryGetValue(claim.Id, out var teller) ? Party(teller)
        : Actor.Narrator;

    /// <summary>Who takes a measure: who its claim names, else the only one who by another claim of the sentence threatens or takes one; null where nobody does.</summary>
    internal string? Taker(Claim measure) => measure.By ?? (_issuers.TryGetValue(measure.Id, out var issuer) ? issuer : null);

    /// <summary>Who sets a deadline: who its claim names, else the only one who in the sentence demands or threatens something of the same addressee; null where nobody does.</summary>
    internal string? Setter(Claim deadline) => deadline.By ?? (_setters.TryGetValue(deadline.Id, out var setter) ? setter : null);

    /// <summary>Whether the actor is somebody who can be told apart: no source without a name and no group without a proper name.</summary>
    internal bool IsKnown(string key) => !_actors.TryGetValue(key, out var actor)
        || (actor.Kind != ActorKind.Unnamed && (actor.Kind != ActorKind.Group || actor.Name.Any(char.IsUpper)));

    /// <summary>Whether the actor is one person or state, not many.</summary>
    internal bool IsOne(string key) => _actors.TryGetValue(key, out var actor) && actor.Kind is (ActorKind.Person or ActorKind.State);

    /// <summary>Whether the actor is a newspaper, agency, broadcaster or platform.</summary>
    internal bool IsMedium(string key) => _actors.TryGetValue(key, out var actor) && actor.IsMedium;

    /// <summary>Whether both are the same actor or stand on the same side.</summary>
    internal bool SameSide(string? one, string? other) => one is not null && other is not null && (one == other || Party(one) == Party(other));

    /// <summary>Whether names of two actors begin alike, as "Europe" and "European leaders".</summary>
    internal bool NamesAlike(string one, string other)
    {
        var (a, b) = (ContentWords.Of(Name(one)), ContentWords.Of(Name(other)));
        return a.Any(x => x.Length >= 5 && b.Any(y => y.Length >= 5 && x.AsSpan(0, 5).SequenceEqual(y.AsSpan(0, 5))));
    }

    internal string Name(string key) => key == Actor.Narrator ? "the reporter" : _actors.TryGetValue(key, out var actor) ? actor.Name : key;

    /// <summary>Whether somebody's words may hold a claim: nobody nearer does.</summary>
    internal static bool MayBeTold(Claim claim) => claim.Holder is null && claim.By is null or Actor.Narrator && !Standing.IsCertain(claim);

    /// <summary>Whether a claim attributes words in which another claim stands.</summary>
    internal static bool Tells(Claim statement, Claim claim) =>
        statement is { Type: ClaimType.Statement, By: not null and not Actor.Narrator, Content.IsDefaultOrEmpty: false } && statement.Content.Any(words => words.Contains(claim.Trigger));

    // "sanctions on Westmark, a threat that Northland has made before".
    private static Dictionary<string, string> Issuers(ClaimTable claims)
    {
        var issuers = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var measure in claims.OfType(ClaimType.Measure))
        {
            if (measure.Claim is not { By: null, To.IsEmpty: false } || !Standing.IsSure(measure.Claim)) continue;
            var doers = claims.InSentence(measure, ClaimType.Measure, ClaimType.Threat).Where(c => Standing.IsSure(c.Claim)).Select(c => c.Claim.By).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
            if (doers is [not Actor.Narrator and var doer] && !measure.Claim.To.Contains(doer)) issuers[measure.Claim.Id] = doer;
        }

        return issuers;
    }

    // "told Westmark to leave by Friday or face sanctions".
    private static Dictionary<string, string> Setters(ClaimTable claims)
    {
        var setters = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var deadline in claims.OfType(ClaimType.Deadline))
        {
            if (deadline.Claim is not { By: null, To.IsEmpty: false }) continue;
            var by = claims.InSentence(deadline, ClaimType.Demand, ClaimType.Threat).Select(c => c.Claim)
                .Where(d => d is { Polarity: Polarity.Positive, By: not null and not Actor.Narrator } && Standing.IsSure(d) && d.To.Any(deadline.Claim.To.Contains))
                .Select(d => d.By!).Distinct(StringComparer.Ordinal).ToList();
            if (by is [var setter]) setters[deadline.Claim.Id] = setter;
        }

        return setters;
    }

    // What stands inside words attributed to somebody is his account, where nobody nearer holds it.
    private static Dictionary<string, string> Tellers(ClaimTable claims)
    {
        var tellers = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var told in claims.With(ClaimMark.Told))
        {
            var nearest = claims.InSentence(told, ClaimType.Statement).Where(s => Tells(s.Claim, told.Claim))
                .SelectMany(s => s.Claim.Content.Where(w => w.Contains(told.Claim.Trigger)).Select(w => (w.Length, s.Claim.By)))
                .OrderBy(s => s.Length).ThenBy(s => s.By, StringComparer.Ordinal).FirstOrDefault().By;
            if (nearest is not null) tellers[told.Claim.Id] = nearest;
        }

        return tellers;
    }
}
