using System.Collections.Immutable;

namespace Rapporteur.Publishing;

/// <summary>The data of a chart as a table, for who cannot see it and for who wants the figures.</summary>
/// <param name="Columns">Headings.</param>
/// <param name="Rows">One row for each datum that was given, those included for which the picture has no room.</param>
public sealed record ChartTable(ImmutableArray<string> Columns, ImmutableArray<ChartRow> Rows)
{
    /// <summary>Makes a table whose headings are words of <c>chart.column</c>.</summary>
    internal static ChartTable Of(string columns, IEnumerable<ChartRow> rows) =>
        new([.. columns.Split(' ').Select(c => Words.Of("chart.column." + c))], [.. rows]);
}

/// <summary>A row of the table of a chart.</summary>
/// <param name="Cells">As many as the table has columns.</param>
/// <param name="Href">Where it can be opened; null where there is no such place.</param>
public sealed record ChartRow(ImmutableArray<string> Cells, string? Href = null);
