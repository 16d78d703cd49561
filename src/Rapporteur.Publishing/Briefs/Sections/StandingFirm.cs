using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>Chooses the newest firm refusals and demands of the main parties: one for each party and subject.</summary>
internal static class StandingFirm
{
    private const int MainParties = 8;
    private const int OfAParty = 2;

    /// <summary>At most <paramref name="most"/> claims, the most recent first. Every main party has a first line before any has a second.</summary>
    public static IEnumerable<RecordedClaim> Choose(BriefDesk desk, int most)
    {
        var main = desk.Parties.Take(MainParties).Select(p => p.Key).ToHashSet(StringComparer.Ordinal);
        var queues = desk.Snapshot.Positions.Where(p => IsFirm(desk, p))
            .OrderByDescending(p => p.Claim.Document.Published.Anchor ?? DateOnly.MinValue).ThenByDescending(p => Substance(p.Claim)).ThenByDescending(p => p.Firmness)
            .Select(p => p.Claim).Distinct()
            .Where(c => desk.Names.PartyOf(c.Claim.By) is { } party && main.Contains(party))
            .GroupBy(c => desk.Names.PartyOf(c.Claim.By)!, StringComparer.Ordinal)
            .OrderBy(g => desk.Rank(g.Key)).Select(g => Subjects(g).Take(OfAParty).ToImmutableArray()).ToImmutableArray();
        return Enumerable.Range(0, OfAParty).SelectMany(i => queues.Where(q => q.Length > i).Select(q => q[i])).Take(Math.Max(0, most))
            .OrderByDescending(c => c.Document.Published.Anchor ?? DateOnly.MinValue).ThenBy(c => desk.Rank(desk.Names.PartyOf(c.Claim.By)));
    }

    // The first claim of each subject.
    private static IEnumerable<RecordedClaim> Subjects(IEnumerable<RecordedClaim> claims)
    {
        var told = new List<ImmutableArray<string>>();
        foreach (var claim in claims)
        {
            var words = TellingWords.Of(claim.Words(claim.Claim.What)!);
            if (told.Any(t => TellingWords.Overlap(t, words))) continue;
            told.Add(words);
            yield return claim;
        }
    }

    // Three words or more tell a subject better than two.
    private static int Substance(RecordedClaim claim) => Math.Min(3, TellingWords.Of(claim.Words(claim.Claim.What)!).Length);

    private static bool IsFirm(BriefDesk desk, Position position) =>
        position is { Firmness: Firmness.Demand or Firmness.RedLine, Claim: { Claim: { Modality: Modality.Certain, Polarity: Polarity.Positive, What: { } what } claim } recorded }
        && claim.Voice is not (Voice.Anonymous or Voice.Expert)
        && claim.By == position.Actor
        && !ClaimFields.SaysLittle(recorded, what, desk.Names);
}
