using System.CommandLine;
using System.Globalization;
using Rapporteur.Analysis;
using Rapporteur.Domain;
using Rapporteur.Publishing;

namespace Rapporteur.Cli;

/// <summary><c>rapporteur forecast coercion [MODEL]</c>: small models of war and coercion.</summary>
internal static class CoercionCommand
{
    public static Command Create(Terminal terminal)
    {
        var command = new ExampleCommand("coercion", "Lists models of war and coercion with paper and assumptions, or runs one: what follows from its assumptions, and how it changes with each input (docs/coercion.md). The inputs are the analyst's.",
            "rapporteur forecast coercion",
            "rapporteur forecast coercion fearon --set p=.6 --set cost-a=.05..0.15",
            "rapporteur forecast coercion smith-stam --set held=4 --json",
            "rapporteur forecast coercion filson-werner-offers --set strong=.2..0.5 --sobol war --flip war=0.5");
        var model = new Argument<string?>("MODEL") { Description = "Id of the model.", Arity = ArgumentArity.ZeroOrOne };
        var set = new Option<string[]>("--set") { Description = "An input: one value, a range .1..0.3, or a most likely value with its ends .1<.2<.4. Others stand as in the example.", HelpName = "INPUT=VALUE", DefaultValueFactory = _ => [] };
        var draws = new Option<int>("--draws") { Description = "How often ranges are drawn.", HelpName = "N", DefaultValueFactory = _ => 10_000 };
        var seed = new Option<ulong>("--seed") { Description = "Seed of the draws; the same gives the same bytes.", HelpName = "N", DefaultValueFactory = _ => 1 };
        var tornado = new Option<string[]>("--tornado") { Description = "What each range alone does to a result. May be given several times.", HelpName = "RESULT", DefaultValueFactory = _ => [] };
        var sobol = new Option<string[]>("--sobol") { Description = "How much of a result's variance each range brings, alone and with others (1,000 base draws). May be given several times.", HelpName = "RESULT", DefaultValueFactory = _ => [] };
        var flip = new Option<string[]>("--flip") { Description = "The smallest change of each input that brings a result to the other side of a line, such as war=0.5. May be given several times.", HelpName = "RESULT=LINE", DefaultValueFactory = _ => [] };
        var json = new Option<bool>("--json") { Description = "One JSON object a line (docs/coercion.md)." };
        var svg = new Option<string?>("--svg") { Description = "Write a picture of each comparative static and of each course over battles, forts or time, FILE-INPUT-RESULT.svg.", HelpName = "FILE.svg" };
        var csv = new Option<bool>("--csv") { Description = "The comparative statics as a table with commas." };
        command.Add(model);
        foreach (var option in new System.CommandLine.Option[] { set, draws, seed, tornado, sobol, flip, svg, json, csv }) command.Add(option);
        command.SetAction(call =>
        {
            if (call.GetValue(json) && call.GetValue(csv)) throw new CallException("Choose --json or --csv, not both.");
            if (call.GetValue(model) is not { } id)
            {
                if (call.GetValue(csv)) throw new CallException("--csv takes a model, such as rapporteur forecast coercion fearon --csv.");
                foreach (var each in CoercionModels.All)
                    foreach (var line in call.GetValue(json) ? [ModelListing.Json(each)] : ModelListing.Text(each)) terminal.Out.WriteLine(line);
                return ExitCode.Ok;
            }

            var found = CoercionModels.Find(id) ?? throw new CallException($"There is no model {id}; there are {string.Join(", ", CoercionModels.All.Select(each => each.Id))}.");
            if (call.GetValue(draws) < 1) throw new CallException("--draws takes a whole number from 1.");
            try
            {
                var run = found.Run(Values(call.GetValue(set)!), call.GetValue(draws), call.GetValue(seed));
                run = run with { Sensitivity = [.. Asked(found, run, call.GetValue(tornado)!, call.GetValue(sobol)!, call.GetValue(flip)!, call.GetValue(seed))] };
                if (call.GetValue(svg) is { } picture) PictureFiles.Write(picture, [.. run.Statics.Concat(run.Courses).Select(s => ($"{s.Input}-{s.Result}", (Chart)new SeriesChart($"series-{s.Input}-{s.Result}", s)))]);
                foreach (var line in call.GetValue(json) ? [CoercionListing.Json(run)] : call.GetValue(csv) ? CoercionListing.Csv(run) : [$"{found.Id}: {found.Name}", .. CoercionListing.Text(run)]) terminal.Out.WriteLine(line);
                return ExitCode.Ok;
            }
            catch (ArgumentException wrong)
            {
                throw CallException.Of(wrong);
            }
        });
        return command;
    }

    private static IEnumerable<CoercionSensitivity> Asked(CoercionModel model, CoercionRun run, string[] tornado, string[] sobol, string[] flip, ulong seed)
    {
        if (tornado.Length + sobol.Length > 0 && run.Draws == 0) throw new CallException("--tornado and --sobol need a range; give one with --set INPUT=LOW..HIGH.");
        foreach (var result in tornado) yield return new(result) { Swings = new CoercionProbe(model, run, result).Swings() };
        foreach (var result in sobol) yield return new(result) { Shares = new CoercionProbe(model, run, result).Shares(1000, seed) };
        foreach (var text in flip)
        {
            var at = text.IndexOf('=', StringComparison.Ordinal);
            if (at < 1 || !double.TryParse(text[(at + 1)..], NumberStyles.Float, CultureInfo.InvariantCulture, out var line) || !double.IsFinite(line)) throw new CallException($"--flip takes RESULT=LINE with a number, not '{text}'.");
            var result = text[..at].Trim();
            yield return new(result) { Line = line, Flips = new CoercionProbe(model, run, result).Flips(line) };
        }
    }

    private static Dictionary<string, Estimate> Values(string[] set)
    {
        var values = new Dictionary<string, Estimate>(StringComparer.Ordinal);
        foreach (var text in set)
        {
            var at = text.IndexOf('=', StringComparison.Ordinal);
            if (at < 1 || !Estimate.TryParse(text[(at + 1)..], out var value)) throw new CallException($"--set takes INPUT=VALUE with a number, a range .1..0.3 or .1<.2<.4, not '{text}'.");
            if (!values.TryAdd(text[..at].Trim(), value)) throw new CallException($"--set gives {text[..at].Trim()} twice; give it once.");
        }

        return values;
    }
}
