using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>A measure that one account has in force and another has not.</summary>
internal sealed class MeasureDisputes(Accounts accounts)
{
    internal IEnumerable<Dispute> Of(IEnumerable<Measure> measures)
    {
        foreach (var measure in measures)
        {
            var done = measure.Claims.Where(c => c.Claim is { Polarity: Polarity.Positive, Status: ClaimStatus.Imposed or ClaimStatus.Given }).ToList();
            var undone = measure.Claims.Where(c => c.Claim is { Polarity: Polarity.Negative, Status: ClaimStatus.Imposed or ClaimStatus.Given }).ToList();
            if (done.Count > 0 && undone.Count > 0) yield return DisputePair.Of(DisputeGround.MeasureInForce, measure.Name, done, undone, accounts);
            foreach (var softened in Softened(measure)) yield return softened;
        }
    }

    // The same side speaks of the same threat in a later text with less certainty.
    private IEnumerable<Dispute> Softened(Measure measure)
    {
        var texts = measure.Claims.Where(c => c.Claim is { Polarity: Polarity.Positive, Status: ClaimStatus.Threatened } && c.Document.Published.Anchor is not null)
            .GroupBy(c => (accounts.Party(accounts.Taker(c.Claim) ?? Actor.Narrator), c.Document.TextId)).Select(g => (Party: g.Key.Item1, Claims: g.ToList())).ToList();
        foreach (var side in texts.GroupBy(t => t.Party, StringComparer.Ordinal))
            foreach (var (before, after) in side.Zip(side.Skip(1)))
                if (Certainty(after.Claims) < Certainty(before.Claims) && after.Claims[0].Document.Published.Anchor > before.Claims[0].Document.Published.Anchor)
                    yield return DisputePair.Of(DisputeGround.SoftenedThreat, measure.Name, before.Claims, after.Claims, DisputeKind.Movement);
    }

    private static int Certainty(IEnumerable<RecordedClaim> claims) => claims.Max(c => c.Claim.Modality switch
    {
        Modality.Certain => 3,
        Modality.Probable => 2,
        Modality.Possible => 1,
        _ => 0,
    });
}
