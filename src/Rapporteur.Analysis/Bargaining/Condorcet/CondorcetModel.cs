using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Analysis;

/// <summary>One issue as a single probabilistic Condorcet election: the options are the places where somebody stands, and nobody moves.</summary>
public sealed class CondorcetModel : BargainingModel
{
    private const string BySalience = "capability-salience";

    private static readonly EnumOption<ElectionOutcome> Distributions = ElectionOptions.Distribution.Usually(ElectionOutcome.MarkovUniform);
    private static readonly ModelOption Weights = new("weights", [BySalience, "capability"], "What a vote weighs: capability times salience, or capability alone as in KTAB.");
    private static readonly ImmutableArray<ModelOption> All = [Distributions.Option, ElectionOptions.Voting.Option, ElectionOptions.Victory.Option, Weights, ElectionOptions.Point.Option];

    private readonly bool _bySalience;
    private readonly DistributionPoint _point;

    /// <summary>The model, Markov uniform with proportional votes, linear odds, weights by capability and salience, and the mean by default.</summary>
    /// <param name="choices">Values of its options.</param>
    public CondorcetModel(ModelChoices? choices = null)
        : base(choices)
    {
        Election = ElectionOptions.Of(Choices, Distributions);
        (_bySalience, _point) = (Choices.Word(Weights.Name) == BySalience, ElectionOptions.Point.Of(Choices));
    }

    /// <summary>The model with an election.</summary>
    /// <param name="election">The election.</param>
    public CondorcetModel(CondorcetElection election)
        : this(Choice(election))
    {
    }

    /// <summary>The election that it holds.</summary>
    public CondorcetElection Election { get; }

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
    public override ImmutableArray<ModelOption> Options => All;

    /// <summary>The distribution of the outcome over the places where somebody stands, from the lowest to the highest.</summary>
    /// <param name="table">The table, for its dimension.</param>
    /// <param name="at">Its numbers.</param>
    /// <param name="space">Room to compute in, for those who ask often.</param>
    /// <exception cref="ArgumentException">The table has more than one dimension.</exception>
    public (double[] Places, double[] Chances) Distribution(StakeholderTable table, Standpoints at, ElectionSpace? space = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(at);
        Check(table);
        // In an order that is not the file's: another order of the file changes no bit.
        var sorted = at.Canonical(out _);
        var weights = new double[at.Count];
        for (var i = 0; i < weights.Length; i++) weights[i] = _bySalience ? sorted.Capabilities[i] * sorted.Saliences[i] : sorted.Capabilities[i];
        return Distribution(weights, sorted.Positions, table.Dimensions[0].High - table.Dimensions[0].Low, space);
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
        Election.Distribute(weights, utilities, chances, space ?? new());
        return (places, chances);
    }

    /// <inheritdoc/>
    public override ImmutableArray<double> Outcome(StakeholderTable table, Standpoints at, ChanceStream chance)
    {
        var (places, chances) = Distribution(table, at);
        return [_point.Of(places, chances)];
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
        return new(Label, table, [round], [_point.Of(places, chances)], [mean], []);
    }

    /// <inheritdoc/>
    protected override BargainingModel Chosen(ModelChoices choices) => new CondorcetModel(choices);

    private static ModelChoices Choice(CondorcetElection election)
    {
        ArgumentNullException.ThrowIfNull(election);
        return ModelChoices.Usual(All).With("condorcet", [ElectionOptions.Voting.Choice(election.Votes), ElectionOptions.Victory.Choice(election.Victory), Distributions.Choice(election.Outcome)]);
    }

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
