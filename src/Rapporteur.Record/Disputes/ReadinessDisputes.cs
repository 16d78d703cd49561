using System.Collections.Frozen;
using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>Readiness that another does not believe: a party says that it is ready to meet, another that it avoids it; or what a party offers is taken for a ploy in the same sentence.</summary>
internal sealed class ReadinessDisputes(ClaimTable claims, Accounts accounts, Sayings sayings)
{
    private const int Horizon = 30;
    private const int WordsOfAName = 4;
    private static readonly FrozenSet<string> Avoidance = WordList.Load("avoidance-words.txt");
    private static readonly FrozenSet<string> Ploys = WordList.Load("ploy-words.txt");

    /// <summary>Whether words say that somebody keeps a meeting from coming about.</summary>
    internal static bool IsAvoidance(string words) => ContentWords.NameMeeting(words) && ContentWords.Of(words).Any(Avoidance.Contains);

    /// <summary>Whether words call an offer a ploy.</summary>
    internal static bool IsPloy(string words) => ContentWords.Of(words).Any(w => Ploys.Contains(w) || Ploys.Any(p => p.Length > 5 && w.StartsWith(p, StringComparison.Ordinal)));

    /// <summary>Whether a claim offers to meet.</summary>
    internal static bool OffersToMeet(RecordedClaim claim) => IsOffer(claim) && ContentWords.NameMeeting(Sayings.Own(claim));

    /// <summary>Whether a claim charges somebody with avoiding a meeting.</summary>
    internal static bool ChargesAvoidance(RecordedClaim claim) => claim.Claim is { Type: ClaimType.Accusation, To.IsEmpty: false } && Sayings.Stands(claim) && IsAvoidance(Sayings.Own(claim));

    /// <summary>Whether a claim calls an offer a ploy.</summary>
    internal static bool CallsPloy(RecordedClaim claim) => (claim.Claim is { Type: ClaimType.Assessment or ClaimType.Accusation, What: not null } || IsName(claim)) && Sayings.Stands(claim) && IsPloy(Sayings.Own(claim));

    // "seen by some as a ploy": what people call a thing, in few words.
    private static bool IsName(RecordedClaim claim) => claim.Claim is { Type: ClaimType.Statement, Content.IsDefaultOrEmpty: false } && ContentWords.Of(Sayings.Own(claim)).Length <= WordsOfAName;

    // People without a name, whom no actor stands for.
    private static bool IsOfSomebody(Claim claim) => claim is { Type: ClaimType.Statement, By: null, Voice: Voice.Anonymous };

    private static bool IsOffer(RecordedClaim claim) => claim.Claim is { Type: ClaimType.Offer or ClaimType.Commitment or ClaimType.Acceptance, By: not null and not Actor.Narrator } && Sayings.Stands(claim);

    internal IEnumerable<Dispute> All()
    {
        var nearby = new Nearby<RecordedClaim>(claims.With(ClaimMark.OffersToMeet), o => o.Document);
        foreach (var charge in claims.With(ClaimMark.ChargesAvoidance | ClaimMark.CallsPloy).Where(c => accounts.Of(c.Claim) != Actor.Narrator || IsOfSomebody(c.Claim)))
        {
            var avoids = ChargesAvoidance(charge);
            var found = (avoids ? nearby.To(charge, Horizon).Where(o => IsReady(o, charge)) : claims.InSentence(charge).Where(o => IsOffer(o) && IsJudged(o, charge))).ToList();
            if (found.Count == 0) continue;
            var ground = charge.Claim.Type == ClaimType.Accusation && IsAvoidance(Sayings.Own(charge)) ? DisputeGround.Avoidance : DisputeGround.Ploy;
            yield return DisputePair.Of(ground, Sayings.Name(found[0]), found, [charge], accounts);
        }
    }

    // The accused said that it would meet who accuses it.
    private bool IsReady(RecordedClaim offer, RecordedClaim charge)
    {
        // An offer that comes later may answer the charge.
        if (offer.Document.Published.Anchor > charge.Document.Published.Anchor) return false;
        var accuser = accounts.Of(charge.Claim);
        return charge.Claim.To.Any(t => accounts.SameSide(t, offer.Claim.By)) && sayings.Parties(offer).Contains(accuser);
    }

    private bool IsJudged(RecordedClaim offer, RecordedClaim charge) => accounts.Of(offer.Claim) != accounts.Of(charge.Claim) && !accounts.SameSide(offer.Claim.By, charge.Claim.By)
        && (charge.Claim.About.IsEmpty && charge.Claim.To.IsEmpty || charge.Claim.About.Concat(charge.Claim.To).Any(a => accounts.SameSide(a, offer.Claim.By)));
}
