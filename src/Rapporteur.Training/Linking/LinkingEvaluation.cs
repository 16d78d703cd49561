using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Rapporteur.Domain;
using Rapporteur.Record;

namespace Rapporteur.Training;

/// <summary>A dispute that was found, with the annotated one that it meets.</summary>
/// <param name="Found">The dispute found.</param>
/// <param name="Gold">Id and class of the annotated one; null where there is none.</param>
public sealed record FoundDispute(Dispute Found, GoldThread? Gold);

/// <summary>How well claims are linked into threads, and which disputes are found.</summary>
/// <param name="Core">Claims of meetings, deadlines, measures and commitments.</param>
/// <param name="All">Every claim of an annotated meeting, deadline, measure or commitment, statements and the like included.</param>
/// <param name="States">Annotated meetings and deadlines whose state was found, out of those whose claims were found.</param>
/// <param name="Disputes">Disputes found.</param>
public sealed record LinkingFigures(ClusterScore Core, ClusterScore All, (int Right, int Of) States, ImmutableArray<FoundDispute> Disputes);

/// <summary>Measures linking against an annotated dossier.</summary>
public static class LinkingEvaluation
{
    /// <summary>Folds the annotated claims into threads and compares these with the annotated threads.</summary>
    /// <param name="dossier">The annotation.</param>
    public static LinkingFigures Run(GoldDossier dossier)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        var snapshot = new SnapshotProjection().Fold(dossier.Readings, dossier.AsOf);
        var threads = Threads(snapshot).ToList();
        var types = snapshot.Claims.ToDictionary(c => c.Claim.Id, c => c.Claim.Type, StringComparer.Ordinal);
        var gold = dossier.Threads.Where(t => t.Kind is "meeting" or "deadline" or "measure" or "commitment").ToList();
        var core = Index(gold.Select(t => (t.Id, t.Claims.Where(c => OwnKind(types[c]) == t.Kind))));
        var all = Index(gold.Select(t => (t.Id, t.Claims.AsEnumerable())));
        return new(
            BCubed.Score(core, Index(threads.Select(t => (t.Key, t.Claims.Select(c => c.Claim.Id))))),
            BCubed.Score(all, Index(threads.Select(t => (t.Key, t.Claims.Concat(t.Companions).Select(c => c.Claim.Id))))),
            States(dossier, snapshot),
            [.. snapshot.Disputes.Select(d => new FoundDispute(d, dossier.Disputes.FirstOrDefault(g => Meets(d, g))))]);
    }

    /// <summary>Measures on the call of a host; gives the lines to print. Throws <see cref="FileNotFoundException"/> where the folder holds no threads.</summary>
    /// <param name="request">The folder with <c>articles</c>, <c>text</c> and <c>threads-seeds.json</c>.</param>
    /// <param name="cancel">Stops the work.</param>
    internal static IEnumerable<string> Lines(EvaluationRequest request, CancellationToken cancel)
    {
        var folder = ArticleEvaluation.Folder(request.Path);
        cancel.ThrowIfCancellationRequested();
        return Report(Run(GoldDossier.Load(Path.Combine(folder, "threads-seeds.json"), folder))).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>The figures as lines for a person.</summary>
    /// <param name="figures">The figures.</param>
    public static string Report(LinkingFigures figures)
    {
        ArgumentNullException.ThrowIfNull(figures);
        var lines = new StringBuilder();
        void Line(string name, ClusterScore s) => lines.Append(CultureInfo.InvariantCulture, $"{name,-22} items {s.Items,4}   P {s.Precision:F3}  R {s.Recall:F3}  B3 F1 {s.F1:F3}\n");
        Line("threads", figures.Core);
        Line("threads and companions", figures.All);
        lines.Append(CultureInfo.InvariantCulture, $"{"states",-22} {figures.States.Right} of {figures.States.Of}\n");
        var met = figures.Disputes.Where(d => d.Gold is not null).Select(d => d.Gold!.Id).Distinct(StringComparer.Ordinal).Count();
        lines.Append(CultureInfo.InvariantCulture, $"{"disputes",-22} found {figures.Disputes.Length}, annotated ones met {met}\n");
        foreach (var (found, gold) in figures.Disputes)
            lines.Append(CultureInfo.InvariantCulture, $"  {EnumSpelling.Of(found.Kind),-17} {(gold is null ? "-" : $"{gold.Id} {gold.Kind}"),-22} {found.Subject}\n");
        return lines.ToString();
    }

    private static IEnumerable<Rapporteur.Domain.Thread> Threads(RecordSnapshot snapshot) =>
        [.. snapshot.Meetings, .. snapshot.Deadlines, .. snapshot.Measures, .. snapshot.Commitments];

    private static string OwnKind(ClaimType type) => type switch
    {
        ClaimType.Meeting => "meeting",
        ClaimType.Deadline => "deadline",
        ClaimType.Measure => "measure",
        ClaimType.Commitment => "commitment",
        _ => "",
    };

    private static Dictionary<string, IReadOnlySet<string>> Index(IEnumerable<(string Id, IEnumerable<string> Claims)> threads) => threads
        .SelectMany(t => t.Claims.Select(c => (Claim: c, t.Id)))
        .GroupBy(c => c.Claim, c => c.Id, StringComparer.Ordinal)
        .ToDictionary(g => g.Key, g => (IReadOnlySet<string>)g.ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);

    // A thread found stands for the annotated one with which it shares most claims.
    private static (int Right, int Of) States(GoldDossier dossier, RecordSnapshot snapshot)
    {
        var (right, of) = (0, 0);
        foreach (var gold in dossier.Threads.Where(t => t.Kind == "meeting"))
        {
            var found = snapshot.Meetings.Select(m => (Meeting: m, Shared: m.Claims.Count(c => gold.Claims.Contains(c.Claim.Id)))).Where(m => m.Shared > 0)
                .OrderByDescending(m => m.Shared).ThenBy(m => m.Meeting.Key, StringComparer.Ordinal).Select(m => m.Meeting).FirstOrDefault();
            if (found is null) continue;
            of++;
            if (found.State is { } state && EnumSpelling.Of(state) == gold.State) right++;
        }

        foreach (var gold in dossier.Deadlines)
        {
            if (snapshot.Deadlines.FirstOrDefault(d => d.Claims.Any(c => gold.Claims.Contains(c.Claim.Id))) is not { } found) continue;
            of++;
            if (EnumSpelling.Of(found.State) == gold.State) right++;
        }

        return (right, of);
    }

    // Both accounts of the dispute lie on different sides of the annotated one.
    private static bool Meets(Dispute found, GoldThread gold) =>
        Enumerable.Range(0, gold.Sides.Length).Any(i => found.One.Any(c => gold.Sides[i].Contains(c.Claim.Id))
            && Enumerable.Range(0, gold.Sides.Length).Any(j => j != i && found.Other.Any(c => gold.Sides[j].Contains(c.Claim.Id))));
}
