using System.Text.Json;
using Xunit;

namespace Rapporteur.Tests;

public sealed class SpatialForecastTests
{
    [Fact]
    public async Task A_table_of_KTAB_runs_with_the_reason_of_every_move_and_the_compromise_beside_it()
    {
        var call = await Call.With(KtabExamples.Table, "forecast", "-", "--model", "spatial", "--steps");
        Assert.Equal((0, ""), (call.Code, call.Error));
        Assert.Contains("compromise mean", call.Out, StringComparison.Ordinal);
        Assert.Matches(@"bargain: \w+ goes from [\d.]+, [\d.]+ to [\d.]+, [\d.]+ in a bargain that \w+ proposed to \w+", call.Out);
        Assert.Equal(2, (await Call.With(KtabExamples.Table, "forecast", "-", "--model", "condorcet", "--csv")).Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length - 1);
    }

    [Fact]
    public async Task A_scenario_of_KTAB_says_how_its_model_runs_unless_the_call_does()
    {
        Assert.Contains("victory=square", (await Call.With(KtabExamples.Scenario, "forecast", "-", "--model", "spatial")).Out, StringComparison.Ordinal);
        var call = await Call.With(KtabExamples.Scenario, "forecast", "-", "--model", "spatial", "--option", "victory=octic");
        Assert.Contains("victory=octic", call.Out, StringComparison.Ordinal);
        Assert.Contains("transitions=stochastic", call.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Groups_are_reported_together()
    {
        var call = await Call.With(KtabExamples.Table, "forecast", "-", "--model", "spatial", "--group", "Shore=Port, City", "--group", "All=Port,Union,City,Isles", "--json");
        using var json = JsonDocument.Parse(call.Out);
        var all = json.RootElement.GetProperty("groups")[1].GetProperty("rounds");
        Assert.Equal(json.RootElement.GetProperty("rounds").GetArrayLength(), all.GetArrayLength());
        Assert.Equal(1, all[0].GetProperty("chance").GetDouble(), 6);
        Assert.Contains("Shore", (await Call.With(KtabExamples.Table, "forecast", "-", "--group", "Shore=Port,City")).Out, StringComparison.Ordinal);
        Assert.Contains("no stakeholder has that name", (await Call.With(KtabExamples.Table, "forecast", "-", "--group", "Shore=Harbour")).Error, StringComparison.Ordinal);
        Assert.Contains("--group takes", (await Call.With(KtabExamples.Table, "forecast", "-", "--group", "Shore")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bad_file_of_KTAB_names_row_and_column()
    {
        var call = await Call.With(KtabExamples.Table.Replace("70,60,10,40", "170,60,10,40", StringComparison.Ordinal), "forecast", "-", "--model", "spatial");
        Assert.Equal(2, call.Code);
        Assert.Contains("row 4, column 4 (Fare): expected a number from 0 to 100, found '170'", call.Error, StringComparison.Ordinal);
    }
}
