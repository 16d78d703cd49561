using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>Packages, red lines and exchanges in words, the same on a terminal and on a page.</summary>
internal static class PackageWords
{
    private const int MostIssues = 12;
    private const int LongestSource = 160;

    /// <summary>The options of a package.</summary>
    public static string Options(PackageFindings findings, Package package)
    {
        var named = string.Join(" · ", package.Options.Take(MostIssues).Select((o, i) => findings.Space.Issues[i].Options[o]));
        return package.Options.Length > MostIssues ? named + " · …" : named;
    }

    /// <summary>A change of option.</summary>
    public static string Change(PackageFindings findings, OptionChange change)
    {
        var issue = findings.Space.Issues[change.Issue];
        return Words.Fill("package.change", ("issue", issue.Name), ("from", issue.Options[change.From]), ("to", issue.Options[change.To]));
    }

    /// <summary>A red line. The words of a source are cut to a line; JSON has them whole.</summary>
    public static string Line(PackageFindings findings, RedLine line) => Words.Fill("package.line", ("party", findings.Parties[line.Party]), ("issue", findings.Space.Issues[line.Issue].Name), ("options", Ruled(findings, line)))
        + (line.Source is { } source ? $" – {(line.Evidence.IsEmpty ? Quoting.Cut(source, LongestSource) : $"“{Quoting.Cut(Quoting.Clean(source), LongestSource)}”")}" : "");

    /// <summary>What would have to fall.</summary>
    public static string Bar(PackageFindings findings, Bar bar) => bar.Line is { } line
        ? Words.Fill("package.drop-line", ("party", findings.Parties[line.Party]), ("issue", findings.Space.Issues[line.Issue].Name), ("options", Ruled(findings, line)))
        : Words.Fill("package.drop-reservation", ("party", findings.Parties[bar.Party]), ("value", PackageText.Number(findings.Reservations[bar.Party])));

    private static string Ruled(PackageFindings findings, RedLine line) => string.Join(", ", line.Options.Select(o => findings.Space.Issues[line.Issue].Options[o]));
}
