using System.CommandLine;
using System.Globalization;
using Rapporteur.Analysis;
using Rapporteur.Domain;
using Rapporteur.Publishing;
using Rapporteur.Record;

namespace Rapporteur.Cli;

/// <summary><c>rapporteur question …</c>: questions, forecasts and what came of them, in a file to which lines are only added.</summary>
internal sealed class QuestionCommand
{
    /// <summary>File of questions where none is named.</summary>
    internal const string DefaultFile = "questions.ndjson";

    private readonly Terminal _terminal;
    private readonly CommonOptions _common;
    private readonly Option<string> _file = new("--ledger") { Description = "File of the questions.", HelpName = "FILE.ndjson", Recursive = true, DefaultValueFactory = _ => DefaultFile };
    private readonly Option<string?> _by = new("--by") { Description = "Who speaks, as he or she wants to be named.", HelpName = "NAME" };

    private QuestionCommand(Terminal terminal, CommonOptions common) => (_terminal, _common) = (terminal, common);

    public static Command Create(Terminal terminal, CommonOptions common)
    {
        var question = new QuestionCommand(terminal, common);
        var command = new ExampleCommand("question", "Keeps questions with the rule that resolves them, forecasts and outcomes in a file whose every line is sealed by the hash of the line before, and scores them.",
            "rapporteur question add \"Is a ceasefire in force on 2040-12-31?\" --rule \"Yes where two agencies report it in force on that day.\" --closes 2040-12-30 --id ceasefire --by \"A. Lind\"",
            "rapporteur question forecast ceasefire --probability .15 --basis \"base rate .39 at 30 days\" --by \"A. Lind\"",
            "rapporteur question resolve ceasefire no --evidence \"Reuters, 2041-01-01\" --by \"A. Lind\"",
            "rapporteur question score");
        command.Add(question._file);
        command.Add(question.Add());
        command.Add(question.Forecast());
        command.Add(question.Resolve());
        command.Add(question.List());
        command.Add(question.Score());
        command.Add(question.Verify());
        command.Add(BaseRatesCommand.Create(terminal, common));
        return command;
    }

    private Command Add()
    {
        var command = new Command("add", "Asks a question.");
        var text = new Argument<string>("QUESTION") { Description = "The question, so that it has one answer." };
        var rule = new Option<string>("--rule") { Description = "By what it will be resolved: which source counts, and what counts as yes.", HelpName = "TEXT", Required = true };
        var closes = new Option<string>("--closes") { Description = "Last day on which it can be forecast.", HelpName = "DATE", Required = true };
        var type = new Option<string>("--type") { Description = "What answers it: yes-no (default), number or date.", HelpName = "TYPE", DefaultValueFactory = _ => "yes-no" };
        type.AcceptOnlyFromAmong([.. EnumSpelling.All<QuestionType>()]);
        var id = new Option<string?>("--id") { Description = "Its id; one is made where none is given.", HelpName = "ID" };
        foreach (var option in new System.CommandLine.Option[] { rule, closes, type, id, _by }) command.Add(option);
        command.Add(text);
        command.SetAction(call => Write(call, (book, by, day) =>
            book.Ask(call.GetValue(id), call.GetValue(text)!, call.GetValue(rule)!, CommonOptions.Day(call.GetValue(closes), closes.Name)!.Value, EnumSpelling.TryParse<QuestionType>(call.GetValue(type), out var kind) ? kind : QuestionType.YesNo, by, day)));
        return command;
    }

    private Command Forecast()
    {
        var command = new Command("forecast", "Gives a forecast: a probability, or quantiles of a number or day.");
        var id = new Argument<string>("ID") { Description = "Id of the question." };
        var probability = new Option<double?>("--probability") { Description = "Probability of yes, from 0 to 1.", HelpName = "P" };
        var quantiles = new Option<string?>("--quantiles") { Description = "Quantiles of a number or day, such as \".1=5;.5=9;.9=20\" or \".1=2026-01-10;.9=2026-06-30\".", HelpName = "SHARE=VALUE;…" };
        var basis = new Option<string?>("--basis") { Description = "What it rests on: a base rate, a model, a reason.", HelpName = "TEXT" };
        command.Add(id);
        foreach (var option in new System.CommandLine.Option[] { probability, quantiles, basis, _by }) command.Add(option);
        command.SetAction(call => Write(call, (book, by, day) =>
        {
            var forecast = (call.GetValue(probability), call.GetValue(quantiles)) switch
            {
                ({ } chance, null) => QuestionForecast.Of(chance),
                (null, { } points) => QuestionForecast.Of([.. points.Split(';').Select(point => Quantile(point, book.Of(call.GetValue(id)!).Asked.Type))]),
                _ => throw new CallException("Give either --probability P or --quantiles SHARE=VALUE;…"),
            };
            return book.Forecast(call.GetValue(id)!, forecast, call.GetValue(basis), by, day);
        }));
        return command;
    }

    private Command Resolve()
    {
        var command = new Command("resolve", "Says what came of a question; of several resolutions the last counts.");
        var id = new Argument<string>("ID") { Description = "Id of the question." };
        var outcome = new Argument<string>("OUTCOME") { Description = "yes, no, a number or a day; void where the rule gives no answer." };
        var evidence = new Option<string?>("--evidence") { Description = "What shows it.", HelpName = "TEXT" };
        command.Add(id);
        command.Add(outcome);
        command.Add(evidence);
        command.Add(_by);
        command.SetAction(call => Write(call, (book, by, day) =>
        {
            var (text, type) = (call.GetValue(outcome)!, book.Of(call.GetValue(id)!).Asked.Type);
            double? value = text == "void" ? null : QuestionLine.Value(text, type) ?? throw new CallException($"'{text}' does not answer a question of type {EnumSpelling.Of(type)}, and is not void.");
            return book.Resolve(call.GetValue(id)!, value, call.GetValue(evidence), by, day);
        }));
        return command;
    }

