using System.CommandLine;
using System.Globalization;
using Rapporteur.Domain;
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
        var dossier = new DossierOption();
        command.Add(dossier.Dossier);
        var grade = new Option<string?>("--grade") { Description = "Admiralty grade of the sources: A to F for the source, 1 to 6 for what it tells.", HelpName = "B2" };
        command.Add(grade);
        command.SetAction((call, cancel) => Task.FromResult(Run(call, terminal, common, sources, record, dossier, Grade(call.GetValue(grade)), cancel)));
        return command;
    }

    private static int Run(ParseResult call, Terminal terminal, CommonOptions common, SourceArguments arguments, RecordOptions record, DossierOption dossier, AdmiraltyGrade? grade, CancellationToken cancel)
    {
        var messages = new Messages(terminal, call, common);
        using var ledger = Ledger.OpenOrCreate(record.PathOf(call), LedgerHost.System);
        // Sources are opened while others are written: what is known of them is asked over a connection of its own.
        using var asked = Ledger.Open(record.PathOf(call), LedgerHost.System, readOnly: true);
        var known = new KnownDocuments(asked);
        var sources = arguments.Open(call, terminal, cancel).Select(source => source.Document is { } document ? source with { Document = known.Recall(document) } : source);
        var run = new ReadingRun(arguments.Reader(call), call.GetValue(common.Threads));
        var writer = new RecordWriter(ledger, messages);
        foreach (var reading in messages.Watch(run.Read(sources, messages.Noted, cancel)))
            writer.Add(grade is null ? reading : reading with { Document = reading.Document with { Grade = grade } });
        writer.Flush();
        terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{writer[Appended.Added]} added, {writer[Appended.Replaced]} read anew, {writer[Appended.Unchanged]} known, {messages.LeftOut} not read"));
        Tell(call, terminal, common, record.PathOf(call), dossier, ledger, messages, cancel);
        return messages.Code;
    }

    // Who watches the record hears of what came in at once, and not again at the next look.
    private static void Tell(ParseResult call, Terminal terminal, CommonOptions common, string path, DossierOption dossier, Ledger ledger, Messages messages, CancellationToken cancel)
    {
        var lookout = new Lookout(path, null);
        if (!lookout.HasLooked) return;
        var today = WatchCommand.Today(call, common);
        if (lookout.TooEarly(today) is { } refusal)
        {
            messages.Note("no changes are told: " + refusal);
            return;
        }

        var (alerts, listing, keep) = lookout.Look(ledger.Snapshot(messages, today, dossier: dossier.Load(call, path)), today, WatchCommand.Near);
        if (!alerts.IsEmpty) EntryPrinter.Print(terminal, listing, listing.Changes(alerts), json: false, messages, cancel);
        keep();
    }

    private static AdmiraltyGrade? Grade(string? spelling) =>
        spelling is null ? null : AdmiraltyGrade.Parse(spelling) ?? throw new CallException($"--grade takes a letter from A to F and a digit from 1 to 6, such as B2, not '{spelling}'.");
}
