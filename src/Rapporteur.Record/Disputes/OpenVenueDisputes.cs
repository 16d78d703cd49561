using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>A place of a meeting that one sentence of a text has settled or named and another leaves open.</summary>
internal sealed class OpenVenueDisputes(ClaimTable claims, Accounts accounts)
{
    private const int Reach = 600;
    private static readonly PhraseTable Phrases = PhraseTable.Load("venue-phrases.txt");

    /// <summary>What words say of the place of a meeting: "settled", "open", or null.</summary>
    internal static string? Of(string words)
    {
        var values = Phrases.Values(words);
        return values.Contains("open") ? "open" : values.Contains("settled") ? "settled" : null;
    }

    /// <summary>Whether a claim leaves the place of a meeting open.</summary>
    internal static bool IsLeftOpen(RecordedClaim claim) => claim.Claim.Modality != Modality.Hypothetical && Standing.IsSure(claim.Claim) && (IsChoice(claim.Claim) || Of(claim.Evidence.Quote) == "open");

    /// <summary>Whether a claim settles or names the place of a meeting.</summary>
    internal static bool IsSettled(RecordedClaim claim) => Sayings.Stands(claim) && (Of(claim.Evidence.Quote) == "settled" || IsPlaced(claim.Claim));

    internal IEnumerable<Dispute> All()
    {
        var bySettled = claims.With(ClaimMark.SettlesVenue).ToLookup(c => c.Document.TextId, StringComparer.Ordinal);
        foreach (var text in claims.With(ClaimMark.LeavesVenue).GroupBy(c => c.Document.TextId, StringComparer.Ordinal))
        {
            var open = text.ToList();
            var settled = bySettled[text.Key];
            var pairs = settled.Select(s => (Settled: s, Open: open.Where(o => Opposed(s, o)).ToList())).Where(p => p.Open.Count > 0).ToList();
            if (pairs.Count == 0) continue;
            var against = pairs.SelectMany(p => p.Open).Distinct(ReferenceEqualityComparer.Instance).Cast<RecordedClaim>().ToList();
            var place = pairs.Select(p => p.Settled.Claim.Where ?? p.Settled.Words(p.Settled.Claim.What)).FirstOrDefault(p => p is not null) ?? pairs[0].Settled.Evidence.Quote;
            yield return DisputePair.Of(DisputeGround.OpenVenue, place, pairs.Select(p => p.Settled), against, DisputeKind.WithinDocument);
        }
    }

    private bool Opposed(RecordedClaim settled, RecordedClaim open)
    {
        if (settled.Claim.Evidence == open.Claim.Evidence) return false;
        // A named place is disputed by words on the venue of the same parties; a settled one by what stands close to it.
        if (settled.Claim.Type != ClaimType.Meeting) return Math.Abs(settled.Claim.Evidence.Start - open.Claim.Evidence.Start) <= Reach;
        var parties = Parties(open.Claim);
        // "The postponement of the envoys' meeting and the absence of any venue": what names nobody turns on the meeting beside it.
        if (parties.Count < 2) parties = [.. claims.InSentence(open, ClaimType.Meeting).SelectMany(c => Parties(c.Claim))];
        return !IsChoice(open.Claim) && parties.Count > 1 && Parties(settled.Claim).IsSupersetOf(parties);
    }

    private HashSet<string> Parties(Claim claim) => claim.Participants.Concat(claim.About).Concat(claim.To).Select(accounts.Party).ToHashSet(StringComparer.Ordinal);

    private static bool IsPlaced(Claim claim) => claim is { Type: ClaimType.Meeting, Where: not null, Status: ClaimStatus.Agreed or ClaimStatus.Scheduled or ClaimStatus.Postponed or ClaimStatus.Cancelled };

    // "Oslo or Vienna" is a choice still to be made.
    private static bool IsChoice(Claim claim) => claim is { Type: ClaimType.Meeting, Where: { } place, Status: not ClaimStatus.Held } && place.Contains(" or ", StringComparison.Ordinal);
}
