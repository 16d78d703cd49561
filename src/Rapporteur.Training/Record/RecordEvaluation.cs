using System.Collections.Immutable;
using System.Globalization;
using Rapporteur.Analysis;
using Rapporteur.Domain;
using Rapporteur.Reading;
using Rapporteur.Record;

namespace Rapporteur.Training;

/// <summary>Measures how much of what an analyst keeps of the annotated articles the record gives: from the annotated claims, and from the reader's own.</summary>
public static class RecordEvaluation
{
    private static readonly ImmutableArray<string> Groups = ["disputes", "positions", "conditions", "deadlines", "deadlocks"];
    private const int ShownReasons = 10;

    /// <summary>Figures of the annotated claims.</summary>
    /// <param name="folder">Folder that holds <c>articles</c>, <c>text</c> and <c>threads-seeds.json</c>.</param>
    /// <param name="read">Reads an article; null to take the annotated claims.</param>
    public static RecordFigures Run(string folder, Func<SourceDocument, DocumentReading>? read = null)
    {
        var file = Path.Combine(folder, "threads-seeds.json");
        var dossier = GoldDossier.Load(file, folder);
        var readings = read is null ? dossier.Readings : [.. dossier.Readings.Select(r => read(r.Document))];
        var snapshot = IssueBoard.Of(new SnapshotProjection().Fold(readings, dossier.AsOf));
        var bench = new RecordBench(snapshot, dossier, GoldItems.Load(file), new(dossier.Readings));
        var checks = bench.Checks();
        return new(checks, MechanismList.Of(bench, checks, Path.Combine(DataFolder.Shipped.Root, "evaluation", "mechanisms.tsv")), bench.Issues(), snapshot.Disputes.Length);
    }

    /// <summary>The table of mechanisms as Markdown: name, what it rests on, and whether it comes out of the annotated and of the read claims.</summary>
    /// <param name="annotated">Figures of the annotated claims.</param>
    /// <param name="read">Figures of the claims that were read.</param>
    public static IEnumerable<string> Table(RecordFigures annotated, RecordFigures read)
    {
        ArgumentNullException.ThrowIfNull(annotated);
        ArgumentNullException.ThrowIfNull(read);
        yield return "| | mechanism | measured by | from annotated claims | end to end |";
        yield return "|---|---|---|---|---|";
        foreach (var (one, other) in annotated.Mechanisms.Zip(read.Mechanisms)) yield return $"| {one.Group} | {one.Name} | {one.Rests} | {Verdict(one)} | {Verdict(other)} |";
    }

    /// <summary>Measures on the call of a host; gives the lines to print.</summary>
    internal static IEnumerable<string> Lines(EvaluationRequest request, CancellationToken cancel)
    {
        var folder = ArticleEvaluation.Folder(request.Path);
        var annotated = Run(folder);
        var reading = new GoldReading(request.Reader());
        var read = Run(folder, gold =>
        {
            cancel.ThrowIfCancellationRequested();
            return reading.Read(gold);
        });
        return [.. Report("from annotated claims", annotated), "", .. Report("end to end", read), "", .. Table(annotated, read)];
    }

    private static IEnumerable<string> Report(string title, RecordFigures figures)
    {
        yield return title;
        foreach (var group in Groups)
        {
            var (came, of) = figures.Share(group);
            yield return string.Create(CultureInfo.InvariantCulture, $"  {group,-12} {came,3} of {of,3}{(group == "disputes" ? $"   ({figures.DisputesFound} found)" : "")}");
        }

        yield return string.Create(CultureInfo.InvariantCulture, $"  {"issues",-12} B3 P {figures.Issues.Precision:F3} R {figures.Issues.Recall:F3} F1 {figures.Issues.F1:F3} over {figures.Issues.Items} claims of positions");
        yield return string.Create(CultureInfo.InvariantCulture, $"  {"mechanisms",-12} {figures.Mechanisms.Count(m => m.CameOut),3} of {figures.Mechanisms.Length,3}");
        yield return "  commonest misses";
        foreach (var misses in figures.Checks.Where(c => !c.CameOut).GroupBy(c => (c.Group, c.Missed)).OrderByDescending(g => g.Count()).ThenBy(g => g.Key.Group, StringComparer.Ordinal).ThenBy(g => g.Key.Missed, StringComparer.Ordinal).Take(ShownReasons))
            yield return string.Create(CultureInfo.InvariantCulture, $"  {misses.Count(),4}  {misses.Key.Group}: {misses.Key.Missed} ({string.Join(", ", misses.Select(m => m.Id))})");
    }

    private static string Verdict(MechanismCheck check) => check.CameOut ? "comes out" : "does not";
}
