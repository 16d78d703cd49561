using System.Collections.Immutable;
using Rapporteur.Analysis;
using Rapporteur.Domain;

namespace Rapporteur.Tests;

/// <summary>Problems of packages made for tests: from a seeded generator, and listed one package at a time.</summary>
internal static class PackageSketch
{
    /// <summary>A problem with whole-numbered terms, so that ties are frequent.</summary>
    public static PackageProblem Random(ulong seed, int issues, int options, int parties, int interactions = 0, int redLines = 0)
    {
        var chance = new ChanceStream(seed, 1);
        var space = Space(issues, options);
        return new("sketch",
            [
                .. Enumerable.Range(0, parties).Select(p => new UtilityFunction(space, $"P{p}",
                    [.. Enumerable.Range(0, issues).Select(_ => Enumerable.Range(0, options).Select(_ => (double)chance.Below(8)).ToImmutableArray())],
                    [.. Enumerable.Range(0, interactions).Select(_ => Pair(space, chance))],
                    chance.Below(issues * 5))),
            ],
            [.. Enumerable.Range(0, redLines).Select(_ => new RedLine(chance.Below(parties), chance.Below(issues), [chance.Below(options)]))]);
    }

    /// <summary>A problem in which options of every two issues that are tied are worth something together: a number of their own for each of four pairs of sets. Terms in [0, 1].</summary>
    public static PackageProblem Tied(ulong seed, int issues, int options, int parties, IEnumerable<(int One, int Other)> ties, double reservation = 0)
    {
        var chance = new ChanceStream(seed, 2);
        var space = Space(issues, options);
        var pairs = ties.ToArray();
        return new("tied",
            [
                .. Enumerable.Range(0, parties).Select(p => new UtilityFunction(space, $"P{p}",
                    [.. Enumerable.Range(0, issues).Select(_ => Enumerable.Range(0, options).Select(_ => chance.Unit() / issues).ToImmutableArray())],
                    [.. pairs.SelectMany(pair => Enumerable.Range(0, 4).Select(_ => new Interaction([Set(space, pair.One, chance), Set(space, pair.Other, chance)], (chance.Unit() - .5) / issues)))],
                    reservation)),
            ], []);
    }

    /// <summary>Every issue tied to the next.</summary>
    public static IEnumerable<(int One, int Other)> Chain(int issues) => Enumerable.Range(0, issues - 1).Select(i => (i, i + 1));

    public static OutcomeSpace Space(int issues, int options) =>
        new([.. Enumerable.Range(0, issues).Select(i => new PackageIssue($"I{i}", [.. Enumerable.Range(0, options).Select(o => $"o{o}")]))]);

    /// <summary>Every package.</summary>
    public static List<Package> All(PackageProblem problem)
    {
        var all = new List<Package>();
        var options = new int[problem.Space.Issues.Length];
        while (true)
        {
            all.Add(problem.At(options));
            var next = options.Length - 1;
            while (next >= 0 && ++options[next] == problem.Space.Issues[next].Options.Length) options[next--] = 0;
            if (next < 0) return all;
        }
    }

    public static bool Beats(Package one, Package other) =>
        one.Utilities.Zip(other.Utilities).All(u => u.First >= u.Second) && one.Utilities.Zip(other.Utilities).Any(u => u.First > u.Second);

    /// <summary>Utilities as text, sorted, each once: what two frontiers have to share.</summary>
    public static string[] Points(IEnumerable<Package> packages) => [.. packages.Select(p => string.Join(' ', p.Utilities.Select(u => Math.Round(u, 9)))).Distinct().Order(StringComparer.Ordinal)];

    private static Interaction Pair(OutcomeSpace space, ChanceStream chance)
    {
        var (one, apart) = (chance.Below(space.Issues.Length), 1 + chance.Below(space.Issues.Length - 1));
        return new([Set(space, one, chance), Set(space, (one + apart) % space.Issues.Length, chance)], chance.Below(9) - 4);
    }

    private static OptionSet Set(OutcomeSpace space, int issue, ChanceStream chance) => new(issue, [.. space.Issues[issue].Options.Select(_ => chance.Below(2) == 0)]);
}
