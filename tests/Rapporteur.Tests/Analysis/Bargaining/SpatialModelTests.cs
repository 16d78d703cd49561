using System.Collections.Immutable;
using Rapporteur.Analysis;
using Rapporteur.Domain;
using Xunit;

namespace Rapporteur.Tests;

/// <summary>The spatial model: its parts by hand, and what holds of every run.</summary>
public sealed class SpatialModelTests
{
    [Theory]
    [InlineData(BargainPull.S2P2, 0.26, 0.26)]
    [InlineData(BargainPull.S1P1, 0.35, 0.35)]
    [InlineData(BargainPull.S2PMax, 0.2, 0.5)]
    public void A_bargain_lies_where_salience_and_odds_pull_it(BargainPull pull, double toInitiator, double toReceiver)
    {
        // Weights by hand: (.5 · .75)² against (.5 · .25)² between .2 and .8; the sure loser of S2PMax goes half the way.
        var run = Begin(new(), (10, 20, 0.5), (10, 80, 0.5));
        var bargain = SpatialBargains.Between(run.Table, run.State, pull, 0, new(1, 0.75, 0), 0.75);
        Assert.Equal(toInitiator, bargain.ToInitiator[0], 4);
        Assert.Equal(toReceiver, bargain.ToReceiver[0], 4);
    }

    [Fact]
    public void The_receivers_view_takes_a_gain_for_odds_and_a_compromise_one_capability_for_two_as_in_KTAB_unless_corrected()
    {
        var run = Begin(new(), (30, 20, 0.5), (10, 80, 0.25), (20, 50, 0.5));
        var challenge = new SpatialChallenge(1, 0.6, 0.1);
        var seen = SpatialContest.Odds(run.Table, run.State, new(), 1, 0, 1);
        var gain = SpatialContest.Gain(run.Table, run.State, 1, 0, 0, 1, seen);
        var mine = SpatialBargains.Between(run.Table, run.State, BargainPull.S2P2, 0, challenge, 0.6).ToReceiver[0];
        foreach (var (views, view, odds, opposed) in ((BargainView, BargainView, double, double)[])
            [(BargainView.InitRcvr, BargainView.PWComp, gain, 30 * 0.25), (BargainView.InitRcvrCorrected, BargainView.PWCompCorrected, seen.For, 10 * 0.25)])
        {
            var made = new List<SpatialBargain>();
            SpatialBargains.Add(run.Table, run.State, new() { View = views }, 0, challenge, made);
            SpatialBargains.Add(run.Table, run.State, new() { View = view }, 0, challenge, made);
            var theirs = SpatialBargains.Between(run.Table, run.State, BargainPull.S2P2, 0, challenge, odds).ToReceiver[0];
            Assert.NotEqual(mine, theirs);
            Assert.Equal([mine, theirs], made[..2].Select(bargain => bargain.ToReceiver[0]));
            Assert.Equal(((15 * mine) + (opposed * theirs)) / (15 + opposed), made[2].ToReceiver[0], 12);
        }
    }

    [Theory]
    [InlineData(RiskScale.Mid, -0.5, 1)]
    [InlineData(RiskScale.Min, 0, 1)]
    [InlineData(RiskScale.Max, -1, 1)]
    public void Attitudes_to_risk_span_their_range(RiskScale scale, double least, double most)
    {
        var risks = Begin(new() { Scale = scale }, Five).State.Risks.AsSpan(0, 5).ToArray();
        Assert.Equal(least, risks.Min(), 12);
        Assert.Equal(most, risks.Max(), 12);
    }

