using Rapporteur.Analysis;
using Rapporteur.Domain;
using Xunit;

namespace Rapporteur.Tests;

/// <summary>Probabilistic Condorcet elections: small ones by hand, and the equations that define the distributions.</summary>
public sealed class CondorcetElectionTests
{
    [Theory]
    [InlineData(VoteRule.Proportional, 2.0 / 3)]
    [InlineData(VoteRule.Binary, 0.5)]
    [InlineData(VoteRule.ProportionalBinary, 0.6)]
    [InlineData(VoteRule.ProportionalCubic, 0.3125 / 0.4453125)]
    [InlineData(VoteRule.Cubic, 8.0 / 9)]
    [InlineData(VoteRule.AsymmetricProspect, 0.75)]
    public void Two_equal_voters_who_differ_by_a_half_and_a_quarter_vote_by_rule(VoteRule rule, double expected)
    {
        double[] utilities = [0.75, 0.25, 0.25, 0.5];
        Assert.Equal(expected, new CondorcetElection(rule).Distribution([1, 1], utilities, 2)[0], 6);
    }

    [Theory]
    [InlineData(VictoryRule.Linear, 3, 1, 0.75)]
    [InlineData(VictoryRule.Square, 3, 1, 0.9)]
    [InlineData(VictoryRule.Quartic, 3, 1, 81.0 / 82)]
    [InlineData(VictoryRule.Octic, 3, 1, 6561.0 / 6562)]
    [InlineData(VictoryRule.Binary, 3, 1, 1 / 1.000001)]
    [InlineData(VictoryRule.Binary, 1.05, 1, ((1.05 / 2.05 * 2.1) - 1) / 0.1)]
    [InlineData(VictoryRule.Binary, 1, 1.2, 0.000001 / 1.000001)]
    public void Coalitions_win_by_rule(VictoryRule rule, double first, double second, double expected)
    {
        var (one, other) = rule.Odds(first, second);
        Assert.Equal(expected, one, 12);
        Assert.Equal(1, one + other, 12);
    }

    [Fact]
    public void The_conditional_distribution_is_the_product_of_the_odds_against_each_other_option()
    {
        // Odds by hand: 0 beats 1 with 2/3 (.4 against .2), 0 beats 2 with 3/4 (.6 against .2), 1 beats 2 with 2/3 (.4 against .2).
        double[] utilities = [0.8, 0.4, 0.2, 0.4, 0.6, 0.4];
        var actual = new CondorcetElection().Distribution([1, 1], utilities, 3);
        double[] products = [Odds(0.4, 0.2) * Odds(0.6, 0), Odds(0.2, 0.4) * Odds(0.4, 0), Odds(0, 0.6) * Odds(0, 0.4)];
        for (var i = 0; i < 3; i++) Assert.Equal(products[i] / products.Sum(), actual[i], 12);

        static double Odds(double a, double b) => (a + 1e-8) / (a + b + 2e-8);
    }

    [Fact]
    public void Of_two_options_the_uniform_chain_stays_at_each_as_often_as_it_wins()
    {
        double[] utilities = [1, 0, 0, 1];
        var actual = new CondorcetElection(Outcome: ElectionOutcome.MarkovUniform).Distribution([3, 1], utilities, 2);
        Assert.Equal(0.75, actual[0], 8);
    }

    [Fact]
    public void Of_two_options_each_is_nearly_always_challenged_by_incentive()
    {
        // An incentive of 3 · .75 or 1 · .25 to challenge stands against one of 10⁻⁸ to stay: each is left as often as it loses.
        double[] utilities = [1, 0, 0, 1];
        var actual = new CondorcetElection(Outcome: ElectionOutcome.MarkovIncentive).Distribution([3, 1], utilities, 2);
        Assert.Equal(0.75, actual[0], 6);
    }

