using System.Text;

namespace Rapporteur.Tests;

/// <summary>Reads comma-separated values as RFC 4180 has them and forgives nothing: throws <see cref="FormatException"/>.</summary>
internal static class StrictCsv
{
    /// <summary>The rows, the header first.</summary>
    public static List<List<string>> Read(string text)
    {
        var rows = new List<List<string>>();
        var at = 0;
        while (at < text.Length)
        {
            var row = new List<string> { Cell(text, ref at) };
            while (at < text.Length && text[at] == ',')
            {
                at++;
                row.Add(Cell(text, ref at));
            }

            if (at + 1 >= text.Length || text[at] != '\r' || text[at + 1] != '\n') throw new FormatException($"row {rows.Count + 1} does not end in CR LF");
            at += 2;
            if (rows.Count > 0 && rows[0].Count != row.Count) throw new FormatException($"row {rows.Count + 1} has {row.Count} cells");
            rows.Add(row);
        }

        return rows;
    }

    /// <summary>Rows by the names of the header.</summary>
    public static List<Dictionary<string, string>> Named(string text)
    {
        var rows = Read(text);
        return [.. rows.Skip(1).Select(r => r.Zip(rows[0]).ToDictionary(c => c.Second, c => c.First))];
    }

    private static string Cell(string text, ref int at)
    {
        var cell = new StringBuilder();
        if (at >= text.Length || text[at] != '"')
        {
            while (at < text.Length && text[at] is not (',' or '\r' or '\n'))
            {
                if (text[at] == '"') throw new FormatException("a quote in a cell without quotes");
                cell.Append(text[at++]);
            }

            return cell.ToString();
        }

        for (at++; ; at++)
        {
            if (at >= text.Length) throw new FormatException("a cell is not closed");
            if (text[at] != '"') cell.Append(text[at]);
            else if (at + 1 < text.Length && text[at + 1] == '"') cell.Append(text[at++]);
            else break;
        }

        at++;
        return cell.ToString();
    }
}
