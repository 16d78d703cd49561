using System.CommandLine;
using System.Globalization;
using Rapporteur.Record;

namespace Rapporteur.Cli;

/// <summary><c>rapporteur add PATH… --record R</c>: reads and remembers.</summary>
internal static class AddCommand
{
    public static Command Create(Terminal terminal, CommonOptions common)
    {
        var command = new ExampleCommand("add", "Reads articles and adds what they say to a record. The same article twice changes nothing.",
            "rapporteur add samples/ukraine-2025 --record ukraine.db",
            "rapporteur add notes.docx --marking RED --record ukraine.db");
        var sources = new SourceArguments();
        var record = new RecordOptions();
        sources.AddTo(command);
        command.Add(record.Record);
        command.SetAction((call, cancel) => Task.FromResult(Run(call, terminal, common, sources, record, cancel)));
        return command;
    }

    private static int Run(ParseResult call, Terminal terminal, CommonOptions common, SourceArguments arguments, RecordOptions record, CancellationToken cancel)
    {
        var messages = new Messages(terminal, call, common);
        var sources = arguments.Open(call, terminal, cancel);
        var run = new ReadingRun(arguments.Reader(call), call.GetValue(common.Threads));
        using var ledger = Ledger.OpenOrCreate(record.PathOf(call), LedgerHost.System);
        var counts = new Dictionary<Appended, int>();
        foreach (var reading in messages.Watch(run.Read(sources, messages.Noted, cancel)))
        {
            if (messages.Remember(ledger, reading) is { } outcome) counts[outcome] = counts.GetValueOrDefault(outcome) + 1;
        }

        terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{counts.GetValueOrDefault(Appended.Added)} added, {counts.GetValueOrDefault(Appended.Replaced)} read anew, {counts.GetValueOrDefault(Appended.Unchanged)} known, {messages.LeftOut} not read"));
        return messages.Code;
    }
}
