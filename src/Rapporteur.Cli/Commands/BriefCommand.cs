using System.CommandLine;
using Rapporteur.Analysis;
using Rapporteur.Publishing;
using Rapporteur.Record;

namespace Rapporteur.Cli;

/// <summary><c>rapporteur brief PATH… | --record R</c>: the brief, as HTML, Markdown and JSON.</summary>
internal sealed class BriefCommand
{
    private readonly Terminal _terminal;
    private readonly CommonOptions _common;
    private readonly SourceArguments _sources = new();
    private readonly RecordOptions _record = new();
    private readonly Option<string?> _output = new("--output", "-o") { Description = "The HTML file; FILE.md and FILE.json are written beside it. Default: brief.html.", HelpName = "FILE.html" };
    private readonly Option<string?> _since = new("--since") { Description = "Leave out what was last spoken of before this day.", HelpName = "DATE" };
    private readonly Option<string?> _title = new("--title") { Description = "Title of the brief. Default: the name of the folder or record.", HelpName = "TEXT" };

    private BriefCommand(Terminal terminal, CommonOptions common)
    {
        _terminal = terminal;
        _common = common;
    }

    public static Command Create(Terminal terminal, CommonOptions common)
    {
        var brief = new BriefCommand(terminal, common);
        var command = new ExampleCommand("brief", "Writes a brief in which every line can be opened in its source, from files or from a record.",
            "rapporteur brief samples/ukraine-2025",
            "rapporteur brief --record ukraine.db --since 2025-10-01 -o october.html",
            "rapporteur brief --record ukraine.db --max-marking GREEN -o for-partners.html");
        brief._sources.AddTo(command);
        command.Add(brief._record.Record);
        command.Add(brief._output);
        command.Add(brief._since);
        command.Add(brief._record.AsOf);
        command.Add(brief._record.KnownOn);
        command.Add(brief._record.MaxMarking);
        command.Add(brief._title);
        command.SetAction((call, cancel) => Task.FromResult(brief.Run(call, cancel)));
        return command;
    }

    private int Run(ParseResult call, CancellationToken cancel)
    {
        var messages = new Messages(_terminal, call, _common);
        var files = BriefFiles.At(call.GetValue(_output) ?? "brief.html");
        var asOf = _record.AsOfDay(call) ?? CommonOptions.Day(call.GetValue(_common.Today), _common.Today.Name);
        var since = CommonOptions.Day(call.GetValue(_since), _since.Name);
        var paths = call.GetValue(_sources.Paths) ?? [];
        var fromRecord = paths.Length == 0;
        if (!fromRecord && call.GetValue(_record.Record) is not null) throw new CallException("Name files or --record, not both. To add files to a record: rapporteur add PATH… --record FILE");
        if (fromRecord && _sources.Second.AreGiven(call)) throw new CallException("--second-reader reads files. Name them, or read them into the record with it: rapporteur add PATH… --record FILE --second-reader URL --model NAME");
        using var ledger = fromRecord ? Ledger.Open(_record.PathOf(call), LedgerHost.System, readOnly: true) : Remember(call, messages, cancel);
        var snapshot = ledger.Snapshot(asOf, _record.KnownOnDay(call));
        var options = new BriefOptions
        {
            Title = call.GetValue(_title) ?? TitleOf(fromRecord ? _record.PathOf(call) : paths[0]),
            AsOf = asOf,
            Since = since,
            MaxMarking = _record.Limit(call),
        };
        files.Write(Brief.From(snapshot, options, DeadlockFinder.Find(ConditionGraphBuilder.Of(snapshot))));
        _terminal.Out.WriteLine(files.Html);
        messages.Note($"{snapshot.Documents.Count(document => document.Error is null)} documents, {snapshot.Claims.Length} claims; also wrote {files.Markdown} and {files.Json}");
        return messages.Code;
    }

    private Ledger Remember(ParseResult call, Messages messages, CancellationToken cancel)
    {
        var sources = _sources.Open(call, _terminal, cancel);
        var run = new ReadingRun(_sources.Reader(call), call.GetValue(_common.Threads));
        var ledger = Ledger.InMemory(TimeProvider.System);
        var writer = new RecordWriter(ledger, messages);
        foreach (var reading in messages.Watch(run.Read(sources, messages.Noted, cancel))) writer.Add(reading);
        writer.Flush();
        return ledger;
    }

    private static string TitleOf(string path) => path == "-" ? "Brief" : PostgresAddress.Is(path) ? PostgresAddress.Parse(path).Name : Path.GetFileNameWithoutExtension(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)));
}
