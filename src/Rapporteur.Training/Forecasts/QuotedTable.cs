using System.Text;

namespace Rapporteur.Training;

/// <summary>Tables with commas whose fields may stand in quotes and run over lines (RFC 4180).</summary>
internal static class QuotedTable
{
    /// <summary>The rows, field by field.</summary>
    public static IEnumerable<List<string>> Rows(TextReader table)
    {
        var (row, field, quoted) = (new List<string>(), new StringBuilder(), false);
        for (int next; (next = table.Read()) >= 0;)
        {
            var letter = (char)next;
            if (quoted)
            {
                if (letter != '"') field.Append(letter);
                else if (table.Peek() == '"') field.Append((char)table.Read());
                else quoted = false;
                continue;
            }

            if (letter == '"') quoted = true;
            else if (letter is ',' or '\n')
            {
                row.Add(field.ToString());
                field.Clear();
                if (letter == ',') continue;
                yield return row;
                row = [];
            }
            else if (letter != '\r') field.Append(letter);
        }

        if (field.Length == 0 && row.Count == 0) yield break;
        row.Add(field.ToString());
        yield return row;
    }
}
