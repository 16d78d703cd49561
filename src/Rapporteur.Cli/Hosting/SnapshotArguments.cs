using System.CommandLine;
using Rapporteur.Record;

namespace Rapporteur.Cli;

/// <summary>The arguments by which a command takes a record, or the record of files that it reads for this call alone.</summary>
internal sealed class SnapshotArguments
{
    /// <summary>Files, where no record is named.</summary>
    public SourceArguments Sources { get; } = new();

    /// <summary>The record.</summary>
    public RecordOptions Record { get; } = new();

    /// <summary>Whether one JSON object a line is printed.</summary>
    public Option<bool> Json { get; } = new("--json") { Description = "One JSON object a line." };

    /// <summary>Adds the arguments and options to a command.</summary>
    public void AddTo(Command command)
    {
        Sources.AddTo(command);
        command.Add(Record.Record);
        command.Add(Record.AsOf);
        command.Add(Record.KnownOn);
        command.Add(Record.MaxMarking);
        command.Add(Json);
    }

    /// <summary>The ledger of a call: the record that it names, or one of the files that it names, kept in memory. Throws <see cref="CallException"/> where both are named.</summary>
    public Ledger Open(ParseResult call, Terminal terminal, CommonOptions common, Messages messages, CancellationToken cancel)
    {
        var paths = call.GetValue(Sources.Paths) ?? [];
        if (paths.Length == 0)
        {
            if (Sources.Second.AreGiven(call)) throw new CallException("--second-reader reads files. Name them, or read them into the record with it: rapporteur add PATH… --record FILE --second-reader URL --model NAME");
            return Ledger.Open(Record.PathOf(call), LedgerHost.System, readOnly: true);
        }

        if (call.GetValue(Record.Record) is not null) throw new CallException("Name files or --record, not both. To add files to a record: rapporteur add PATH… --record FILE");
        var sources = Sources.Open(call, terminal, cancel);
        var run = new ReadingRun(Sources.Reader(call), call.GetValue(common.Threads));
        var ledger = Ledger.InMemory(TimeProvider.System);
        foreach (var reading in messages.Watch(run.Read(sources, messages.Noted, cancel))) messages.Remember(ledger, reading);
        return ledger;
    }

    /// <summary>The day of a call: <c>--as-of</c>, else <c>--today</c>, else none.</summary>
    public DateOnly? Day(ParseResult call, CommonOptions common) => Record.AsOfDay(call) ?? CommonOptions.Day(call.GetValue(common.Today), common.Today.Name);
}
