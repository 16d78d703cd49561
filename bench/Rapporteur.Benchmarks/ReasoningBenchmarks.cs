using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using Rapporteur.Analysis;
using Rapporteur.Domain;

namespace Rapporteur.Benchmarks;

/// <summary>Finding deadlocks with their concessions in graphs from a seeded generator: a tenth of the nodes lie in circles of three to six, one node in ten needs only one of what comes before it,
/// one edge in fifty is an exclusion. The baseline is the first version of the finder, which listed elementary circles of at most eight and nothing else.</summary>
[MemoryDiagnoser]
public class ReasoningBenchmarks
{
    private ConditionGraph _graph = ConditionGraph.Empty;

    [Params(1_000, 10_000)]
    public int Nodes { get; set; }

    [GlobalSetup]
    public void Build() => _graph = Graph(Nodes);

    [Benchmark(Baseline = true)]
    public int ElementaryCirclesOnly() => ElementaryCircles.Count(_graph);

    [Benchmark]
    public int Deadlocks() => DeadlockFinder.Find(_graph).Length;

    private static ConditionGraph Graph(int size)
    {
        var random = new Random(20310501);
        var claim = Claim();
        var edges = new List<Condition>();
        var any = Enumerable.Range(0, size).Where(_ => random.Next(10) == 0).ToHashSet();
        for (var node = 1; node < size; node++)
            for (var e = random.Next(1, 3); e > 0; e--) Add(random.Next(node), node, random.Next(50) == 0 && !any.Contains(node) ? ConditionKind.Excludes : ConditionKind.Requires);
        for (var at = size / 10; at > 0;)
        {
            var length = random.Next(3, 7);
            int[] ring = [.. Enumerable.Range(0, length).Select(_ => random.Next(size)).Distinct()];
            for (var i = 0; i < ring.Length && ring.Length > 1; i++) Add(ring[i], ring[(i + 1) % ring.Length], ConditionKind.Requires);
            at -= length;
        }

        ImmutableArray<ConditionNode> nodes = [.. Enumerable.Range(0, size).Select(i => new ConditionNode($"n{i:000000}", $"thing {i}") { IsAny = any.Contains(i) })];
        return new(nodes, [.. edges.DistinctBy(e => (e.Before, e.After, e.Party, e.Kind)).OrderBy(e => e.Before, StringComparer.Ordinal).ThenBy(e => e.After, StringComparer.Ordinal).ThenBy(e => e.Party, StringComparer.Ordinal)]);

        void Add(int before, int after, ConditionKind kind)
        {
            var (b, a, party) = ($"n{before:000000}", $"n{after:000000}", $"p{random.Next(5)}");
            edges.Add(new(party, b, a, claim(edges.Count)) { Kind = kind, Stance = $"{a}<-{b}@{party}" });
        }
    }

    private static Func<int, RecordedClaim> Claim()
    {
        const string Text = "One comes before the other.";
        var document = new SourceDocument { Id = ContentHash.Of(Text), TextId = ContentHash.Of(Text), Source = "bench", Text = Text, Published = new(Edtf.Parse("2031-03-01"), DateBasis.Given), Language = "en" };
        return number =>
        {
            // Different places, so that no circle is that of one sentence.
            var span = new TextSpan(number % 8, 10 + (number % 7));
            return new() { Document = document, Evidence = new(document.TextId, span, span.Slice(Text)), Claim = new() { Id = $"{number}", Type = ClaimType.Condition, Trigger = span, Evidence = span, Rule = "bench" } };
        };
    }
}
