using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Rapporteur.Analysis;
using Rapporteur.Domain;
using Xunit;

namespace Rapporteur.Tests;

/// <summary>What holds of every model of positions.</summary>
public sealed class BargainingLawTests
{
    public static TheoryData<string> Models => [.. BargainingModels.All.Select(m => m.Id)];

    [Theory]
    [MemberData(nameof(Models))]
    public void Positions_and_outcomes_stay_between_the_outermost_positions(string id) => Holds(id, (model, table) =>
    {
        var run = ExpectedUtilityTests.Run(model, table);
        for (var d = 0; d < table.Dimensions.Length; d++)
        {
            var (low, high) = (table.Stakeholders.Min(s => s.Stakes[d].Position.Likeliest) - 1e-9, table.Stakeholders.Max(s => s.Stakes[d].Position.Likeliest) + 1e-9);
            if (run.Rounds.Any(r => r.Positions.Any(p => p[d] < low || p[d] > high) || r.Median[d] < low || r.Median[d] > high)) return false;
            if (run.Forecast[d] < low || run.Forecast[d] > high) return false;
        }

        return true;
    });

    [Theory]
    [MemberData(nameof(Models))]
    public void The_order_of_the_stakeholders_changes_nothing(string id) => Holds(id, (model, table) =>
    {
        StakeholderTable turned = new(table.Name, table.Dimensions, [.. table.Stakeholders.Skip(1).Reverse(), table.Stakeholders[0]]);
        return Near(Outcome(model, table), Outcome(model, turned), 1e-6) || IsOnEdge(model, table);
    });

