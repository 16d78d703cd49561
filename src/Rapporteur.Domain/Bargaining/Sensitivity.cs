using System.Collections.Immutable;

namespace Rapporteur.Domain;

/// <summary>Which kind of number of a table.</summary>
public enum TableQuantity
{
    /// <summary>Weight of a stakeholder.</summary>
    Capability,
    /// <summary>Where it stands on a dimension.</summary>
    Position,
    /// <summary>How much it cares about a dimension.</summary>
    Salience,
}

/// <summary>One number of a table.</summary>
/// <param name="Stakeholder">Index of the stakeholder.</param>
/// <param name="Quantity">Which kind of number.</param>
/// <param name="Dimension">Index of the dimension; 0 for a capability.</param>
public readonly record struct TableNumber(int Stakeholder, TableQuantity Quantity, int Dimension)
{
    /// <summary>Its name: <c>salience of Denmark</c>, with the dimension where a table has several.</summary>
    /// <param name="table">The table.</param>
    public string In(StakeholderTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var name = $"{EnumSpelling.Of(Quantity)} of {table.Stakeholders[Stakeholder].Name}";
        return Quantity == TableQuantity.Capability || table.Dimensions.Length == 1 ? name : $"{name} on {table.Dimensions[Dimension].Name}";
    }
}

/// <summary>A number with the interval that chance leaves it.</summary>
/// <param name="Value">The number.</param>
/// <param name="Low">Lower end, the 5 % quantile.</param>
/// <param name="High">Upper end, the 95 % quantile.</param>
public readonly record struct Interval(double Value, double Low, double High);

/// <summary>How a value spreads over the draws of a simulation.</summary>
/// <param name="Mean">Mean.</param>
/// <param name="Deviation">Standard deviation.</param>
/// <param name="Quantiles">Quantiles at <see cref="Levels"/>.</param>
public sealed record Spread(double Mean, double Deviation, ImmutableArray<double> Quantiles)
{
    /// <summary>Levels of the quantiles.</summary>
    public static ImmutableArray<double> Levels { get; } = [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95];
}

/// <summary>What a simulation gives when every number of a table is drawn from its range.</summary>
/// <param name="Draws">How many draws.</param>
/// <param name="Seed">Seed of the chance.</param>
/// <param name="Outcome">The model's outcome, by dimension.</param>
/// <param name="Compromise">The compromise mean of the same draws, by dimension.</param>
public sealed record Simulation(int Draws, ulong Seed, ImmutableArray<Spread> Outcome, ImmutableArray<Spread> Compromise)
{
    /// <summary>The model's outcome after each round, by dimension, the first before any; a draw that ended stays where it ended. Empty where it was not asked for.</summary>
    public ImmutableArray<ImmutableArray<Spread>> Rounds { get; init; } = [];

    /// <summary>Which numbers were drawn together; empty where all were drawn apart.</summary>
    public ImmutableArray<NumberCorrelation> Correlations { get; init; } = [];
}

/// <summary>What one number of a table does to the outcome when it goes through its range and all others stay.</summary>
/// <param name="Number">The number.</param>
/// <param name="Low">Its 5 % quantile.</param>
/// <param name="High">Its 95 % quantile.</param>
/// <param name="AtLow">Outcome with the number at its 5 % quantile.</param>
/// <param name="AtHigh">Outcome with the number at its 95 % quantile.</param>
public sealed record TornadoBar(TableNumber Number, double Low, double High, double AtLow, double AtHigh)
{
    /// <summary>How far the outcomes lie apart.</summary>
    public double Swing => Math.Abs(AtHigh - AtLow);
}

/// <summary>How much of the outcome's variance comes from one number.</summary>
/// <param name="Number">The number.</param>
/// <param name="First">Share that it brings about alone.</param>
/// <param name="Total">Share that would go if it were known, together with whatever it does along with others.</param>
public sealed record SobolIndex(TableNumber Number, Interval First, Interval Total);

/// <summary>The smallest change of one number that flips the outcome.</summary>
/// <param name="Number">The number.</param>
/// <param name="From">What it is.</param>
/// <param name="To">What it would have to be.</param>
/// <param name="Outcome">The outcome then.</param>
/// <param name="Share">Size of the change, as a share of the number's scale: of the dimension for a position, of 1 for a salience, of the present value for a capability.</param>
public sealed record FlipPoint(TableNumber Number, double From, double To, double Outcome, double Share);

/// <summary>What is asked of an outcome on one dimension: how it answers to the numbers of its table.</summary>
/// <param name="Dimension">Index of the dimension.</param>
public sealed record DimensionSensitivity(int Dimension)
{
    /// <summary>What each number with a range does alone, the greatest swing first; null where it was not asked for.</summary>
    public ImmutableArray<TornadoBar>? Tornado { get; init; }

    /// <summary>Shares of variance, the greatest total first; null where they were not asked for.</summary>
    public ImmutableArray<SobolIndex>? Sobol { get; init; }

    /// <summary>How many runs the shares of variance took.</summary>
    public int SobolRuns { get; init; }

    /// <summary>Changes that flip the outcome, the smallest first; null where they were not asked for.</summary>
    public ImmutableArray<FlipPoint>? Flips { get; init; }

    /// <summary>What counts as flipped, in words.</summary>
    public string? FlipRule { get; init; }
}

/// <summary>A forecast by a model of positions with all that was asked about it.</summary>
/// <param name="Run">The run at the likeliest numbers.</param>
public sealed record PositionForecast(BargainingRun Run)
{
    /// <summary>The simulation; null where none was asked for.</summary>
    public Simulation? Simulation { get; init; }

    /// <summary>How the outcome answers to the numbers, by dimension; empty where nothing was asked.</summary>
    public ImmutableArray<DimensionSensitivity> Sensitivities { get; init; } = [];

    /// <summary>Where groups of stakeholders stand, round by round; empty where none were named.</summary>
    public ImmutableArray<ImmutableArray<GroupStanding>> Groups { get; init; } = [];
}
