using System.Globalization;
using System.Text;
using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>Packages as CSV (<c>docs/packages.md</c>).</summary>
public static class PackageCsv
{
    /// <summary>The packages that no other beats, a row each: utilities by party, then the option on each issue, and the rules that pick it.</summary>
    /// <param name="findings">The findings.</param>
    public static string Of(PackageFindings findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        var text = new StringBuilder();
        Row(text, findings.Parties.Concat(findings.Space.Issues.Select(i => i.Name)).Append("picked by"));
        foreach (var package in findings.Frontier.Packages)
        {
            var picked = string.Join(' ', findings.Solutions.Where(s => s.Package.Options.SequenceEqual(package.Options)).Select(s => Words.Code(s.Kind)));
            Row(text, package.Utilities.Select(u => u.ToString("0.######", CultureInfo.InvariantCulture)).Concat(package.Options.Select((o, i) => findings.Space.Issues[i].Options[o])).Append(picked));
        }

        return text.ToString();
    }

    private static void Row(StringBuilder text, IEnumerable<string> cells) => text.AppendJoin(',', cells.Select(CsvTable.Cell)).Append('\n');
}
