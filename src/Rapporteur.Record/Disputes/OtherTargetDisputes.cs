using System.Collections.Frozen;
using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>A threat that was never carried out on one party beside a measure that was taken on another: not the same thing.</summary>
internal sealed class OtherTargetDisputes(ClaimTable claims, Accounts accounts, Sayings sayings)
{
    private const int Horizon = 60;
    private const int Step = 8;
    private static readonly PhraseTable Unfulfilled = PhraseTable.Load("unfulfilled-phrases.txt");
    private static readonly FrozenSet<string> Economic = WordList.Load("economic-words.txt");

    /// <summary>Whether words say that a threat was not carried out.</summary>
    internal static bool IsUnfulfilled(string words) => Unfulfilled.IsIn(words);

    /// <summary>Whether words name a measure that hits an economy.</summary>
    internal static bool IsEconomic(string words) => ContentWords.Of(words).Any(Economic.Contains);

    /// <summary>Whether a claim tells of a threat that was not carried out.</summary>
    internal static bool IsUnfulfilledThreat(RecordedClaim claim) => claim.Claim is { Type: ClaimType.Threat or ClaimType.Measure, Polarity: Polarity.Positive } && Standing.IsSure(claim.Claim) && IsUnfulfilled(claim.Evidence.Quote);

    internal IEnumerable<Dispute> All()
    {
        var imposed = claims.OfType(ClaimType.Measure).Where(c => c.Claim is { Polarity: Polarity.Positive, Status: ClaimStatus.Imposed, By: not null and not Actor.Narrator } && Sayings.Stands(c)).ToList();
        if (imposed.Count == 0) yield break;
        var nearby = new Nearby<RecordedClaim>(imposed, m => m.Document);
        foreach (var sentence in claims.With(ClaimMark.Unfulfilled).GroupBy(c => (c.Document.TextId, c.Claim.Evidence)))
        {
            var threats = sentence.ToList();
            // One threatens, by a claim of the sentence.
            var issuers = threats.Select(c => accounts.Taker(c.Claim)).Where(b => b is not null and not Actor.Narrator).Select(b => accounts.Party(b!)).ToHashSet(StringComparer.Ordinal);
            if (issuers.Count != 1) continue;
            var issuer = issuers.First();
            var targets = threats.SelectMany(c => c.Claim.To).Select(accounts.Party).Where(t => t != issuer).ToHashSet(StringComparer.Ordinal);
            if (targets.Count == 0) continue;
            if (!threats.Exists(IsEconomic)) continue;
            var elsewhere = nearby.To(threats[0], Horizon).Where(m => accounts.Party(m.Claim.By!) == issuer && IsEconomic(m)
                && Targets(m) is { Count: > 0 } other && !other.Overlaps(targets) && !other.Contains(issuer)).ToList();
            if (elsewhere.Count > 0) yield return DisputePair.Of(DisputeGround.OtherTarget, $"{Sayings.Name(threats[0])} / {Sayings.Name(elsewhere[0])}", threats, elsewhere, DisputeKind.Scope);
        }
    }

    // Whom it is aimed at, else the first party named behind "on": "tariffs on Northland steel".
    private HashSet<string> Targets(RecordedClaim measure)
    {
        if (!measure.Claim.To.IsEmpty) return [.. measure.Claim.To.Select(accounts.Party)];
        var (text, end) = (measure.Document.Text, measure.Claim.Evidence.End);
        if (measure.Claim.What is not { } what || what.End + Step > end || !text.AsSpan(what.End, end - what.End).TrimStart().StartsWith("on ", StringComparison.Ordinal)) return [];
        for (var to = what.End + Step; to - Step < end; to += Step)
            if (sayings.Named(measure, new(what.End, Math.Min(to, end))).ToHashSet(StringComparer.Ordinal) is { Count: > 0 } named) return named;
        return [];
    }

    private static bool IsEconomic(RecordedClaim claim) => IsEconomic(claim.Claim.Kind ?? "") || IsEconomic(Sayings.Name(claim));
}
