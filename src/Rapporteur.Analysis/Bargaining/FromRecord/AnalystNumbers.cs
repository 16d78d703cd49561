using System.Collections.Immutable;
using System.Globalization;
using Rapporteur.Domain;

namespace Rapporteur.Analysis;

/// <summary>What an analyst adds to a record: capabilities and saliences with ranges, places of options on scales, and positions that no text states (<c>docs/formats/stakeholders.md</c>).</summary>
public sealed record AnalystNumbers
{
    /// <summary>Nothing.</summary>
    public static AnalystNumbers None { get; } = new();

    /// <summary>Scales by key of the issue, in the order of the file.</summary>
    public ImmutableArray<(string Key, double Low, double High)> Scales { get; init; } = [];

    /// <summary>Place of an option on its issue's scale; the issue without the prefix that its key has in a record.</summary>
    public ImmutableDictionary<(string Issue, string Option), double> Options { get; init; } = ImmutableDictionary<(string, string), double>.Empty;

    /// <summary>The rows of the file; any number may be missing.</summary>
    public ImmutableArray<StakeholderRow> Rows { get; init; } = [];

    /// <summary>Reads the file.</summary>
    /// <param name="text">Its content.</param>
    /// <returns>The numbers, and every mistake by row and column.</returns>
    public static (AnalystNumbers Numbers, ImmutableArray<TableFault> Faults) Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var (scales, rows, faults) = (new List<(string, double, double)>(), new List<StakeholderRow>(), new List<TableFault>());
        var options = ImmutableDictionary.CreateBuilder<(string, string), double>();
        List<string>? header = null;
        foreach (var row in DelimitedRows.Of(text, DelimitedRows.Delimiter(text, "#"), '"'))
        {
            if (row[0].StartsWith('#') || row[0] == "@name") continue;
            if (row[0] == "@issue")
            {
                if (Number(row, 2, "low", faults) is { } low && Number(row, 3, "high", faults) is { } high)
                {
                    if (high > low) scales.Add((row[1], low, high));
                    else faults.Add(new(row.Number, "high", string.Create(CultureInfo.InvariantCulture, $"a number above the lower end, {low}"), row[3]));
                }
            }
            else if (row[0] == "@option")
            {
                if (Number(row, 3, "place", faults) is { } place) options[(RecordTable.Plain(row[1]), row[2])] = place;
            }
            else if (header is null) header = Header(row, faults);
            else if (header.Count > 0) rows.Add(Row(row, header, faults));
        }

        return (new() { Scales = [.. scales], Options = options.ToImmutable(), Rows = [.. rows] }, [.. faults]);
    }

    private static List<string> Header(DelimitedRow row, List<TableFault> faults)
    {
        var header = row.Cells.Select(c => c.ToLowerInvariant()).ToList();
        if (header.Contains("stakeholder") && header.Contains("capability") && header.Contains("issue") && header.Contains("salience")) return header;
        faults.Add(new(row.Number, "", "a header with the columns stakeholder, capability, issue and salience, and if need be position and source", string.Join(", ", row.Cells)));
        return [];
    }

    private static StakeholderRow Row(DelimitedRow row, List<string> header, List<TableFault> faults)
    {
        string Cell(string column) => row[header.IndexOf(column)];
        if (Cell("stakeholder").Length == 0) faults.Add(new(row.Number, "stakeholder", "a name", ""));
        if (Cell("issue").Length == 0) faults.Add(new(row.Number, "issue", "the key of an issue", ""));
        return new(Cell("stakeholder"), Cell("issue"))
        {
            Capability = Estimated("capability", 0, double.PositiveInfinity),
            Position = Estimated("position", double.NegativeInfinity, double.PositiveInfinity),
            Salience = Estimated("salience", 0, 1),
            Source = Cell("source") is { Length: > 0 } source ? source : null,
        };

        Estimate? Estimated(string column, double least, double most)
        {
            var cell = Cell(column);
            if (cell.Length == 0) return null;
            if (Domain.Estimate.TryParse(cell, out var estimate) && estimate.Least >= least && estimate.Most <= most) return estimate;
            faults.Add(new(row.Number, column, column switch { "salience" => "a number from 0 to 1, such as 0.5 or 0.3..0.7, or nothing", "capability" => "a number from 0 upwards, such as 5 or 3..7, or nothing", _ => "a number such as 5 or 3..7, or nothing" }, cell));
            return null;
        }
    }

    private static double? Number(DelimitedRow row, int column, string name, List<TableFault> faults)
    {
        if (double.TryParse(row[column], NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value)) return value;
        faults.Add(new(row.Number, name, "a number", row[column]));
        return null;
    }
}
