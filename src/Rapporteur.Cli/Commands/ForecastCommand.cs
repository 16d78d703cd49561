using System.Collections.Immutable;
using System.CommandLine;
using Rapporteur.Analysis;
using Rapporteur.Desk;
using Rapporteur.Domain;
using Rapporteur.Publishing;

namespace Rapporteur.Cli;

/// <summary><c>rapporteur forecast TABLE --model M</c>: where a model of positions sees an issue come out, with the compromise mean beside it.</summary>
internal sealed class ForecastCommand
{
    private readonly Terminal _terminal;
    private readonly CommonOptions _common;
    private readonly Argument<string?> _table = new("TABLE") { Description = "Table of stakeholders: CSV (docs/formats/stakeholders.md), or a file of Decide or KTAB; - for standard input.", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<string> _model = new("--model", "-m") { Description = "The model; rapporteur models lists them.", HelpName = "ID", DefaultValueFactory = _ => "compromise" };
    private readonly Option<string[]> _options = new("--option") { Description = "An option of the model, such as q=0.5. May be given several times.", HelpName = "K=V" };
    private readonly Option<string[]> _groups = new("--group") { Description = "Report several stakeholders together, such as West=A,B. May be given several times.", HelpName = "NAME=A,B" };
    private readonly Option<string?> _issue = new("--issue") { Description = "Only this issue of the table.", HelpName = "NAME" };
    private readonly Option<int> _draws = new("--draws") { Description = "Draw every number with a range so often and say where the outcomes lie.", HelpName = "N" };
    private readonly Option<bool> _byRound = new("--by-round") { Description = "With --draws: where the outcomes lie after every round of the model; with --csv a row a round, with --svg a fan over the rounds." };
    private readonly Option<ulong> _seed = new("--seed") { Description = "Seed of the chance; the same seed gives the same bytes.", HelpName = "S", DefaultValueFactory = _ => 1UL };
    private readonly Option<double?> _vary = new("--vary") { Description = "Give every number without a range one, most likely where it is: this share of its scale to either side, of itself for a capability.", HelpName = "SHARE" };
    private readonly Option<string[]> _correlate = new("--correlate") { Description = "Draw numbers together, by rank correlation: capability:A~position:B=0.6 for two, salience:*=0.5 for all of a kind; a name may be that of a --group, and @ISSUE may follow it. May be given several times.", HelpName = "X~Y=R" };
    private readonly Option<bool> _tornado = new("--tornado") { Description = "What each range does to the outcome alone." };
    private readonly Option<bool> _sobol = new("--sobol") { Description = "How much of the outcome's variance comes from each range, alone and with others." };
    private readonly Option<int> _sobolDraws = new("--sobol-draws") { Description = "Base draws of --sobol; the model runs as often as this times the ranges and two.", HelpName = "N", DefaultValueFactory = _ => 1000 };
    private readonly Option<double?> _flip = new("--flip") { Description = "The smallest change of one number that brings the outcome to the other side of a line.", HelpName = "LINE" };
    private readonly Option<double?> _flipBy = new("--flip-by") { Description = "The smallest change of one number that moves the outcome by more than this.", HelpName = "X" };
    private readonly Option<bool> _steps = new("--steps") { Description = "Tell every round: who challenged whom, and why each moved." };
    private readonly Option<string?> _svg = new("--svg") { Description = "Write pictures: positions round by round with the fan of --draws, the fan of --by-round, and the bars of --tornado; several issues and pictures get names of their own.", HelpName = "FILE.svg" };
    private readonly Option<bool> _json = new("--json") { Description = "One JSON object a forecast (docs/models.md)." };
    private readonly Option<bool> _csv = new("--csv") { Description = "CSV, a row an issue (docs/models.md)." };

    private ForecastCommand(Terminal terminal, CommonOptions common) => (_terminal, _common) = (terminal, common);

    public static Command Create(Terminal terminal, CommonOptions common)
    {
        var forecast = new ForecastCommand(terminal, common);
        var command = new ExampleCommand("forecast", "Forecasts where an issue comes out, by a model of positions, and always says beside it what the plain compromise would be: no model reliably beats it.",
            "rapporteur forecast docs/guide/forecast/river.csv --model scholz-code --steps",
            "rapporteur forecast docs/guide/forecast/river.csv --model exchange --draws 10000 --seed 7 --tornado --svg ferry.svg",
            "rapporteur forecast docs/guide/forecast/river.csv --model scholz-code --vary 0.1 --draws 10000 --by-round --svg fans.svg",
            "rapporteur forecast deu ../shared/corpora/bargaining --issues sealed -o sealed.csv",
            "rapporteur forecast table samples/ukraine-2025 --dossier docs/guide/forecast/dossier.yaml");
        command.Add(forecast._table);
        foreach (var option in (System.CommandLine.Option[])[forecast._model, forecast._options, forecast._groups, forecast._issue, forecast._draws, forecast._byRound, forecast._seed, forecast._vary, forecast._correlate, forecast._tornado, forecast._sobol, forecast._sobolDraws, forecast._flip, forecast._flipBy, forecast._steps, forecast._svg, forecast._json, forecast._csv])
            command.Add(option);
        command.Add(ForecastTableCommand.Create(terminal, common));
        command.Add(ForecastDeuCommand.Create(terminal, common));
        command.Add(CoercionCommand.Create(terminal));
        foreach (var part in command.Subcommands)
            part.Validators.Add(result =>
            {
                if (result.GetResult(forecast._table) is { Tokens.Count: > 0 } table) result.AddError($"forecast {part.Name} takes no table of stakeholders; leave {table.Tokens[0].Value} out.");
            });
        command.SetAction((call, cancel) => Task.FromResult(forecast.Run(call, cancel)));
        return command;
    }

    private int Run(ParseResult call, CancellationToken cancel)
    {
        var path = call.GetValue(_table) ?? throw new CallException("Name a table of stakeholders, such as rapporteur forecast TABLE.csv --model scholz-code.");
        if (call.GetValue(_json) && call.GetValue(_csv)) throw new CallException("Choose --json or --csv, not both.");
        if (call.GetResult(_draws) is { Implicit: false } && call.GetValue(_draws) < 1) throw new CallException("--draws takes a whole number from 1.");
        if (call.GetValue(_byRound) && call.GetValue(_draws) < 1) throw new CallException("--by-round says where draws lie after every round; give --draws too.");
        if (call.GetValue(_sobolDraws) < 2) throw new CallException("--sobol-draws takes a whole number from 2.");
        if (call.GetValue(_flip) is { } line && !double.IsFinite(line)) throw new CallException("--flip takes a number on the issue's scale, such as 50.");
        if (call.GetValue(_flipBy) is { } by && !(by > 0 && double.IsFinite(by))) throw new CallException("--flip-by takes a number above 0.");
        if (call.GetValue(_flip) is not null && call.GetValue(_flipBy) is not null) throw new CallException("Choose --flip or --flip-by, not both.");
        var table = StakeholderArguments.Read(_terminal, path, out var scenario);
        var model = Model(call, scenario);
        if (call.GetValue(_vary) is { } share) table = share is > 0 and <= 1 ? Widening.Of(table, share) : throw new CallException("--vary takes a share above 0 and up to 1, such as 0.1.");
        var together = Correlations(call, table);
        var (text, csv, rounds) = (new ForecastText(_terminal.Out, model.Name, call.GetValue(_steps)), new ForecastCsv(_terminal.Out), new RoundCsv(_terminal.Out));
        var pictures = new List<(string Name, Chart Chart)>();
        var forecasts = new List<PositionForecast>();
        foreach (var part in Parts(call, model, table))
        {
            var forecast = Forecast(call, new(model, part, call.GetValue(_seed), call.GetValue(_common.Threads), cancel) { Correlations = together?.In(part) });
            forecasts.Add(forecast);
            pictures.AddRange(ForecastPictures.Of(model.Name, forecast));
            if (call.GetValue(_json)) _terminal.Out.Write(ForecastJson.Line(forecast) + "\n");
            else if (call.GetValue(_csv) && call.GetValue(_byRound)) rounds.Write(forecast);
            else if (call.GetValue(_csv)) csv.Write(forecast);
            else text.Write(forecast);
        }
        pictures.AddRange(ForecastPictures.Fans(model.Name, forecasts));

        if (!call.GetValue(_json) && !call.GetValue(_csv)) _terminal.Out.WriteLine("The numbers are the analyst's. A model says what follows from them, not what will happen, and none reliably beats the compromise mean.");
        if (call.GetValue(_svg) is { } picture) PictureFiles.Write(picture, pictures);
        return ExitCode.Ok;
    }

    // A file of KTAB says how its model is to run.
    private BargainingModel Model(ParseResult call, KtabScenario? scenario)
    {
        var pairs = new List<KeyValuePair<string, string>>();
        foreach (var option in call.GetValue(_options) ?? [])
            pairs.Add(option.Split('=', 2) is [var name, var value] ? KeyValuePair.Create(name, value) : throw new CallException($"--option takes a name and a value, such as q=0.5, not '{option}'."));
        try
        {
            var model = ModelsCommand.Find(call.GetValue(_model)!);
            return (model is SpatialModel && scenario is not null ? scenario.Model : model).With(pairs);
        }
        catch (ArgumentException wrong)
        {
            throw CallException.Of(wrong);
        }
    }

    // Models of one issue take the issues one by one.
    private IEnumerable<StakeholderTable> Parts(ParseResult call, BargainingModel model, StakeholderTable table)
    {
        if (call.GetValue(_issue) is { } issue)
        {
            var at = table.Dimensions.Select(d => d.Name).ToList().FindIndex(n => n.Equals(issue, StringComparison.OrdinalIgnoreCase));
            return [at >= 0 ? table.Only(at) : throw new CallException($"The table has no issue {issue}; it has {string.Join(", ", table.Dimensions.Select(d => d.Name))}.")];
        }

        return ForecastRequest.Parts(model, table);
    }

    private PositionForecast Forecast(ParseResult call, ModelRunner runner)
    {
        var flip = call.GetValue(_flip) is { } line ? FlipSearch.Across(line) : call.GetValue(_flipBy) is { } distance ? FlipSearch.By(distance) : null;
        var request = new ForecastRequest { Draws = call.GetValue(_draws), ByRound = call.GetValue(_byRound), Tornado = call.GetValue(_tornado), SobolDraws = call.GetValue(_sobol) ? call.GetValue(_sobolDraws) : 0, Flip = flip, Groups = Groups(call) };
        try
        {
            return request.Answer(runner);
        }
        catch (ArgumentException wrong) when (!request.Groups.IsEmpty)
        {
            throw CallException.Of(wrong);
        }
    }

    private ImmutableArray<StakeholderGroup> Groups(ParseResult call) => [.. (call.GetValue(_groups) ?? []).Select(text =>
        StakeholderGroup.TryParse(text, out var group) ? group! : throw new CallException($"--group takes a name and members, such as West=A,B, not '{text}'."))];

    private RankCorrelations? Correlations(ParseResult call, StakeholderTable table)
    {
        var said = (call.GetValue(_correlate) ?? []).Select(text => CorrelationStatement.TryParse(text, out var statement) ? statement!
            : throw new CallException($"--correlate takes one kind of number or two and a correlation between -1 and 1, such as capability:A~capability:B=0.6 or salience:*=0.5, not '{text}'.")).ToImmutableArray();
        if (said.IsEmpty) return null;
        if (call.GetValue(_draws) < 1) throw new CallException("--correlate says how numbers are drawn; give --draws too.");
        if (call.GetValue(_sobol)) throw new CallException("--sobol needs numbers that are drawn apart; leave --correlate out.");
        try
        {
            return RankCorrelations.Of(table, said, Groups(call));
        }
        catch (ArgumentException wrong)
        {
            throw CallException.Of(wrong);
        }
    }
}
