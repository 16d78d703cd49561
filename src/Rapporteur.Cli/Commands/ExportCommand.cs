using System.CommandLine;
using System.Text;
using Rapporteur.Domain;
using Rapporteur.Publishing;
using Rapporteur.Record;

namespace Rapporteur.Cli;

/// <summary><c>rapporteur export --record R</c>: the readings that count and the rulings in the interchange format, or what the record says in a format of other programs.</summary>
internal sealed class ExportCommand
{
    private const string Interchange = "ndjson";

    private readonly Terminal _terminal;
    private readonly CommonOptions _common;
    private readonly RecordOptions _record = new();
    private readonly DossierOption _dossier = new();
    private readonly Option<string> _format = new("--format")
    {
        Description = "ndjson: documents and rulings in the interchange format (docs/formats/interchange.md). csv: a row a claim. ics: deadlines and meetings as a calendar. atom: changes since a day as a feed. plover: coded events. jsonld: claims as linked data. croissant: a description of the csv as a data set. Fields: docs/formats/exports.md.",
        HelpName = "FORMAT",
        DefaultValueFactory = _ => Interchange,
    };

    private readonly Option<string?> _since = new("--since") { Description = "With --format atom: the day since when changes are told, by publication.", HelpName = "DATE" };
    private readonly Option<string?> _output = new("--output", "-o") { Description = "The file. Default: standard output.", HelpName = "FILE" };

    private ExportCommand(Terminal terminal, CommonOptions common)
    {
        _terminal = terminal;
        _common = common;
    }

    public static Command Create(Terminal terminal, CommonOptions common)
    {
        var export = new ExportCommand(terminal, common);
        var command = new ExampleCommand("export", "Writes what a record holds, for other programs: the same record, the same bytes.",
            "rapporteur export --record talks.db > talks.ndjson",
            "rapporteur export --record talks.db --max-marking GREEN -o for-partners.ndjson",
            "rapporteur export --record talks.db --format ics -o talks.ics",
            "rapporteur export --record talks.db --format atom --since 2025-10-01 -o talks.atom");
        command.Add(export._record.Record);
        command.Add(export._format);
        command.Add(export._since);
        command.Add(export._output);
        command.Add(export._record.AsOf);
        command.Add(export._record.KnownOn);
        command.Add(export._record.MaxMarking);
        command.Add(export._dossier.Dossier);
        command.SetAction((call, cancel) => Task.FromResult(export.Run(call, cancel)));
        return command;
    }

    private int Run(ParseResult call, CancellationToken cancel)
    {
        var format = call.GetValue(_format)!;
        var exporter = RecordExporter.Named(format);
        if (exporter is null && format != Interchange) throw new CallException($"--format takes {Interchange}, {string.Join(", ", RecordExporter.All.Select(e => e.Name))}, not '{format}'.");
        var since = CommonOptions.Day(call.GetValue(_since), _since.Name);
        if (exporter is { TellsChanges: true } && since is null) throw new CallException($"--format {format} tells what changed: name the day with --since DATE.");
        if (exporter is not { TellsChanges: true } && since is not null) throw new CallException($"--since goes with --format {RecordExporter.All.First(e => e.TellsChanges).Name}; --format {format} tells the record as it stands.");
        return exporter is null ? Exchange(call, cancel) : Publish(call, exporter, since);
    }

    private int Publish(ParseResult call, RecordExporter exporter, DateOnly? since)
    {
        var messages = new Messages(_terminal, call, _common);
        var day = _record.AsOfDay(call) ?? CommonOptions.Day(call.GetValue(_common.Today), _common.Today.Name);
        if (since > day) throw new CallException("--since has to be a day before --as-of.");
        var (known, limit, dossier) = (_record.KnownOnDay(call), _record.Limit(call), _dossier.Load(call, _record.PathOf(call)));
        using var ledger = Ledger.Open(_record.PathOf(call), LedgerHost.System, readOnly: true);
        var snapshot = ledger.Snapshot(messages, day, known, limit, dossier);
        var export = new RecordExport(snapshot) { Identity = ledger.Id, Since = since };
        if (since is { } first) export = export with { Changes = [.. SnapshotDiff.Between(ledger.Snapshot(messages, first, known, limit, dossier), snapshot).Where(c => c.Kind != ChangeKind.Mentioned)] };
        var bytes = exporter.Export(export, limit);
        Write(call, writer => writer.Write(Encoding.UTF8.GetString(bytes)));
        return messages.Code;
    }

    private int Exchange(ParseResult call, CancellationToken cancel)
    {
        var asOf = _record.AsOfDay(call);
        using var ledger = Ledger.Open(_record.PathOf(call), LedgerHost.System, readOnly: true);
        var (known, limit, unmarked) = (_record.KnownOnDay(call), _record.Limit(call), _dossier.Unmarked(call, _record.PathOf(call)));
        List<DocumentReading> readings = [.. ledger.Readings(known, limit, unmarked)
            .Where(reading => asOf is not { } day || reading.Document.Published.Value?.Earliest is not { } published || published <= day)];
        var rulings = RulingExport.Of(ledger.Rulings(known, limit, unmarked), readings, whole: asOf is null && limit == Marking.Red);
        Write(call, writer =>
        {
            foreach (var line in readings.Select(ReadingWriter.Write).Concat(rulings.Select(RulingLine.Write)))
            {
                cancel.ThrowIfCancellationRequested();
                writer.Write(line);
                writer.Write('\n');
            }
        });
        return ExitCode.Ok;
    }

    // A file is there whole or not at all.
    private void Write(ParseResult call, Action<TextWriter> write)
    {
        if (call.GetValue(_output) is not { } output)
        {
            write(_terminal.Out);
            return;
        }

        var part = output + ".part";
        using (var file = new StreamWriter(part, false, new UTF8Encoding(false)) { NewLine = "\n" }) write(file);
        File.Move(part, output, overwrite: true);
    }
}
