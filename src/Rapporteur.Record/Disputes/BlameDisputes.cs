using System.Collections.Frozen;
using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>Parties that blame different sides for the failure of one negotiation.</summary>
internal sealed class BlameDisputes(ClaimTable claims, Accounts accounts, Phrases phrases)
{
    private const int Horizon = 60;
    private static readonly FrozenSet<string> Failure = WordList.Load("blame-words.txt");

    /// <summary>Whether a phrase names the failure of a negotiation.</summary>
    internal static bool IsFailure(string phrase) => ContentWords.Of(phrase).Any(Failure.Contains);

    /// <summary>Whether a claim charges somebody with a failure.</summary>
    internal static bool MayBlame(RecordedClaim claim) =>
        claim.Claim is { Type: ClaimType.Accusation, Polarity: Polarity.Positive, To.Length: > 0 } && Standing.IsSure(claim.Claim) && claim.Words(claim.Claim.What) is { } what && IsFailure(what);

    internal IEnumerable<Dispute> All()
    {
        var charges = claims.With(ClaimMark.Blames).Where(IsBlame)
            .GroupBy(c => (Account: accounts.Of(c.Claim), Target: accounts.Party(c.Claim.To[0])))
            .Select(g => (g.Key.Account, g.Key.Target, Claims: g.ToList()))
            .OrderBy(g => g.Account, StringComparer.Ordinal).ThenBy(g => g.Target, StringComparer.Ordinal).ToList();
        for (var i = 0; i < charges.Count; i++)
            for (var j = i + 1; j < charges.Count; j++)
            {
                var (a, b) = (charges[i], charges[j]);
                if (a.Account == b.Account || a.Target == b.Target) continue;
                var one = a.Claims.Where(c => b.Claims.Any(o => AboutOne(c, o))).ToList();
                var other = b.Claims.Where(c => one.Any(o => AboutOne(c, o))).ToList();
                if (one.Count > 0) yield return DisputePair.Of(DisputeGround.Blame, Sayings.Name(one[0]), one, other, accounts);
            }
    }

    private bool IsBlame(RecordedClaim claim)
    {
        var account = accounts.Of(claim.Claim);
        return account != Actor.Narrator && !claim.Claim.To.Any(t => accounts.SameSide(t, account));
    }

    // One negotiation: near in time, and a party in common or words in common.
    private bool AboutOne(RecordedClaim a, RecordedClaim b)
    {
        if (!Sayings.AreNear(a, b, Horizon)) return false;
        return Parties(a).Any(p => Parties(b).Any(q => p == q || accounts.NamesAlike(p, q))) || Stems.Shared(phrases.Stems(a), phrases.Stems(b)) > 1;
    }

    private IEnumerable<string> Parties(RecordedClaim claim) => claim.Claim.To.Select(accounts.Party).Append(accounts.Of(claim.Claim));
}
