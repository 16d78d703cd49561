using System.Text.Json;
using Xunit;

namespace Rapporteur.Tests;

public sealed class ForecastCommandTests
{
    private static readonly string River = Repository.File("docs", "guide", "forecast", "river.csv");

    [Fact]
    public async Task The_compromise_mean_stands_beside_every_result()
    {
        foreach (var model in new[] { "scholz-code", "exchange", "nash" })
        {
            var call = await Call.Of("forecast", River, "--model", model);
            Assert.Equal((0, ""), (call.Code, call.Error));
            Assert.Contains("compromise mean", call.Out, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_forecast_as_json_has_draws_bars_shares_and_flips()
    {
        var call = await Call.Of("forecast", River, "--model", "compromise", "--issue", "Contribution to the dam fund (million)", "--vary", "0.1", "--draws", "200", "--tornado", "--sobol", "--sobol-draws", "50", "--flip", "60", "--json");
        Assert.Equal(2, call.Code);
        Assert.Contains("it has Share of the summer flow", call.Error, StringComparison.Ordinal);
        call = await Call.Of("forecast", River, "--issue", "Upstream's contribution to the dam fund (million)", "--vary", "0.1", "--draws", "200", "--tornado", "--sobol", "--sobol-draws", "50", "--flip", "60", "--json");
        using var json = JsonDocument.Parse(call.Out);
        var sensitivity = json.RootElement.GetProperty("sensitivity")[0];
        Assert.Equal(200, json.RootElement.GetProperty("simulation").GetProperty("draws").GetInt32());
        Assert.Equal(9, sensitivity.GetProperty("tornado").GetArrayLength());
        Assert.Equal(9, sensitivity.GetProperty("sobol").GetArrayLength());
        Assert.True(sensitivity.GetProperty("flips").GetArrayLength() > 0);
        Assert.Equal(call.Out, (await Call.Of("forecast", River, "--issue", "Upstream's contribution to the dam fund (million)", "--vary", "0.1", "--draws", "200", "--tornado", "--sobol", "--sobol-draws", "50", "--flip", "60", "--json", "--threads", "1")).Out);
    }

    [Fact]
    public async Task Numbers_that_go_together_are_told_and_spread_the_outcome()
    {
        string[] call = ["forecast", River, "--vary", "0.2", "--draws", "2000"];
        var (apart, together) = (await Call.Of([.. call, "--json"]), await Call.Of([.. call, "--json", "--correlate", "position:*=0.6"]));
        Assert.Equal((0, ""), (together.Code, together.Error));
        Assert.True(Deviation(together.Out) > 1.2 * Deviation(apart.Out));
        Assert.Contains("drawn together: position of", (await Call.Of([.. call, "--correlate", "position:*=0.6"])).Out, StringComparison.Ordinal);
        Assert.Contains("position of", JsonDocument.Parse(together.Out.Split('\n')[0]).RootElement.GetProperty("simulation").GetProperty("correlations")[0].GetProperty("one").GetString(), StringComparison.Ordinal);
        Assert.Contains("--correlate takes", (await Call.Of([.. call, "--correlate", "position=0.6"])).Error, StringComparison.Ordinal);
        Assert.Contains("give --draws too", (await Call.Of("forecast", River, "--correlate", "position:*=0.6")).Error, StringComparison.Ordinal);
        Assert.Contains("drawn apart", (await Call.Of([.. call, "--correlate", "position:*=0.6", "--sobol"])).Error, StringComparison.Ordinal);

        static double Deviation(string json) =>
            JsonDocument.Parse(json.Split('\n')[0]).RootElement.GetProperty("simulation").GetProperty("issues")[0].GetProperty("outcome").GetProperty("deviation").GetDouble();
    }

    [Fact]
    public async Task Csv_has_a_row_for_each_issue_and_as_many_cells_as_its_header()
    {
        var lines = (await Call.Of("forecast", River, "--draws", "50", "--csv")).Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(3, lines.Length);
        Assert.All(lines, l => Assert.Equal(25, l.Split(',').Length));
    }

    [Fact]
    public async Task Draws_are_told_round_by_round_as_text_json_csv_and_a_picture()
    {
        using var folder = new TemporaryFolder();
        string[] call = ["forecast", River, "--model", "scholz-code", "--issue", "Upstream's contribution to the dam fund (million)", "--vary", "0.1", "--draws", "60", "--by-round"];
        Assert.Contains("after round 10", (await Call.Of(call)).Out, StringComparison.Ordinal);
        var simulation = JsonDocument.Parse((await Call.Of([.. call, "--json"])).Out).RootElement.GetProperty("simulation");
        var rounds = simulation.GetProperty("rounds");
        Assert.Equal(11, rounds.GetArrayLength());
        Assert.Equal(simulation.GetProperty("issues")[0].GetProperty("outcome").GetRawText(), rounds[10].GetProperty("issues")[0].GetProperty("outcome").GetRawText());
        var lines = (await Call.Of([.. call, "--csv", "--svg", folder.File("fan.svg")])).Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(12, lines.Length);
        Assert.StartsWith("table,issue,model,round,draws,seed,mean", lines[0], StringComparison.Ordinal);
        Assert.All(lines, l => Assert.Equal(16, l.Split(',').Length));
        Assert.Contains(Directory.GetFiles(Path.GetDirectoryName(folder.File("fan.svg"))!), path => path.EndsWith("-fan.svg", StringComparison.Ordinal) && File.ReadAllText(path).Contains("outcomes over the rounds", StringComparison.Ordinal));
        Assert.Contains("give --draws too", (await Call.Of("forecast", River, "--by-round")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Steps_tell_who_challenged_whom_and_why()
    {
        var call = await Call.Of("forecast", River, "--model", "scholz-code", "--steps");
        Assert.Contains("Round 1.", call.Out, StringComparison.Ordinal);
        Assert.Contains("of challenging", call.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_calls_say_what_to_do()
    {
        Assert.Contains("there are compromise", (await Call.Of("forecast", River, "--model", "oracle")).Error, StringComparison.Ordinal);
        Assert.Contains("it has probability, offer", (await Call.Of("forecast", River, "--model", "scholz-code", "--option", "x=1")).Error, StringComparison.Ordinal);
        var bad = await Call.With("actor,capability,position,salience\nA,-1,2,0.5\n", "forecast", "-");
        Assert.Equal(2, bad.Code);
        Assert.Contains("standard input, row 2, column capability", bad.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Models_list_paper_assumptions_and_options()
    {
        var call = await Call.Of("models", "scholz-code");
        Assert.Contains("Scholz, Calbert & Smith (2011)", call.Out, StringComparison.Ordinal);
        Assert.Contains("option   q", call.Out, StringComparison.Ordinal);
        var all = (await Call.Of("models", "--json")).Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(Rapporteur.Analysis.BargainingModels.All.Length + Rapporteur.Analysis.CoercionModels.All.Length, all.Length);
        Assert.Contains("Powell", (await Call.Of("models", "powell")).Out, StringComparison.Ordinal);
        Assert.Contains("exchange, fearon, powell", (await Call.Of("models", "oracle")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_record_gives_positions_with_evidence_and_names_every_number_that_is_missing()
    {
        using var folder = Talks();
        var call = await Call.Of("forecast", "table", folder.File("one.txt"));
        Assert.Equal(1, call.Code);
        Assert.Contains("the capability of Norway", call.Error, StringComparison.Ordinal);
        Assert.Contains("the salience of Sweden on The ferry", call.Error, StringComparison.Ordinal);
        Assert.Contains("Norway,,ferry,50,,", call.Out, StringComparison.Ordinal);
        Assert.Contains("Norway demands a weekly ferry.", call.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_the_analysts_numbers_a_record_makes_a_table_that_models_take()
    {
        using var folder = Talks();
        var numbers = folder.Write("numbers.csv", "stakeholder,capability,issue,salience\nNorway,1..2,ferry,0.5\nSweden,1,ferry,0.5..0.7\n");
        var table = await Call.Of("forecast", "table", folder.File("one.txt"), "--numbers", numbers);
        Assert.Equal((0, ""), (table.Code, table.Error));
        var call = await Call.With(table.Out, "forecast", "-", "--model", "median", "--json");
        Assert.Equal(0, call.Code);
        using var json = JsonDocument.Parse(call.Out);
        Assert.Contains("demands a weekly ferry", json.RootElement.GetProperty("stakeholders")[0].GetProperty("stakes")[0].GetProperty("source").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_only_refuses_has_no_position_until_the_analyst_gives_one()
    {
        using var folder = Talks("Norway demands a weekly ferry. Sweden rejects a weekly ferry.\n");
        var numbers = folder.Write("numbers.csv", "stakeholder,capability,issue,salience,position\nNorway,1,ferry,0.5,\nSweden,1,ferry,0.5,\n");
        var call = await Call.Of("forecast", "table", folder.File("one.txt"), "--numbers", numbers);
        Assert.Equal(1, call.Code);
        Assert.Contains("the position of Sweden on The ferry: it was read only to refuse A ferry a week", call.Error, StringComparison.Ordinal);
        folder.Write("numbers.csv", "stakeholder,capability,issue,salience,position\nNorway,1,ferry,0.5,\nSweden,1,ferry,0.5,0..20\n");
        Assert.Contains("Sweden,1,ferry,0..20,0.5,", (await Call.Of("forecast", "table", folder.File("one.txt"), "--numbers", numbers)).Out, StringComparison.Ordinal);
    }

    private static TemporaryFolder Talks(string text = "Norway demands a weekly ferry. Sweden demands a daily ferry.\n")
    {
        var folder = new TemporaryFolder();
        folder.Write("one.txt", text);
        folder.Write("dossier.yaml", """
            title: River talks
            issues:
              - name: The ferry
                key: ferry
                ordered: true
                words: [ferry]
                options:
                  - name: No ferry
                    words: [no ferry]
                  - name: A ferry a week
                    words: [weekly ferry]
                  - name: A ferry a day
                    words: [daily ferry]
            """);
        return folder;
    }
}
