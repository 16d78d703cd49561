using System.CommandLine;
using System.Text;
using Rapporteur.Domain;
using Rapporteur.Record;

namespace Rapporteur.Cli;

/// <summary><c>rapporteur export --record R</c>: the readings that count and the rulings, in the interchange format.</summary>
internal static class ExportCommand
{
    public static Command Create(Terminal terminal)
    {
        var command = new ExampleCommand("export", "Writes what a record holds, readings by publication date, source and id, then rulings by time and id: the same record, the same bytes.",
            "rapporteur export --record talks.db > talks.ndjson",
            "rapporteur export --record talks.db --max-marking GREEN -o for-partners.ndjson");
        var record = new RecordOptions();
        var format = new Option<string>("--format") { Description = "ndjson: one document or ruling a line in the interchange format (docs/formats/interchange.md).", HelpName = "FORMAT", DefaultValueFactory = _ => "ndjson" };
        var output = new Option<string?>("--output", "-o") { Description = "The file. Default: standard output.", HelpName = "FILE" };
        command.Add(record.Record);
        command.Add(format);
        command.Add(output);
        command.Add(record.AsOf);
        command.Add(record.KnownOn);
        command.Add(record.MaxMarking);
        var dossier = new DossierOption();
        command.Add(dossier.Dossier);
        command.SetAction((call, cancel) => Task.FromResult(Run(call, terminal, record, dossier, call.GetValue(format)!, call.GetValue(output), cancel)));
        return command;
    }

    private static int Run(ParseResult call, Terminal terminal, RecordOptions record, DossierOption dossier, string format, string? output, CancellationToken cancel)
    {
        if (format != "ndjson") throw new CallException($"--format takes ndjson, not '{format}'.");
        var asOf = record.AsOfDay(call);
        using var ledger = Ledger.Open(record.PathOf(call), LedgerHost.System, readOnly: true);
        var (known, limit, unmarked) = (record.KnownOnDay(call), record.Limit(call), dossier.Unmarked(call, record.PathOf(call)));
        List<DocumentReading> readings = [.. ledger.Readings(known, limit, unmarked)
            .Where(reading => asOf is not { } day || reading.Document.Published.Value?.Earliest is not { } published || published <= day)];
        var rulings = RulingExport.Of(ledger.Rulings(known, limit, unmarked), readings, whole: asOf is null && limit == Marking.Red);
        var lines = readings.Select(ReadingWriter.Write).Concat(rulings.Select(RulingLine.Write));
        if (output is null)
        {
            Write(terminal.Out, lines, cancel);
            return ExitCode.Ok;
        }

        var part = output + ".part";
        using (var file = new StreamWriter(part, false, new UTF8Encoding(false)) { NewLine = "\n" }) Write(file, lines, cancel);
        File.Move(part, output, overwrite: true);
        return ExitCode.Ok;
    }

    private static void Write(TextWriter to, IEnumerable<string> lines, CancellationToken cancel)
    {
        foreach (var line in lines)
        {
            cancel.ThrowIfCancellationRequested();
            to.Write(line);
            to.Write('\n');
        }
    }
}
