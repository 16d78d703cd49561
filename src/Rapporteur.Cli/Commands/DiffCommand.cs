using System.CommandLine;
using Rapporteur.Domain;
using Rapporteur.Publishing;
using Rapporteur.Record;

namespace Rapporteur.Cli;

/// <summary><c>rapporteur diff --since DATE</c>: what changed between two days.</summary>
internal sealed class DiffCommand
{
    private readonly Terminal _terminal;
    private readonly CommonOptions _common;
    private readonly SnapshotArguments _arguments = new();
    private readonly Option<bool> _json = new("--json") { Description = "One JSON object a line (docs/record.md)." };
    private readonly Option<string?> _since = new("--since") { Description = "The earlier day: what was published until then, and how things stood.", HelpName = "DATE" };
    private readonly Option<string?> _knownSince = new("--known-since") { Description = "The earlier day of recording: what this record knew then (with --record).", HelpName = "DATE" };
    private readonly Option<bool> _mentions = new("--mentions") { Description = "Also things of which only new mentions were read." };

    private DiffCommand(Terminal terminal, CommonOptions common)
    {
        _terminal = terminal;
        _common = common;
    }

    public static Command Create(Terminal terminal, CommonOptions common)
    {
        var diff = new DiffCommand(terminal, common);
        var command = new ExampleCommand("diff", "Says what changed since a day: new documents, meetings and deadlines that changed their state, new positions and disputes.",
            "rapporteur diff --record ukraine.db --since 2025-10-01",
            "rapporteur diff --record ukraine.db --since 2025-08-01 --as-of 2025-09-01 --json",
            "rapporteur diff --record ukraine.db --known-since 2025-10-20");
        diff._arguments.AddTo(command);
        command.Add(diff._json);
        command.Add(diff._since);
        command.Add(diff._knownSince);
        command.Add(diff._mentions);
        command.SetAction((call, cancel) => Task.FromResult(diff.Run(call, cancel)));
        return command;
    }

    private int Run(ParseResult call, CancellationToken cancel)
    {
        var messages = new Messages(_terminal, call, _common);
        var day = _arguments.Day(call, _common);
        var since = CommonOptions.Day(call.GetValue(_since), _since.Name);
        var knownSince = CommonOptions.Day(call.GetValue(_knownSince), _knownSince.Name);
        if (since is null == knownSince is null) throw new CallException("Name one of --since DATE (by publication) and --known-since DATE (by when the record learned it).");
        if (since > day) throw new CallException("--since has to be a day before --as-of.");
        var (known, limit) = (_arguments.Record.KnownOnDay(call), _arguments.Record.Limit(call));
        var dossier = _arguments.Dossier(call);
        using var ledger = _arguments.Open(call, _terminal, _common, messages, cancel);
        var after = ledger.Snapshot(messages, day, known, limit, dossier);
        var before = since is { } first ? ledger.Snapshot(messages, first, known, limit, dossier) : ledger.Snapshot(messages, day, knownSince, limit, dossier);
        var changes = SnapshotDiff.Between(before, after);
        var listing = new RecordListing(after, limit, day);
        EntryPrinter.Print(_terminal, listing, listing.Changes(changes.Where(c => c.Kind != ChangeKind.Mentioned || call.GetValue(_mentions))), call.GetValue(_json), messages, cancel);
        return messages.Code;
    }
}
