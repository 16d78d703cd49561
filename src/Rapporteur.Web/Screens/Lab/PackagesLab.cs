using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Rapporteur.Analysis;
using Rapporteur.Desk;
using Rapporteur.Domain;
using Rapporteur.Publishing;

namespace Rapporteur.Web;

/// <summary>Packages over several issues, of a file of one's own or of profiles of other programs.</summary>
internal static class PackagesLab
{
    private const int UsualDraws = 2_000;
    private const string Pasted = "pasted.yaml";

    /// <summary>Registers its page and act.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPage<PackagesPage, PackagesModel>("/lab/packages", "The form for packages (example=1 fills it).", visit => Empty with { Text = visit.Query("example") is null ? "" : LabLimits.Example("river-talks.yaml") });
        routes.MapAct("/lab/packages", Role.Reader, RunAsync).Limited(Workbench.WorkLimit);
    }

    private static PackagesModel Empty => new("", "", "", UsualDraws, false, null, null, null);

    private static async Task<IResult> RunAsync(Visit visit, IFormCollection form)
    {
        var files = await LabLimits.TextsAsync(form, Pasted, visit.Cancel);
        var shown = Empty with { Text = files is [var one] ? one.Text : form["pasted"].ToString(), Drop = form["drop"].ToString().Trim(), Takes = form["takes"].ToString().Trim(), WithRecord = form.ContainsKey("record") };
        try
        {
            if (files.Count == 0) throw new ArgumentException("Paste a file of packages, or choose files.");
            var draws = LabLimits.Number(form, "draws", "Draws", UsualDraws, 1, LabLimits.Draws);
            shown = shown with { Draws = draws };
            var read = PackageReading.Of(Path.GetFileNameWithoutExtension(files[0].File), files);
            Check(read);
            if (shown.WithRecord) read = read.With(table => RecordRedLines.Of(ReasonedRecord.Of(visit).Snapshot, table));
            var lines = read.Table?.RedLines ?? [];
            read = read.Dropping(shown.Drop.Split([' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries)).Taking(LabLimits.Lines(form, "takes"));
            var findings = await visit.Service<WorkGate>().RunAsync(cancel => read.Findings(LabLimits.Search, draws, 1, 1, cancel), visit.Cancel);
            var json = PackageJson.Of(read.Name, findings);
            if (form.ContainsKey("json")) return Results.File(System.Text.Encoding.UTF8.GetBytes(json), "application/json", "packages.json");
            using var parsed = JsonDocument.Parse(json);
            return ScreenRoutes.Page<PackagesPage>(visit, shown with { Name = read.Name, Result = parsed.RootElement.Clone(), Findings = findings, RedLines = lines });
        }
        catch (Exception wrong) when (wrong is PackageFormatException or ArgumentException)
        {
            return ScreenRoutes.Page<PackagesPage>(visit, shown with { Wrong = LabLimits.Reason(wrong) }, StatusCodes.Status422UnprocessableEntity);
        }
    }

    private static void Check(PackageReading read)
    {
        if (read.Parties.Length > LabLimits.PackageParties) throw new ArgumentException($"A run takes {LabLimits.PackageParties} parties at most; these are {read.Parties.Length}. The command line has no limit.");
        if (read.Space.Issues.Length > LabLimits.PackageIssues) throw new ArgumentException($"A run takes {LabLimits.PackageIssues} issues at most; these are {read.Space.Issues.Length}. The command line has no limit.");
        if (read.Space.Issues.FirstOrDefault(i => i.Options.Length > LabLimits.PackageOptions) is { } wide) throw new ArgumentException($"A run takes {LabLimits.PackageOptions} options of an issue at most; {wide.Name} has {wide.Options.Length}.");
    }

    /// <summary>A share with three digits.</summary>
    public static string Share(double value) => value.ToString("0.000", CultureInfo.InvariantCulture);
}

/// <summary>Packages as they were put in, and what can be said of them.</summary>
/// <param name="Text">The file.</param>
/// <param name="Drop">Red lines that are supposed to fall.</param>
/// <param name="Takes">What parties are supposed to take, a line each.</param>
/// <param name="Draws">How often uncertain weights are drawn.</param>
/// <param name="WithRecord">Whether red lines of the record are taken in.</param>
/// <param name="Name">Name of the problem; null where nothing was run.</param>
/// <param name="Result">The findings (docs/packages.md); null where nothing was run.</param>
/// <param name="Wrong">What is wrong; null for nothing.</param>
public sealed record PackagesModel(string Text, string Drop, string Takes, int Draws, bool WithRecord, string? Name, JsonElement? Result, string? Wrong)
{
    /// <summary>The findings.</summary>
    [JsonIgnore]
    public PackageFindings? Findings { get; init; }

    /// <summary>Red lines before any was supposed to fall, in the order of their numbers.</summary>
    [JsonIgnore]
    public ImmutableArray<RedLine> RedLines { get; init; } = [];
}
