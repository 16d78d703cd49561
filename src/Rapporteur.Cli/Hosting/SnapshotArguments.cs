using System.CommandLine;
using Rapporteur.Domain;
using Rapporteur.Record;

namespace Rapporteur.Cli;

/// <summary>The arguments by which a command names what it speaks of: a record as of a day, or files that are read for this call alone. A record is opened for reading only.</summary>
internal sealed class SnapshotArguments
{
    private readonly SourceArguments _sources = new();
    private readonly DossierOption _dossier = new();

    /// <summary>The record and how much of it is shown.</summary>
    public RecordOptions Record { get; } = new();

    /// <summary>Adds the arguments and options to a command.</summary>
    public void AddTo(Command command)
    {
        _sources.AddTo(command);
        command.Add(Record.Record);
        command.Add(Record.AsOf);
        command.Add(Record.KnownOn);
        command.Add(Record.MaxMarking);
        command.Add(_dossier.Dossier);
    }

    /// <summary>Whether a call names files or a record.</summary>
    public bool AreGiven(ParseResult call) => Paths(call).Length > 0 || call.GetValue(Record.Record) is not null;

    /// <summary>The dossier of a call; null where there is none. Throws <see cref="CallException"/> for one that has mistakes.</summary>
    public Dossier? Dossier(ParseResult call) => _dossier.Load(call, Paths(call), Record.PathOf(call));

    /// <summary>The day to speak as of: <c>--as-of</c>, else <c>--today</c>; null for the latest known day of publication.</summary>
    public DateOnly? Day(ParseResult call, CommonOptions common) => Record.AsOfDay(call) ?? CommonOptions.Day(call.GetValue(common.Today), common.Today.Name);

    /// <summary>The ledger of a call: the record that it names, or one of the files that it names, kept in memory. Throws <see cref="CallException"/> where both are named.</summary>
    public Ledger Open(ParseResult call, Terminal terminal, CommonOptions common, Messages messages, CancellationToken cancel)
    {
        var fromRecord = Paths(call).Length == 0;
        if (!fromRecord && call.GetValue(Record.Record) is not null) throw new CallException("Name files or --record, not both. To add files to a record: rapporteur add PATH… --record FILE");
        if (fromRecord && _sources.Second.AreGiven(call)) throw new CallException("--second-reader reads files. Name them, or read them into the record with it: rapporteur add PATH… --record FILE --second-reader URL --model NAME");
        return fromRecord ? Ledger.Open(Record.PathOf(call), LedgerHost.System, readOnly: true) : Remember(call, terminal, common, messages, cancel);
    }

    /// <summary>The snapshot of a call without what is marked above <c>--max-marking</c>; throws <see cref="CallException"/> where files and a record are named together.</summary>
    public RecordSnapshot Take(ParseResult call, Terminal terminal, CommonOptions common, Messages messages, CancellationToken cancel)
    {
        var dossier = Dossier(call);
        using var ledger = Open(call, terminal, common, messages, cancel);
        return ledger.Snapshot(messages, Day(call, common), Record.KnownOnDay(call), Record.Limit(call), dossier);
    }

    /// <summary>A title: that of the only document read, else the name of the folder, file or record.</summary>
    public string TitleOf(ParseResult call, RecordSnapshot snapshot)
    {
        if (Paths(call).Length == 1 && snapshot.Documents is [{ Error: null, Document.Title: { Length: > 0 } title }]) return title;
        var path = Paths(call) is [var first, ..] ? first : Record.PathOf(call);
        return path == "-" ? "Brief" : PostgresAddress.Is(path) ? PostgresAddress.Parse(path).Name : Path.GetFileNameWithoutExtension(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)));
    }

    private string[] Paths(ParseResult call) => call.GetValue(_sources.Paths) ?? [];

    private Ledger Remember(ParseResult call, Terminal terminal, CommonOptions common, Messages messages, CancellationToken cancel)
    {
        var unmarked = Dossier(call)?.Marking ?? Marking.Unmarked;
        var sources = _sources.Open(call, terminal, cancel, unmarked);
        var run = new ReadingRun(_sources.Reader(call), call.GetValue(common.Threads));
        var ledger = Ledger.InMemory(TimeProvider.System);
        var writer = new RecordWriter(ledger, messages);
        foreach (var reading in messages.Watch(run.Read(sources, messages.Noted, cancel))) writer.Add(reading);
        writer.Flush();
        return ledger;
    }
}
