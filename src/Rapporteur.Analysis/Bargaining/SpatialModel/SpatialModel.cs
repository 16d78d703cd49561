using System.Collections.Immutable;
using System.Globalization;
using Rapporteur.Domain;

namespace Rapporteur.Analysis;

/// <summary>KTAB's spatial model of politics: stakeholders on any number of dimensions challenge whom they gain most from, are offered bargains, and take the one that fares best in an election among those they are part of.</summary>
/// <remarks>Every default, tolerance and rounding is that of the program, whose reference runs come out to the printed digit; docs/models.md says where its code differs from its papers.</remarks>
public sealed class SpatialModel : BargainingModel
{
    private const double SamePlace = 1e-3;

    private readonly SpatialOptions _options;
    private readonly ImmutableArray<double> _accommodation;
    private readonly int _workers;

    /// <summary>KTAB's defaults.</summary>
    public SpatialModel()
        : this(new SpatialOptions())
    {
    }

    /// <summary>The model with options.</summary>
    /// <param name="options">Options.</param>
    /// <param name="accommodation">How ideals follow positions: the share of each stakeholder's new ideal (row) that each one's new position (column) makes, the rest being its old ideal; empty where ideals are one's own positions.</param>
    public SpatialModel(SpatialOptions options, ImmutableArray<double> accommodation = default)
        : this(options, accommodation, 0)
    {
    }

    internal SpatialModel(SpatialOptions options, ImmutableArray<double> accommodation, int workers)
    {
        ArgumentNullException.ThrowIfNull(options);
        _accommodation = accommodation.IsDefault ? [] : accommodation;
        foreach (var share in _accommodation)
            if (!(share is >= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(accommodation), share, "A share of an ideal lies between 0 and 1.");
        (_options, _workers) = (options, workers);
    }

    /// <summary>The options.</summary>
    public SpatialOptions Chosen => _options;

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
        var first = 0.0;
        for (var rounds = 1; ; rounds++)
        {
            run.Bargain();
            var step = run.Move();
            if (rounds == 1) first = step;
            if (run.IsOver(rounds, first, step)) return Forecast(run);
        }
    }

    /// <inheritdoc/>
    public override BargainingRun Run(StakeholderTable table, Standpoints at, ChanceStream chance)
    {
        var run = Begin(table, at, chance);
        var rounds = new List<BargainingRound> { Round(run, []) };
        var (first, last) = (0.0, 0.0);
        do
        {
            run.Bargain();
            var moves = Moves(table, run);
            last = run.Move();
            if (rounds.Count == 1) first = last;
            rounds.Add(Round(run, moves));
        }
        while (!run.IsOver(rounds.Count - 1, first, last));

        var warnings = new List<string>();
        if (run.Table.SalienceScale > 1) warnings.Add(Invariant($"Saliences of a stakeholder add up to {run.Table.SalienceScale:0.###}; all were divided by that, since nobody gives more than all its attention."));
        if (rounds.Count - 1 == _options.MostRounds) warnings.Add(Invariant($"The run was stopped after {_options.MostRounds} rounds, before positions came to rest."));
        if (rounds[0].Positions.Distinct(PlaceComparer.Instance).Count() == 1) warnings.Add("Everybody stands at one place from the start.");
        return new(Id, table, [.. rounds], Forecast(run), rounds[0].Mean, [.. warnings]);
    }

