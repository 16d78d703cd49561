using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>Makes measures of claims: the same side, a common target, the same kind.</summary>
internal sealed class MeasureThreads(ClaimTable claims, Accounts accounts, Phrases phrases, Sentences sentences, Standing standing, ClaimActors mentioned, ThreadRulings rulings)
{
    private const int Horizon = 120;
    private static readonly ClaimType[] Speaking = [ClaimType.Threat, ClaimType.Demand, ClaimType.Commitment, ClaimType.Offer, ClaimType.Rejection, ClaimType.Acceptance, ClaimType.Statement];
    private readonly Dictionary<string, ImmutableArray<string>> _kinds = new(StringComparer.Ordinal);

    /// <summary>Measures, by who takes them, then name.</summary>
    internal ImmutableArray<Measure> All()
    {
        var items = claims.OfType(ClaimType.Measure).Where(CanBeFollowed).ToList();
        var threads = Agglomeration.Run(items.Count, i => Blocks(items[i]), (i, j) => Link(items[i], items[j]), (i, j) => !SameTargets(items[i], items[j]), rulings, i => items[i].Claim.Id);
        return [.. threads.Select(t => Make([.. t.Select(i => items[i])]))
            .OrderBy(m => m.Name, StringComparer.Ordinal).ThenBy(m => m.Key, StringComparer.Ordinal)];
    }

    // What nobody does to nobody cannot be followed; nor what the reader is not sure of, or has neither kind nor target.
    private bool CanBeFollowed(RecordedClaim claim)
    {
        var taker = accounts.Taker(claim.Claim);
        var (by, to) = (taker is not null and not Actor.Narrator, !claim.Claim.To.IsEmpty);
        if (Standing.IsCertain(claim.Claim)) return by || to;
        if (!by || accounts.IsMedium(taker!) || claim.Claim.Kind is null || !Standing.IsSure(claim.Claim) || standing.IsWished(claim)) return false;
        return to || (claim.Claim.What is { } what && mentioned.In(claim.Document.TextId, what).Any(a => !accounts.SameSide(a, taker)));
    }

    private IEnumerable<ulong> Blocks(RecordedClaim claim)
    {
        var side = accounts.Party(accounts.Taker(claim.Claim) ?? "");
        foreach (var key in phrases.Blocks(claim, side)) yield return key;
        if (claim.Claim.Kind is not { } kind) yield break;
        var stems = Kind(kind);
        var name = IsEconomic(stems) ? "economic" : string.Join(' ', stems);
        yield return BlockKey.With(BlockKey.Of(side), BlockKey.Of('k', name));
        if (claim.Claim.Holder is { } holder) yield return BlockKey.With(BlockKey.Of(accounts.Party(holder)), BlockKey.Of('u', name));
    }

    private double Link(RecordedClaim a, RecordedClaim b)
    {
        if (!SameTargets(a, b) || Apart(a, b) > Horizon) return 0;
        var kind = SameKind(a.Claim, b.Claim);
        if (!kind && !phrases.SameAct(a, b, 0.6)) return 0;
        if (accounts.Taker(a.Claim) is not { } one || accounts.Taker(b.Claim) is not { } other) return 0;
        if (accounts.SameSide(one, other)) return kind && !a.Claim.To.IsEmpty ? 2 : phrases.SameAct(a, b) ? 2 : 0;
        return kind && a.Claim.Status == ClaimStatus.Urged && b.Claim.Status == ClaimStatus.Urged && accounts.SameSide(a.Claim.Holder, b.Claim.Holder)
            && accounts.NamesAlike(one, other) ? 1 : 0;
    }

    private bool SameTargets(RecordedClaim a, RecordedClaim b) =>
        (a.Claim.To.IsEmpty && b.Claim.To.IsEmpty) || a.Claim.To.Any(x => b.Claim.To.Any(y => accounts.SameSide(x, y)));

    // Sanctions and tariffs stand for each other as long as they are only spoken of.
    private bool SameKind(Claim a, Claim b)
    {
        if (a.Kind is null || b.Kind is null) return false;
        var (one, other) = (Kind(a.Kind), Kind(b.Kind));
        if (one.SequenceEqual(other)) return true;
        return IsEconomic(one) && IsEconomic(other) && !InForce(a) && !InForce(b);
    }

    private ImmutableArray<string> Kind(string kind)
    {
        if (!_kinds.TryGetValue(kind, out var stems)) _kinds.Add(kind, stems = ContentWords.Of(kind));
        return stems;
    }

    private static bool IsEconomic(ImmutableArray<string> kind) => kind is ["sanct" or "sanction" or "tariff"];

    private static bool InForce(Claim claim) => claim is { Polarity: Polarity.Positive, Status: ClaimStatus.Imposed or ClaimStatus.Given or ClaimStatus.Lifted or ClaimStatus.Ended };

    private static int Apart(RecordedClaim a, RecordedClaim b) =>
        a.Document.TextId == b.Document.TextId ? 0
        : a.Document.Published.Anchor is { } one && b.Document.Published.Anchor is { } other ? Math.Abs(one.DayNumber - other.DayNumber) : int.MaxValue;

    private Measure Make(ImmutableArray<RecordedClaim> same)
    {
        var by = same.Select(c => accounts.Taker(c.Claim)).FirstOrDefault(b => b is not null and not Actor.Narrator);
        ImmutableArray<string> targets = [.. same.SelectMany(c => c.Claim.To).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var kind = same.Where(c => c.Claim.Kind is not null).GroupBy(c => c.Claim.Kind!, StringComparer.Ordinal)
            .OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).FirstOrDefault()?.Key;
        return new()
        {
            Key = ContentHash.Key("measure", same[0].Claim.Id),
            Name = Name(same[0], by, kind, targets),
            Claims = same,
            Companions = sentences.Beside(same, (c, m) => m.Claim.What is { } what && SpeaksOf(c.Claim, what), Speaking),
            By = by,
            Targets = targets,
            Kind = kind,
            State = Fold(same),
        };
    }

    private static bool SpeaksOf(Claim claim, TextSpan measure) =>
        claim.Type == ClaimType.Statement ? claim.Content.Any(c => c.Contains(measure)) : claim.What?.Overlaps(measure) == true;

    // Of each text the furthest state; the last text in time wins. What is negated or imagined says nothing of the state.
    private static ClaimStatus? Fold(ImmutableArray<RecordedClaim> same) => same
        .Where(c => c.Claim is { Polarity: Polarity.Positive, Status: not null } && c.Claim.Modality != Modality.Hypothetical)
        .GroupBy(c => (Day: c.Document.Published.Anchor ?? DateOnly.MinValue, c.Document.TextId))
        .OrderBy(g => g.Key.Day).ThenBy(g => g.Key.TextId, StringComparer.Ordinal)
        .Select(g => g.Max(c => c.Claim.Status)).LastOrDefault() ?? same.Select(c => c.Claim.Polarity == Polarity.Positive ? c.Claim.Status : null).LastOrDefault(s => s is not null);

    private string Name(RecordedClaim first, string? by, string? kind, ImmutableArray<string> targets)
    {
        IEnumerable<string?> parts =
        [
            by is null ? null : accounts.Name(by),
            kind ?? first.Words(first.Claim.What),
            targets.IsEmpty ? null : "on " + string.Join(", ", targets.Select(accounts.Name).Order(StringComparer.Ordinal)),
        ];
        return string.Join(", ", parts.Where(p => !string.IsNullOrEmpty(p)));
    }
}