    private Command List()
    {
        var command = new Command("list", "Lists the questions, how they stand, and the last forecast of everybody.");
        var json = new Option<bool>("--json") { Description = "One JSON object a line (docs/questions.md)." };
        var csv = Csv();
        command.Add(json);
        command.Add(csv);
        command.SetAction(call => Shown(call, (book, listing) => Form(call, json, csv) switch
        {
            ListingForm.Json => listing.QuestionsAsJson(book.Questions),
            ListingForm.Csv => listing.QuestionsAsCsv(book.Questions),
            _ => listing.Questions(book.Questions),
        }));
        return command;
    }

    private Command Score()
    {
        var command = new Command("score", "Scores what is resolved: Brier, logarithmic score and CRPS of everybody's last forecast, and a table of calibration with n.");
        var json = new Option<bool>("--json") { Description = "One JSON object a line (docs/questions.md)." };
        var svg = new Option<string?>("--svg") { Description = "Write a picture of forecasts and what came of them.", HelpName = "FILE.svg" };
        var csv = Csv();
        command.Add(json);
        command.Add(csv);
        command.Add(svg);
        command.SetAction(call => Shown(call, (book, _) =>
        {
            var scores = QuestionScores.Of(book.Questions);
            var calibration = QuestionScores.Calibration(scores);
            if (call.GetValue(svg) is { } picture) PictureFiles.Write(picture, [("calibration", new CalibrationChart("calibration", calibration))]);
            return Form(call, json, csv) switch
            {
                ListingForm.Json => QuestionListing.ScoresAsJson(scores, calibration),
                ListingForm.Csv => QuestionListing.ScoresAsCsv(scores),
                _ => QuestionListing.Scores(scores, calibration),
            };
        }));
        return command;
    }

    private static Option<bool> Csv() => new("--csv") { Description = "Rows of commas (docs/questions.md)." };

    private static ListingForm Form(ParseResult call, Option<bool> json, Option<bool> csv) => ListingForms.Of(call.GetValue(json), call.GetValue(csv));

    private Command Verify()
    {
        var command = new Command("verify", "Checks every line of the file against its hash and the line before it, and prints the hash of the last: who keeps that elsewhere can show later that nothing was taken away.");
        var head = new Option<string?>("--head") { Description = "A hash that was kept: it has to be in the file.", HelpName = "sha256:…" };
        command.Add(head);
        command.SetAction(call =>
        {
            var book = Open(call);
            foreach (var problem in book.Problems) _terminal.Out.WriteLine(problem);
            var missing = call.GetValue(head) is { } kept && !book.Holds(kept);
            if (missing) _terminal.Out.WriteLine("no line has the hash that was kept: lines are missing or were changed");
            if (book.Problems.Count > 0 || missing) return ExitCode.LeftOut;
            _terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{book.Count} lines, each as it was written; the last: {book.Head}"));
            return ExitCode.Ok;
        });
        return command;
    }

    private int Write(ParseResult call, Func<QuestionBook, string, DateOnly?, string> line)
    {
        var by = call.GetValue(_by) ?? throw new CallException("Say who speaks: --by NAME.");
        var path = call.GetValue(_file)!;
        var book = Path.Exists(path) ? Open(call) : new([], LedgerHost.System.Clock);
        try
        {
            var written = line(book, by, CommonOptions.Day(call.GetValue(_common.Today), _common.Today.Name));
            CallFiles.Writing(path, () =>
            {
                File.AppendAllText(path, written + "\n");
                return path;
            });
            _terminal.Out.WriteLine(written);
            return ExitCode.Ok;
        }
        catch (Exception wrong) when (wrong is QuestionException or ArgumentException)
        {
            throw CallException.Of(wrong);
        }
    }

    private int Shown(ParseResult call, Func<QuestionBook, QuestionListing, IEnumerable<string>> lines)
    {
        var (messages, book) = (new Messages(_terminal, call, _common), Open(call));
        foreach (var problem in book.Problems) messages.Problem(problem);
        var day = CommonOptions.Day(call.GetValue(_common.Today), _common.Today.Name) ?? DateOnly.FromDateTime(LedgerHost.System.Clock.GetUtcNow().UtcDateTime);
        foreach (var line in lines(book, new QuestionListing(day))) _terminal.Out.WriteLine(line);
        return book.Problems.Count > 0 ? ExitCode.LeftOut : ExitCode.Ok;
    }

    private QuestionBook Open(ParseResult call)
    {
        var path = call.GetValue(_file)!;
        if (Directory.Exists(path)) throw new CallException($"{path} is a folder; name a file of questions with --ledger.");
        if (!File.Exists(path)) throw new CallException($"{path} is not there; name the file with --ledger, or begin one with question add.");
        if (File.ReadLines(path).FirstOrDefault(line => line.Length > 0) is { } first && first[0] != '{') throw new CallException($"{path} is no file of questions; name one that question add wrote, with --ledger.");
        return new(File.ReadLines(path), LedgerHost.System.Clock);
    }

    private static QuantilePoint Quantile(string text, QuestionType type) =>
        text.Split('=') is [var share, var value] && double.TryParse(share, NumberStyles.Float, CultureInfo.InvariantCulture, out var part) && QuestionLine.Value(value.Trim(), type) is { } number ? new(part, number)
        : throw new CallException($"A quantile is SHARE=VALUE with a {(type == QuestionType.Date ? "day" : "number")}, not '{text}'.");
}
