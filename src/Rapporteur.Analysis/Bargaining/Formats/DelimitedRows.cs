using System.Text;

namespace Rapporteur.Analysis;

/// <summary>A row of a delimited file.</summary>
/// <param name="Number">Row of the file, from 1.</param>
/// <param name="Cells">Its cells, without quotes and blanks around them.</param>
internal readonly record struct DelimitedRow(int Number, IReadOnlyList<string> Cells)
{
    /// <summary>A cell; empty where the row has fewer.</summary>
    public string this[int column] => column >= 0 && column < Cells.Count ? Cells[column] : "";
}

/// <summary>Splits delimited text: one row a line, cells in quotes where they hold the delimiter, a quote in quotes doubled.</summary>
internal static class DelimitedRows
{
    private static readonly char[] Delimiters = ['\t', ';', ','];

    /// <summary>The delimiter of a text: of tabulator, semicolon and comma the first that stands in a line that says something.</summary>
    /// <param name="text">The text.</param>
    /// <param name="remark">What begins a line that says nothing; null for none.</param>
    public static char Delimiter(string text, string? remark = null)
    {
        foreach (var line in text.EnumerateLines())
        {
            if (line.IsWhiteSpace() || (remark is not null && line.TrimStart().StartsWith(remark, StringComparison.Ordinal))) continue;
            foreach (var delimiter in Delimiters)
                if (line.Contains(delimiter)) return delimiter;
        }

        return ',';
    }

    /// <summary>The rows that are not blank.</summary>
    /// <param name="text">The text.</param>
    /// <param name="delimiter">What stands between cells.</param>
    /// <param name="quote">What stands around a cell that holds a delimiter.</param>
    public static List<DelimitedRow> Of(string text, char delimiter, char quote)
    {
        var (rows, number) = (new List<DelimitedRow>(), 0);
        foreach (var line in text.TrimStart('\uFEFF').EnumerateLines())
        {
            number++;
            if (!line.IsWhiteSpace()) rows.Add(new(number, Cells(line, delimiter, quote)));
        }

        return rows;
    }

    private static List<string> Cells(ReadOnlySpan<char> line, char delimiter, char quote)
    {
        var (cells, cell, inside) = (new List<string>(), new StringBuilder(), false);
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == quote && (inside || cell.ToString().AsSpan().IsWhiteSpace()))
            {
                if (inside && i + 1 < line.Length && line[i + 1] == quote) cell.Append(line[i++]);
                else inside = !inside;
            }
            else if (line[i] == delimiter && !inside)
            {
                cells.Add(cell.ToString().Trim());
                cell.Clear();
            }
            else cell.Append(line[i]);
        }

        cells.Add(cell.ToString().Trim());
        return cells;
    }
}
