using System.Globalization;
using System.Numerics;
using System.Text;
using Rapporteur.Analysis;
using Rapporteur.Domain;
using Xunit;

namespace Rapporteur.Tests;

public sealed class ExpectedUtilityTests
{
    [Fact]
    public void The_variant_of_the_code_prints_all_ten_rounds_of_the_example_to_the_last_digit() =>
        Assert.Equal(Expected("jmckib_ex.txt"), Printed(Run(new ScholzCode(), Table("bdm", "ExampleActors.csv"))));

    [Fact]
    public void In_Sultan_nobody_moves_and_the_run_says_so()
    {
        var run = Run(new ScholzCode(), Table("bdm", "Sultan.csv"));
        Assert.Equal(Expected("jmckib_sultan.txt"), Printed(run));
        Assert.Equal((13.9, 13.62), (run.Forecast[0], Math.Round(run.Compromise[0], 3)));
        Assert.Contains(run.Warnings, w => w.Contains("Nobody moves", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1, "probability", "pairs")]
    [InlineData(2, "probability", "pairs", "offer", "least")]
    [InlineData(3, "offer", "least")]
    [InlineData(4, "probability", "pairs", "offer", "least", "q", "0.5")]
    public void Every_variant_of_the_code_comes_out_as_measured(int block, params string[] options)
    {
        var model = new ScholzCode().With(options.Chunk(2).Select(o => KeyValuePair.Create(o[0], o[1])));
        var run = Run(model, Table("bdm", "ExampleActors.csv"));
        var blocks = Expected("eum_variants.txt").Split('{', StringSplitOptions.RemoveEmptyEntries);
        var lines = blocks[block].Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).ToArray();
        for (var round = 0; round < lines.Length; round++)
        {
            var numbers = lines[round].Split((char[])[' ', '[', ']'], StringSplitOptions.RemoveEmptyEntries).Where(w => double.TryParse(w, NumberStyles.Float, CultureInfo.InvariantCulture, out _))
                .Select(w => double.Parse(w, CultureInfo.InvariantCulture)).ToArray();
            var told = run.Rounds[round];
            double[] ours = [round, .. told.Positions.Select(p => p[0]), told.Mean[0], told.Median[0], told.Median[0]];
            Assert.Equal(numbers.Length, ours.Length);
            for (var i = 0; i < ours.Length; i++) Assert.Equal(numbers[i], Math.Round(ours[i], 3), 9);
        }
    }

    [Fact]
    public void The_printed_table_agrees_within_a_tenth_but_for_the_second_round()
    {
        double[] medians = [8.4, 9.9, 9.9, 9.9, 9.9, 7.4, 8.8, 9.6], means = [7.4, 7.5, 7.6, 7.3, 7.3, 7.4, 7.5, 7.6];
        var run = Run(new ScholzCode(), EmissionExample.Table);
        for (var round = 0; round < medians.Length; round++)
        {
            Assert.Equal(round == 1, Math.Abs(run.Rounds[round + 1].Median[0] - medians[round]) >= 0.1);
            Assert.InRange(run.Rounds[round + 1].Mean[0], means[round] - 0.1, means[round] + 0.1);
        }

        Assert.Equal(9.611, Math.Round(run.Rounds[2].Median[0], 3));
    }

