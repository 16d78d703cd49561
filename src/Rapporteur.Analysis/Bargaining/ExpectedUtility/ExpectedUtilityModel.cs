using System.Collections.Immutable;
using System.Globalization;
using Rapporteur.Domain;

namespace Rapporteur.Analysis;

/// <summary>The expected utility model of Bueno de Mesquita, in one of three labelled variants: what the code does that reproduces published results, what the paper prints, and both corrected.</summary>
public abstract class ExpectedUtilityModel : BargainingModel
{
    private ExpectedUtilityRules? _rules;

    private protected ExpectedUtilityModel(ModelChoices? choices)
        : base(choices)
    {
    }

    /// <inheritdoc/>
    public override string Paper => "Bueno de Mesquita (1994), Political forecasting: an expected utility method; Scholz, Calbert & Smith (2011), Unravelling Bueno de Mesquita's group decision model, Journal of Theoretical Politics 23(4)";

    /// <inheritdoc/>
    public override ImmutableArray<string> Assumptions =>
    [
        "One issue, one line; utility falls with the distance on it.",
        "Capability times salience is what an actor throws into a vote or a fight; neither changes over the rounds.",
        "Everybody knows all positions, capabilities and saliences; beliefs differ by attitude to risk alone.",
        "Who is left alone by others takes few risks, who is threatened takes many.",
        "An actor yields to one challenge a round, all at the same time; the rounds are no days.",
    ];

    /// <inheritdoc/>
    public override ImmutableArray<ModelOption> Options => Common("median");

    private protected static ImmutableArray<ModelOption> Common(string stop) =>
    [
        ModelOption.Number("q", 1, 0, 1, "Probability that nothing changes when nobody challenges."),
        ModelOption.Count("rounds", 10, 1, 1000, "Most rounds."),
        new("stop", [stop, .. new[] { "rounds", "still", "median" }.Where(s => s != stop)], "When to stop before the cap: never, when nobody moves, or when the median settles."),
    ];

    private protected abstract ExpectedUtilityRules Variant();

    private ExpectedUtilityRules Rules => _rules ??= Variant() with
    {
        StatusQuo = Choices.Number("q"),
        Rounds = Choices.Count("rounds"),
        Stop = Choices.Word("stop") switch { "still" => RoundStop.Still, "median" => RoundStop.Median, _ => RoundStop.Cap },
    };

    /// <inheritdoc/>
    public override ImmutableArray<double> Outcome(StakeholderTable table, Standpoints at, ChanceStream chance) => Outcome(table, at, false);

    /// <inheritdoc/>
    public override ImmutableArray<double> DrawnOutcome(StakeholderTable table, Standpoints at, ChanceStream chance) => Outcome(table, at, true);

    /// <inheritdoc/>
    public override ImmutableArray<ImmutableArray<double>> DrawnRounds(StakeholderTable table, Standpoints at, ChanceStream chance) => Rounds(table, at, true);

    private ImmutableArray<ImmutableArray<double>> Rounds(StakeholderTable table, Standpoints at, bool quick)
    {
        Check(table);
        var game = new ExpectedUtilityGame(Rules, Rules.FileOrder ? at : at.Canonical(out _), quick);
        var medians = ImmutableArray.CreateBuilder<ImmutableArray<double>>();
        medians.Add([game.Median]);
        while (!game.IsOver && !game.IsDoubtful)
        {
            game.Play();
            medians.Add([game.Median]);
        }

        return game.IsDoubtful ? Rounds(table, at, false) : medians.ToImmutable();
    }

    private ImmutableArray<double> Outcome(StakeholderTable table, Standpoints at, bool quick)
    {
        Check(table);
        var game = new ExpectedUtilityGame(Rules, Rules.FileOrder ? at : at.Canonical(out _), quick);
        while (!game.IsOver && !game.IsDoubtful) game.Play();
        return game.IsDoubtful ? Outcome(table, at, false) : [game.Median];
    }

    /// <inheritdoc/>
    public override BargainingRun Run(StakeholderTable table, Standpoints at, ChanceStream chance)
    {
        Check(table);
        var order = Enumerable.Range(0, at.Count).ToArray();
        var sorted = Rules.FileOrder ? at : at.Canonical(out order);
        var game = new ExpectedUtilityGame(Rules, sorted);
        var account = new ExpectedUtilityAccount(table, at, order);
        var rounds = ImmutableArray.CreateBuilder<BargainingRound>();
        rounds.Add(account.First(game));
        while (!game.IsOver)
        {
            var before = game.Positions.ToArray();
            game.Play();
            rounds.Add(account.Next(game, before));
        }

        return new(Label, table, rounds.ToImmutable(), [game.Median], Weights.Compromise(at), Warnings(rounds));
    }

    private ImmutableArray<string> Warnings(ImmutableArray<BargainingRound>.Builder rounds)
    {
        var warnings = ImmutableArray.CreateBuilder<string>();
        if (rounds.Count > 1 && rounds.All(r => r.Moves.IsEmpty)) warnings.Add("Nobody moves in any round: the outcome is the weighted median of the positions as they were put in.");
        var (last, before) = (rounds[^1].Median[0], rounds[^2].Median[0]);
        if (rounds.Count - 1 == Rules.Rounds && !rounds[^1].Moves.IsEmpty && last != before)
            warnings.Add(string.Create(CultureInfo.InvariantCulture, $"The median still moved in the last round, from {before:0.###} to {last:0.###}: the outcome depends on where one stops."));
        return warnings.ToImmutable();
    }
}
