using System.Collections.Immutable;
using Rapporteur.Analysis;
using Rapporteur.Domain;
using Xunit;

namespace Rapporteur.Tests;

public sealed class RankCorrelationTests
{
    private static readonly StakeholderTable Two = StakeholderCsv.Read("""
        @issue,x,0,100
        stakeholder,capability,issue,position,salience
        A,1,x,10..30,1
        B,1,x,60..100,1
        C,0.5..1,x,50,0
        """, "two").Table!;

    [Theory]
    [InlineData(-0.8)]
    [InlineData(0.5)]
    [InlineData(0.9)]
    public void The_spread_of_a_mean_is_that_of_two_numbers_that_go_together(double rank)
    {
        var runner = new ModelRunner(new WeightedMean(), Two, 1, 2) { Correlations = Of(Two, $"position:A~position:B={rank}") };
        // Ranks of evenly spread numbers are the numbers: variance (20² + 40² + 2·r·20·40) / 12 / 4.
        Assert.Equal(Math.Sqrt((400 + 1600 + (1600 * rank)) / 48.0), MonteCarlo.Run(runner, 20_000).Outcome[0].Deviation, 0.12);
    }

    [Fact]
    public void Every_number_keeps_its_own_distribution_and_those_that_nobody_names_their_very_draws()
    {
        var together = Of(Widening.Of(EmissionExample.Table, 0.2), "position:UK~salience:UK=0.7")!;
        var shares = Enumerable.Range(0, 4000).Select(draw => MonteCarlo.Shares(3, draw, 30)).ToArray();
        var drawn = shares.Select(together.Apply).ToArray();
        // UK is the seventh: 18 is its capability, 19 its position, 20 its salience.
        foreach (var same in (int[])[0, 18, 19, 29]) Assert.All(shares.Zip(drawn), d => Assert.Equal(d.First[same], d.Second[same], 12));
        var salience = drawn.Select(d => d[20]).Order().ToArray();
        for (var tenth = 1; tenth < 10; tenth++) Assert.Equal(tenth / 10.0, salience[tenth * 400], 0.025);
        Assert.Equal(0.7, Spearman([.. drawn.Select(d => d[19])], [.. drawn.Select(d => d[20])]), 0.03);
    }

    [Fact]
    public void Groups_and_kinds_mean_all_their_pairs()
    {
        var table = Widening.Of(EmissionExample.Table, 0.1);
        StakeholderGroup north = new("North", ["Denmark", "Netherlands"]), south = new("South", ["Greece", "Italy"]);
        Assert.Equal(4, Of(table, [north, south], "capability:North~capability:South=0.3")!.Pairs.Length);
        Assert.Equal(45, Of(table, "position:*=0.5")!.Pairs.Length);
        Assert.Equal("Denmark", table.Stakeholders[Of(table, [north], "salience:North=0.3")!.Pairs[0].Other.Stakeholder].Name);
    }

    [Fact]
    public void A_part_of_the_table_has_the_pairs_that_concern_it()
    {
        var table = StakeholderCsv.Read("""
            @issue,x,0,100
            @issue,y,0,100
            stakeholder,capability,issue,position,salience
            A,1..2,x,10..30,1
            A,,y,10..30,1
            B,1..2,x,60..100,1
            """, "t").Table!;
        var all = Of(table, "position:A@x~position:B@x=0.5", "position:A@y~position:B@x=0.2", "capability:*=0.4")!;
        Assert.Equal(3, all.Pairs.Length);
        Assert.Equal([0.4, 0.5], all.In(table.Only(0))!.Pairs.Select(p => p.Rank));
        Assert.Null(all.In(table.Only(1)));
    }

