using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Analysis;

/// <summary>A model that names an outcome at once and leaves the positions where they are.</summary>
/// <param name="choices">Values of its options.</param>
public abstract class OneStepModel(ModelChoices? choices = null) : BargainingModel(choices)
{
    /// <inheritdoc/>
    public sealed override bool TakesManyDimensions => true;

    /// <inheritdoc/>
    public sealed override ImmutableArray<double> Outcome(StakeholderTable table, Standpoints at, ChanceStream chance)
    {
        var sorted = at.Canonical(out _);
        var outcome = new double[at.Dimensions];
        for (var d = 0; d < outcome.Length; d++) outcome[d] = On(sorted, d, table.Dimensions[d]);
        return [.. outcome];
    }

    /// <inheritdoc/>
    public sealed override BargainingRun Run(StakeholderTable table, Standpoints at, ChanceStream chance)
    {
        var (outcome, compromise) = (Outcome(table, at, chance), Weights.Compromise(at));
        return new(Label, table, [new(RoundRecord.Rows(at.Positions, at.Dimensions), compromise, outcome, [])], outcome, compromise, []);
    }

    /// <summary>The outcome on one dimension.</summary>
    /// <param name="at">The numbers, in an order that does not depend on the file's.</param>
    /// <param name="dimension">Index of the dimension.</param>
    /// <param name="scale">The dimension.</param>
    protected abstract double On(Standpoints at, int dimension, Dimension scale);

    /// <summary>Weights of the stakeholders on a dimension.</summary>
    /// <param name="at">The numbers.</param>
    /// <param name="dimension">Index of the dimension.</param>
    /// <param name="kind"><c>capability-salience</c>, <c>capability</c>, <c>salience</c> or <c>equal</c>. Who has no salience on the dimension has no weight.</param>
    protected static double[] WeightsOf(Standpoints at, int dimension, string kind)
    {
        var weights = new double[at.Count];
        for (var i = 0; i < weights.Length; i++)
        {
            var salience = at.Saliences[(i * at.Dimensions) + dimension];
            weights[i] = salience <= 0 ? 0 : kind switch { "capability" => at.Capabilities[i], "salience" => salience, "equal" => 1, _ => at.Capabilities[i] * salience };
        }

        return weights;
    }

    /// <summary>Positions of all on one dimension.</summary>
    /// <param name="at">The numbers.</param>
    /// <param name="dimension">Index of the dimension.</param>
    protected static double[] PositionsOf(Standpoints at, int dimension)
    {
        var positions = new double[at.Count];
        for (var i = 0; i < positions.Length; i++) positions[i] = at.Positions[(i * at.Dimensions) + dimension];
        return positions;
    }
}