    // Whether the outcome hangs on the last digits of a sum, which the order of its terms changes: a billionth of a capability more or less gives another.
    private static bool IsOnEdge(BargainingModel model, StakeholderTable table)
    {
        var outcome = Outcome(model, table);
        return Enumerable.Range(0, table.Stakeholders.Length).Any(i => new[] { 1 - 1e-9, 1 + 1e-9 }.Any(share =>
        {
            var nudged = table.Stakeholders.SetItem(i, table.Stakeholders[i] with { Capability = Estimate.Exactly(table.Stakeholders[i].Capability.Likeliest * share) });
            return !Near(outcome, Outcome(model, new(table.Name, table.Dimensions, nudged)), 1e-6);
        }));
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Another_unit_and_origin_of_an_issue_change_nothing(string id) => Holds(id, (model, table) =>
    {
        var stretched = Stretched(table, 2.5, -40);
        return Near([.. Outcome(model, table).Select(o => (2.5 * o) - 40)], Outcome(model, stretched), 1e-6) || IsOnEdge(model, table);
    });

    [Theory]
    [MemberData(nameof(Models))]
    public void Another_unit_of_capability_changes_nothing(string id) => Holds(id, (model, table) =>
    {
        StakeholderTable stronger = new(table.Name, table.Dimensions, [.. table.Stakeholders.Select(s => s with { Capability = Estimate.Exactly(s.Capability.Likeliest * 8) })]);
        return Near(Outcome(model, table), Outcome(model, stronger), 1e-6) || IsOnEdge(model, table);
    });

    [Theory]
    [MemberData(nameof(Models))]
    public void A_party_alone_gets_its_ideal_point(string id) => Holds(id, (model, table) =>
    {
        StakeholderTable alone = new(table.Name, table.Dimensions, [table.Stakeholders[0]]);
        return Near([.. alone.Stakeholders[0].Stakes.Select(s => s.Position.Likeliest)], Outcome(model, alone), 1e-9);
    });

    [Theory]
    [MemberData(nameof(Models))]
    public void Where_all_want_the_same_they_get_it(string id) => Holds(id, (model, table) =>
    {
        var same = table.Stakeholders[0].Stakes;
        StakeholderTable united = new(table.Name, table.Dimensions,
            [.. table.Stakeholders.Select(s => s with { Stakes = [.. s.Stakes.Select((stake, d) => stake with { Position = same[d].Position })] })]);
        return Near([.. same.Select(s => s.Position.Likeliest)], Outcome(model, united), 1e-9);
    });

    [Theory]
    [MemberData(nameof(Models))]
    public void The_outcome_is_that_of_the_run_and_the_compromise_stands_beside_it(string id) => Holds(id, (model, table) =>
    {
        var run = ExpectedUtilityTests.Run(model, table);
        var compromise = Outcome(BargainingModels.Find("compromise")!, table);
        return run.Forecast.AsSpan().SequenceEqual(Outcome(model, table).AsSpan()) && Near(compromise, run.Compromise, 1e-9) && run.Model == model.Label;
    });

    [Theory]
    [MemberData(nameof(Models))]
    public void The_outcome_after_the_last_round_is_the_outcome_and_no_round_leaves_the_positions(string id) => Holds(id, (model, table) =>
    {
        var (rounds, run) = (model.DrawnRounds(table, Standpoints.Likeliest(table), new(0)), ExpectedUtilityTests.Run(model, table));
        return rounds.Length == run.Rounds.Length && Near(rounds[^1], run.Forecast, 1e-9)
            && rounds.All(r => r.Select((o, d) => o >= table.Stakeholders.Min(s => s.Stakes[d].Position.Likeliest) - 1e-9 && o <= table.Stakeholders.Max(s => s.Stakes[d].Position.Likeliest) + 1e-9).All(b => b));
    });

    [Theory]
    [MemberData(nameof(Models))]
    public void The_fan_over_the_rounds_ends_with_the_simulation_whatever_the_threads(string id)
    {
        var (model, table) = (BargainingModels.Find(id)!, Widening.Of(Tables(id).Sample(1, 6).First(), 0.1));
        var (one, four) = (MonteCarlo.ByRound(new(model, table, 7, 1), 40), MonteCarlo.ByRound(new(model, table, 7, 4), 40));
        var simulation = MonteCarlo.Run(new(model, table, 7, 2), 40);
        Assert.Equal(one.Select(r => r.Select(s => (s.Mean, s.Deviation))), four.Select(r => r.Select(s => (s.Mean, s.Deviation))));
        for (var d = 0; d < table.Dimensions.Length; d++)
        {
            Assert.Equal(simulation.Outcome[d].Mean, one[^1][d].Mean);
            Assert.Equal(simulation.Outcome[d].Quantiles, one[^1][d].Quantiles);
            Assert.All(one, round => Assert.Equal(round[d].Quantiles.Order(), round[d].Quantiles));
        }
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void The_same_seed_gives_the_same_bits_on_any_number_of_threads(string id)
    {
        var (model, table) = (BargainingModels.Find(id)!, Widening.Of(Tables(id).Sample(1, 6).First(), 0.1));
        var (first, _) = MonteCarlo.Draw(new(model, table, 7, 1), 60);
        var (second, _) = MonteCarlo.Draw(new(model, table, 7, 4), 60);
        Assert.Equal(first, second);
        var (other, _) = MonteCarlo.Draw(new(model, table, 8, 4), 60);
        Assert.NotEqual(first, other);
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Every_model_says_its_paper_and_its_assumptions_and_takes_every_value_of_its_options(string id)
    {
        var model = BargainingModels.Find(id)!;
        Assert.Matches(@"\d{4}", model.Paper);
        Assert.NotEmpty(model.Assumptions);
        foreach (var option in model.Options)
            foreach (var value in option.Values) Assert.Equal(value, model.With(KeyValuePair.Create(option.Name, value)).Choices.Word(option.Name));
    }

    [Fact]
    public void Invalid_numbers_are_refused_with_the_name_of_the_field()
    {
        Assert.Contains("capability of A", Refused(() => Of(Estimate.Exactly(-1), Estimate.Exactly(1), Estimate.Exactly(1))), StringComparison.Ordinal);
        Assert.Contains("salience of A", Refused(() => Of(Estimate.Exactly(1), Estimate.Exactly(1), Estimate.Between(0.5, 1.5))), StringComparison.Ordinal);
        Assert.Contains("position of A", Refused(() => Of(Estimate.Exactly(1), Estimate.Exactly(11), Estimate.Exactly(1))), StringComparison.Ordinal);
        Assert.Contains("Nobody has both", Refused(() => Of(Estimate.Exactly(0), Estimate.Exactly(1), Estimate.Exactly(1))), StringComparison.Ordinal);
        Assert.Equal("value", Assert.Throws<ArgumentOutOfRangeException>(() => Estimate.Exactly(double.NaN)).ParamName);
        Assert.Equal("most", Assert.Throws<ArgumentOutOfRangeException>(() => Estimate.Between(7, 3)).ParamName);
        Assert.Equal("likeliest", Assert.Throws<ArgumentOutOfRangeException>(() => Estimate.Around(3, 9, 7)).ParamName);

        static string Refused(Action make) => Assert.ThrowsAny<ArgumentException>(make).Message;
        static void Of(Estimate capability, Estimate position, Estimate salience) =>
            _ = new StakeholderTable("t", [new("x", 0, 10)], [new("A", capability, [new(position, salience)])]);
    }

    private static void Holds(string id, Func<BargainingModel, StakeholderTable, bool> law)
    {
        var model = BargainingModels.Find(id)!;
        Prop.ForAll(Tables(id).ToArbitrary(), table => law(model, table)).Check(Config.QuickThrowOnFailure.WithMaxTest(60));
    }

    private static Gen<StakeholderTable> Tables(string id)
    {
        var most = BargainingModels.Find(id)!.TakesManyDimensions ? 3 : 1;
        return Gen.Choose(2, 8).SelectMany(n => Gen.Choose(1, most).SelectMany(d => Gen.Choose(1, 999_999).ArrayOf(n * (1 + (2 * d))).Select(raw => Table(n, d, raw))));
    }

    private static StakeholderTable Table(int count, int dimensions, int[] raw)
    {
        var next = 0;
        return new("drawn", [.. Enumerable.Range(0, dimensions).Select(d => new Dimension($"issue {d}", 0, 100))],
            [.. Enumerable.Range(0, count).Select(i => new Stakeholder($"party {i}", Estimate.Exactly(Unit()), [.. Enumerable.Range(0, dimensions).Select(_ => new Stake(Estimate.Exactly(100 * Unit()), Estimate.Exactly(Unit())))]))]);

        double Unit() => raw[next++] / 1e6;
    }

    private static StakeholderTable Stretched(StakeholderTable table, double factor, double shift) => new(table.Name,
        [.. table.Dimensions.Select(d => d with { Low = (factor * d.Low) + shift, High = (factor * d.High) + shift })],
        [.. table.Stakeholders.Select(s => s with { Stakes = [.. s.Stakes.Select(k => k with { Position = Estimate.Exactly((factor * k.Position.Likeliest) + shift) })] })]);

    private static ImmutableArray<double> Outcome(BargainingModel model, StakeholderTable table) => model.Outcome(table, Standpoints.Likeliest(table), new(0));

    private static bool Near(ImmutableArray<double> one, ImmutableArray<double> other, double slack) => one.Zip(other).All(p => Math.Abs(p.First - p.Second) <= slack * 100);
}
