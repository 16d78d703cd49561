namespace Rapporteur.Publishing;

/// <summary>Rows of commas for listings of the analysis.</summary>
public static class CsvText
{
    /// <summary>A row, without its end of line.</summary>
    /// <param name="cells">The cells; null for an empty one.</param>
    public static string Row(params IEnumerable<string?> cells) => string.Join(',', cells.Select(cell => CsvTable.Cell(cell ?? "")));

    /// <summary>Several values in one cell, with bars between them.</summary>
    /// <param name="values">The values.</param>
    public static string Several(IEnumerable<string> values) => CsvTable.Several(values);
}
