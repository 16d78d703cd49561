using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Rapporteur.Analysis;
using Rapporteur.Desk;
using Rapporteur.Domain;
using Rapporteur.Publishing;

namespace Rapporteur.Web;

/// <summary>Models of positions: the list with papers and assumptions, and runs on a table that somebody brings.</summary>
internal static class ModelsLab
{
    private const int UsualDraws = 1_000;

    /// <summary>Registers its page and act.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPage<ModelsPage, ModelsModel>("/lab/models", "Models of positions with paper, assumptions and options, and the form for a run (example=1 fills it).",
            visit => Shown(new(Chosen(visit.Query("model")).Id, visit.Query("example") is null ? "" : LabLimits.Example("river.csv"), "", UsualDraws, 1, 0)));
        routes.MapAct("/lab/models", Role.Reader, RunAsync).Limited(Workbench.WorkLimit);
    }

    /// <summary>The model of an id; the compromise where none is named. Throws <see cref="PageException"/> where there is none.</summary>
    public static BargainingModel Chosen(string? id) => id is null ? BargainingModels.All[0] : BargainingModels.Find(id) ?? throw PageException.Wrong($"There is no model {id}; there are {string.Join(", ", BargainingModels.All.Select(m => m.Id))}.");

    /// <summary>Every model as the page lists it.</summary>
    public static ImmutableArray<ModelItem> List { get; } = [.. BargainingModels.All.Select(m => new ModelItem(m.Id, m.Name, m.Paper, m.TakesManyDimensions, m.Assumptions, [.. m.Options.Select(o => new ModelChoice(o.Name, o.Takes, o.Values[0], o.Meaning))]))];

    /// <summary>Runs a model on a table, within the limits of the lab.</summary>
    /// <param name="visit">Who asks.</param>
    /// <param name="model">The model.</param>
    /// <param name="table">The table.</param>
    /// <param name="asked">Draws, seed and widening.</param>
    public static async Task<ImmutableArray<LabForecast>> RunAsync(Visit visit, BargainingModel model, StakeholderTable table, ModelRun asked)
    {
        if (table.Stakeholders.Length > LabLimits.Stakeholders || table.Dimensions.Length > LabLimits.Dimensions)
            throw new ArgumentException($"A run takes {LabLimits.Stakeholders} stakeholders and {LabLimits.Dimensions} issues at most; the table has {table.Stakeholders.Length} and {table.Dimensions.Length}. The command line has no limit.");
        if (asked.Vary > 0) table = Widening.Of(table, asked.Vary / 100.0);
        var request = new ForecastRequest { Draws = asked.Draws, Tornado = true };
        return await visit.Service<WorkGate>().RunAsync<ImmutableArray<LabForecast>>(cancel =>
            [.. ForecastRequest.Parts(model, table).Select(part => LabForecast.Of(model, request.Answer(new(model, part, (ulong)asked.Seed, 1, cancel))))], visit.Cancel);
    }

    /// <summary>The forecasts as lines of JSON to keep.</summary>
    public static IResult File(ImmutableArray<LabForecast> forecasts) => Results.File(Encoding.UTF8.GetBytes(string.Concat(forecasts.Select(f => ForecastJson.Line(f.Forecast) + "\n"))), "application/x-ndjson", "forecast.ndjson");

    /// <summary>Draws, seed and widening of a form.</summary>
    public static ModelRun Read(IFormCollection form, string text) => new(
        form["model"].ToString(), text, form["options"].ToString().Trim(), LabLimits.Number(form, "draws", "Draws", UsualDraws, 0, LabLimits.Draws),
        LabLimits.Number(form, "seed", "Seed", 1, 0, int.MaxValue), LabLimits.Number(form, "vary", "Range for exact numbers, in per cent", 0, 0, 100));

    private static ModelsModel Shown(ModelRun run) => new(List, run, [], null);

    private static async Task<IResult> RunAsync(Visit visit, IFormCollection form)
    {
        var files = await LabLimits.TextsAsync(form, "pasted.csv", visit.Cancel);
        var text = files.Count > 0 ? files[0].Text : form["pasted"].ToString();
        var shown = Shown(new(form["model"].ToString(), text, form["options"].ToString(), UsualDraws, 1, 0));
        try
        {
            if (files.Count == 0) throw new ArgumentException("Paste a table of stakeholders, or choose a file.");
            if (files.Count > 1) throw new ArgumentException("A model runs on one table; choose one file.");
            var asked = Read(form, text);
            shown = Shown(asked);
            var read = StakeholderFile.Read(text, Path.GetFileNameWithoutExtension(files[0].File), out var scenario);
            if (read.Table is not { } table) throw new ArgumentException(string.Join('\n', read.Faults.Select(f => $"{files[0].File}, {f}")));
            var model = Chosen(asked.Model);
            model = (model is SpatialModel && scenario is not null ? scenario.Model : model).With(Options(asked.Options));
            var forecasts = await RunAsync(visit, model, table, asked);
            return form.ContainsKey("json") ? File(forecasts) : ScreenRoutes.Page<ModelsPage>(visit, shown with { Forecasts = forecasts });
        }
        catch (ArgumentException wrong)
        {
            return ScreenRoutes.Page<ModelsPage>(visit, shown with { Wrong = LabLimits.Reason(wrong) }, StatusCodes.Status422UnprocessableEntity);
        }
    }

    private static IEnumerable<KeyValuePair<string, string>> Options(string options) => options.Split([' ', '\n', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(option => option.Split('=', 2) is [var name, var value] ? KeyValuePair.Create(name, value) : throw new ArgumentException($"Options: expected a name and a value, such as q=0.5, found '{option}'."));
}

/// <summary>An option of a model.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Takes">What it takes.</param>
/// <param name="Usual">Its default.</param>
/// <param name="Meaning">What it does.</param>
public sealed record ModelChoice(string Name, string Takes, string Usual, string Meaning);

/// <summary>A model of positions.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Paper">Where it was published.</param>
/// <param name="SeveralIssues">Whether it takes several issues together.</param>
/// <param name="Assumptions">What it takes for granted.</param>
/// <param name="Options">Its options.</param>
public sealed record ModelItem(string Id, string Name, string Paper, bool SeveralIssues, ImmutableArray<string> Assumptions, ImmutableArray<ModelChoice> Options);

/// <summary>A run that is asked for.</summary>
/// <param name="Model">Id of the model.</param>
/// <param name="Text">The table.</param>
/// <param name="Options">Options as name=value.</param>
/// <param name="Draws">How often numbers with ranges are drawn.</param>
/// <param name="Seed">Seed of the draws.</param>
/// <param name="Vary">Range for exact numbers, in per cent of their scale; 0 for none.</param>
public sealed record ModelRun(string Model, string Text, string Options, int Draws, int Seed, int Vary);

/// <summary>A forecast with its charts.</summary>
/// <param name="Result">The forecast (docs/models.md).</param>
public sealed record LabForecast(JsonElement Result)
{
    /// <summary>The forecast as a value.</summary>
    [JsonIgnore]
    public PositionForecast Forecast { get; init; } = null!;

    /// <summary>Name of the model.</summary>
    [JsonIgnore]
    public string Model { get; init; } = "";

    /// <summary>A forecast.</summary>
    internal static LabForecast Of(BargainingModel model, PositionForecast forecast)
    {
        using var json = JsonDocument.Parse(ForecastJson.Line(forecast));
        return new(json.RootElement.Clone()) { Forecast = forecast, Model = model.Name };
    }

    /// <summary>A number with three digits.</summary>
    internal static string Number(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);
}

/// <summary>Models, and what one of them says.</summary>
/// <param name="Models">The models.</param>
/// <param name="Run">The run that is asked for.</param>
/// <param name="Forecasts">What came of it; empty where nothing was run.</param>
/// <param name="Wrong">What is wrong; null for nothing.</param>
public sealed record ModelsModel(ImmutableArray<ModelItem> Models, ModelRun Run, ImmutableArray<LabForecast> Forecasts, string? Wrong);
