using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Analysis;

/// <summary>A table with one value for each number: what a single run of a model takes.</summary>
/// <param name="Capabilities">Weights, by stakeholder.</param>
/// <param name="Positions">Positions, stakeholder by stakeholder, each with one for every dimension.</param>
/// <param name="Saliences">Saliences, laid out like the positions.</param>
/// <param name="Dimensions">How many dimensions there are.</param>
public sealed record Standpoints(double[] Capabilities, double[] Positions, double[] Saliences, int Dimensions)
{
    /// <summary>How many stakeholders there are.</summary>
    public int Count => Capabilities.Length;

    /// <summary>How many numbers a table has: one capability a stakeholder, and a position and a salience on each dimension.</summary>
    /// <param name="table">The table.</param>
    public static int Numbers(StakeholderTable table) => table.Stakeholders.Length * (1 + (2 * table.Dimensions.Length));

    /// <summary>Every number at its likeliest.</summary>
    /// <param name="table">The table.</param>
    public static Standpoints Likeliest(StakeholderTable table) => Of(table, (estimate, _) => estimate.Likeliest);

    /// <summary>Every number at a quantile of its own.</summary>
    /// <param name="table">The table.</param>
    /// <param name="shares">A share in [0, 1] for each number: of each stakeholder the capability, then position and salience dimension by dimension.</param>
    public static Standpoints At(StakeholderTable table, ImmutableArray<double> shares) => Of(table, (estimate, number) => estimate.Quantile(shares[number]));

    private static Standpoints Of(StakeholderTable table, Func<Estimate, int, double> value)
    {
        var (count, dimensions, number) = (table.Stakeholders.Length, table.Dimensions.Length, 0);
        var (capabilities, positions, saliences) = (new double[count], new double[count * dimensions], new double[count * dimensions]);
        for (var i = 0; i < count; i++)
        {
            var one = table.Stakeholders[i];
            capabilities[i] = value(one.Capability, number++);
            for (var d = 0; d < dimensions; d++)
            {
                positions[(i * dimensions) + d] = value(one.Stakes[d].Position, number++);
                saliences[(i * dimensions) + d] = value(one.Stakes[d].Salience, number++);
            }
        }

        return new(capabilities, positions, saliences, dimensions);
    }

    /// <summary>The same numbers with the stakeholders in an order that does not depend on the file's: by position, salience and capability. Sums over it are the same bits for any order of the file.</summary>
    /// <param name="order">Which stakeholder of the file stands in each place.</param>
    internal Standpoints Canonical(out int[] order)
    {
        order = new int[Count];
        for (var i = 0; i < order.Length; i++) order[i] = i;
        Array.Sort(order, Compare);
        var (capabilities, positions, saliences) = (new double[Count], new double[Positions.Length], new double[Saliences.Length]);
        for (var i = 0; i < order.Length; i++)
        {
            capabilities[i] = Capabilities[order[i]];
            Positions.AsSpan(order[i] * Dimensions, Dimensions).CopyTo(positions.AsSpan(i * Dimensions));
            Saliences.AsSpan(order[i] * Dimensions, Dimensions).CopyTo(saliences.AsSpan(i * Dimensions));
        }

        return new(capabilities, positions, saliences, Dimensions);
    }

    private int Compare(int one, int other)
    {
        for (var d = 0; d < Dimensions; d++)
            if (Positions[(one * Dimensions) + d].CompareTo(Positions[(other * Dimensions) + d]) is not 0 and var byPosition) return byPosition;
        for (var d = 0; d < Dimensions; d++)
            if (Saliences[(one * Dimensions) + d].CompareTo(Saliences[(other * Dimensions) + d]) is not 0 and var bySalience) return bySalience;
        return Capabilities[one].CompareTo(Capabilities[other]) is not 0 and var byCapability ? byCapability : one.CompareTo(other);
    }
}
