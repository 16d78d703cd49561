using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>Two readings of one round of talks: a success by one account, a failure by the other.</summary>
internal sealed class OutlookDisputes(ClaimTable claims, Accounts accounts, Sayings sayings)
{
    private const int Horizon = 3;
    private static readonly PhraseTable Forms = PhraseTable.Load("form-words.txt");
    private static readonly PhraseTable Outlooks = PhraseTable.Load("outlook-phrases.txt");

    private sealed record Reading(RecordedClaim Claim, string Account, bool Good, HashSet<string> Parties);

    /// <summary>Whether words judge talks well (true) or badly (false); null where they do neither or both.</summary>
    internal static bool? Of(string words) => Outlooks.Only(words, h => (h.Value == "good") != h.Negated ? "good" : "bad") is { } outlook ? outlook == "good" : null;

    /// <summary>Whether words point to one meeting by its form.</summary>
    internal static bool PointsToMeeting(string words) => Forms.IsIn(words);

    /// <summary>Whether a claim judges talks.</summary>
    internal static bool MayJudge(RecordedClaim claim) => claim.Claim.Type is ClaimType.Assessment or ClaimType.Statement && claim.Claim.Modality == Modality.Certain && Sayings.Stands(claim) && Of(Sayings.Own(claim)) is not null;

    internal IEnumerable<Dispute> All()
    {
        var readings = claims.With(ClaimMark.Judges).Select(Read).OfType<Reading>().ToList();
        var pairs = new Dictionary<(string, string, string), (List<RecordedClaim> Good, List<RecordedClaim> Bad)>();
        var unfavourable = new Nearby<Reading>(readings.Where(r => !r.Good), r => r.Claim.Document);
        foreach (var good in readings.Where(r => r.Good))
            foreach (var bad in unfavourable.To(good.Claim, Horizon).Where(r => AreOfOne(good, r)))
            {
                var key = (good.Claim.Document.TextId, good.Account, bad.Account);
                if (!pairs.TryGetValue(key, out var pair)) pairs.Add(key, pair = ([], []));
                if (!pair.Good.Contains(good.Claim)) pair.Good.Add(good.Claim);
                if (!pair.Bad.Contains(bad.Claim)) pair.Bad.Add(bad.Claim);
            }

        foreach (var (good, bad) in pairs.OrderBy(p => p.Key).Select(p => p.Value))
            yield return DisputePair.Of(DisputeGround.Outlook, $"{Sayings.Own(good[0])} / {Sayings.Own(bad[0])}", good, bad, accounts);
    }

    private Reading? Read(RecordedClaim claim)
    {
        if (Of(Sayings.Own(claim)) is not { } good) return null;
        var account = accounts.Of(claim.Claim);
        if (account == Actor.Narrator && claim.Claim.About.IsEmpty) return null;
        var parties = claim.Claim.Type == ClaimType.Assessment ? claim.Claim.About.Select(accounts.Party).ToHashSet(StringComparer.Ordinal) : sayings.Named(claim, claim.Claim.Evidence).ToHashSet(StringComparer.Ordinal);
        if (parties.Append(account).Where(p => p != Actor.Narrator).Distinct(StringComparer.Ordinal).Count() < 2) parties.UnionWith(OfMeeting(claim));
        return new(claim, account, good, parties);
    }

    // "The delay of the summit": of the parties that every summit of the text has which is told of two or more.
    private HashSet<string> OfMeeting(RecordedClaim claim)
    {
        var forms = Forms.Values(Sayings.Own(claim));
        if (forms.Count != 1) return [];
        HashSet<string>? found = null;
        foreach (var meeting in claims.InText(claim.Document.TextId, ClaimType.Meeting).Where(c => c.Claim is { Form: { } form } && forms.Contains(EnumSpelling.Of(form)) && Standing.IsSure(c.Claim)))
        {
            var parties = meeting.Claim.Participants.Where(accounts.IsKnown).Select(accounts.Party).ToHashSet(StringComparer.Ordinal);
            if (parties.Count < 2) continue;
            if (found?.SetEquals(parties) == false) return [];
            found = parties;
        }

        return found ?? [];
    }

    // One sentence that gives both; or in one text, or within days, the same two parties or more of which each speaks.
    private static bool AreOfOne(Reading good, Reading bad)
    {
        if (good.Account == bad.Account) return false;
        if (Sayings.SameSentence(good.Claim, bad.Claim)) return IsOnTalks(good.Claim);
        if (!IsOnTalks(good.Claim) && !IsOnTalks(bad.Claim)) return false;
        if (!Sayings.SameText(good.Claim, bad.Claim) && (good.Account == Actor.Narrator || bad.Account == Actor.Narrator)) return false;
        var (one, other) = (With(good), With(bad));
        return one.Count > 1 && other.Count > 1 && one.SetEquals(other);
    }

    private static HashSet<string> With(Reading reading) => reading.Account == Actor.Narrator ? reading.Parties : [.. reading.Parties, reading.Account];

    private static bool IsOnTalks(RecordedClaim claim) => Sayings.NameTalks(claim.Evidence.Quote);
}
