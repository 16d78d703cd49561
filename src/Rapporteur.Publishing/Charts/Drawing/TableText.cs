namespace Rapporteur.Publishing;

/// <summary>The table of a chart as words, for who hears a picture that stands alone.</summary>
internal static class TableText
{
    private const int MostRows = 40;

    /// <summary>One sentence a row, the first rows where there are many.</summary>
    public static string Of(ChartTable table)
    {
        var rows = table.Rows.Take(MostRows).Select(r => string.Join(", ", r.Cells.Select((c, i) => (Cell: c, Column: table.Columns[i])).Where(c => c.Cell.Length > 0).Select(c => $"{c.Column} {c.Cell}")) + ".");
        var more = table.Rows.Length > MostRows ? " " + Words.Count("header.more", table.Rows.Length - MostRows) + "." : "";
        return string.Join(" ", rows) + more;
    }
}