    [Fact]
    public void A_move_says_who_challenged_whom_and_by_which_numbers()
    {
        var move = Run(new ScholzCode(), EmissionExample.Table).Rounds[1].Moves[0];
        Assert.Equal(("Belgium", "France", "compromise"), (EmissionExample.Table.Stakeholders[move.Mover].Name, EmissionExample.Table.Stakeholders[move.Toward].Name, move.Kind));
        Assert.Contains("Belgium expects -0.115 of challenging France", move.Reason, StringComparison.Ordinal);
        Assert.Contains("0.243 for France", move.Reason, StringComparison.Ordinal);
        Assert.Contains("47 %", move.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void An_option_that_is_not_there_is_refused_with_those_that_are()
    {
        var wrong = Assert.Throws<ArgumentException>(() => new ScholzPaper().With(KeyValuePair.Create("probability", "pairs")));
        Assert.Contains("q, rounds, stop", wrong.Message, StringComparison.Ordinal);
        Assert.Contains("from 0 to 1", Assert.Throws<ArgumentException>(() => new ScholzPaper().With(KeyValuePair.Create("q", "2"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Odds_of_the_printed_formulas_add_up_to_one()
    {
        var votes = new VoteBook(3);
        votes.Take([0, 4, 10], 10);
        votes.Poll([1, 2, 1.5], [], pairOdds: true);
        for (var p = 0; p < 3; p++)
            for (var q = 0; q < 3; q++) Assert.Equal(1, votes.Odds(p, q) + votes.Odds(q, p), 12);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_round_takes_no_memory(bool corrected)
    {
        var game = new ExpectedUtilityGame(new() { PairOdds = corrected, DangerElsewhere = corrected, OwnViews = corrected, RiskyVotes = !corrected }, Standpoints.Likeliest(EmissionExample.Table));
        game.Play();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var round = 0; round < 5; round++) game.Play();
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Theory]
    [InlineData("scholz-code")]
    [InlineData("scholz-paper")]
    [InlineData("expected-utility")]
    public void Draws_come_out_as_single_runs_of_the_same_numbers_do(string id)
    {
        var (model, wide) = (BargainingModels.Find(id)!, Widening.Of(EmissionExample.Table, 0.1));
        for (var draw = 0; draw < 400; draw++)
        {
            var at = Standpoints.At(wide, MonteCarlo.Shares(3, draw, Standpoints.Numbers(wide)));
            Assert.Equal(model.Outcome(wide, at, new(0))[0], model.DrawnOutcome(wide, at, new(0))[0], 1e-9);
        }
    }

    [Fact]
    public void Where_expectations_are_too_close_for_quick_arithmetic_the_exact_one_decides()
    {
        // Two that stand almost in one place: whatever they expect of each other is next to nothing.
        var table = StakeholderCsv.Read("actor,capability,position,salience\nA,1,0,1\nB,1,5,0.5\nC,1,5.00000000001,0.7\nD,2,10,1", "t").Table!;
        var at = Standpoints.Likeliest(table);
        var game = new ExpectedUtilityGame(new ExpectedUtilityRules { RiskyVotes = true, FileOrder = true }, at, quick: true);
        while (!game.IsOver && !game.IsDoubtful) game.Play();
        Assert.True(game.IsDoubtful);
        Assert.Equal(new ScholzCode().Outcome(table, at, new(0)), new ScholzCode().DrawnOutcome(table, at, new(0)));
    }

    [Fact]
    public void Quick_powers_are_those_of_the_library_but_for_the_last_digits()
    {
        var chance = new ChanceStream(11);
        for (var i = 0; i < 2000; i++)
        {
            var (share, exponent) = (i % 7 == 0 ? Math.Pow(10, -12 * chance.Unit()) : chance.Unit(), 0.5 + (1.5 * chance.Unit()));
            var ours = QuickPower.Exp(exponent * QuickPower.Log(new Vector<double>(share)))[0];
            Assert.InRange(ours / Math.Pow(share, exponent), 1 - 2e-14, 1 + 2e-14);
        }

        Assert.Equal(1, QuickPower.Exp(1.5 * QuickPower.Log(Vector<double>.One))[0]);
        Assert.InRange(QuickPower.Exp(0.5 * QuickPower.Log(Vector<double>.Zero))[0], 0, 1e-60);
    }

    internal static BargainingRun Run(BargainingModel model, StakeholderTable table) => model.Run(table, Standpoints.Likeliest(table), new(0));

    internal static StakeholderTable Table(string folder, string file)
    {
        var path = SharedData.Find("corpora", "bargaining", folder, file);
        Assert.SkipUnless(path is not null, SharedData.Missing);
        var read = StakeholderFile.Read(File.ReadAllText(path), file);
        Assert.Empty(read.Faults);
        return read.Table!;
    }

    internal static string Expected(string file)
    {
        var path = SharedData.Find("corpora", "bargaining", "expected", file);
        Assert.SkipUnless(path is not null, SharedData.Missing);
        return File.ReadAllText(path);
    }

    private static string Printed(BargainingRun run)
    {
        var text = new StringBuilder();
        for (var round = 0; round < run.Rounds.Length; round++)
        {
            if (round > 0) text.Append($"\nROUND {round}\n");
            foreach (var move in run.Rounds[round].Moves)
            {
                var (mover, rival) = (run.Table.Stakeholders[move.Mover].Name, run.Table.Stakeholders[move.Toward].Name);
                text.Append(move.Kind == "compromise" ? $"{mover} compromises with {rival}\n" : $"{mover} loses confrontation to {rival}\n");
                text.Append($"\t{Number(move.Stakes[0])} vs {Number(move.Stakes[1])}\n\tnew_pos = {Number(move.To[0])}\n");
            }

            if (round > 0) text.Append('\n');
            text.Append($"Median position: {Number(run.Rounds[round].Median[0])}\nMean position: {Number(run.Rounds[round].Mean[0])}\n");
        }

        return text.ToString();
    }

    private static string Number(double value) => value == Math.Floor(value) ? value.ToString("0.0", CultureInfo.InvariantCulture) : value.ToString(CultureInfo.InvariantCulture);
}
