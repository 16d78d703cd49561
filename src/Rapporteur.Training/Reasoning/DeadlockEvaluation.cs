using System.Globalization;
using System.Text;
using Rapporteur.Analysis;
using Rapporteur.Domain;
using Rapporteur.Record;

namespace Rapporteur.Training;

/// <summary>Compares the deadlocks found from annotated claims with those that an analyst named. One is met when the kinds agree and the found one rests on all the stated conditions of the annotated one
/// but at most one in three.</summary>
internal static class DeadlockEvaluation
{
    /// <summary>Figures, and every deadlock found with the annotated one that it meets.</summary>
    /// <param name="cancel">Not looked at: the run is short.</param>
    /// <param name="request">A folder with <c>articles/</c>, <c>text/</c> and <c>threads-seeds.json</c>.</param>
    internal static IEnumerable<string> Lines(EvaluationRequest request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        var file = Path.Combine(request.Path, "threads-seeds.json");
        var dossier = GoldDossier.Load(file, request.Path);
        var snapshot = new SnapshotProjection().Fold(dossier.Readings, dossier.AsOf);
        var graph = ConditionGraphBuilder.Of(snapshot);
        var found = DeadlockFinder.Find(graph);
        var gold = GoldDeadlock.Load(file);
        var met = gold.Select(g => found.FirstOrDefault(f => Meets(g, f))).ToList();
        yield return string.Create(CultureInfo.InvariantCulture, $"conditions  {graph.Edges.Count(e => !e.IsInferred)} stated, {graph.Edges.Count(e => e.IsInferred)} inferred, {graph.Nodes.Length} nodes");
        yield return string.Create(CultureInfo.InvariantCulture, $"deadlocks   {found.Length} found, {met.Count(m => m is not null)} of {gold.Length} annotated ones met");
        if (request.Rules)
            foreach (var edge in graph.Edges)
                yield return $"  {(edge.Party is { } party ? snapshot.NameOf(party) : "-")}: “{graph.Nodes.First(n => n.Key == edge.After).Name}” {(edge.Kind == ConditionKind.Excludes ? "excludes" : "waits for")} “{graph.Nodes.First(n => n.Key == edge.Before).Name}” {edge.Inference?.Rule ?? edge.Claim.Claim.Id}";
        foreach (var deadlock in found)
        {
            var number = met.IndexOf(deadlock);
            yield return Tell(deadlock, number < 0 ? "-" : $"annotated {number + 1}, {gold[number].Kind}", snapshot);
        }
    }

    private static bool Meets(GoldDeadlock gold, Deadlock found) => Meets(gold, found, found.Grounds.Select(c => c.Claim.Id).ToHashSet(StringComparer.Ordinal));

    /// <summary>Whether a deadlock that rests on some annotated claims is the annotated one.</summary>
    /// <param name="gold">The annotated one.</param>
    /// <param name="found">The one found.</param>
    /// <param name="claims">Ids of the annotated claims that it rests on.</param>
    internal static bool Meets(GoldDeadlock gold, Deadlock found, IReadOnlySet<string> claims) => gold.SameKind(found) && gold.Shared(claims) * 3 >= gold.Conditions.Length * 2;

    private static string Tell(Deadlock deadlock, string gold, RecordSnapshot snapshot)
    {
        var text = new StringBuilder($"  {EnumSpelling.Of(deadlock.Kind),-16} {gold}");
        var names = deadlock.Nodes.ToDictionary(n => n.Key, n => n.Name, StringComparer.Ordinal);
        foreach (var edge in deadlock.Cycle)
            text.Append(CultureInfo.InvariantCulture, $"\n    {(edge.Party is { } party ? snapshot.NameOf(party) : "-")}: “{names[edge.After]}” {(edge.Kind == ConditionKind.Excludes ? "excludes" : "waits for")} “{names[edge.Before]}”{(edge.IsInferred ? $" (inferred: {edge.Inference!.Rule})" : "")}");
        return text.Append(CultureInfo.InvariantCulture, $"\n    {deadlock.Breaks.Length} smallest sets of concessions: {string.Join("; ", deadlock.Breaks.Select(b => string.Join(" and ", b.Select(c => Give(c, snapshot)))))}").ToString();
    }

    private static string Give(Concession concession, RecordSnapshot snapshot)
    {
        var claim = concession.Conditions[0].Claim;
        return $"{(concession.Party is { } party ? snapshot.NameOf(party) : "somebody")} {(concession.IsForgone ? "forgoes" : "drops")} “{claim.Words(claim.Claim.If ?? claim.Claim.What)}”";
    }
}
