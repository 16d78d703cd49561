using System.Collections.Frozen;
using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>Readiness that another does not believe: a party says that it is ready to meet, another that it avoids it; or what a party offers is taken for a ploy in the same sentence.</summary>
internal sealed class ReadinessDisputes(ImmutableArray<RecordedClaim> claims, Accounts accounts, Sayings sayings)
{
    private const int Horizon = 30;
    private static readonly FrozenSet<string> Avoidance = WordList.Load("avoidance-words.txt");
    private static readonly FrozenSet<string> Ploys = WordList.Load("ploy-words.txt");

    /// <summary>Whether words say that somebody keeps a meeting from coming about.</summary>
    internal static bool IsAvoidance(string words) => ContentWords.NameMeeting(words) && ContentWords.Of(words).Any(Avoidance.Contains);

    /// <summary>Whether words call an offer a ploy.</summary>
    internal static bool IsPloy(string words) => ContentWords.Of(words).Any(w => Ploys.Contains(w) || Ploys.Any(p => p.Length > 5 && w.StartsWith(p, StringComparison.Ordinal)));

    internal IEnumerable<Dispute> All()
    {
        var offers = claims.Where(c => c.Claim is { Type: ClaimType.Offer or ClaimType.Commitment or ClaimType.Acceptance, By: not null and not Actor.Narrator } && Sayings.Stands(c)).ToList();
        var (nearby, bySentence) = (new Nearby<RecordedClaim>(offers, o => o), offers.ToLookup(o => (o.Document.TextId, o.Claim.Evidence)));
        foreach (var charge in claims.Where(c => Sayings.Stands(c) && accounts.Of(c.Claim) != Actor.Narrator))
        {
            var found = charge.Claim.Type switch
            {
                ClaimType.Accusation when !charge.Claim.To.IsEmpty && IsAvoidance(Sayings.Own(charge)) => nearby.To(charge, Horizon).Where(o => IsReady(o, charge)).ToList(),
                ClaimType.Assessment or ClaimType.Accusation when charge.Claim.What is not null && IsPloy(Sayings.Own(charge)) => bySentence[(charge.Document.TextId, charge.Claim.Evidence)].Where(o => IsJudged(o, charge)).ToList(),
                _ => [],
            };
            if (found.Count == 0) continue;
            var ground = charge.Claim.Type == ClaimType.Accusation && IsAvoidance(Sayings.Own(charge)) ? DisputeGround.Avoidance : DisputeGround.Ploy;
            yield return DisputePair.Of(ground, Sayings.Name(found[0]), found, [charge], accounts);
        }
    }

    // The accused said that it would meet who accuses it.
    private bool IsReady(RecordedClaim offer, RecordedClaim charge)
    {
        // An offer that comes later may answer the charge.
        if (offer.Document.Published.Anchor > charge.Document.Published.Anchor || !ContentWords.NameMeeting(Sayings.Own(offer))) return false;
        var accuser = accounts.Of(charge.Claim);
        return charge.Claim.To.Any(t => accounts.SameSide(t, offer.Claim.By)) && sayings.Parties(offer).Contains(accuser);
    }

    private bool IsJudged(RecordedClaim offer, RecordedClaim charge) => accounts.Of(offer.Claim) != accounts.Of(charge.Claim) && !accounts.SameSide(offer.Claim.By, charge.Claim.By)
        && (charge.Claim.About.IsEmpty && charge.Claim.To.IsEmpty || charge.Claim.About.Concat(charge.Claim.To).Any(a => accounts.SameSide(a, offer.Claim.By)));
}
