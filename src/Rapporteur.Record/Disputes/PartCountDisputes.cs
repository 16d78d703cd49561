using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>Parts of one plan that are counted differently: a two-stage plan by one account, its third stage by another.</summary>
internal sealed class PartCountDisputes(ClaimTable claims, Accounts accounts)
{
    private const int Horizon = 60;

    /// <summary>Whether the sentence of a claim counts parts of a plan.</summary>
    internal static bool MayCount(RecordedClaim claim) => Standing.IsSure(claim.Claim) && PartCount.In(claim.Evidence.Quote).Any();

    internal IEnumerable<Dispute> All()
    {
        var counts = claims.With(ClaimMark.Counts).Where(c => accounts.Of(c.Claim) != Actor.Narrator)
            .GroupBy(c => (c.Document.TextId, c.Claim.Evidence))
            .SelectMany(g => PartCount.In(g.First().Evidence.Quote).Select(p => (Count: p, Claim: Best(g))));
        foreach (var (a, b) in new Nearby<(PartCount Count, RecordedClaim Claim)>(counts, c => c.Claim.Document).Pairs(Horizon))
        {
            if (!a.Count.Excludes(b.Count) || Sayings.SameSentence(a.Claim, b.Claim) || !SamePlan(a, b)) continue;
            var exclusive = accounts.Of(a.Claim.Claim) != accounts.Of(b.Claim.Claim);
            yield return DisputePair.Of(DisputeGround.PartCount, $"{a.Count.Words} / {b.Count.Words}", [a.Claim], [b.Claim], accounts, exclusive);
        }
    }

    // The act rather than the attribution of the words.
    private static RecordedClaim Best(IEnumerable<RecordedClaim> sentence) =>
        sentence.OrderBy(c => c.Claim.Type == ClaimType.Offer ? 0 : c.Claim.Type == ClaimType.Statement ? 2 : 1).ThenByDescending(c => c.Claim.Confidence).ThenBy(c => c, ClaimOrder.Instance).First();

    // The words after the part name the plan; where one account names none, the sentences around it have to.
    private static bool SamePlan((PartCount Count, RecordedClaim Claim) a, (PartCount Count, RecordedClaim Claim) b)
    {
        if (a.Count.Plan.Length < 2 && b.Count.Plan.Length < 2) return false;
        var (named, other) = a.Count.Plan.Length >= b.Count.Plan.Length ? (a, b) : (b, a);
        var around = other.Count.Plan.Length >= 2 ? other.Count.Plan : Around(other.Claim);
        return named.Count.Plan.Count(around.Contains) >= Math.Max(2, named.Count.Plan.Length - 1);
    }

    private static ImmutableArray<string> Around(RecordedClaim claim) =>
        ContentWords.Of(string.Join(' ', claim.Words(claim.Before), claim.Evidence.Quote, claim.Words(claim.After)));
}
