using System.CommandLine;
using System.Globalization;
using Rapporteur.Analysis;
using Rapporteur.Domain;
using Rapporteur.Publishing;
using Rapporteur.Reading;
using Rapporteur.Training;

namespace Rapporteur.Cli;

/// <summary><c>rapporteur forecast deu DIR</c>: forecasts of the Union's decisions as a table.</summary>
internal static class ForecastDeuCommand
{
    private const int Draws = 1000;
    private const string Weights = "forecasts/deu.tsv";

    public static Command Create(Terminal terminal, CommonOptions common)
    {
        var command = new ExampleCommand("deu", "Forecasts of the European Union's decisions (DEU III): quantiles, mean and 1,000 draws of each issue, as a table with commas (docs/forecasts.md).",
            "rapporteur forecast deu ../shared/corpora/bargaining --issues sealed -o sealed.csv");
        var folder = new Argument<string>("DIR") { Description = "A folder with deu3-actors.csv and deu3-outcomes.csv." };
        var issues = new Option<string>("--issues") { Description = "Which issues: those of a part of the data (sealed, train, dev), or all.", HelpName = "PART", DefaultValueFactory = _ => "sealed" };
        var seed = new Option<ulong>("--seed") { Description = "Seed of the draws; the same gives the same bytes.", HelpName = "N", DefaultValueFactory = _ => 1 };
        var output = new Option<string?>("--output", "-o") { Description = "File that the table goes to; standard output where none is named.", HelpName = "FILE" };
        command.Add(folder);
        command.Add(issues);
        command.Add(seed);
        command.Add(output);
        command.SetAction(call =>
        {
            var (messages, path, part) = (new Messages(terminal, call, common), call.GetValue(folder)!, call.GetValue(issues)!);
            var all = Read(path);
            var chosen = all.Where(issue => part == "all" || issue.Part == part).ToList();
            if (chosen.Count == 0) throw new CallException($"No issue belongs to '{part}'; --issues takes all, {string.Join(", ", all.Select(issue => issue.Part).Distinct().Order(StringComparer.Ordinal))}.");
            var forecaster = new OutcomeForecaster(OutcomeWeights.Read(DataFolder.Shipped.Lines(Weights)));
            var target = call.GetValue(output);
            using var file = target is null ? null : CallFiles.Writing(target, () => new StreamWriter(target) { NewLine = "\n" });
            var table = file ?? terminal.Out;
            table.Write(ForecastTable.Header + "\n");
            for (var i = 0; i < chosen.Count; i++)
                table.Write(ForecastTable.Line(new Forecast(chosen[i].Id, OutcomeForecaster.Id, forecaster.Forecast(chosen[i]).Draws(Stream(call.GetValue(seed), chosen[i].Id), Draws))) + "\n");
            messages.Note(string.Create(CultureInfo.InvariantCulture, $"{chosen.Count} forecasts{(target is null ? "" : $" in {target}")}"));
            return ExitCode.Ok;
        });
        return command;
    }

    // A stream for each issue, whatever others are forecast with it.
    private static ChanceStream Stream(ulong seed, string issue) => new(seed, ulong.Parse(ContentHash.Key(issue), NumberStyles.HexNumber, CultureInfo.InvariantCulture));

    private static IReadOnlyList<DisputedIssue> Read(string folder)
    {
        if (File.Exists(folder)) throw new CallException($"{folder} is a file; name a folder with deu3-actors.csv and deu3-outcomes.csv.");
        if (!Directory.Exists(folder)) throw new CallException($"{folder} is not there; name a folder with deu3-actors.csv and deu3-outcomes.csv.");
        try
        {
            return DeuFolder.Read(folder);
        }
        catch (FileNotFoundException missing)
        {
            throw new CallException($"{folder} has no {Path.GetFileName(missing.FileName)}; name a folder with deu3-actors.csv and deu3-outcomes.csv.");
        }
        catch (InvalidDataException wrong)
        {
            throw new CallException($"{folder}: {wrong.Message}");
        }
    }
}
