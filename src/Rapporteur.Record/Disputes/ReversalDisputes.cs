using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>One actor who by one account wants or does a thing and by another refuses it: an offer against a refusal, an affirmed claim against a negated one.</summary>
internal sealed class ReversalDisputes(ClaimTable claims, Accounts accounts, Phrases phrases, Standing standing)
{
    private const double SameWords = 0.6;

    internal IEnumerable<Dispute> All()
    {
        var stances = claims.OfType(ClaimType.Offer, ClaimType.Acceptance, ClaimType.Commitment, ClaimType.Demand, ClaimType.Rejection).Where(c => c.Claim is { By: not null and not Actor.Narrator, What: not null } && c.Claim.Modality != Modality.Hypothetical && Side(c.Claim) != 0
                && Standing.IsSure(c.Claim) && (c.Claim.Type == ClaimType.Demand || !standing.IsWished(c)))
            .GroupBy(c => c.Claim.By!, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal);
        foreach (var actor in stances)
        {
            var said = actor.Select(c => new Stance(c, phrases.Stems(c))).ToList();
            var wanted = said.FindAll(c => Side(c.Claim.Claim) > 0);
            foreach (var no in said)
            {
                if (Side(no.Claim.Claim) > 0) continue;
                var yes = wanted.FindAll(c => Opposed(c, no));
                if (yes.Count == 0) continue;
                wanted.RemoveAll(yes.Contains);
                yield return DisputePair.Of(DisputeGround.Reversal, $"{accounts.Name(actor.Key)}: {no.Claim.Words(no.Claim.Claim.What)}", yes.Select(c => c.Claim), [no.Claim], accounts);
            }
        }
    }

    private bool Opposed(Stance one, Stance other)
    {
        if (!Stems.AreAlike(one.Words, other.Words, SameWords)) return false;
        var (yes, no) = (one.Claim, other.Claim);
        if (yes.Claim.Evidence == no.Claim.Evidence && yes.Document.TextId == no.Document.TextId) return false;
        return yes.Claim.To.IsEmpty || no.Claim.To.IsEmpty || yes.Claim.To.Any(x => no.Claim.To.Any(y => accounts.SameSide(x, y)));
    }

    // 1: the actor wants or accepts the thing; -1: it refuses it; 0: says neither.
    private static int Side(Claim claim) => (claim.Type, claim.Polarity) switch
    {
        (ClaimType.Offer or ClaimType.Acceptance or ClaimType.Commitment or ClaimType.Demand, Polarity.Positive) => 1,
        (ClaimType.Offer or ClaimType.Acceptance or ClaimType.Commitment, Polarity.Negative) => -1,
        (ClaimType.Rejection, Polarity.Positive) => -1,
        (ClaimType.Rejection, Polarity.Negative) => 1,
        _ => 0,
    };

    private sealed class Stance(RecordedClaim claim, ulong[] words)
    {
        internal RecordedClaim Claim { get; } = claim;

        internal ulong[] Words { get; } = words;
    }
}