    [Theory]
    [InlineData(ElectionOutcome.MarkovUniform)]
    [InlineData(ElectionOutcome.MarkovIncentive)]
    public void A_chain_is_where_damped_steps_of_its_formula_end(ElectionOutcome outcome)
    {
        var random = new ChanceStream(7);
        foreach (var options in (int[])[1, 2, 3, 7, 20])
        {
            var (weights, utilities) = Draw(random, 9, options);
            var actual = new CondorcetElection(Outcome: outcome).Distribution(weights, utilities, options);
            var expected = Damped(outcome, weights, utilities, options);
            Assert.Equal(1, actual.Sum(), 12);
            for (var i = 0; i < options; i++) Assert.Equal(expected[i], actual[i], 9);
        }
    }

    [Fact]
    public void Every_election_gives_probabilities()
    {
        var random = new ChanceStream(8);
        foreach (var votes in Enum.GetValues<VoteRule>())
            foreach (var victory in Enum.GetValues<VictoryRule>())
                foreach (var outcome in Enum.GetValues<ElectionOutcome>())
                {
                    var (weights, utilities) = Draw(random, 5, 60);
                    var actual = new CondorcetElection(votes, victory, outcome).Distribution(weights, utilities, 60);
                    Assert.Equal(1, actual.Sum(), 9);
                    Assert.All(actual, chance => Assert.InRange(chance, 0, 1));
                }
    }

    [Fact]
    public void So_many_options_that_no_product_is_above_zero_still_have_a_distribution()
    {
        double[] utilities = [.. Enumerable.Range(0, 1500).Select(i => i < 750 ? 1.0 : 0)];
        var actual = new CondorcetElection().Distribution([1], utilities, 1500);
        Assert.Equal(1.0 / 750, actual[0], 6);
        Assert.Equal(0, actual[1499], 12);
    }

    [Fact]
    public void Bad_input_is_refused_by_name()
    {
        var election = new CondorcetElection();
        Assert.Equal("weights", Assert.Throws<ArgumentException>(() => election.Distribution([-1], [1, 2], 2)).ParamName);
        Assert.Equal("weights", Assert.Throws<ArgumentException>(() => election.Distribution([double.NaN], [1, 2], 2)).ParamName);
        Assert.Equal("utilities", Assert.Throws<ArgumentException>(() => election.Distribution([1], [1, double.NaN], 2)).ParamName);
        Assert.Equal("utilities", Assert.Throws<ArgumentException>(() => election.Distribution([1, 1], [1, 2], 2)).ParamName);
    }

    [Fact]
    public void The_model_of_one_issue_treats_stakeholders_at_one_place_as_one_option()
    {
        var table = Table((1, 0, 1), (1, 0, 1), (2, 100, 1));
        var run = new CondorcetModel().Run(table, Standpoints.Likeliest(table), new(1));
        Assert.Equal(50, run.Forecast[0], 6);
        Assert.Equal([0.5, 0.5, 0.5], run.Rounds[0].Chances.Select(chance => Math.Round(chance, 6)));
        Assert.Equal(50, run.Compromise[0], 6);
    }

    [Fact]
    public void Options_of_the_model_are_set_by_name()
    {
        var table = Table((3, 0, 1), (1, 100, 1));
        var model = (CondorcetModel)new CondorcetModel().With(new("victory", "square"), new("point", "mode"), new("pce", "conditional"), new("voting", "cubic"));
        Assert.Equal(new CondorcetElection(VoteRule.Cubic, VictoryRule.Square), model.Election);
        Assert.Equal(0, model.Outcome(table, Standpoints.Likeliest(table), new(1))[0]);
        Assert.Equal(0.75, new CondorcetModel().With(new KeyValuePair<string, string>("weights", "capability")).Run(table, Standpoints.Likeliest(table), new(1)).Rounds[0].Chances[0], 6);
    }

