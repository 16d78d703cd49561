using System.CommandLine;
using Rapporteur.Analysis;
using Rapporteur.Publishing;
using Rapporteur.Record;

namespace Rapporteur.Cli;

/// <summary><c>rapporteur threads|deadlines|positions|disputes|tallies</c>: what a record says, one entry a thing, each with its citations.</summary>
internal sealed class ListCommand
{
    private readonly Terminal _terminal;
    private readonly CommonOptions _common;
    private readonly SnapshotArguments _arguments = new();
    private readonly Option<bool> _json = new("--json") { Description = "One JSON object a line (docs/record.md)." };
    private readonly bool _withIssues;

    private ListCommand(Terminal terminal, CommonOptions common, bool withIssues = false)
    {
        _withIssues = withIssues;
        _terminal = terminal;
        _common = common;
    }

    /// <summary>The five commands.</summary>
    public static IEnumerable<Command> All(Terminal terminal, CommonOptions common)
    {
        var kind = new Option<string?>("--kind") { Description = "Only threads of this kind: meeting, deadline, measure, commitment, demand or guarantee.", HelpName = "KIND" };
        kind.AcceptOnlyFromAmong("meeting", "deadline", "measure", "commitment", "demand", "guarantee");
        var threads = new ListCommand(terminal, common).Create("threads", "Lists meetings, deadlines, measures, commitments, demands and guarantee schemes with their state and each party's account.",
            (listing, call) => Threads(listing, call.GetValue(kind)),
            "rapporteur threads --record ukraine.db", "rapporteur threads samples/ukraine-2025 --kind meeting --json");
        threads.Add(kind);
        yield return threads;
        yield return new ListCommand(terminal, common).Create("deadlines", "Lists deadlines: by when, who has to act, how many days are left, and what became of them.",
            (listing, _) => listing.Deadlines(), "rapporteur deadlines --record ukraine.db --today 2025-10-22", "rapporteur deadlines samples/ukraine-2025 --json");
        var actor = new Option<string?>("--actor") { Description = "Only positions of this actor or party: a key, a name, or a part of it.", HelpName = "NAME" };
        var byIssue = new Option<bool>("--by-issue") { Description = "One entry for each side and issue, with every step by which its position moved." };
        var positions = new ListCommand(terminal, common, withIssues: true).Create("positions", "Lists who wants, offers, accepts or refuses what, and by whose word.",
            (listing, call) => call.GetValue(byIssue) ? listing.PositionLines(call.GetValue(actor)) : listing.Positions(call.GetValue(actor)),
            "rapporteur positions --record ukraine.db --actor Ukraine", "rapporteur positions samples/ukraine-2025 --by-issue", "rapporteur positions samples/ukraine-2025 --json");
        positions.Add(byIssue);
        positions.Add(actor);
        yield return positions;
        yield return Tallies(terminal, common);
        yield return new ListCommand(terminal, common).Create("disputes", "Lists accounts that differ, both side by side; it never says which is right.",
            (listing, _) => listing.Disputes(), "rapporteur disputes --record ukraine.db", "rapporteur disputes samples/ukraine-2025 --json");
    }

    private static Command Tallies(Terminal terminal, CommonOptions common)
    {
        var kind = new Option<string?>("--kind") { Description = "Only these: follow-through, blame, contacts, concessions or participation.", HelpName = "KIND" };
        kind.AcceptOnlyFromAmong("follow-through", "blame", "contacts", "concessions", "participation");
        var tallies = new ListCommand(terminal, common, withIssues: true).Create("tallies", "Counts what became of deadlines, threats and promises, who blames whom, who accepted what, and what each side tells of a contact; every count with its n.",
            (listing, call) => Tallies(new TallyListing(listing.Snapshot, TallyFold.Of(listing.Snapshot)), call.GetValue(kind)),
            "rapporteur tallies --record ukraine.db --kind follow-through", "rapporteur tallies samples/ukraine-2025 --json");
        tallies.Add(kind);
        return tallies;
    }

    private static IEnumerable<Entry> Tallies(TallyListing listing, string? kind) => kind switch
    {
        "follow-through" => listing.FollowThrough(),
        "blame" => listing.Blame(),
        "contacts" => listing.Contacts(),
        "concessions" => listing.Concessions(),
        "participation" => listing.Participation(),
        _ => [.. listing.FollowThrough(), .. listing.Blame(), .. listing.Contacts(), .. listing.Concessions(), .. listing.Participation()],
    };

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
        var snapshot = _arguments.Take(call, _terminal, _common, messages, cancel);
        var listing = new RecordListing(_withIssues ? IssueBoard.Of(snapshot, _arguments.Dossier(call)) : snapshot, _arguments.Record.Limit(call), day);
        EntryPrinter.Print(_terminal, listing, list(listing, call), call.GetValue(_json), messages, cancel);
        return messages.Code;
    }

    private static IEnumerable<Entry> Threads(RecordListing listing, string? kind) => kind switch
    {
        "meeting" => listing.Meetings(),
        "deadline" => listing.Deadlines(),
        "measure" => listing.Measures(),
        "commitment" => listing.Commitments(),
        "demand" => listing.Demands(),
        "guarantee" => listing.Guarantees(),
        _ => [.. listing.Meetings(), .. listing.Deadlines(), .. listing.Measures(), .. listing.Commitments(), .. listing.Demands(), .. listing.Guarantees()],
    };
}
