using Rapporteur.Analysis;
using Rapporteur.Domain;
using Xunit;

namespace Rapporteur.Tests;

/// <summary>The solvers against brute force on small graphs from a seeded generator.</summary>
public sealed class ReasoningProperties
{
    private const int Cases = 600;

    [Fact]
    public void What_can_come_about_is_what_has_a_support_without_a_circle()
    {
        foreach (var lines in Graphs(alternatives: true, exclusions: false))
        {
            var graph = RequirementGraph.Of(GraphSketch.Of(lines));
            Assert.Equal(BruteForce.Attainable(graph, null), graph.Attainable());
        }
    }

    [Fact]
    public void Without_alternatives_exclusions_are_exact_too()
    {
        foreach (var lines in Graphs(alternatives: false, exclusions: true))
        {
            var graph = RequirementGraph.Of(GraphSketch.Of(lines));
            Assert.Equal(BruteForce.Attainable(graph, null), graph.Attainable());
        }
    }

    [Fact]
    public void Nothing_is_called_stuck_that_has_a_support()
    {
        foreach (var lines in Graphs(alternatives: true, exclusions: true))
        {
            var graph = RequirementGraph.Of(GraphSketch.Of(lines));
            var (exact, found) = (BruteForce.Attainable(graph, null), graph.Attainable());
            for (var i = 0; i < exact.Length; i++) Assert.False(exact[i] && !found[i], string.Join('\n', lines));
        }
    }

    [Fact]
    public void The_smallest_sets_of_concessions_are_those_of_brute_force()
    {
        var compared = 0;
        foreach (var lines in Graphs(alternatives: true, exclusions: false))
        {
            var graph = RequirementGraph.Of(GraphSketch.Of(lines));
            var can = graph.Attainable();
            if (graph.Stances.Length > 12 || Array.TrueForAll(can, c => c)) continue;
            var goal = Array.IndexOf(can, false);
            var exact = BruteForce.SmallestSets(graph, goal);
            var (sets, all) = new ConcessionSearch(graph, [goal]).Run(10_000_000);
            var found = sets.Select(s => string.Join(' ', s)).ToList();
            Assert.All(found, f => Assert.Contains(f, exact));
            if (all) Assert.Equal(exact.Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
            compared++;
        }

        Assert.True(compared > Cases / 4, $"{compared}");
    }

    [Fact]
    public void Every_circle_found_is_a_circle_of_stuck_things()
    {
        foreach (var lines in Graphs(alternatives: true, exclusions: false))
        {
            var graph = GraphSketch.Of(lines);
            var numbered = RequirementGraph.Of(graph);
            var can = BruteForce.Attainable(numbered, null);
            foreach (var deadlock in DeadlockFinder.Find(graph).Where(d => d.Kind == DeadlockKind.Circle))
            {
                for (var i = 0; i < deadlock.Cycle.Length; i++) Assert.Equal(deadlock.Cycle[i].After, deadlock.Cycle[(i + 1) % deadlock.Cycle.Length].Before);
                Assert.All(deadlock.Cycle, c => Assert.False(can[graph.Nodes.Select(n => n.Key).ToList().IndexOf(c.After)]));
            }
        }
    }

    [Fact]
    public void A_limit_in_steps_gives_the_same_answer_every_time()
    {
        string[] lines = [.. Enumerable.Range(0, 14).SelectMany(i => Enumerable.Range(0, 14).Where(j => j != i).Select(j => $"n{i:00} <- n{j:00} @p{i}"))];
        var (one, other) = (DeadlockFinder.Find(GraphSketch.Of(lines)), DeadlockFinder.Find(GraphSketch.Of(lines)));
        var deadlock = Assert.Single(one);
        Assert.False(deadlock.AllBreaks);
        Assert.Equal(deadlock.Breaks.Select(b => string.Join(' ', b.Select(c => c.Stance))), other[0].Breaks.Select(b => string.Join(' ', b.Select(c => c.Stance))));
    }

    private static IEnumerable<List<string>> Graphs(bool alternatives, bool exclusions)
    {
        var random = new Random(20310501);
        for (var i = 0; i < Cases; i++)
        {
            var size = random.Next(3, 8);
            var lines = new List<string>();
            var any = Enumerable.Range(0, size).Where(_ => alternatives && random.Next(4) == 0).ToHashSet();
            foreach (var node in any)
            {
                int[] ways = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => random.Next(size)).Distinct().Where(w => w != node)];
                if (ways.Length > 0) lines.Add($"n{node} <| {string.Join(' ', ways.Select(w => $"n{w}"))}");
            }

            for (var edge = random.Next(2, 10); edge > 0; edge--)
            {
                var (after, before) = (random.Next(size), random.Next(size));
                if (after == before || any.Contains(after)) continue;
                lines.Add(exclusions && random.Next(3) == 0 ? $"n{after} x- n{before} @p{random.Next(3)}" : random.Next(5) == 0 ? $"n{after} <~ n{before}" : $"n{after} <- n{before} @p{random.Next(3)}");
            }

            if (random.Next(4) == 0) lines.Add($"barred n{random.Next(size)}");
            yield return [.. lines.Distinct()];
        }
    }
}
