using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Analysis;

/// <summary>One issue as a single probabilistic Condorcet election: the options are the places where somebody stands, and nobody moves.</summary>
/// <param name="election">The election.</param>
/// <param name="bySalience">Whether voters weigh by capability × salience, or by capability alone as in KTAB.</param>
/// <param name="point">Which point of the distribution is the forecast.</param>
public sealed class CondorcetModel(CondorcetElection election, bool bySalience = true, DistributionPoint point = DistributionPoint.Mean) : BargainingModel
{
    /// <summary>Markov uniform, proportional votes, linear odds, weights by capability × salience, mean.</summary>
    public CondorcetModel()
        : this(new CondorcetElection(Outcome: ElectionOutcome.MarkovUniform))
    {
    }

    /// <summary>The election that it holds.</summary>
    public CondorcetElection Election => election;

    /// <inheritdoc/>
    public override string Id => "condorcet";

    /// <inheritdoc/>
    public override string Name => "Probabilistic Condorcet election";

    /// <inheritdoc/>
    public override string Paper => "B. P. Wise, L. Lester and B. Efird, An Introduction to the KAPSARC Toolkit for Behavioral Analysis (KTAB), KAPSARC 2015";

    /// <inheritdoc/>
    public override ImmutableArray<string> Assumptions =>
    [
        "What comes out is a place where somebody stands.",
        "A stakeholder's utility of a place falls in a straight line with its distance.",
        "Everybody votes on every pair of places, as it would if the pair were all there is.",
        "Positions do not move.",
    ];

    /// <inheritdoc/>
    public override ImmutableArray<ModelOption> Options =>
    [
        ElectionOptions.Distribution(ElectionOutcome.MarkovUniform),
        ElectionOptions.Voting,
        ElectionOptions.Victory,
        new("weights", ["CapabilityAndSalience", "Capability"], "What a vote weighs: capability times salience, or capability alone as in KTAB."),
        new("point", [nameof(DistributionPoint.Mean), nameof(DistributionPoint.Median), nameof(DistributionPoint.Mode)], "Which point of the distribution is the forecast."),
    ];

    /// <summary>The distribution of the outcome over the places where somebody stands, from the lowest to the highest.</summary>
    /// <param name="table">The table, for its dimension.</param>
    /// <param name="at">Its numbers.</param>
    /// <param name="space">Room to compute in, for those who ask often.</param>
    /// <exception cref="ArgumentException">The table has more than one dimension.</exception>
    public (double[] Places, double[] Chances) Distribution(StakeholderTable table, Standpoints at, ElectionSpace? space = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(at);
        if (at.Dimensions != 1) throw new ArgumentException($"{Name} takes one dimension, and the table has {at.Dimensions}.", nameof(table));
        var weights = new double[at.Count];
        for (var i = 0; i < weights.Length; i++) weights[i] = bySalience ? at.Capabilities[i] * at.Saliences[i] : at.Capabilities[i];
        return Distribution(weights, at.Positions, table.Dimensions[0].High - table.Dimensions[0].Low, space);
    }

    /// <summary>The same of weights and positions alone.</summary>
    /// <param name="weights">Weight of each stakeholder; not negative.</param>
    /// <param name="positions">Position of each.</param>
    /// <param name="range">Width of the dimension; above zero.</param>
    /// <param name="space">Room to compute in, for those who ask often.</param>
    public (double[] Places, double[] Chances) Distribution(ReadOnlySpan<double> weights, ReadOnlySpan<double> positions, double range, ElectionSpace? space = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(range);
        var places = Places(positions);
        var utilities = new double[positions.Length * places.Length];
        for (var i = 0; i < positions.Length; i++)
            for (var j = 0; j < places.Length; j++)
                utilities[(i * places.Length) + j] = 1 - (Math.Abs(positions[i] - places[j]) / range);
        var chances = new double[places.Length];
        election.Distribute(weights, utilities, chances, space ?? new());
        return (places, chances);
    }

    /// <inheritdoc/>
    public override ImmutableArray<double> Outcome(StakeholderTable table, Standpoints at, ChanceStream chance)
    {
        var (places, chances) = Distribution(table, at);
        return [point.Of(places, chances)];
    }

    /// <inheritdoc/>
    public override BargainingRun Run(StakeholderTable table, Standpoints at, ChanceStream chance)
    {
        var (places, chances) = Distribution(table, at);
        var mean = WeightedMean(at);
        ImmutableArray<ImmutableArray<double>> positions = [.. at.Positions.Select(position => ImmutableArray.Create(position))];
        var round = new BargainingRound(positions, [mean], [DistributionPoint.Mode.Of(places, chances)], [])
        {
            Chances = [.. at.Positions.Select(position => chances[Array.BinarySearch(places, position)])],
        };
        return new($"{Id}/{election.Outcome}", table, [round], [point.Of(places, chances)], [mean], []);
    }

    /// <inheritdoc/>
    protected override BargainingModel Set(string option, string value) => option switch
    {
        "weights" => new CondorcetModel(election, value == "CapabilityAndSalience", point),
        "point" => new CondorcetModel(election, bySalience, Enum.Parse<DistributionPoint>(value)),
        _ => new CondorcetModel(ElectionOptions.Set(election, option, value), bySalience, point),
    };

    private static double[] Places(ReadOnlySpan<double> positions)
    {
        var sorted = positions.ToArray();
        Array.Sort(sorted);
        var kept = 0;
        for (var i = 0; i < sorted.Length; i++)
            if (i == 0 || sorted[i] != sorted[kept - 1]) sorted[kept++] = sorted[i];
        return sorted[..kept];
    }

    private static double WeightedMean(Standpoints at)
    {
        var (sum, total) = (0.0, 0.0);
        for (var i = 0; i < at.Count; i++)
        {
            var weight = at.Capabilities[i] * at.Saliences[i];
            sum += weight * at.Positions[i];
            total += weight;
        }

        return total > 0 ? sum / total : at.Positions.Average();
    }
}
