using System.CommandLine;
using Rapporteur.Publishing;

namespace Rapporteur.Cli;

/// <summary><c>rapporteur threads|deadlines|positions|disputes</c>: what a record says, one entry a thing, each with its citations.</summary>
internal sealed class ListCommand
{
    private readonly Terminal _terminal;
    private readonly CommonOptions _common;
    private readonly SnapshotArguments _arguments = new();
    private readonly Option<bool> _json = new("--json") { Description = "One JSON object a line (docs/record.md)." };

    private ListCommand(Terminal terminal, CommonOptions common)
    {
        _terminal = terminal;
        _common = common;
    }

    /// <summary>The four commands.</summary>
    public static IEnumerable<Command> All(Terminal terminal, CommonOptions common)
    {
        var kind = new Option<string?>("--kind") { Description = "Only threads of this kind: meeting, deadline, measure or commitment.", HelpName = "KIND" };
        kind.AcceptOnlyFromAmong("meeting", "deadline", "measure", "commitment");
        var threads = new ListCommand(terminal, common).Create("threads", "Lists meetings, deadlines, measures and commitments with their state and each party's account.",
            (listing, call) => Threads(listing, call.GetValue(kind)),
            "rapporteur threads --record ukraine.db", "rapporteur threads samples/ukraine-2025 --kind meeting --json");
        threads.Add(kind);
        yield return threads;
        yield return new ListCommand(terminal, common).Create("deadlines", "Lists deadlines: by when, who has to act, how many days are left, and what became of them.",
            (listing, _) => listing.Deadlines(), "rapporteur deadlines --record ukraine.db --today 2025-10-22", "rapporteur deadlines samples/ukraine-2025 --json");
        var actor = new Option<string?>("--actor") { Description = "Only positions of this actor or party: a key, a name, or a part of it.", HelpName = "NAME" };
        var positions = new ListCommand(terminal, common).Create("positions", "Lists who wants, offers, accepts or refuses what, and by whose word.",
            (listing, call) => listing.Positions(call.GetValue(actor)), "rapporteur positions --record ukraine.db --actor Ukraine", "rapporteur positions samples/ukraine-2025 --json");
        positions.Add(actor);
        yield return positions;
        yield return new ListCommand(terminal, common).Create("disputes", "Lists accounts that differ, both side by side; it never says which is right.",
            (listing, _) => listing.Disputes(), "rapporteur disputes --record ukraine.db", "rapporteur disputes samples/ukraine-2025 --json");
    }

    private ExampleCommand Create(string name, string description, Func<RecordListing, ParseResult, IEnumerable<Entry>> list, params string[] examples)
    {
        var command = new ExampleCommand(name, description, [.. examples]);
        _arguments.AddTo(command);
        command.Add(_json);
        command.SetAction((call, cancel) => Task.FromResult(Run(call, list, cancel)));
        return command;
    }

    private int Run(ParseResult call, Func<RecordListing, ParseResult, IEnumerable<Entry>> list, CancellationToken cancel)
    {
        var messages = new Messages(_terminal, call, _common);
        var day = _arguments.Day(call, _common);
        var (known, limit) = (_arguments.Record.KnownOnDay(call), _arguments.Record.Limit(call));
        using var ledger = _arguments.Open(call, _terminal, _common, messages, cancel);
        var listing = new RecordListing(ledger.Snapshot(day, known), limit, day);
        EntryPrinter.Print(_terminal, listing, list(listing, call), call.GetValue(_json), messages, cancel);
        return messages.Code;
    }

    private static IEnumerable<Entry> Threads(RecordListing listing, string? kind) => kind switch
    {
        "meeting" => listing.Meetings(),
        "deadline" => listing.Deadlines(),
        "measure" => listing.Measures(),
        "commitment" => listing.Commitments(),
        _ => [.. listing.Meetings(), .. listing.Deadlines(), .. listing.Measures(), .. listing.Commitments()],
    };
}
