using System.CommandLine;
using System.Globalization;
using Rapporteur.Record;

namespace Rapporteur.Cli;

/// <summary><c>rapporteur watch --record R</c>: what is new, near, lapsed or contradicted since the last look, each told once.</summary>
internal static class WatchCommand
{
    /// <summary>How many days ahead is near, where the call does not say.</summary>
    public const int Near = 3;

    public static Command Create(Terminal terminal, CommonOptions common)
    {
        var command = new ExampleCommand("watch", "Says what is new, near, lapsed or contradicted in a record since the last look. Each change is told once; the look is kept in a file beside the record.",
            "rapporteur watch --record ukraine.db",
            "rapporteur watch --record ukraine.db --near 7 --json",
            "rapporteur watch --record ukraine.db --look anna.look --today 2025-10-22");
        var record = new RecordOptions();
        var json = new Option<bool>("--json") { Description = "One JSON object a line (docs/record.md)." };
        var look = new Option<string?>("--look") { Description = "File of the last look, one for each who watches. Default: the record's name with .look.", HelpName = "FILE" };
        var near = new Option<int>("--near") { Description = "How many days ahead a deadline or meeting is near.", HelpName = "DAYS", DefaultValueFactory = _ => Near };
        near.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, out var n) && n < 0) result.AddError("--near takes a number of days from 0.");
        });
        command.Add(record.Record);
        command.Add(record.MaxMarking);
        var dossier = new DossierOption();
        command.Add(dossier.Dossier);
        command.Add(look);
        command.Add(near);
        command.Add(json);
        command.SetAction((call, cancel) => Task.FromResult(Run(call, terminal, common, record, dossier, call.GetValue(look), call.GetValue(near), call.GetValue(json), cancel)));
        return command;
    }

    private static int Run(ParseResult call, Terminal terminal, CommonOptions common, RecordOptions record, DossierOption dossier, string? look, int near, bool json, CancellationToken cancel)
    {
        var messages = new Messages(terminal, call, common);
        var (path, today) = (record.PathOf(call), Today(call, common));
        var lookout = new Lookout(path, look, record.Limit(call));
        if (lookout.TooEarly(today) is { } refusal) throw new CallException(refusal);
        using var ledger = Ledger.Open(path, LedgerHost.System, readOnly: true);
        var snapshot = ledger.Snapshot(messages, today, limit: record.Limit(call), dossier: dossier.Load(call, path));
        if (!lookout.HasLooked) messages.Note(string.Create(CultureInfo.InvariantCulture, $"first look: {snapshot.Documents.Length} documents; from now on changes are told"));
        var (alerts, listing, keep) = lookout.Look(snapshot, today, near);
        if (alerts.IsEmpty) messages.Note("nothing changed");
        else EntryPrinter.Print(terminal, listing, listing.Changes(alerts), json, messages, cancel);
        keep();
        return messages.Code;
    }

    /// <summary>The day of a call: <c>--today</c>, else that of the clock.</summary>
    public static DateOnly Today(ParseResult call, CommonOptions common) =>
        CommonOptions.Day(call.GetValue(common.Today), common.Today.Name) ?? DateOnly.FromDateTime(LedgerHost.System.Clock.GetLocalNow().DateTime);
}