    [Theory]
    [InlineData(RiskSight.None, 1, 0)]
    [InlineData(RiskSight.OneThird, 2.0 / 3, 1.0 / 3)]
    [InlineData(RiskSight.Half, 0.5, 0.5)]
    [InlineData(RiskSight.TwoThirds, 1.0 / 3, 2.0 / 3)]
    [InlineData(RiskSight.Full, 0, 1)]
    public void Others_are_taken_to_be_partly_like_oneself(RiskSight sight, double own, double theirs)
    {
        var state = Begin(new() { Sight = sight }, Five).State;
        var stride = state.Seen.Length / 5;
        for (var seer = 0; seer < 5; seer++)
            for (var i = 0; i < 5; i++) Assert.Equal((own * state.Risks[seer]) + (theirs * state.Risks[i]), state.Seen[(seer * stride) + i], 12);
    }

    [Theory]
    [InlineData(ThirdPartyCommitment.Semi)]
    [InlineData(ThirdPartyCommitment.None)]
    [InlineData(ThirdPartyCommitment.Full)]
    public void Third_parties_take_sides_by_what_they_would_have(ThirdPartyCommitment commitment)
    {
        var run = Begin(new() { ThirdParties = commitment }, Five);
        for (var i = 0; i < 5; i++)
            for (var j = 0; j < 5; j++)
                for (var seer = 0; seer < 5 && i != j; seer++)
                {
                    var (odds, expected) = (SpatialContest.Odds(run.Table, run.State, new() { ThirdParties = commitment }, seer, i, j), OddsByHand(run, commitment, seer, i, j));
                    Assert.Equal(expected, odds.For, 12);
                    Assert.Equal(1 - expected, odds.Against, 12);
                }
    }

    [Fact]
    public void Every_option_runs_and_nobody_leaves_the_scale()
    {
        var (table, model) = (Draw(9, 3, 5), new SpatialModel());
        foreach (var option in model.Options)
            foreach (var value in option.Values)
            {
                var run = model.With(new KeyValuePair<string, string>(option.Name, value)).Run(table, Standpoints.Likeliest(table), new(3));
                Assert.InRange(run.Rounds.Length, 2, 1001);
                foreach (var round in run.Rounds)
                {
                    Assert.All(round.Chances, chance => Assert.InRange(chance, 0, 1));
                    foreach (var place in round.Positions)
                        for (var d = 0; d < 3; d++) Assert.InRange(place[d], table.Dimensions[d].Low - 1e-9, table.Dimensions[d].High + 1e-9);
                }
            }
    }

    [Fact]
    public void Threads_change_no_byte()
    {
        var table = Draw(43, 2, 6);
        foreach (var options in (SpatialOptions[])[new(), new() { Choice = BargainChoice.Stochastic, View = BargainView.InitRcvr }])
        {
            var runs = ((int[])[1, 2, 5]).Select(workers => new SpatialModel(SpatialModelOptions.Choices(options), [], workers).Run(table, Standpoints.Likeliest(table), new(5))).ToList();
            foreach (var run in runs.Skip(1))
            {
                Assert.Equal(runs[0].Rounds.Length, run.Rounds.Length);
                for (var r = 0; r < run.Rounds.Length; r++)
                {
                    Assert.Equal(runs[0].Rounds[r].Positions.SelectMany(place => place).Select(BitConverter.DoubleToInt64Bits), run.Rounds[r].Positions.SelectMany(place => place).Select(BitConverter.DoubleToInt64Bits));
                    Assert.Equal(runs[0].Rounds[r].Chances.Select(BitConverter.DoubleToInt64Bits), run.Rounds[r].Chances.Select(BitConverter.DoubleToInt64Bits));
                }
            }
        }
    }

    [Fact]
    public void A_seed_gives_the_same_draws_and_another_others()
    {
        var (table, model) = (Draw(8, 2, 7), new SpatialModel(new SpatialOptions { Choice = BargainChoice.Stochastic }));
        var outcomes = ((ulong[])[1, 1, 2]).Select(seed => model.Outcome(table, Standpoints.Likeliest(table), new(seed))[0]).ToArray();
        Assert.Equal(outcomes[0], outcomes[1]);
        Assert.NotEqual(outcomes[0], outcomes[2]);
        Assert.Equal(outcomes[0], model.Run(table, Standpoints.Likeliest(table), new(1)).Forecast[0]);
    }

