using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Rapporteur.Analysis;
using Rapporteur.Domain;

namespace Rapporteur.Web;

/// <summary>Positions of the record as the input of a model: what was read gives positions with their sources, the analyst gives places of options, capability and salience. What neither gives is missing and named; nothing fills it in.</summary>
internal static class PositionsLab
{
    private const int MostSides = 24;
    private const int Further = 3;

    /// <summary>Registers its page and act.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPage<PositionsPage, PositionsModel>("/lab/positions", "Sides on an issue of the record (issue=KEY) with what they were read to want, and the form for the analyst's numbers.", Show);
        routes.MapAct("/lab/positions", Role.Reader, RunAsync).Limited(Workbench.WorkLimit);
    }

    private static PositionsModel Show(Visit visit) => Model(visit, visit.Query("issue"));

    private static PositionsModel Model(Visit visit, string? key)
    {
        var board = ReasonedRecord.Of(visit).Snapshot;
        var lines = board.PositionLines.ToLookup(l => l.Issue, StringComparer.Ordinal);
        var issues = board.Issues.Where(i => lines.Contains(i.Key)).OrderByDescending(i => lines[i.Key].Count()).ThenBy(i => i.Name, StringComparer.Ordinal).Select(i => new LabIssue(i.Key, i.Name, lines[i.Key].Count())).ToImmutableArray();
        var issue = key is null ? null : board.Issues.FirstOrDefault(i => i.Key == key && lines.Contains(i.Key)) ?? throw PageException.NotThere("A position on this issue");
        var run = new ModelRun("compromise", "", "", 1_000, 1, 0);
        if (issue is null) return new(issues, null, [], [], run, ModelsLab.List, [], [], null);
        var places = issue.Options.Select((o, i) => new LabOption(o.Key, o.Name, issue.IsOrdered && issue.Options.Length > 1 ? LabForecast.Number(100.0 * i / (issue.Options.Length - 1)) : ""));
        var sides = lines[issue.Key].OrderByDescending(l => l.Positions.Count()).ThenBy(l => l.Party, StringComparer.Ordinal).Take(MostSides).Select(line =>
        {
            var said = line.Steps.IsEmpty ? line.Undated : line.Steps[^1].Positions;
            return new LabSide(visit.View.Listing.NameOf(line.Party), [.. said.Select(p => ClaimItem.Of(p.Claim, visit.View)).DistinctBy(c => c.Id)], "", "", "");
        });
        return new(issues, new(issue.Key, issue.Name, lines[issue.Key].Count()), [.. places], [.. sides, .. Enumerable.Repeat(new LabSide("", [], "", "", ""), Further)], run, ModelsLab.List, [], [], null);
    }

    private static async Task<IResult> RunAsync(Visit visit, IFormCollection form)
    {
        var shown = Filled(form, Model(visit, form["issue"].ToString()));
        try
        {
            shown = shown with { Run = ModelsLab.Read(form, "") };
            var faults = new List<string>();
            var numbers = Numbers(shown, faults);
            if (faults.Count > 0) throw new ArgumentException(string.Join('\n', faults));
            var draft = RecordTable.Of(ReasonedRecord.Of(visit).Snapshot, numbers);
            if (draft.Table is not { } table) return ScreenRoutes.Page<PositionsPage>(visit, shown with { Missing = draft.Missing }, StatusCodes.Status422UnprocessableEntity);
            var forecasts = await ModelsLab.RunAsync(visit, ModelsLab.Chosen(shown.Run.Model), table, shown.Run);
            return form.ContainsKey("json") ? ModelsLab.File(forecasts) : ScreenRoutes.Page<PositionsPage>(visit, shown with { Forecasts = forecasts });
        }
        catch (ArgumentException wrong)
        {
            return ScreenRoutes.Page<PositionsPage>(visit, shown with { Wrong = LabLimits.Reason(wrong) }, StatusCodes.Status422UnprocessableEntity);
        }
    }

    // Fields of a row have its number in their names.
    private static PositionsModel Filled(IFormCollection form, PositionsModel model) => model with
    {
        Options = [.. model.Options.Select((o, i) => o with { Place = form[$"place-{i}"].ToString().Trim() })],
        Sides = [.. model.Sides.Select((s, i) => s with { Name = s.Said.IsEmpty ? form[$"name-{i}"].ToString().Trim() : s.Name, Capability = form[$"capability-{i}"].ToString().Trim(), Salience = form[$"salience-{i}"].ToString().Trim(), Position = form[$"position-{i}"].ToString().Trim() })],
    };

    // A side without any number is left out: salience 0. The page says so.
    private static AnalystNumbers Numbers(PositionsModel model, List<string> faults)
    {
        var issue = model.Issue!.Key;
        var options = ImmutableDictionary.CreateBuilder<(string, string), double>();
        foreach (var option in model.Options.Where(o => o.Place.Length > 0))
            if (double.TryParse(option.Place, NumberStyles.Float, CultureInfo.InvariantCulture, out var place) && place is >= 0 and <= 100) options[(RecordTable.Plain(issue), option.Key)] = place;
            else faults.Add($"option {option.Name}, place: expected a number from 0 to 100, found '{option.Place}'");
        var rows = model.Sides.Where(s => s.Name.Length > 0).Select(side => side.IsEmpty ? new StakeholderRow(side.Name, issue) { Salience = Estimate.Exactly(0) } : new StakeholderRow(side.Name, issue)
        {
            Capability = Number(side.Name, "capability", side.Capability, 0, double.PositiveInfinity, "a number from 0 upwards, such as 5 or 3..7"),
            Salience = Number(side.Name, "salience", side.Salience, 0, 1, "a number from 0 to 1, such as 0.5 or 0.3..0.7"),
            Position = Number(side.Name, "position", side.Position, 0, 100, "a number from 0 to 100, such as 5 or 3..7, or nothing"),
            Source = side.Position.Length > 0 ? "analyst" : null,
        }).ToImmutableArray();
        return new() { Scales = [(issue, 0, 100)], Options = options.ToImmutable(), Rows = rows };

        Estimate? Number(string row, string column, string text, double least, double most, string expected)
        {
            if (text.Length == 0) return null;
            if (Estimate.TryParse(text, out var estimate) && estimate.Least >= least && estimate.Most <= most) return estimate;
            faults.Add($"row {row}, column {column}: expected {expected}, found '{text}'");
            return null;
        }
    }
}

