using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Analysis;

/// <summary>KTAB's spatial model of politics: stakeholders on any number of dimensions challenge whom they gain most from, are offered bargains, and take the one that fares best in an election among those they are part of.</summary>
/// <remarks>Every default, tolerance and rounding is that of the program, whose reference runs come out to the printed digit; docs/models.md says where its code differs from its papers.</remarks>
public sealed class SpatialModel : BargainingModel
{
    private readonly SpatialOptions _options;
    private readonly ImmutableArray<double> _accommodation;
    private readonly int _workers;

    /// <summary>The model with KTAB's defaults, or as chosen.</summary>
    /// <param name="choices">Values of its options.</param>
    public SpatialModel(ModelChoices? choices = null)
        : this(choices, [], 0)
    {
    }

    /// <summary>The model with options.</summary>
    /// <param name="options">Options.</param>
    /// <param name="accommodation">How ideals follow positions: the share of each stakeholder's new ideal (row) that each one's new position (column) makes, the rest being its old ideal; empty where ideals are one's own positions.</param>
    public SpatialModel(SpatialOptions options, ImmutableArray<double> accommodation = default)
        : this(SpatialModelOptions.Choices(options), accommodation, 0)
    {
    }

    internal SpatialModel(ModelChoices? choices, ImmutableArray<double> accommodation, int workers)
        : base(choices)
    {
        _accommodation = accommodation.IsDefault ? [] : accommodation;
        foreach (var share in _accommodation)
            if (!(share is >= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(accommodation), share, "A share of an ideal lies between 0 and 1.");
        (_options, _workers) = (SpatialModelOptions.Of(Choices), workers);
    }

    /// <summary>The options.</summary>
    public SpatialOptions Settings => _options;

    /// <inheritdoc/>
    public override string Id => "spatial";

    /// <inheritdoc/>
    public override string Name => "Spatial model of politics (KTAB)";

    /// <inheritdoc/>
    public override string Paper => "B. Efird, L. Lester and B. P. Wise, The KAPSARC Toolkit for Behavioral Analysis: An Introduction to the Spatial Model of Politics, KAPSARC 2016; after B. Bueno de Mesquita, A Decision Making Model: Its Structure and Form, International Interactions 23, 1997";

    /// <inheritdoc/>
    public override ImmutableArray<string> Assumptions =>
    [
        "A stakeholder's utility of a position falls with its distance, dimensions weighed by salience, and bends with its attitude to risk.",
        "Attitudes to risk follow from how well one's position fares in an election among all positions: who fares well can afford to hold on to it.",
        "Each challenges the one from whom it expects to gain most, and third parties take sides by what they would gain.",
        "Of the bargains that one is part of, the one is taken that would win an election among them in which everybody votes by capability; salience counts in contests, not in elections.",
        "Everybody moves at once, and every move is kept.",
    ];

    /// <inheritdoc/>
    public override ImmutableArray<ModelOption> Options => SpatialModelOptions.All;

    /// <inheritdoc/>
    public override bool TakesManyDimensions => true;

    /// <inheritdoc/>
    public override ImmutableArray<double> Outcome(StakeholderTable table, Standpoints at, ChanceStream chance)
    {
        var run = Begin(table, at, chance);
        foreach (var _ in Rounds(run))
        {
        }

        return SpatialAccount.Forecast(run, _options);
    }

    /// <inheritdoc/>
    public override ImmutableArray<ImmutableArray<double>> DrawnRounds(StakeholderTable table, Standpoints at, ChanceStream chance)
    {
        var run = Begin(table, at, chance);
        return [SpatialAccount.Forecast(run, _options), .. Rounds(run).Select(_ => SpatialAccount.Forecast(run, _options))];
    }

    // Plays round after round to the end, and gives the number of each.
    private static IEnumerable<int> Rounds(SpatialBargaining run)
    {
        var first = 0.0;
        for (var round = 1; ; round++)
        {
            run.Bargain();
            var step = run.Move();
            if (round == 1) first = step;
            yield return round;
            if (run.IsOver(round, first, step)) yield break;
        }
    }

    /// <inheritdoc/>
    public override BargainingRun Run(StakeholderTable table, Standpoints at, ChanceStream chance)
    {
        var run = Begin(table, at, chance);
        var rounds = new List<BargainingRound> { SpatialAccount.Round(run, _options, []) };
        var (first, last) = (0.0, 0.0);
        do
        {
            run.Bargain();
            var moves = SpatialAccount.Moves(table, run);
            last = run.Move();
            if (rounds.Count == 1) first = last;
            rounds.Add(SpatialAccount.Round(run, _options, moves));
        }
        while (!run.IsOver(rounds.Count - 1, first, last));

        var warnings = new List<string>();
        if (run.Table.SalienceScale > 1) warnings.Add(FormattableString.Invariant($"Saliences of a stakeholder add up to {run.Table.SalienceScale:0.###}; all were divided by that, since nobody gives more than all its attention."));
        List<string> absent = [.. table.Stakeholders.Where(one => one.Stakes.Any(stake => stake.IsAbsent)).Select(one => one.Name)];
        if (absent.Count > 0) warnings.Add($"{string.Join(", ", absent)}: who takes no part in a dimension stands at its lower end and does not care, since the model knows no absence; take the dimensions one by one (--issue) to leave it out.");
        if (rounds.Count - 1 == _options.MostRounds) warnings.Add(FormattableString.Invariant($"The run was stopped after {_options.MostRounds} rounds, before positions came to rest."));
        if (rounds[0].Positions.All(place => place.AsSpan().SequenceEqual(rounds[0].Positions[0].AsSpan()))) warnings.Add("Everybody stands at one place from the start.");
        return new(Label, table, [.. rounds], SpatialAccount.Forecast(run, _options), rounds[0].Mean, [.. warnings]);
    }

    /// <inheritdoc/>
    protected override BargainingModel Chosen(ModelChoices choices) => new SpatialModel(choices, _accommodation, _workers);

    /// <summary>A run before its first round.</summary>
    internal SpatialBargaining Begin(StakeholderTable table, Standpoints at, ChanceStream chance, ChooseBargain? choose = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(at);
        if (_accommodation.Length > 0) CheckAccommodation(table);
        var what = new SpatialTable(table, at);
        var positions = new double[what.Dimensions * what.Stride];
        for (var i = 0; i < at.Count; i++)
            for (var d = 0; d < at.Dimensions; d++) positions[(d * what.Stride) + i] = (at.Positions[(i * at.Dimensions) + d] - what.Low[d]) / what.Width[d];
        choose ??= _options.Choice == BargainChoice.Stochastic ? (_, _, chances) => Draw(chances, chance) : (_, _, chances) => SpatialAccount.Likeliest(chances);
        return new(what, _options, positions, [.. _accommodation], choose, _workers);
    }

    private static int Draw(ReadOnlySpan<double> chances, ChanceStream chance)
    {
        var (drawn, sum) = (chance.Unit(), 0.0);
        for (var b = 0; b < chances.Length; b++)
        {
            sum += chances[b];
            if (drawn <= sum) return b;
        }

        return chances.Length - 1;
    }

    private void CheckAccommodation(StakeholderTable table)
    {
        var count = table.Stakeholders.Length;
        if (_accommodation.Length != count * count) throw new ArgumentException($"How ideals follow positions was given for {Math.Sqrt(_accommodation.Length):0.#} stakeholders, and the table has {count}.", nameof(table));
        for (var i = 0; i < count; i++)
        {
            var sum = 0.0;
            for (var j = 0; j < count; j++) sum += _accommodation[(i * count) + j];
            if (sum > 1 + 1e-10) throw new ArgumentException(FormattableString.Invariant($"The ideal of {table.Stakeholders[i].Name} follows positions by {sum:0.###} in all; at most by 1."), nameof(table));
        }
    }
}