    [Fact]
    public void Another_order_of_stakeholders_or_another_unit_of_an_issue_changes_nothing()
    {
        var table = Draw(7, 2, 8);
        var expected = new SpatialModel().Outcome(table, Standpoints.Likeliest(table), new(1));
        var turned = new StakeholderTable("turned", table.Dimensions, [.. table.Stakeholders.Reverse()]);
        var scaled = new StakeholderTable("scaled", [new("first", 5, 25), table.Dimensions[1]],
            [.. table.Stakeholders.Select(one => one with { Stakes = [one.Stakes[0] with { Position = Estimate.Exactly(5 + (one.Stakes[0].Position.Likeliest / 5)) }, one.Stakes[1]] })]);
        Assert.Equal(expected[0], new SpatialModel().Outcome(turned, Standpoints.Likeliest(turned), new(1))[0], 9);
        Assert.Equal(5 + (expected[0] / 5), new SpatialModel().Outcome(scaled, Standpoints.Likeliest(scaled), new(1))[0], 9);
    }

    [Fact]
    public void Who_is_alone_or_of_one_mind_gets_what_it_wants()
    {
        foreach (var rows in (ImmutableArray<(double, double, double)>[])[[(10, 30, 0.5)], [(10, 30, 0.5), (5, 30, 0.9), (1, 30, 0)]])
        {
            var run = new SpatialModel().Run(Table([.. rows]), Standpoints.Likeliest(Table([.. rows])), new(1));
            Assert.Equal(30, run.Forecast[0], 9);
            Assert.All(run.Rounds, round => Assert.All(round.Positions, place => Assert.Equal(30, place[0], 9)));
            Assert.Contains(run.Warnings, warning => warning.Contains("one place", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Moves_say_who_challenged_whom_and_why()
    {
        var table = Table(Five);
        var run = new SpatialModel().Run(table, Standpoints.Likeliest(table), new(1));
        var move = run.Rounds[1].Moves[0];
        Assert.Equal("bargain", move.Kind);
        Assert.Equal(run.Rounds[0].Positions[move.Mover], move.From);
        Assert.Equal(run.Rounds[1].Positions[move.Mover], move.To);
        Assert.Matches(@"^s\d goes from [\d.]+ to [\d.]+ in a bargain that s\d proposed to s\d, expecting to win with 0\.\d{3} and to gain 0\.\d{3}; of \d bargains? and staying, it comes out with [01]\.\d{3}\.$", move.Reason);
        Assert.Equal(3, move.Stakes.Length);
    }

    [Fact]
    public void A_cap_that_is_met_and_saliences_over_the_whole_are_warned_of()
    {
        var table = Draw(6, 3, 9);
        var heavy = new StakeholderTable("heavy", table.Dimensions, [.. table.Stakeholders.Select(one => one with { Stakes = [.. one.Stakes.Select(stake => stake with { Salience = Estimate.Exactly(stake.Salience.Likeliest * 3) })] })]);
        var run = new SpatialModel(new SpatialOptions { MostRounds = 1, LeastRounds = 1, QuietShare = 0 }).Run(heavy, Standpoints.Likeliest(heavy), new(1));
        Assert.Contains(run.Warnings, warning => warning.Contains("after 1 round", StringComparison.Ordinal));
        Assert.Contains(run.Warnings, warning => warning.Contains("all its attention", StringComparison.Ordinal));
    }

    [Fact]
    public void Who_takes_no_part_in_a_dimension_is_warned_of()
    {
        var table = Draw(4, 2, 10);
        var partly = new StakeholderTable("partly", table.Dimensions, [table.Stakeholders[0] with { Stakes = [table.Stakeholders[0].Stakes[0], Stake.Absent(table.Dimensions[1])] }, .. table.Stakeholders[1..]]);
        Assert.Contains("s0:", Assert.Single(new SpatialModel().Run(partly, Standpoints.Likeliest(partly), new(1)).Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void How_ideals_follow_has_to_fit_the_table()
    {
        var table = Table(Five);
        Assert.Throws<ArgumentOutOfRangeException>("accommodation", () => new SpatialModel(new(), [1.5]));
        Assert.Throws<ArgumentException>(() => new SpatialModel(new(), [1]).Outcome(table, Standpoints.Likeliest(table), new(1)));
        Assert.Contains("s0", Assert.Throws<ArgumentException>(() => new SpatialModel(new(), [.. Enumerable.Repeat(0.5, 25)]).Outcome(table, Standpoints.Likeliest(table), new(1))).Message, StringComparison.Ordinal);
    }

    private static readonly (double Capability, double Position, double Salience)[] Five = [(30, 10, 0.5), (20, 35, 0.9), (25, 60, 0.4), (10, 85, 0.7), (15, 45, 0.2)];

    // The formulas, one number at a time.
    private static double OddsByHand(SpatialBargaining run, ThirdPartyCommitment commitment, int seer, int i, int j)
    {
        var state = run.State;
        var (pro, contra) = (1e-10 + (W(i) * (state.Utility(seer, i, i) - state.Utility(seer, i, j))), 1e-10 + (W(j) * (state.Utility(seer, j, j) - state.Utility(seer, j, i))));
        var (first, second) = (pro, contra);
        for (var n = 0; n < 5; n++)
        {
            if (n == i || n == j) continue;
            var (ui, uj, own) = (state.Utility(seer, n, i), state.Utility(seer, n, j), state.Utility(seer, n, n));
            var lean = W(n) * (ui - uj);
            var wins = (first + Math.Max(0, lean)) / (first + second + Math.Abs(lean));
            var (keepWin, keepLose) = (commitment == ThirdPartyCommitment.Full ? ui : own, commitment == ThirdPartyCommitment.None ? own : uj);
            // Helping i and winning keeps one's own place, unless commitment is full; helping i and losing gives in to j, unless there is none.
            var helpI = (wins * ((2 * ui) + keepWin)) + ((1 - wins) * ((2 * uj) + keepLose));
            var (loseJ, winJ) = (commitment == ThirdPartyCommitment.None ? own : ui, commitment == ThirdPartyCommitment.Full ? uj : own);
            var helpJ = (wins * ((2 * ui) + loseJ)) + ((1 - wins) * ((2 * uj) + winJ));
            var vote = W(n) * (helpI - helpJ);
            pro += Math.Max(0, vote);
            contra += Math.Max(0, -vote);
        }

        return pro / (pro + contra);

        double W(int stakeholder) => run.Table.Influence[stakeholder];
    }

    private static SpatialBargaining Begin(SpatialOptions options, params (double Capability, double Position, double Salience)[] rows) =>
        new SpatialModel(options).Begin(Table(rows), Standpoints.Likeliest(Table(rows)), new(1));

    private static StakeholderTable Table(params (double Capability, double Position, double Salience)[] rows) =>
        new("table", [new("issue", 0, 100)], [.. rows.Select((row, i) => new Stakeholder($"s{i}", Estimate.Exactly(row.Capability), [new(Estimate.Exactly(row.Position), Estimate.Exactly(row.Salience))]))]);

    private static StakeholderTable Draw(int count, int dimensions, ulong seed)
    {
        var random = new ChanceStream(seed);
        return new("drawn", [.. Enumerable.Range(0, dimensions).Select(d => new Dimension($"d{d}", 0, 100))],
        [
            .. Enumerable.Range(0, count).Select(i => new Stakeholder($"s{i}", Estimate.Exactly(1 + (random.Unit() * 99)),
                [.. Enumerable.Range(0, dimensions).Select(_ => new Stake(Estimate.Exactly(random.Unit() * 100), Estimate.Exactly((0.1 + (random.Unit() * 0.9)) / dimensions)))])),
        ]);
    }
}
