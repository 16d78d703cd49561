using System.Collections.Immutable;

namespace Rapporteur.Domain;

/// <summary>A mistake in a file of stakeholders.</summary>
/// <param name="Row">Row of the file, from 1; 0 for the whole file.</param>
/// <param name="Column">Name of the column; empty for the whole row.</param>
/// <param name="Expected">What was expected.</param>
/// <param name="Found">What stands there.</param>
public sealed record TableFault(int Row, string Column, string Expected, string Found)
{
    /// <summary>The mistake as one sentence with its place.</summary>
    public override string ToString()
    {
        var place = (Row, Column.Length) switch { (0, _) => "", (_, 0) => $"row {Row}: ", _ => $"row {Row}, column {Column}: " };
        return $"{place}expected {Expected}, found {(Found.Length == 0 ? "nothing" : $"'{Found}'")}";
    }
}

/// <summary>What a file of stakeholders says, or everything that is wrong with it.</summary>
/// <param name="Table">The table; null where there are mistakes.</param>
/// <param name="Faults">The mistakes, by row.</param>
public sealed record TableReading(StakeholderTable? Table, ImmutableArray<TableFault> Faults);
