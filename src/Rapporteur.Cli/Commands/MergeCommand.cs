using System.CommandLine;
using System.Globalization;
using Rapporteur.Record;

namespace Rapporteur.Cli;

/// <summary><c>rapporteur merge OTHER --record R</c>: union of records.</summary>
internal static class MergeCommand
{
    public static Command Create(Terminal terminal, CommonOptions common)
    {
        var command = new ExampleCommand("merge", "Takes everything of other records into a record: their chains of events whole, their texts, their rulings and withdrawals. The others are not changed. In whatever order records are merged, the same comes out.",
            "rapporteur merge colleague.db --record talks.db",
            "rapporteur merge colleague.db --max-marking GREEN --record for-partners.db",
            "rapporteur merge talks.db --record postgres://team@host/desk");
        var others = new Argument<string[]>("OTHER") { Description = "Records to take in: files, or addresses of a PostgreSQL database.", Arity = ArgumentArity.OneOrMore };
        var record = new RecordOptions();
        command.Add(others);
        command.Add(record.Record);
        command.Add(record.MaxMarking);
        var dossier = new DossierOption();
        command.Add(dossier.Dossier);
        command.SetAction(call => Run(call, terminal, common, record, dossier, call.GetValue(others) ?? []));
        return command;
    }

    private static int Run(ParseResult call, Terminal terminal, CommonOptions common, RecordOptions record, DossierOption dossier, string[] others)
    {
        var messages = new Messages(terminal, call, common);
        var limit = record.Limit(call);
        using var ledger = Ledger.OpenOrCreate(record.PathOf(call), LedgerHost.System);
        var code = ExitCode.Ok;
        foreach (var path in others)
        {
            using var other = Ledger.Open(path, LedgerHost.System, readOnly: true);
            var result = ledger.Merge(other, limit, dossier.Unmarked(call, path));
            foreach (var fork in result.Forks) messages.Problem($"{path}: {fork} A file was copied and both copies were added to; nothing of {path} was merged. Export it (rapporteur export) and import that (rapporteur import).");
            foreach (var fault in result.Faults) messages.Problem($"{path}: {fault}");
            if (!result.Forks.IsEmpty || !result.Faults.IsEmpty)
            {
                code = ExitCode.LeftOut;
                continue;
            }

            terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{path}: {result.Events} events, {result.Documents} documents, {result.Withdrawn} withdrawals; {result.Withheld} withheld"));
        }

        return code;
    }
}
