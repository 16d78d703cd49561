using System.Collections.Frozen;
using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>How much a party is to bear: a lasting commitment by the word of another, a limited role by its own.</summary>
internal sealed class ExtentDisputes(ClaimTable claims, Accounts accounts, Sayings sayings)
{
    private const int Horizon = 60;
    private static readonly PhraseTable Extents = PhraseTable.Load("extent-phrases.txt");
    private static readonly FrozenSet<string> LightVerbs = WordList.Load("light-verbs.txt");

    /// <summary>"large", "small", or null where words give no extent or both.</summary>
    internal static string? Of(string words) => Extents.Only(words);

    /// <summary>Whether words name a matter by a verb that says nothing of it.</summary>
    internal static bool IsLight(string words) => ContentWords.Of(words).Any(LightVerbs.Contains);

    /// <summary>Whether a claim says how much somebody is to bear.</summary>
    internal static bool MayMeasure(RecordedClaim claim) => claim.Claim.Type is ClaimType.Offer or ClaimType.Commitment or ClaimType.Statement or ClaimType.Demand or ClaimType.Rejection
        && Sayings.Stands(claim) && Of(Sayings.Own(claim)) is not null;

    internal IEnumerable<Dispute> All()
    {
        var said = claims.With(ClaimMark.Measures).Where(c => accounts.Of(c.Claim) != Actor.Narrator).Select(c => (Claim: c, Account: accounts.Of(c.Claim), Extent: Of(Sayings.Own(c)))).ToList();
        var large = new Nearby<(RecordedClaim Claim, string Account, string? Extent)>(said.Where(s => s.Extent == "large"), s => s.Claim.Document);
        foreach (var small in said.Where(s => s.Extent == "small").GroupBy(s => (s.Account, s.Claim.Document.TextId)))
        {
            var own = small.Select(s => s.Claim).ToList();
            foreach (var other in large.To(own[0], Horizon).Where(l => l.Account != small.Key.Account && sayings.Parties(l.Claim).Contains(small.Key.Account) && OneMatter(l.Claim, own)).GroupBy(l => (l.Account, l.Claim.Document.TextId)))
                yield return DisputePair.Of(DisputeGround.Extent, Phrase(other.First().Claim) + " / " + Phrase(own[0]), other.Select(l => l.Claim), own, accounts);
        }
    }

    // A word that both use of the matter, the words of extent aside; what one names may stand in the sentences around the other.
    private static bool OneMatter(RecordedClaim large, List<RecordedClaim> small)
    {
        var measure = ContentWords.Of(Phrase(large) + " " + Phrase(small[0]));
        var matter = ContentWords.Of(Sayings.Own(small[0])).Where(w => !measure.Contains(w) && !LightVerbs.Contains(w)).ToHashSet(StringComparer.Ordinal);
        return ContentWords.Of(string.Join(' ', large.Words(large.Before), large.Evidence.Quote, large.Words(large.After))).Any(matter.Contains);
    }

    private static string Phrase(RecordedClaim claim) => Extents.In(Sayings.Own(claim)).First().Phrase;
}
