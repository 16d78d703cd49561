using Rapporteur.Analysis;
using Rapporteur.Domain;
using Xunit;

namespace Rapporteur.Tests;

/// <summary>The graphs of <c>graphs.txt</c>, each with its known answer.</summary>
public sealed class HandMadeGraphs
{
    private static readonly Dictionary<string, (List<string> Lines, List<string> Answer)> Graphs = Load();

    public static TheoryData<string> Names => [.. Graphs.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Has_the_deadlocks_that_are_written_beside_it(string name)
    {
        var (lines, answer) = Graphs[name];
        Assert.Equal(answer.Order(StringComparer.Ordinal), Tell(DeadlockFinder.Find(GraphSketch.Of(lines))).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Gives_the_same_answer_whatever_the_order_of_its_lines(string name)
    {
        var (lines, _) = Graphs[name];
        var straight = DeadlockFinder.Find(GraphSketch.Of(lines));
        var reversed = DeadlockFinder.Find(GraphSketch.Of(lines.AsEnumerable().Reverse()));
        Assert.Equal(straight.Select(d => d.Key), reversed.Select(d => d.Key));
    }

    private static IEnumerable<string> Tell(IReadOnlyList<Deadlock> found)
    {
        if (found.Count == 0) yield return "nothing";
        foreach (var deadlock in found)
        {
            Assert.True(deadlock.AllBreaks);
            yield return $"{EnumSpelling.Of(deadlock.Kind)}: {string.Join(' ', deadlock.Cycle.SelectMany(c => new[] { c.Before, c.After }).Distinct().Order(StringComparer.Ordinal))}";
            foreach (var set in deadlock.Breaks)
                yield return "break: " + string.Join(" + ", set.Select(c => c.IsForgone ? $"forgo {c.Conditions[0].After}" : c.Stance).Order(StringComparer.Ordinal));
        }
    }

    private static Dictionary<string, (List<string>, List<string>)> Load()
    {
        var graphs = new Dictionary<string, (List<string> Lines, List<string> Answer)>(StringComparer.Ordinal);
        var name = "";
        foreach (var line in File.ReadLines(Repository.File("tests", "Rapporteur.Tests", "Analysis", "graphs.txt")))
        {
            if (line.StartsWith("## ", StringComparison.Ordinal)) graphs.Add(name = line[3..], ([], []));
            else if (line.StartsWith("= ", StringComparison.Ordinal)) graphs[name].Answer.Add(line[2..]);
            else if (line.Length > 0 && line[0] != '#') graphs[name].Lines.Add(line);
        }

        return graphs;
    }
}
