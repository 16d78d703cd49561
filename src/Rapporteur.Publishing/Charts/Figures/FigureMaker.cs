using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>Takes the numbers of events and measures from a record: only those of one unit and one kind of event stand together.</summary>
internal static class FigureMaker
{
    public static FigureChart? Of(ChartDesk desk, string id)
    {
        var numbers = desk.Brief.Live.Where(c => c.Claim is { Type: ClaimType.Incident or ClaimType.Measure, Polarity: Polarity.Positive })
            .SelectMany(c => c.Claim.Quantities.Where(q => !string.IsNullOrWhiteSpace(q.Unit)).Select(q => (Claim: c, Quantity: q, Kind: Kind(c.Claim), Unit: Quoting.Cut(Quoting.Clean(q.Unit), 40)))).ToImmutableArray();
        var series = numbers.GroupBy(n => (n.Kind, Unit: Fold(n.Unit))).Select(g => new FigureSeries(g.Key.Kind, Spelling(g.Select(n => n.Unit)),
            [.. g.Select(n => Point(desk, n.Claim, n.Quantity, n.Kind)).DistinctBy(p => (p.Source, p.Day, p.Value, p.Bound)).OrderBy(p => p.Day ?? DateOnly.MinValue).ThenBy(p => p.Value).ThenBy(p => p.Source, StringComparer.Ordinal)])).ToImmutableArray();
        return series.IsEmpty ? null : new(id, series);
    }

    private static string Kind(Claim claim) => string.IsNullOrWhiteSpace(claim.Kind) ? Words.Of("chart.event") : Quoting.Cut(Quoting.Clean(claim.Kind.Replace('_', ' ')), 40);

    private static FigurePoint Point(ChartDesk desk, RecordedClaim claim, Quantity quantity, string kind)
    {
        var told = claim.Claim.When is { IsUnknown: false } when ? when.Latest ?? when.Earliest : null;
        return new(told ?? claim.Document.Published.Anchor, told is null, (double)quantity.Value, BoundWords.Of(quantity.Qualifier), PassageMaker.Label(claim.Document, null),
            desk.Mark($"{kind}: {Parts.Quantities([quantity])[0].Text}", claim));
    }

    // "Soldier" and "soldiers" are one unit; nothing else is taken for the same.
    private static string Fold(string unit)
    {
        var lower = unit.ToLowerInvariant();
        return lower.Length > 3 && lower[^1] == 's' && lower[^2] != 's' ? lower[..^1] : lower;
    }

    private static string Spelling(IEnumerable<string> units) => units.CountBy(u => u, StringComparer.Ordinal).OrderByDescending(u => u.Value).ThenBy(u => u.Key, StringComparer.Ordinal).First().Key;
}
