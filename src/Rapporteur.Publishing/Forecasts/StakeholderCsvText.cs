using System.Globalization;
using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>A table of stakeholders in our own form (<c>docs/formats/stakeholders.md</c>); what is missing is an empty cell for the analyst to fill.</summary>
public static class StakeholderCsvText
{
    /// <summary>Writes the table.</summary>
    /// <param name="output">Where it is written.</param>
    /// <param name="name">Name of the table.</param>
    /// <param name="draft">Its rows.</param>
    public static void Write(TextWriter output, string name, StakeholderDraft draft)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(draft);
        Line(output, "@name", name);
        foreach (var (key, scale) in draft.Issues) Line(output, "@issue", key, Number(scale.Low), Number(scale.High), scale.Name);
        Line(output, "stakeholder", "capability", "issue", "position", "salience", "source");
        foreach (var row in draft.Rows)
            Line(output, row.Stakeholder, row.Capability?.ToString() ?? "", row.Issue, row.Position?.ToString() ?? "", row.Salience?.ToString() ?? "", row.Source ?? "");
    }

    // The first cell of a line that gives something begins with @ and no formula.
    private static void Line(TextWriter output, params ReadOnlySpan<string> cells)
    {
        for (var i = 0; i < cells.Length; i++) output.Write((i > 0 ? "," : "") + (i == 0 && cells[0] is "@name" or "@issue" ? cells[0] : CsvTable.Cell(cells[i].ReplaceLineEndings(" "))));
        output.Write('\n');
    }

    private static string Number(double value) => value.ToString(CultureInfo.InvariantCulture);
}
