using System.CommandLine;
using System.Globalization;
using Rapporteur.Domain;
using Rapporteur.Record;

namespace Rapporteur.Cli;

/// <summary><c>rapporteur withdraw [DOCUMENT] --record R</c>: takes a source out for good, or lists what was taken out.</summary>
internal static class WithdrawCommand
{
    public static Command Create(Terminal terminal, CommonOptions common)
    {
        var command = new ExampleCommand("withdraw", "Takes a document out of a record for good: its text, what was read from it and its search entries. A tombstone with author and reason stays, and every merge carries it along. Without a document the tombstones are listed.",
            "rapporteur withdraw notes/meeting.txt --by \"A. Lind\" --reason \"the source is in danger\" --record talks.db",
            "rapporteur withdraw --record talks.db");
        var document = new Argument<string?>("DOCUMENT") { Description = "Source or id of the document, or the hash of its text. Every document with the same text goes too.", Arity = ArgumentArity.ZeroOrOne };
        var author = new Option<string?>("--by") { Description = "Who withdraws it; stays readable.", HelpName = "NAME" };
        var reason = new Option<string?>("--reason") { Description = "Why; stays readable, so it should not name the source.", HelpName = "TEXT" };
        var json = new Option<bool>("--json") { Description = "Print the tombstones as JSON, one a line." };
        var record = new RecordOptions();
        command.Add(document);
        command.Add(author);
        command.Add(reason);
        command.Add(json);
        command.Add(record.Record);
        command.SetAction(call => call.GetValue(document) is { } name
            ? Run(call, terminal, common, record, name, call.GetValue(author), call.GetValue(reason))
            : List(call, terminal, record, call.GetValue(json)));
        return command;
    }

    private static int Run(ParseResult call, Terminal terminal, CommonOptions common, RecordOptions record, string document, string? author, string? reason)
    {
        if (string.IsNullOrWhiteSpace(author) || string.IsNullOrWhiteSpace(reason)) throw new CallException("A withdrawal says who and why: --by NAME --reason TEXT. Both stay readable.");
        using var ledger = Ledger.Open(record.PathOf(call), LedgerHost.System);
        var withdrawal = ledger.Withdraw(document, author, reason);
        if (withdrawal.Documents == 0) throw new CallException($"No document of the record has the source, id or text '{document}'.", ExitCode.LeftOut);
        terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{withdrawal.Documents} withdrawn"));
        var messages = new Messages(terminal, call, common);
        foreach (var source in withdrawal.Sources) messages.Note($"withdrawn: {source}");
        messages.Note("Briefs, exports and copies of the record that were made before still hold it. Copies lose it when this record is merged into them.");
        return ExitCode.Ok;
    }

    private static int List(ParseResult call, Terminal terminal, RecordOptions record, bool asJson)
    {
        using var ledger = Ledger.Open(record.PathOf(call), LedgerHost.System, readOnly: true);
        foreach (var stone in ledger.Events().OfType<DocumentWithdrawn>().OrderBy(e => e.Recorded).ThenBy(e => e.Id, StringComparer.Ordinal))
        {
            var time = Domain.Ruling.Spelled(stone.Recorded);
            terminal.Out.WriteLine(asJson
                ? Json(stone, time)
                : string.Create(CultureInfo.InvariantCulture, $"{time[..10]}  {stone.Author}: {stone.Reason} ({stone.Follows.Length} readings, {stone.Id})"));
        }

        return ExitCode.Ok;
    }

    private static string Json(DocumentWithdrawn stone, string time) => JsonText.Object(json =>
    {
        json.WriteString("id", stone.Id);
        json.WriteString("ledger", stone.Ledger);
        json.WriteString("recorded", time);
        json.WriteString("author", stone.Author);
        json.WriteString("reason", stone.Reason);
        json.WriteNumber("readings", stone.Follows.Length);
    });
}
