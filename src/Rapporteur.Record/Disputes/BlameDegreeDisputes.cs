using System.Text.RegularExpressions;
using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>One holder who by one sentence blames a side alone and by another only more than somebody else.</summary>
internal sealed partial class BlameDegreeDisputes(ClaimTable claims, Accounts accounts)
{
    private const int Horizon = 60;
    private static readonly PhraseTable Degrees = PhraseTable.Load("blame-degrees.txt");

    /// <summary>"sole", "shared", or null where the words give no degree or both.</summary>
    internal static string? Of(string words)
    {
        var degrees = Degrees.Values(words);
        if (NotAnother().IsMatch(words)) degrees.Add("sole");
        return degrees.Count == 1 ? degrees.First() : null;
    }

    /// <summary>Whether a claim gives a side the blame, alone or more than another.</summary>
    internal static bool MayWeigh(RecordedClaim claim) =>
        claim.Claim is { Type: ClaimType.Accusation, Polarity: Polarity.Positive, To.IsEmpty: false, Modality: not (Modality.Hypothetical or Modality.Historical) } && Standing.IsSure(claim.Claim) && Of(claim.Evidence.Quote) is not null;

    internal IEnumerable<Dispute> All()
    {
        var charges = claims.With(ClaimMark.Weighs).Where(c => accounts.Of(c.Claim) != Actor.Narrator).Select(c => (Claim: c, Degree: Of(c.Evidence.Quote)))
            .GroupBy(c => (Account: accounts.Of(c.Claim.Claim), Target: accounts.Party(c.Claim.Claim.To[0])))
            .OrderBy(g => g.Key.Account, StringComparer.Ordinal).ThenBy(g => g.Key.Target, StringComparer.Ordinal);
        foreach (var charge in charges)
        {
            var (sole, shared) = (charge.Where(c => c.Degree == "sole").Select(c => c.Claim).ToList(), charge.Where(c => c.Degree == "shared").Select(c => c.Claim).ToList());
            var one = sole.Where(s => shared.Exists(o => Sayings.AreNear(s, o, Horizon))).ToList();
            var other = shared.Where(s => one.Exists(o => Sayings.AreNear(s, o, Horizon))).ToList();
            if (one.Count > 0) yield return DisputePair.Of(DisputeGround.DegreeOfBlame, Sayings.Name(one[0]), one, other, accounts);
        }
    }

    // "faults Northland, not Westmark".
    [GeneratedRegex(@",\s+not\s+(?:the\s+)?\p{Lu}")]
    private static partial Regex NotAnother();
}
