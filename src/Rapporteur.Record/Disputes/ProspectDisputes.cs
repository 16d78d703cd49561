using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>One who expects of a step what another doubts.</summary>
internal sealed class ProspectDisputes(ClaimTable claims, Accounts accounts)
{
    private const int Horizon = 14;
    private const double LeastShare = 0.5;
    private static readonly PhraseTable Prospects = PhraseTable.Load("prospect-words.txt");

    /// <summary>"likely", "doubtful", or null: how words introduce what is to come.</summary>
    internal static string? Of(string words) => Prospects.Only(words, h => h.Negated && h.Value == "likely" ? "doubtful" : h.Value);

    /// <summary>Whether a claim tells what somebody expects or doubts.</summary>
    internal static bool MayExpect(RecordedClaim claim) => claim.Claim is { Type: ClaimType.Statement, Content.IsDefaultOrEmpty: false, Cue: not null } && Sayings.Stands(claim) && Of(Introduction(claim)) is not null;

    internal IEnumerable<Dispute> All()
    {
        var prospects = claims.With(ClaimMark.Expects).Where(c => accounts.Of(c.Claim) != Actor.Narrator)
            .Select(c => (Claim: c, Side: Of(Introduction(c)))).Select(p => (p.Claim, p.Side, Words: ContentWords.Of(Sayings.Own(p.Claim)))).ToList();
        var doubtful = new Nearby<(RecordedClaim Claim, string? Side, ImmutableArray<string> Words)>(prospects.Where(p => p.Side == "doubtful"), p => p.Claim.Document);
        foreach (var likely in prospects.Where(p => p.Side == "likely"))
        {
            var doubts = doubtful.To(likely.Claim, Horizon)
                .Where(p => accounts.Of(p.Claim.Claim) != accounts.Of(likely.Claim.Claim) && SameOutcome(p.Words, likely.Words)).Select(p => p.Claim).ToList();
            if (doubts.Count > 0) yield return DisputePair.Of(DisputeGround.Prospect, Sayings.Own(doubts[0]), [likely.Claim], doubts, accounts);
        }
    }

    // The cue with the words right before it, which may negate it.
    private static string Introduction(RecordedClaim claim)
    {
        var (cue, sentence, text) = (claim.Claim.Cue!.Value, claim.Claim.Evidence, claim.Document.Text);
        var start = Math.Max(sentence.Start, cue.Start);
        for (var words = 0; start > sentence.Start && words < 3; start--)
            if (text[start - 1] == ' ' && ++words == 3) break;
        return text[start..Math.Max(start, cue.End)];
    }

    // What is expected is negated on neither side, and half the words of the shorter are in the other.
    private static bool SameOutcome(ImmutableArray<string> a, ImmutableArray<string> b)
    {
        if (a.Contains(ContentWords.Negation) || b.Contains(ContentWords.Negation)) return false;
        var shared = a.Count(b.Contains);
        return shared >= 2 && shared >= LeastShare * Math.Min(a.Length, b.Length);
    }
}
