using System.Globalization;
using Rapporteur.Domain;

namespace Rapporteur.Analysis;

/// <summary>Reads tables of stakeholders: our own form (<c>docs/formats/stakeholders.md</c>), and the plain one of actor, capability, position and salience that jmckib's and other programs take.</summary>
public static class StakeholderCsv
{
    private static readonly string[][] Columns =
    [
        ["stakeholder", "actor", "name", "party"], ["capability", "power", "capabilities"], ["position"], ["salience"], ["issue", "dimension"], ["source", "note"],
    ];

    /// <summary>Reads a table. Every mistake is named, not the first alone.</summary>
    /// <param name="text">Content of the file.</param>
    /// <param name="title">Name of the table, such as that of the file.</param>
    public static TableReading Read(string text, string title)
    {
        ArgumentNullException.ThrowIfNull(text);
        var draft = new TableDraft();
        int[]? at = null;
        foreach (var row in DelimitedRows.Of(text, DelimitedRows.Delimiter(text, "#"), '"'))
        {
            if (row[0].StartsWith('#')) continue;
            if (row[0] == "@name") title = row[1];
            else if (row[0] == "@issue") Issue(draft, row);
            else if (row[0].StartsWith('@')) draft.Fault(row.Number, "", "@name or @issue", row[0]);
            else if (at is null) at = Header(draft, row);
            else Row(draft, row, at);
            if (at is [-1, ..]) return draft.Make(title);
        }

        if (at is null) draft.Fault(0, "", "a header with the columns stakeholder, capability, position and salience", "");
        return draft.Make(title);
    }

    private static void Issue(TableDraft draft, DelimitedRow row)
    {
        if (row[1].Length == 0 || draft.HasIssue(row[1]))
        {
            draft.Fault(row.Number, "issue", "a name that no other issue has", row[1]);
            return;
        }

        var (low, high) = (Bound(draft, row, 2, "low"), Bound(draft, row, 3, "high"));
        if (low is not { } from || high is not { } to) return;
        if (to > from) draft.Issue(row[1], new(row[4].Length > 0 ? row[4] : row[1], from, to), given: true);
        else draft.Fault(row.Number, "high", string.Create(CultureInfo.InvariantCulture, $"a number above the lower end, {from}"), row[3]);
    }

    private static double? Bound(TableDraft draft, DelimitedRow row, int column, string name)
    {
        if (double.TryParse(row[column], NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && Math.Abs(value) <= Estimate.Greatest) return value;
        draft.Fault(row.Number, name, "a number, the end of the scale", row[column]);
        return null;
    }

    private static int[] Header(TableDraft draft, DelimitedRow row)
    {
        var at = new int[Columns.Length];
        for (var c = 0; c < at.Length; c++) at[c] = row.Cells.ToList().FindIndex(cell => Columns[c].Contains(cell, StringComparer.OrdinalIgnoreCase));
        var missing = Enumerable.Range(0, 4).Where(c => at[c] < 0).Select(c => Columns[c][0]).ToList();
        if (missing.Count > 0)
        {
            draft.Fault(row.Number, "", $"a header with the columns stakeholder (or actor, name, party), capability (or power), position and salience; missing: {string.Join(", ", missing)}", string.Join(", ", row.Cells));
            at[0] = -1;
        }

        return at;
    }

    private static void Row(TableDraft draft, DelimitedRow row, int[] at)
    {
        var (name, issue) = (row[at[0]], at[4] < 0 ? "position" : row[at[4]]);
        if (name.Length == 0) draft.Fault(row.Number, "stakeholder", "a name", "");
        if (issue.Length == 0) draft.Fault(row.Number, "issue", "the name of an issue", "");
        if (!draft.HasIssue(issue)) draft.Issue(issue, new(issue, 0, 1), given: false);
        draft.Name(name);
        if (row[at[1]].Length > 0 || !draft.HasCapability(name))
        {
            if (draft.Number(row.Number, "capability", row[at[1]], 0) is { } capability) draft.Capability(row.Number, "capability", name, capability, row[at[1]]);
        }

        var (position, salience) = (draft.Number(row.Number, "position", row[at[2]]), draft.Number(row.Number, "salience", row[at[3]], 0, 1));
        if (position is { } place && salience is { } care && name.Length > 0 && issue.Length > 0)
            draft.Stake(row.Number, "stakeholder", name, issue, new(place, care) { Source = row[at[5]] is { Length: > 0 } source ? source : null });
    }
}
