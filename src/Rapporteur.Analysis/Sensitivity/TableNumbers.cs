using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Analysis;

/// <summary>The numbers of a table in the order in which <see cref="Standpoints.At"/> takes their shares.</summary>
internal static class TableNumbers
{
    /// <summary>Every number: of each stakeholder the capability, then position and salience dimension by dimension.</summary>
    public static ImmutableArray<TableNumber> Of(StakeholderTable table)
    {
        var numbers = ImmutableArray.CreateBuilder<TableNumber>(Standpoints.Numbers(table));
        for (var i = 0; i < table.Stakeholders.Length; i++)
        {
            numbers.Add(new(i, TableQuantity.Capability, 0));
            for (var d = 0; d < table.Dimensions.Length; d++)
            {
                numbers.Add(new(i, TableQuantity.Position, d));
                numbers.Add(new(i, TableQuantity.Salience, d));
            }
        }

        return numbers.MoveToImmutable();
    }

    /// <summary>What the analyst put in for a number.</summary>
    public static Estimate Estimate(StakeholderTable table, TableNumber number)
    {
        var one = table.Stakeholders[number.Stakeholder];
        return number.Quantity switch
        {
            TableQuantity.Capability => one.Capability,
            TableQuantity.Position => one.Stakes[number.Dimension].Position,
            _ => one.Stakes[number.Dimension].Salience,
        };
    }

    /// <summary>The standpoints with one number changed; the others are shared.</summary>
    public static Standpoints With(Standpoints at, TableNumber number, double value)
    {
        var cell = (number.Stakeholder * at.Dimensions) + number.Dimension;
        return number.Quantity switch
        {
            TableQuantity.Capability => at with { Capabilities = Changed(at.Capabilities, number.Stakeholder, value) },
            TableQuantity.Position => at with { Positions = Changed(at.Positions, cell, value) },
            _ => at with { Saliences = Changed(at.Saliences, cell, value) },
        };
    }

    /// <summary>A number's value.</summary>
    public static double Value(Standpoints at, TableNumber number)
    {
        var cell = (number.Stakeholder * at.Dimensions) + number.Dimension;
        return number.Quantity switch { TableQuantity.Capability => at.Capabilities[number.Stakeholder], TableQuantity.Position => at.Positions[cell], _ => at.Saliences[cell] };
    }

    /// <summary>Whether the number belongs to a stake that its stakeholder has.</summary>
    public static bool IsReal(StakeholderTable table, TableNumber number) =>
        number.Quantity == TableQuantity.Capability || !table.Stakeholders[number.Stakeholder].Stakes[number.Dimension].IsAbsent;

    private static double[] Changed(double[] values, int at, double value)
    {
        var changed = (double[])values.Clone();
        changed[at] = value;
        return changed;
    }
}