/// <summary>An issue of the record.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Name">Its name.</param>
/// <param name="Sides">How many sides stand on it.</param>
public sealed record LabIssue(string Key, string Name, int Sides);

/// <summary>An option of an issue.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Name">Its name.</param>
/// <param name="Place">Its place from 0 to 100, as it was typed; empty where nobody said.</param>
public sealed record LabOption(string Key, string Name, string Place);

/// <summary>A side on an issue.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Said">What it was read to want last.</param>
/// <param name="Capability">The analyst's number, as it was typed.</param>
/// <param name="Salience">The analyst's number, as it was typed.</param>
/// <param name="Position">The analyst's number, as it was typed; empty to take what was read.</param>
public sealed record LabSide(string Name, ImmutableArray<ClaimItem> Said, string Capability, string Salience, string Position)
{
    /// <summary>Whether the analyst gave no number.</summary>
    public bool IsEmpty => Capability.Length + Salience.Length + Position.Length == 0;
}

/// <summary>Positions of the record with the analyst's numbers.</summary>
/// <param name="Issues">Issues to choose from.</param>
/// <param name="Issue">The issue; null where none was chosen.</param>
/// <param name="Options">Its options.</param>
/// <param name="Sides">Sides on it, and rows for those that no text quotes.</param>
/// <param name="Run">The run that is asked for.</param>
/// <param name="Models">The models.</param>
/// <param name="Missing">What is missing for a table.</param>
/// <param name="Forecasts">What came of the run; empty where nothing was run.</param>
/// <param name="Wrong">What is wrong; null for nothing.</param>
public sealed record PositionsModel(
    ImmutableArray<LabIssue> Issues, LabIssue? Issue, ImmutableArray<LabOption> Options, ImmutableArray<LabSide> Sides, ModelRun Run, ImmutableArray<ModelItem> Models, ImmutableArray<string> Missing, ImmutableArray<LabForecast> Forecasts, string? Wrong);
