using System.Collections.Immutable;
using System.Globalization;

namespace Rapporteur.Analysis;

/// <summary>Reads issues of the data set <i>The European Union decides</i> (DEU III: Arregui and Perarnaud 2022), as two tables with commas: actors, and outcomes.</summary>
public static class DeuTable
{
    // Years of one part of the data were counted from 1904 and stand about 1904 too high.
    private const int LatestYear = 2100, OtherEpoch = 1904;

    private static readonly string[] ActorColumns = ["issue", "year", "actor", "position", "salience", "treaty_power"];
    private static readonly string[] OutcomeColumns = ["issue", "split", "outcome"];

    /// <summary>Reads both tables.</summary>
    /// <param name="actors">Table of actors, with <c>issue,year,actor,position,salience,treaty_power</c>; other columns are left alone.</param>
    /// <param name="outcomes">Table of outcomes, with <c>issue,split,outcome</c>; the outcome is empty where it is sealed.</param>
    /// <returns>The issues, in the order of the table of actors.</returns>
    /// <exception cref="FormatException">A row is wrong; the message names row, column and what was expected.</exception>
    public static ImmutableArray<DisputedIssue> Read(TextReader actors, TextReader outcomes)
    {
        var known = new Dictionary<string, (string Part, double? Outcome)>(StringComparer.Ordinal);
        foreach (var row in Rows(outcomes, "outcomes", OutcomeColumns))
            if (!known.TryAdd(row.Text(0), (row.Text(1), row.Fields[2].Length == 0 ? null : row.Value(2, 100)))) throw row.Wrong(0, $"an issue that stands once, and '{row.Fields[0]}' stands twice");
        var (issues, order) = (new Dictionary<string, (int Year, List<IssueActor> Actors)>(StringComparer.Ordinal), new List<string>());
        foreach (var row in Rows(actors, "actors", ActorColumns))
        {
            var (id, year, name) = (row.Text(0), (int)row.Value(1, 9999), row.Text(2));
            if (!known.ContainsKey(id)) throw row.Wrong(0, $"an issue of the table of outcomes, not '{id}'");
            if (!issues.TryGetValue(id, out var issue))
            {
                issues[id] = issue = (year > LatestYear ? year - OtherEpoch : year, []);
                order.Add(id);
            }

            if (issue.Actors.Any(other => other.Name == name)) throw row.Wrong(2, $"an actor that stands once in {id}, and '{name}' stands twice");
            issue.Actors.Add(new(name, row.Value(3, 100), row.Value(4, 100), row.Value(5, double.MaxValue)));
        }

        if (known.Keys.FirstOrDefault(id => !issues.ContainsKey(id)) is { } alone) throw new FormatException($"outcomes: the issue {alone} has no actors; expected at least one row in the table of actors.");
        return [.. order.Select(id => new DisputedIssue(id, Dossier(id), issues[id].Year, [.. issues[id].Actors]) { Part = known[id].Part, Outcome = known[id].Outcome })];
    }

    // d00032i3 is the third issue of the proposal d00032.
    private static string Dossier(string id) => id.LastIndexOf('i') is var at and > 0 ? id[..at] : id;

    private static IEnumerable<Row> Rows(TextReader table, string name, string[] columns)
    {
        var header = (table.ReadLine() ?? "").TrimStart('\uFEFF').Split(',').Select(field => field.Trim()).ToList();
        var places = columns.Select(column => header.IndexOf(column) is var at and >= 0 ? at : throw new FormatException($"{name}, row 1: the column {column} is missing; expected {string.Join(',', columns)}.")).ToArray();
        for (var number = 2; table.ReadLine() is { } line; number++)
        {
            if (line.Trim().Length == 0) continue;
            var fields = line.Split(',');
            if (fields.Length != header.Count) throw new FormatException($"{name}, row {number}: expected {header.Count} fields as in row 1, not {fields.Length}.");
            yield return new(name, number, columns, [.. places.Select(at => fields[at].Trim())]);
        }
    }

    private sealed record Row(string Table, int Number, string[] Columns, string[] Fields)
    {
        public string Text(int column) => Fields[column].Length > 0 ? Fields[column] : throw Wrong(column, "a name, and it is empty");

        public double Value(int column, double most) =>
            double.TryParse(Fields[column], NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) && value >= 0 && value <= most ? value
            : throw Wrong(column, most == double.MaxValue ? $"a number from 0, not '{Fields[column]}'" : string.Create(CultureInfo.InvariantCulture, $"a number from 0 to {most}, not '{Fields[column]}'"));

        public FormatException Wrong(int column, string expected) => new($"{Table}, row {Number}, column {Columns[column]}: expected {expected}.");
    }
}
