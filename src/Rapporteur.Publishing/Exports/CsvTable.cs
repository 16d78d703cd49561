using System.Globalization;
using System.Text;

namespace Rapporteur.Publishing;

/// <summary>A table as comma-separated values (RFC 4180): a header, rows that end in CR LF.</summary>
internal sealed class CsvTable
{
    private readonly StringBuilder _out = new(4096);
    private readonly int _columns;

    /// <summary>A table with these columns.</summary>
    public CsvTable(params ReadOnlySpan<string> columns)
    {
        _columns = columns.Length;
        Row(columns);
    }

    /// <summary>Adds a row; throws <see cref="ArgumentException"/> where it has not one cell a column.</summary>
    public void Row(params ReadOnlySpan<string?> cells)
    {
        if (cells.Length != _columns) throw new ArgumentException($"{cells.Length} cells for {_columns} columns.", nameof(cells));
        for (var i = 0; i < cells.Length; i++) _out.Append(i > 0 ? "," : "").Append(Cell(cells[i] ?? ""));
        _out.Append("\r\n");
    }

    /// <summary>Several values in one cell.</summary>
    public static string Several(IEnumerable<string> values) => string.Join(" | ", values);

    /// <summary>A cell: in quotes where it holds a comma, a quote or a line break, with an apostrophe before what a spreadsheet would run as a formula; a plain number is none.</summary>
    public static string Cell(string value)
    {
        if (Runs(value) && !double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out _)) value = "'" + value;
        return value.AsSpan().IndexOfAny(",\"\n\r") < 0 ? value : $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    /// <inheritdoc/>
    public override string ToString() => _out.ToString();

    // Spreadsheets drop white space before a formula, and some take signs of full width.
    private static bool Runs(string value)
    {
        if (value.Length > 0 && value[0] is '\t' or '\r' or '\n') return true;
        var text = value.AsSpan().TrimStart();
        return text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠';
    }
}
