using System.Globalization;
using Rapporteur.Domain;

namespace Rapporteur.Analysis;

/// <summary>Reads KTAB's tables: a row with the scenario's name, its description, how many actors and how many dimensions there are; a header; then a row an actor with name, description, capability, and position and salience of each
/// dimension, both from 0 to 100. A comma may end a row or not. In place of a number a range may stand, as <c>40..60</c> or <c>40&lt;45&lt;60</c>.</summary>
public static class KtabCsv
{
    private const int Before = 3;

    /// <summary>Whether a text looks like such a file: the third and fourth cell of its first row are whole numbers, and the second row begins with <c>Actor</c>.</summary>
    /// <param name="text">Content of the file.</param>
    public static bool Is(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var rows = DelimitedRows.Of(text, ',', '"');
        return rows.Count > 1 && rows[1][0].Equals("Actor", StringComparison.OrdinalIgnoreCase) && Count(rows[0][2]) > 0 && Count(rows[0][3]) > 0;
    }

    /// <summary>Reads a scenario. Every mistake is named, not the first alone.</summary>
    /// <param name="text">Content of the file.</param>
    public static KtabReading Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var (draft, rows) = (new KtabDraft(), DelimitedRows.Of(text, ',', '"'));
        if (rows.Count < 2)
        {
            draft.Fault(rows.Count + 1, "", rows.Count == 0 ? "a row with the scenario's name, description, number of actors and number of dimensions" : "a header: Actor, Description, Power, and position and salience of each dimension", "");
            return draft.Make("", "", new(), [], null);
        }

        var (actors, dimensions) = (Count(rows[0][2]), Count(rows[0][3]));
        if (actors == 0) draft.Fault(rows[0].Number, "3", "the number of actors, 1 or more", rows[0][2]);
        if (dimensions == 0) draft.Fault(rows[0].Number, "4", "the number of dimensions, 1 or more", rows[0][3]);
        for (var d = 0; d < dimensions; d++) draft.Dimension(rows[1].Number, Column(d), rows[1][Before + (2 * d)]);
        if (dimensions > 0)
            foreach (var row in rows.Skip(2)) Actor(draft, row, rows[1]);
        if (actors > 0 && rows.Count - 2 != actors) draft.Fault(rows[0].Number, "3", $"the number of actors that follow, {rows.Count - 2}", rows[0][2]);
        return draft.Make(rows[0][0], rows[0][1], new(), [], null);
    }

    private static void Actor(KtabDraft draft, DelimitedRow row, DelimitedRow header)
    {
        var cells = Before + (2 * draft.Dimensions);
        for (var extra = cells; extra < row.Cells.Count; extra++)
            if (row[extra].Length > 0) draft.Fault(row.Number, (extra + 1).ToString(CultureInfo.InvariantCulture), $"nothing after position and salience of {draft.Dimensions} dimensions; is there a comma in a text without quotes?", row[extra]);
        var (positions, saliences) = (new Estimate?[draft.Dimensions], new Estimate?[draft.Dimensions]);
        var capability = draft.Number(row.Number, Title(header, 2), row[2]);
        for (var d = 0; d < draft.Dimensions; d++)
        {
            var at = Before + (2 * d);
            positions[d] = draft.Number(row.Number, Title(header, at), row[at], 100);
            saliences[d] = draft.Number(row.Number, Title(header, at + 1), row[at + 1], 100);
        }

        draft.Stakeholder(row.Number, Title(header, 0), row[0], row[1], capability, positions, saliences);
    }

    private static string Column(int dimension) => (Before + (2 * dimension) + 1).ToString(CultureInfo.InvariantCulture);

    private static string Title(DelimitedRow header, int column) => $"{(column + 1).ToString(CultureInfo.InvariantCulture)}{(header[column].Length > 0 ? $" ({header[column]})" : "")}";

    private static int Count(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : 0;
}
