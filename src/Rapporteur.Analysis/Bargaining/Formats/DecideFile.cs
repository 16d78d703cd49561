using System.Globalization;
using Rapporteur.Domain;

namespace Rapporteur.Analysis;

/// <summary>Reads files of the program Decide: <c>#A</c> actors, <c>#P</c> issues, <c>#M</c> points of their scales, <c>#D</c> positions, separated by tabulators, semicolons or commas.</summary>
public static class DecideFile
{
    /// <summary>Whether a text looks like such a file: its first line that is not blank begins with <c>#A</c>, <c>#O</c>, <c>#P</c> or <c>#/</c> and a delimiter.</summary>
    /// <param name="text">Content of the file.</param>
    public static bool Is(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var delimiter = DelimitedRows.Delimiter(text);
        var rows = DelimitedRows.Of(text, delimiter, Quote(text));
        return rows.Count > 0 && rows[0].Cells.Count > 1 && rows[0][0] is "#A" or "#O" or "#P" or "#M" or "#D" or "#/" or "#0";
    }

    /// <summary>Reads a table. Every mistake is named, not the first alone.</summary>
    /// <param name="text">Content of the file.</param>
    /// <param name="title">Name of the table, where the file gives none (<c>#O</c>).</param>
    public static TableReading Read(string text, string title)
    {
        ArgumentNullException.ThrowIfNull(text);
        var draft = new TableDraft();
        var rows = DelimitedRows.Of(text, DelimitedRows.Delimiter(text), Quote(text));
        foreach (var row in rows)
        {
            if (row[0] == "#O" && row[1].Length > 0) title = row[1];
            if (row[0] == "#A") Actor(draft, row);
        }

        foreach (var row in rows)
            if (row[0] == "#P") Issue(draft, row, rows);
        foreach (var row in rows)
            if (row[0] == "#D") Position(draft, row);
            else if (row[0] is not ("#A" or "#P" or "#M" or "#O" or "#/" or "#0")) draft.Fault(row.Number, "", "a line that begins with #A, #P, #M, #D, #O, #/ or #0", row[0]);
            else if (row[0] == "#M" && !draft.HasIssue(row[1])) draft.Fault(row.Number, "issue", "an issue that a line #P names", row[1]);
        return draft.Make(title);
    }

    private static char Quote(string text) => text.TrimStart().StartsWith('\'') ? '\'' : '"';

    private static void Actor(TableDraft draft, DelimitedRow row)
    {
        if (row[1].Length == 0 || draft.HasName(row[1])) draft.Fault(row.Number, "actor", "a name that no other actor has", row[1]);
        else draft.Name(row[1], row[2].Length > 0 && row[2] != row[1] ? row[2] : null);
    }

    private static void Issue(TableDraft draft, DelimitedRow row, List<DelimitedRow> rows)
    {
        if (row[1].Length == 0 || draft.HasIssue(row[1]))
        {
            draft.Fault(row.Number, "issue", "a name that no other issue has", row[1]);
            return;
        }

        var (low, high) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var point in rows)
        {
            if (point[0] != "#M" || point[1] != row[1]) continue;
            if (double.TryParse(point[2], NumberStyles.Float, CultureInfo.InvariantCulture, out var place) && Math.Abs(place) <= Estimate.Greatest) (low, high) = (Math.Min(low, place), Math.Max(high, place));
            else draft.Fault(point.Number, "position", "a number", point[2]);
        }

        if (low > high) (low, high) = (0, 100);
        if (low == high) draft.Fault(row.Number, "issue", "an issue with at least two points #M that differ, or none for 0 to 100", row[1]);
        draft.Issue(row[1], new(row[1], low, high > low ? high : low + 1), given: true);
    }

    private static void Position(TableDraft draft, DelimitedRow row)
    {
        var (name, issue) = (row[1], row[2]);
        var known = draft.HasName(name) & draft.HasIssue(issue);
        if (!draft.HasName(name)) draft.Fault(row.Number, "actor", "an actor that a line #A names", name);
        if (!draft.HasIssue(issue)) draft.Fault(row.Number, "issue", "an issue that a line #P names", issue);
        var (position, salience, power) = (draft.Number(row.Number, "position", row[3]), draft.Number(row.Number, "salience", row[4], 0, 1), draft.Number(row.Number, "power", row[5], 0));
        if (known && power is { } capability) draft.Capability(row.Number, "power", name, capability, row[5]);
        if (known && position is { } place && salience is { } care) draft.Stake(row.Number, "actor", name, issue, new(place, care));
    }
}
