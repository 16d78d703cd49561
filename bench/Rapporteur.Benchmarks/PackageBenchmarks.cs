using BenchmarkDotNet.Attributes;
using Rapporteur.Analysis;

namespace Rapporteur.Benchmarks;

/// <summary>The points that no other beats, among a million random ones of two, three and four parties. NegMAS 0.11 takes 480, 660 and 1,550 ms (bargaining.md).</summary>
public class FrontierBenchmarks
{
    private double[] _points = [];

    [Params(2, 3, 4)]
    public int Parties { get; set; }

    [GlobalSetup]
    public void Draw()
    {
        var chance = new ChanceStream(20250101, (ulong)Parties);
        _points = new double[1_000_000 * Parties];
        for (var i = 0; i < _points.Length; i++) _points[i] = chance.Unit();
    }

    [Benchmark]
    public int Unbeaten() => ParetoFrontier.Of(_points, Parties).Length;
}

/// <summary>Frontier, all rules of fair division and zone of a domain of 15,625 packages: six issues of five options. NegMAS takes 2.6 s for all solution points of Car (bargaining.md).</summary>
public class SolutionBenchmarks
{
    private PackageProblem? _problem;

    [GlobalSetup]
    public void Make()
    {
        var chance = new ChanceStream(15625);
        var space = new Domain.OutcomeSpace([.. Enumerable.Range(0, 6).Select(i => new Domain.PackageIssue($"issue {i}", [.. Enumerable.Range(0, 5).Select(o => $"option {o}")]))]);
        _problem = new("six issues", [.. Enumerable.Range(0, 2).Select(p => new UtilityFunction(space, $"party {p}", [.. Enumerable.Range(0, 6).Select(_ => System.Collections.Immutable.ImmutableArray.CreateRange(Enumerable.Range(0, 5).Select(_ => chance.Unit() / 6)))], [], 0))], []);
    }

    [Benchmark]
    public int AllSolutionPoints() => PackageAnalysis.Of(_problem!).Solutions.Length;
}

/// <summary>The frontier of 10^12 packages, exactly: a chain of twelve issues of ten options, every two neighbours worth something together.</summary>
public class ChainBenchmarks
{
    private PackageProblem? _problem;

    [Params(2, 3)]
    public int Parties { get; set; }

    [GlobalSetup]
    public void Make()
    {
        var chance = new ChanceStream(1212);
        var space = new Domain.OutcomeSpace([.. Enumerable.Range(0, 12).Select(i => new Domain.PackageIssue($"issue {i}", [.. Enumerable.Range(0, 10).Select(o => $"option {o}")]))]);
        OptionSet Half(int issue) => new(issue, [.. Enumerable.Range(0, 10).Select(_ => chance.Below(2) == 0)]);
        _problem = new("chain", [.. Enumerable.Range(0, Parties).Select(p => new UtilityFunction(space, $"party {p}",
            [.. Enumerable.Range(0, 12).Select(_ => System.Collections.Immutable.ImmutableArray.CreateRange(Enumerable.Range(0, 10).Select(_ => chance.Unit() / 12)))],
            [.. Enumerable.Range(0, 11).SelectMany(i => Enumerable.Range(0, 3).Select(_ => new Interaction([Half(i), Half(i + 1)], (chance.Unit() - .5) / 12)))], 0))], []);
    }

    [Benchmark]
    public int Unbeaten() => FrontierSearch.Of(_problem!).Packages.Length;
}