    [Fact]
    public void Correlations_that_cannot_hold_together_are_refused_with_how_far_they_could()
    {
        var table = Widening.Of(EmissionExample.Table, 0.1);
        var refused = Assert.Throws<ArgumentException>(() => Of(table, "position:UK~position:Italy=0.9", "position:UK~position:France=0.9", "position:Italy~position:France=-0.9"));
        Assert.Contains("not positive definite", refused.Message, StringComparison.Ordinal);
        Assert.Contains("position of UK", refused.Message, StringComparison.Ordinal);
        // Three that go with each other by +, + and − r hold together while 2 sin(πr/6) stays below a half.
        Assert.Contains("At 0.55 of their size", refused.Message, StringComparison.Ordinal);
        var most = 2 * Math.Sin(Math.PI * 0.9 / 6);
        Assert.InRange(0.5 / most, 0.55, 0.56);
    }

    [Theory]
    [InlineData("position:Nobody=0.5", "no stakeholder and no group Nobody")]
    [InlineData("position:UK@water~position:Italy=0.5", "no issue water")]
    [InlineData("capability:UK=0.5", "names no two numbers")]
    public void Names_that_are_not_there_are_refused(string text, string message) =>
        Assert.Contains(message, Assert.Throws<ArgumentException>(() => Of(Widening.Of(EmissionExample.Table, 0.1), text)).Message, StringComparison.Ordinal);

    [Fact]
    public void What_has_no_range_or_is_said_twice_is_refused()
    {
        Assert.Contains("has a range", Assert.Throws<ArgumentException>(() => Of(EmissionExample.Table, "position:*=0.5")).Message, StringComparison.Ordinal);
        Assert.Contains("given twice", Assert.Throws<ArgumentException>(() => Of(Widening.Of(EmissionExample.Table, 0.1), "position:*=0.5", "position:UK~position:Italy=0.4")).Message, StringComparison.Ordinal);
        foreach (var text in (string[])["position:UK=1", "position:UK=x", "weight:UK=0.5", "position:=0.5", "position:UK~position:Italy", "a:b~c:d~e:f=0.1"]) Assert.False(CorrelationStatement.TryParse(text, out _), text);
        Assert.Throws<ArgumentException>(() => SobolIndices.Of(new(new WeightedMean(), Two, 1, 1) { Correlations = Of(Two, "position:*=0.5") }, 0, 10));
    }

    [Fact]
    public void The_same_seed_gives_the_same_bits_on_any_number_of_threads()
    {
        var table = Widening.Of(EmissionExample.Table, 0.1);
        Assert.Equal(Drawn(1), Drawn(3));

        double[] Drawn(int threads) => MonteCarlo.Draw(new(new ScholzCode(), table, 5, threads) { Correlations = Of(table, "position:*=0.5") }, 80).Outcomes;
    }

    [Fact]
    public void Quantiles_of_the_normal_distribution_give_their_shares_back()
    {
        for (var i = 1; i < 200; i++) Assert.Equal(i / 200.0, NormalDistribution.Below(NormalDistribution.Quantile(i / 200.0)), 1e-12);
        Assert.Equal(1.959963984540054, NormalDistribution.Quantile(0.975), 1e-10);
        Assert.Equal(-8.222082216130435, NormalDistribution.Quantile(1e-16), 1e-7);
    }

    private static RankCorrelations? Of(StakeholderTable table, params string[] said) => Of(table, [], said);

    private static RankCorrelations? Of(StakeholderTable table, ImmutableArray<StakeholderGroup> groups, params string[] said) =>
        RankCorrelations.Of(table, [.. said.Select(s => CorrelationStatement.TryParse(s, out var statement) ? statement! : throw new InvalidOperationException(s))], groups);

    private static double Spearman(double[] one, double[] other)
    {
        var (a, b) = (Ranks(one), Ranks(other));
        var (mean, sum, square) = ((one.Length - 1) / 2.0, 0.0, 0.0);
        for (var i = 0; i < a.Length; i++)
        {
            sum += (a[i] - mean) * (b[i] - mean);
            square += (a[i] - mean) * (a[i] - mean);
        }

        return sum / square;
    }

    private static double[] Ranks(double[] values)
    {
        var (order, ranks) = (Enumerable.Range(0, values.Length).OrderBy(i => values[i]).ToArray(), new double[values.Length]);
        for (var rank = 0; rank < order.Length; rank++) ranks[order[rank]] = rank;
        return ranks;
    }
}
