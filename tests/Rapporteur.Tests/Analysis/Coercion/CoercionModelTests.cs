using Rapporteur.Analysis;
using Rapporteur.Domain;
using Xunit;

namespace Rapporteur.Tests;

public sealed class CoercionModelTests
{
    public static TheoryData<string> Ids => [.. CoercionModels.All.Select(model => model.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_model_cites_its_paper_and_says_what_it_assumes(string id)
    {
        var model = CoercionModels.Find(id)!;
        Assert.Matches(@"\((19|20)\d\d\)", model.Paper);
        Assert.True(model.Assumptions.Length >= 3);
        Assert.Equal(model.Inputs.Length, model.Inputs.Select(input => input.Name).Distinct().Count());
        Assert.All(model.Inputs, input => Assert.InRange(input.Example, input.Least, input.Most));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Shares_and_probabilities_stay_between_0_and_1_anywhere(string id)
    {
        var model = CoercionModels.Find(id)!;
        var bounded = model.Results.Select((result, i) => (result.Name, i)).Where(each => each.Name is "war" or "demand" or "win" or "belief" or "acted-on" or "credible" or "preventive-war" or "range-from" or "range-to" or "after-offers"
            or "accepted" or "agreement" or "settle-belief" or "belief-refused" or "share" or "a-takes-all" or "b-takes-all" or "crisis" or "war-in-crisis" or "backs-down-1" or "backs-down-2" or "yields-at-once-1" or "yields-at-once-2" or "known-weak" or "known-strong" or "fight-weak" or "fight-strong" or "worth" or "weak-gains").Select(each => each.i).ToArray();
        Assert.NotEmpty(bounded);
        for (var draw = 0; draw < 2000; draw++)
        {
            var chance = new ChanceStream(9, (ulong)draw);
            var inputs = model.Inputs.Select(input => (input.Least + (chance.Unit() * (input.Most - input.Least))) is var value && input.IsWhole ? Math.Round(value) : value).ToArray();
            var solution = model.Solution(inputs);
            Assert.All(solution, value => Assert.False(double.IsNaN(value)));
            Assert.All(bounded, i => Assert.InRange(solution[i], -1e-9, 1 + 1e-9));
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void What_is_outside_an_input_is_refused_with_its_name(string id)
    {
        var model = CoercionModels.Find(id)!;
        for (var i = 0; i < model.Inputs.Length; i++)
            foreach (var bad in new[] { double.NaN, model.Inputs[i].Least - 1, model.Inputs[i].Most + 1 })
            {
                var inputs = model.Inputs.Select(input => input.Example).ToArray();
                inputs[i] = bad;
                Assert.StartsWith(model.Inputs[i].Name, Assert.Throws<ArgumentException>(() => model.Solution(inputs)).Message, StringComparison.Ordinal);
            }

        Assert.Contains("no input luck", Assert.Throws<ArgumentException>(() => model.Run(new Dictionary<string, Estimate> { ["luck"] = Estimate.Exactly(1) })).Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_same_seed_gives_the_same_ranges_and_an_exact_input_none(string id)
    {
        var model = CoercionModels.Find(id)!;
        var first = model.Inputs.First(input => !input.IsWhole);
        var ranged = new Dictionary<string, Estimate> { [first.Name] = Estimate.Between(first.Example * .9, first.Example) };
        var (one, other, exact) = (model.Run(ranged, 500, 3), model.Run(ranged, 500, 3), model.Run(new Dictionary<string, Estimate>()));
        Assert.Equal(one.Results, other.Results);
        Assert.All(one.Results, result => Assert.True(result.Low <= result.High));
        Assert.All(exact.Results, result => Assert.Equal((result.Value, result.Value), (result.Low, result.High)));
        Assert.Equal(model.Inputs.Length * model.Results.Length, one.Statics.Length);
    }

    [Fact]
    public void Sides_that_change_places_change_places_in_what_comes_out()
    {
        for (var draw = 0UL; draw < 40; draw++)
        {
            var chance = new ChanceStream(15, draw);
            var (a, b, weight, p, held, forts, costA, costB, surplus) = (chance.Unit(), chance.Unit(), 1 + (9 * chance.Unit()), chance.Unit(), 1 + chance.Below(7), 8, .1 * chance.Unit(), .1 * chance.Unit(), chance.Unit());
            (a, b, p) = (.05 + (.9 * a), .05 + (.9 * b), .05 + (.9 * p));
            var (one, other) = (new SmithStamOffers().Solution(a, b, weight, p, held, forts, costA, costB, surplus, 120), new SmithStamOffers().Solution(1 - b, 1 - a, weight, 1 - p, forts - held, forts, costB, costA, 1 - surplus, 120));
            foreach (var (mine, theirs, whole) in new[] { (0, 0, 0.0), (1, 1, 0), (2, 2, 0), (3, 3, 0), (4, 5, 0), (5, 4, 0), (6, 6, 1), (7, 7, forts) }) Assert.Equal(one[mine], whole == 0 ? other[theirs] : whole - other[theirs], 1e-9);

            var (audience1, audience2, worst1, worst2) = (.1 + chance.Unit(), .1 + chance.Unit(), .5 + chance.Unit(), .5 + chance.Unit());
            var (left, right) = (new Fearon1994().Solution(audience1, audience2, 1, worst1, worst2, 1, .5), new Fearon1994().Solution(audience2, audience1, 1, worst2, worst1, .5, 1));
            foreach (var (mine, theirs) in new[] { (0, 0), (1, 2), (2, 1), (3, 3), (4, 5), (5, 4), (6, 6), (7, 7), (8, 8), (9, 10), (10, 9), (12, 12) }) Assert.Equal(left[mine], right[theirs], 1e-9);
            // Another unit of worth: what is worth something changes with it, chances do not, and with it the cost of a moment neither does time.
            var scaled = new Fearon1994().Solution(3 * audience1, 3 * audience2, 3, 3 * worst1, 3 * worst2, 3, 1.5);
            for (var r = 0; r < left.Length; r++) Assert.Equal(left[r] * (r is 9 or 10 ? 3 : 1), scaled[r], 1e-9);
        }
    }

    [Fact]
    public void A_result_says_what_it_answers_to_and_what_flips_it()
    {
        var model = new Fearon1995();
        var run = model.Run(new Dictionary<string, Estimate> { ["p"] = Estimate.Between(.4, .6), ["cost-a"] = Estimate.Between(.05, .15) }, 200);
        var probe = new CoercionProbe(model, run, "range-from");
        // max(0, p − c): twice the range has four times the variance.
        Assert.Equal(["p", "cost-a"], probe.Swings().Select(swing => swing.Input));
        Assert.Equal(.8, probe.Shares(4000, 1)[0].Total, .05);
        Assert.Equal(.2, probe.Shares(4000, 1)[1].First, .05);
        Assert.Equal(probe.Shares(200, 4), probe.Shares(200, 4));
        var flips = probe.Flips(.35);
        Assert.Equal(["p", "cost-a"], flips.Select(flip => flip.Input));
        Assert.Equal([.45, .15], flips.Select(flip => Math.Round(flip.To, 6)));
        Assert.Empty(new CoercionProbe(model, run, "war").Flips(2));
        Assert.Contains("no result luck", Assert.Throws<ArgumentException>(() => new CoercionProbe(model, run, "luck")).Message, StringComparison.Ordinal);
        // Whole numbers flip at whole numbers.
        var battles = new FilsonWerner2002();
        Assert.All(new CoercionProbe(battles, battles.Run(new Dictionary<string, Estimate>()), "small-demand-made").Flips(.5).Where(flip => flip.Input is "won" or "lost"), flip => Assert.Equal(flip.To, Math.Round(flip.To)));
    }

    [Theory]
    [InlineData("filson-werner-offers", "settled-after", "agreement")]
    [InlineData("slantchev-offers", "settled-after", "agreement")]
    [InlineData("smith-stam-offers", "settled-there", "agreement")]
    public void A_course_adds_up_to_its_result(string id, string course, string result)
    {
        var run = CoercionModels.Find(id)!.Run(new Dictionary<string, Estimate>());
        Assert.Equal(run.Results.Single(each => each.Name == result).Value, run.Courses.Single(each => each.Result == course).Points.Sum(point => point.Value), 1e-9);
    }

    [Fact]
    public void Fearon_the_range_and_the_risk_have_their_closed_form()
    {
        var solution = new Fearon1995().Solution(.5, .1, .2, .4);
        Assert.Equal([.4, .7, .65, .375], solution.Take(4).Select(value => Math.Round(value, 12)));
        // A sure demand where A's cost is not below B's greatest; one half where A's war is free.
        Assert.Equal(0, new Fearon1995().Solution(.5, .4, .2, .4)[3], 12);
        Assert.Equal(.5, new Fearon1995().Solution(.5, 0, .2, .4)[3], 12);
    }

    [Theory]
    [InlineData(.5, .1, .4)]
    [InlineData(.3, .05, .8)]
    [InlineData(.9, .1, .6)]
    public void Fearon_no_other_demand_is_worth_more(double p, double cost, double greatest)
    {
        var solution = new Fearon1995().Solution(p, cost, .2, greatest);
        for (var demand = p; demand <= Math.Min(1, p + greatest); demand += .001)
        {
            var war = (demand - p) / greatest;
            Assert.True(((1 - war) * demand) + (war * (p - cost)) <= solution[4] + 1e-12);
        }
    }

    [Fact]
    public void Fearon_a_hundred_dollars_and_an_even_fight_that_costs_twenty_leave_thirty_to_seventy()
    {
        var solution = new Fearon1995().Solution(.5, .2, .2, .4);
        Assert.Equal([30.0, 70.0], solution.Take(2).Select(value => Math.Round(100 * value, 9)));
    }

    [Fact]
    public void Powell_war_begins_at_the_threshold()
    {
        var model = new Powell2006();
        var threshold = model.Solution(.6, .1, .8, .1)[2];
        Assert.Equal((((.1 / .9) + .4) / .8) - .4, threshold, 12);
        Assert.Equal(0, model.Solution(.6, threshold - 1e-9, .8, .1)[3]);
        Assert.Equal(1, model.Solution(.6, threshold + 1e-9, .8, .1)[3]);
        // The general condition for war: (1 − d)(δ(q + Δ) − q) > d, with the rising side's chance q.
        Assert.Equal(.1, .9 * ((.8 * (.4 + threshold)) - .4), 12);
        // Without a shift war only destroys.
        Assert.Equal(0, model.Solution(.6, 0, .8, .1)[3]);
    }

    [Fact]
    public void Filson_and_Werner_one_battle_is_Bayes()
    {
        var model = new FilsonWerner2002();
        Assert.Equal(.3 * .7 / ((.3 * .7) + (.7 * .4)), model.Solution(.3, .7, .4, 1, 0, .3, .6, .1)[0], 12);
        Assert.Equal(.3, model.Solution(.3, .5, .5, 9, 2, .3, .6, .1)[0], 12);
        var solution = model.Solution(.3, .7, .4, 2, 1, .3, .6, .1);
        Assert.Equal((.6, 2.0), (Math.Round(solution[1], 12), solution[3]));
        // As many further wins settle it, one fewer does not.
        Assert.Equal(1, model.Solution(.3, .7, .4, 4, 1, .3, .6, .1)[2]);
        Assert.Equal(0, model.Solution(.3, .7, .4, 3, 1, .3, .6, .1)[2]);
    }

    [Fact]
    public void Slantchev_offers_and_battles_add_up()
    {
        var solution = new Slantchev2003().Solution(.3, .65, .45, 3, 2, 2, .6);
        Assert.Equal(.3 / (.3 + (.7 * .36)), solution[0], 12);
        Assert.Equal(Belief.LogOdds(.3) + solution[2] + solution[3], Belief.LogOdds(solution[1]), 10);
        // Who refuses whatever kind he is tells nothing; battles that are alike teach nothing.
        Assert.Equal(.3, new Slantchev2003().Solution(.3, .65, .45, 0, 0, 5, 1)[0], 12);
        Assert.Equal(100_000, new Slantchev2003().Solution(.3, .5, .5, 3, 2, 0, .6)[4]);
    }

    [Theory]
    [InlineData(.6, 3, 8)]
    [InlineData(.4, 3, 8)]
    [InlineData(.5, 3, 8)]
    [InlineData(.5000001, 4, 10)]
    [InlineData(.999, 1, 100)]
    [InlineData(.001, 99, 100)]
    public void Smith_and_Stam_the_ruin_solves_its_recursion(double p, double held, double forts)
    {
        double Win(double h) => SmithStam2004.Win(p, h, forts);
        Assert.Equal((p * Win(held + 1)) + ((1 - p) * Win(held - 1)), Win(held), 12);
        double Battles(double h) => new SmithStam2004().Solution(p, h, forts)[1];
        Assert.Equal(1 + (p * Battles(held + 1)) + ((1 - p) * Battles(held - 1)), Battles(held), 4);
    }

    [Fact]
    public void Smith_and_Stam_the_ruin_has_its_closed_form()
    {
        var r = .4 / .6;
        Assert.Equal((1 - Math.Pow(r, 3)) / (1 - Math.Pow(r, 8)), SmithStam2004.Win(.6, 3, 8), 12);
        Assert.Equal((3.0 / 8, 15.0), (SmithStam2004.Win(.5, 3, 8), new SmithStam2004().Solution(.5, 3, 8)[1]));
        Assert.Equal((0.0, 1.0), (SmithStam2004.Win(.6, 0, 8), SmithStam2004.Win(.6, 8, 8)));
    }

    [Fact]
    public void An_ultimatum_is_credible_from_the_least_audience_cost()
    {
        var model = new Ultimatum();
        var least = model.Solution(.6, .3, .4, 0, .4, 3)[2];
        Assert.Equal(.1, least, 12);
        Assert.Equal((0.0, 1.0), (model.Solution(.6, .3, .4, least - .001, .4, 3)[0], model.Solution(.6, .3, .4, least, .4, 3)[0]));
        Assert.Equal(1 - (.4 * .4 * .4), model.Solution(.6, .3, .4, .15, .4, 3)[3], 12);
        Assert.Equal(1 / .6, model.Solution(.6, .3, .4, .15, .4, 3)[4], 12);
    }
}
