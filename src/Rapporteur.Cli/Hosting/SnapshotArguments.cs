using System.CommandLine;
using Rapporteur.Domain;
using Rapporteur.Publishing;
using Rapporteur.Record;

namespace Rapporteur.Cli;

/// <summary>The arguments by which a command names what it speaks of: files, or a record as of a day. A record is opened for reading only.</summary>
internal sealed class SnapshotArguments
{
    private readonly SourceArguments _sources = new();

    /// <summary>The record and how much of it is shown.</summary>
    public RecordOptions Record { get; } = new();

    public void AddTo(Command command)
    {
        _sources.AddTo(command);
        command.Add(Record.Record);
        command.Add(Record.AsOf);
        command.Add(Record.KnownOn);
        command.Add(Record.MaxMarking);
    }

    /// <summary>The day to speak as of: <c>--as-of</c>, else <c>--today</c>; null for the latest known day of publication.</summary>
    public DateOnly? Day(ParseResult call, CommonOptions common) => Record.AsOfDay(call) ?? CommonOptions.Day(call.GetValue(common.Today), common.Today.Name);

    /// <summary>The snapshot of a call; throws <see cref="CallException"/> where files and a record are named together.</summary>
    public RecordSnapshot Take(ParseResult call, Terminal terminal, CommonOptions common, Messages messages, CancellationToken cancel)
    {
        var fromRecord = Paths(call).Length == 0;
        if (!fromRecord && call.GetValue(Record.Record) is not null) throw new CallException("Name files or --record, not both. To add files to a record: rapporteur add PATH… --record FILE");
        if (fromRecord && _sources.Second.AreGiven(call)) throw new CallException("--second-reader reads files. Name them, or read them into the record with it: rapporteur add PATH… --record FILE --second-reader URL --model NAME");
        using var ledger = fromRecord ? Ledger.Open(Record.PathOf(call), LedgerHost.System, readOnly: true) : Remember(call, terminal, common, messages, cancel);
        return ledger.Snapshot(Day(call, common), Record.KnownOnDay(call));
    }

    /// <summary>The snapshot without what is marked above <c>--max-marking</c>; for what is reasoned from it and not fenced again.</summary>
    public RecordSnapshot TakeWithin(ParseResult call, Terminal terminal, CommonOptions common, Messages messages, CancellationToken cancel) =>
        MarkingFence.Apply(Take(call, terminal, common, messages, cancel), Record.Limit(call));

    /// <summary>A title: the name of the folder, file or record.</summary>
    public string TitleOf(ParseResult call)
    {
        var path = Paths(call) is [var first, ..] ? first : Record.PathOf(call);
        return path == "-" ? "Brief" : Path.GetFileNameWithoutExtension(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)));
    }

    private string[] Paths(ParseResult call) => call.GetValue(_sources.Paths) ?? [];

    private Ledger Remember(ParseResult call, Terminal terminal, CommonOptions common, Messages messages, CancellationToken cancel)
    {
        var sources = _sources.Open(call, terminal, cancel);
        var run = new ReadingRun(_sources.Reader(call), call.GetValue(common.Threads));
        var ledger = Ledger.InMemory(TimeProvider.System);
        foreach (var reading in messages.Watch(run.Read(sources, messages.Noted, cancel))) messages.Remember(ledger, reading);
        return ledger;
    }
}