    /// <summary>Of the 351 issues of DEU III, the 245 whose outcome is open.</summary>
    [Fact]
    public void On_open_issues_of_the_European_Union_the_mean_errs_as_measured()
    {
        var (actors, outcomes) = (SharedData.Find("corpora", "bargaining", "deu3-actors.csv"), SharedData.Find("corpora", "bargaining", "deu3-outcomes.csv"));
        Assert.SkipWhen(actors is null || outcomes is null, SharedData.Missing);
        var open = File.ReadLines(outcomes!).Skip(1).Select(line => line.Split(',')).Where(row => row[2].Length > 0).ToDictionary(row => row[0], row => Number(row[2]));
        var issues = File.ReadLines(actors!).Skip(1).Select(line => line.Split(',')).Where(row => open.ContainsKey(row[0])).ToLookup(row => row[0]);
        Assert.Equal(245, issues.Count);
        Assert.Equal(23.72, Error(ElectionOutcome.MarkovUniform), 2);
        Assert.Equal(24.52, Error(ElectionOutcome.Conditional), 2);

        double Error(ElectionOutcome outcome)
        {
            var model = new CondorcetModel(new CondorcetElection(Outcome: outcome));
            return issues.Average(issue =>
            {
                double[] weights = [.. issue.Select(row => Number(row[5]) * Number(row[4]))];
                double[] positions = [.. issue.Select(row => Number(row[3]))];
                var (places, chances) = model.Distribution(weights, positions, 100);
                return Math.Abs(DistributionPoint.Mean.Of(places, chances) - open[issue.Key]);
            });
        }

        static double Number(string text) => text.Length == 0 ? 0 : double.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
    }

    private static StakeholderTable Table(params (double Capability, double Position, double Salience)[] rows) =>
        new("table", [new("issue", 0, 100)], [.. rows.Select((row, i) => new Stakeholder($"s{i}", Estimate.Exactly(row.Capability), [new(Estimate.Exactly(row.Position), Estimate.Exactly(row.Salience))]))]);

    private static (double[] Weights, double[] Utilities) Draw(ChanceStream random, int voters, int options) =>
        ([.. Enumerable.Range(0, voters).Select(_ => random.Unit() * 10)], [.. Enumerable.Range(0, voters * options).Select(_ => random.Unit())]);

    private static double[] Damped(ElectionOutcome outcome, double[] weights, double[] utilities, int options)
    {
        var (strengths, odds) = (new double[options, options], new double[options, options]);
        for (var i = 0; i < options; i++)
            for (var j = 0; j < options; j++)
            {
                strengths[i, j] = 1e-8;
                for (var k = 0; k < weights.Length; k++) strengths[i, j] += Math.Max(0, weights[k] * (utilities[(k * options) + i] - utilities[(k * options) + j]));
            }

        for (var i = 0; i < options; i++)
            for (var j = 0; j < options; j++) odds[i, j] = strengths[i, j] / (strengths[i, j] + strengths[j, i]);
        double[] p = [.. Enumerable.Repeat(1.0 / options, options)];
        for (var step = 0; step < 100_000; step++)
        {
            var q = new double[options];
            for (var i = 0; i < options; i++)
                for (var j = 0; j < options; j++) q[i] += odds[i, j] * (outcome == ElectionOutcome.MarkovUniform ? (p[i] + p[j]) / options : (p[i] * Challenge(j, i)) + (p[j] * Challenge(i, j)));
            var change = 0.0;
            for (var i = 0; i < options; i++)
            {
                change = Math.Max(change, Math.Abs(p[i] - q[i]));
                p[i] = (p[i] + q[i]) / 2;
            }

            if (change < 1e-13) break;
        }

        return p;

        double Challenge(int challenger, int favourite)
        {
            var total = 1e-10;
            for (var k = 0; k < options; k++) total += strengths[k, favourite] * odds[k, favourite];
            return ((strengths[challenger, favourite] * odds[challenger, favourite]) + (challenger == favourite ? 1e-10 : 0)) / total;
        }
    }
}
