using Rapporteur.Analysis;
using Rapporteur.Domain;
using Xunit;

namespace Rapporteur.Tests;

public sealed class PositionExchangeTests
{
    // Equal gains are settled by a coin in Decide; these are the coins of the run that was recorded. At the thirteenth its decimals differ by 1e-27, so that the two stand the other way round there.
    private const string Coins = "01100011001020010110";

    [Fact]
    public void Copenhagen_trades_48_50_and_42_times_and_comes_out_where_Decide_does()
    {
        var toss = 0;
        var (counts, means) = Rounds(() => (Toss)(Coins[toss++] - '0'));
        Assert.Equal([48, 50, 42], counts);
        Assert.Equal(Coins.Length, toss);
        var lines = ExpectedUtilityTests.Expected("decide_copenhagen.txt").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        for (var round = 0; round < lines.Length; round++)
        {
            var printed = lines[round].Split(": ").Skip(1).Select(p => double.Parse(p.Split((char[])[',', '}'])[0], System.Globalization.CultureInfo.InvariantCulture)).ToArray();
            Assert.Equal(printed, means[round].Select(m => Math.Round(m, 2)));
        }
    }

    [Fact]
    public void Without_a_coin_the_first_of_equals_is_made_and_the_outcomes_hardly_differ()
    {
        var (counts, means) = Rounds(null);
        Assert.Equal([48, 46, 42], counts);
        double[] tossed = [58.37, 62.73, 35.7, 50.51, 35.95, 68.37, 84.18];
        Assert.All(means[3].Zip(tossed), m => Assert.InRange(m.First, m.Second - 0.5, m.Second + 0.5));
    }

    [Fact]
    public void The_order_of_the_file_moves_no_outcome_of_Copenhagen()
    {
        var table = ExpectedUtilityTests.Table("decide", "copenhagen.csv");
        StakeholderTable turned = new(table.Name, table.Dimensions, [.. table.Stakeholders.Reverse()]);
        Assert.Equal(ExpectedUtilityTests.Run(new PositionExchange(), table).Forecast.AsEnumerable(), ExpectedUtilityTests.Run(new PositionExchange(), turned).Forecast);
    }

    [Fact]
    public void Two_parties_with_opposite_cares_trade_and_gain_the_same()
    {
        var table = StakeholderCsv.Read("""
            stakeholder,capability,issue,position,salience
            @issue,border,0,100
            @issue,money,0,100
            East,1,border,0,0.9
            East,1,money,0,0.3
            West,1,border,100,0.3
            West,1,money,100,0.9
            """, "trade").Table!;
        var run = ExpectedUtilityTests.Run(new PositionExchange().With(KeyValuePair.Create("rounds", "1"), KeyValuePair.Create("outcome", "votes")), table);
        Assert.Equal(2, run.Rounds[1].Moves.Length);
        // East gets the border, West the money, as far as each can give: by symmetry all the way.
        Assert.Equal((0.0, 100.0), (run.Forecast[0], run.Forecast[1]));
        Assert.Equal(25, run.Compromise[0], 9);
    }

    [Fact]
    public void One_issue_leaves_nothing_to_trade()
    {
        var run = ExpectedUtilityTests.Run(new PositionExchange(), EmissionExample.Table);
        Assert.Equal(run.Compromise[0], run.Forecast[0], 9);
        Assert.Contains(run.Warnings, w => w.Contains("nothing to exchange", StringComparison.Ordinal));
    }

    // Rounds in the order of the file, as Decide plays them.
    private static (List<int> Counts, List<double[]> Means) Rounds(Func<Toss>? coin)
    {
        var table = ExpectedUtilityTests.Table("decide", "copenhagen.csv");
        var at = Standpoints.Likeliest(table);
        var (places, counts, means) = (at.Positions, new List<int>(), new List<double[]>());
        means.Add(Means());
        for (var round = 0; round < 3; round++)
        {
            var game = new ExchangeGame(places, at.Saliences, at.Capabilities, 0.4, 0.1, coin);
            places = game.Play();
            counts.Add(game.Made.Count);
            means.Add(Means());
        }

        return (counts, means);

        double[] Means()
        {
            var board = new ExchangeBoard(places, at.Saliences, at.Capabilities);
            return [.. Enumerable.Range(0, table.Dimensions.Length).Select(board.Outcome)];
        }
    }
}