    /// <inheritdoc/>
    protected override BargainingModel Set(string option, string value) => new SpatialModel(SpatialModelOptions.Set(_options, option, value), _accommodation, _workers);

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
        choose ??= _options.Choice == BargainChoice.Stochastic ? (_, _, chances) => Draw(chances, chance) : (_, _, chances) => Likeliest(chances);
        return new(what, _options, positions, [.. _accommodation], choose, _workers);
    }

    /// <summary>How likely each stakeholder's position is to come out of an election among the places where they stand, by everybody's own attitude to risk.</summary>
    internal double[] Chances(SpatialBargaining run)
    {
        var (table, state, places, placeOf) = (run.Table, run.State, new List<int>(), new int[run.Table.Count]);
        for (var i = 0; i < table.Count; i++)
        {
            placeOf[i] = -1;
            for (var p = 0; p < places.Count && placeOf[i] < 0; p++)
                if (Distance(run, i, places[p]) < SamePlace) placeOf[i] = p;
            if (placeOf[i] >= 0) continue;
            placeOf[i] = places.Count;
            places.Add(i);
        }

        var space = new ElectionSpace();
        space.Fit(table.Count, places.Count);
        for (var voter = 0; voter < table.Count; voter++)
            for (var p = 0; p < places.Count; p++) space.Utilities[(voter * space.Stride) + p] = state.Own[(places[p] * table.Stride) + voter];
        var chances = new double[places.Count];
        _options.Election.Distribute(table.Capabilities.AsSpan(0, table.Count), chances, space);
        return [.. placeOf.Select((_, i) => chances[Last(i)])];

        // A place within reach of two is counted with the later, as KTAB counts it.
        int Last(int i)
        {
            for (var p = places.Count - 1; p > placeOf[i]; p--)
                if (Distance(run, i, places[p]) < SamePlace) return p;
            return placeOf[i];
        }
    }

    private static double Distance(SpatialBargaining run, int i, int j)
    {
        var square = 0.0;
        for (var d = 0; d < run.Table.Dimensions; d++)
        {
            var apart = run.State.Positions[(d * run.Table.Stride) + i] - run.State.Positions[(d * run.Table.Stride) + j];
            square += apart * apart;
        }

        return Math.Sqrt(square);
    }

    private static int Likeliest(ReadOnlySpan<double> chances)
    {
        var best = 0;
        for (var b = 1; b < chances.Length; b++)
            if (chances[b] > chances[best]) best = b;
        return best;
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

    private static ImmutableArray<double> Place(SpatialBargaining run, int stakeholder)
    {
        var place = new double[run.Table.Dimensions];
        for (var d = 0; d < place.Length; d++) place[d] = run.Table.Low[d] + (run.State.Positions[(d * run.Table.Stride) + stakeholder] * run.Table.Width[d]);
        return [.. place];
    }

    private ImmutableArray<double> Forecast(SpatialBargaining run)
    {
        var chances = Chances(run);
        if (_options.Point != DistributionPoint.Mean) return Place(run, Likeliest(chances));
        // Stakeholders at one place share its chance.
        var (mean, counted, total) = (new double[run.Table.Dimensions], new List<int>(), 0.0);
        for (var i = 0; i < run.Table.Count; i++)
        {
            if (counted.Exists(other => Distance(run, i, other) < SamePlace)) continue;
            counted.Add(i);
            total += chances[i];
            var place = Place(run, i);
            for (var d = 0; d < mean.Length; d++) mean[d] += chances[i] * place[d];
        }

        return [.. mean.Select(value => value / total)];
    }

    private BargainingRound Round(SpatialBargaining run, ImmutableArray<BargainingMove> moves)
    {
        var (table, chances) = (run.Table, Chances(run));
        ImmutableArray<ImmutableArray<double>> places = [.. Enumerable.Range(0, table.Count).Select(i => Place(run, i))];
        var mean = new double[table.Dimensions];
        for (var d = 0; d < mean.Length; d++)
        {
            var (sum, total) = (0.0, 0.0);
            for (var i = 0; i < table.Count; i++)
            {
                var weight = table.Capabilities[i] * table.Saliences[(d * table.Stride) + i];
                sum += weight * places[i][d];
                total += weight;
            }

            var dimension = d;
            mean[d] = total > 0 ? sum / total : places.Average(place => place[dimension]);
        }

        return new(places, [.. mean], places[Likeliest(chances)], moves) { Chances = [.. chances] };
    }

    private static ImmutableArray<BargainingMove> Moves(StakeholderTable table, SpatialBargaining run)
    {
        var moves = ImmutableArray.CreateBuilder<BargainingMove>();
        for (var i = 0; i < run.Table.Count; i++)
        {
            var bargain = run.Chosen[i];
            if (bargain.Initiator == bargain.Receiver) continue;
            var (from, to) = (Place(run, i), bargain.Initiator == i ? bargain.ToInitiator : bargain.ToReceiver);
            var other = bargain.Initiator == i ? bargain.Receiver : bargain.Initiator;
            var (challenger, target) = (table.Stakeholders[bargain.Initiator].Name, table.Stakeholders[bargain.Receiver].Name);
            var (bargains, chance) = (run.BargainsOf(i), 0.0);
            var chances = run.ChancesOf(i);
            for (var b = 0; b < bargains.Count; b++)
                if (ReferenceEquals(bargains[b], bargain)) chance = chances[b];
            moves.Add(new(
                i,
                other,
                "bargain",
                from,
                [.. to.Select((value, d) => run.Table.Low[d] + (value * run.Table.Width[d]))],
                Invariant($"{challenger} challenged {target}, expecting to win with {bargain.Challenge.Odds:0.000} and to gain {bargain.Challenge.Gain:0.000}; of {bargains.Count - 1} bargains and staying, this one comes out with {chance:0.000}.")));
        }

        return moves.DrainToImmutable();
    }

    private void CheckAccommodation(StakeholderTable table)
    {
        var count = table.Stakeholders.Length;
        if (_accommodation.Length != count * count) throw new ArgumentException($"How ideals follow positions was given for {Math.Sqrt(_accommodation.Length):0.#} stakeholders, and the table has {count}.", nameof(table));
        for (var i = 0; i < count; i++)
        {
            var sum = 0.0;
            for (var j = 0; j < count; j++) sum += _accommodation[(i * count) + j];
            if (sum > 1 + 1e-10) throw new ArgumentException(Invariant($"The ideal of {table.Stakeholders[i].Name} follows positions by {sum:0.###} in all; at most by 1."), nameof(table));
        }
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private sealed class PlaceComparer : IEqualityComparer<ImmutableArray<double>>
    {
        public static readonly PlaceComparer Instance = new();

        public bool Equals(ImmutableArray<double> x, ImmutableArray<double> y) => x.AsSpan().SequenceEqual(y.AsSpan());

        public int GetHashCode(ImmutableArray<double> obj) => obj[0].GetHashCode();
    }
}
