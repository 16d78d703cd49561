using System.CommandLine;
using System.Globalization;
using Rapporteur.Domain;
using Rapporteur.Record;

namespace Rapporteur.Cli;

/// <summary><c>rapporteur import FILE.ndjson|- --record R</c>: readings and rulings in the interchange format into a record.</summary>
internal static class ImportCommand
{
    public static Command Create(Terminal terminal, CommonOptions common)
    {
        var command = new ExampleCommand("import", "Adds readings and rulings in the interchange format (docs/formats/interchange.md), such as rapporteur read --json and rapporteur export write, to a record. The same line twice changes nothing.",
            "rapporteur import readings.ndjson --record talks.db",
            "rapporteur read articles --json | rapporteur import - --record talks.db");
        var files = new Argument<string[]>("FILE.ndjson") { Description = "Files; '-' takes standard input.", Arity = ArgumentArity.OneOrMore };
        var record = new RecordOptions();
        command.Add(files);
        command.Add(record.Record);
        command.SetAction((call, cancel) => Task.FromResult(Run(call, terminal, common, record, call.GetValue(files) ?? [], cancel)));
        return command;
    }

    private static int Run(ParseResult call, Terminal terminal, CommonOptions common, RecordOptions record, string[] files, CancellationToken cancel)
    {
        var messages = new Messages(terminal, call, common);
        foreach (var file in files)
            if (file != "-" && !File.Exists(file)) throw new CallException($"{file} is not there; name a file that rapporteur read --json or rapporteur export wrote.");
        using var ledger = Ledger.OpenOrCreate(record.PathOf(call), LedgerHost.System);
        var (writer, rulings) = (new RecordWriter(ledger, messages), new RulingWriter(ledger, messages));
        foreach (var file in files)
        {
            using var lines = new StreamReader(file == "-" ? terminal.Input() : File.OpenRead(file));
            for (var number = 1; lines.ReadLine() is { } line; number++)
            {
                cancel.ThrowIfCancellationRequested();
                if (string.IsNullOrWhiteSpace(line)) continue;
                if (RulingLine.Is(line)) rulings.Add(RulingLine.Read(line, number), file);
                else if (ReadingReader.Read(line, number) is var parse && parse.Reading is { } reading) writer.Add(reading);
                else messages.LeaveOut($"{file}: {parse.Error}");
            }
        }

        writer.Flush();
        terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{writer[Appended.Added]} added, {writer[Appended.Replaced]} read anew, {writer[Appended.Unchanged]} known, {messages.LeftOut} left out{rulings}"));
        return messages.Code;
    }
}
