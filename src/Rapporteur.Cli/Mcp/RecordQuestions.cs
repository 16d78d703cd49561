using System.Collections.Immutable;
using Rapporteur.Analysis;
using Rapporteur.Domain;
using Rapporteur.Plugs;
using Rapporteur.Publishing;
using Rapporteur.Record;

namespace Rapporteur.Cli;

/// <summary>What a program may ask of a record: claims, threads, positions, disputes, changes and deadlocks.</summary>
/// <param name="view">The record as the program may see it.</param>
internal sealed class RecordQuestions(RecordView view)
{
    private static readonly McpParameter Actor = new("actor", McpKind.Text, "Only what this actor or party has to do with: a key, a name, or a part of a name.");

    /// <summary>All questions.</summary>
    public ImmutableArray<McpTool> All() => [new SearchQuestion(view).Tool, Claims(), Threads(), Positions(), Disputes(), Diff(), Deadlocks(), new SourceQuestion(view).Tool];

    private McpTool Claims() => new("claims", "Claims", "Lists claims: who demanded, offered, threatened, promised, accepted, rejected, denied or said what, each with the sentence that says so.",
        [
            new("type", McpKind.Text, "Only this type.") { Choices = [.. Enum.GetValues<ClaimType>().Select(t => EnumSpelling.Of(t))] }, Actor,
            new("thread", McpKind.Text, "Only claims of the meeting, deadline, measure or commitment with this key."),
            new("textId", McpKind.Text, "Only claims of this text."),
            new("since", McpKind.Text, "Only what was published on this day or later (2025-10-22)."),
            RecordView.AsOf, .. AnswerPage.Parameters,
        ],
        (arguments, _) =>
        {
            var snapshot = view.Snapshot(arguments);
            var claims = new ClaimListing(view.Listing(snapshot));
            var (type, actor, text, since) = (arguments.Text("type"), arguments.Text("actor"), arguments.Text("textId"), RecordView.Day(arguments, "since"));
            var thread = arguments.Text("thread") is { } key ? OfThread(snapshot, key) : null;
            bool Asked(RecordedClaim claim) => (type is null || EnumSpelling.Of(claim.Claim.Type) == type) && (actor is null || claims.Involves(claim, actor)) && (text is null || claim.Evidence.TextId == text)
                && (since is null || claim.Reported?.Latest >= since) && (thread is null || thread.Contains(Place(claim)));
            return Page("claims", arguments, snapshot.AsOf, EntryAnswers.Of(view.Listing(snapshot), claims.Claims(Asked), arguments), type, actor, text, arguments.Text("thread"), arguments.Text("since"));
        });

    private McpTool Threads() => new("threads", "Threads", "Lists meetings, deadlines, measures, commitments, demands and guarantee schemes: what is told of each by whom, its state, and the claims that it rests on.",
        [
            new("kind", McpKind.Text, "Only these.") { Choices = ["meeting", "deadline", "measure", "commitment", "demand", "guarantee"] },
            new("state", McpKind.Text, "Only those in this state, such as pending, lapsed, held, planned, imposed, dormant."),
            Actor, RecordView.AsOf, EntryAnswers.Citations, .. AnswerPage.Parameters,
        ],
        (arguments, _) =>
        {
            var snapshot = view.Snapshot(arguments);
            var listing = view.Listing(snapshot);
            var (kind, state, actor) = (arguments.Text("kind"), arguments.Text("state"), arguments.Text("actor"));
            IEnumerable<Entry> entries = [.. listing.Meetings(), .. listing.Deadlines(), .. listing.Measures(), .. listing.Commitments(), .. listing.Demands(), .. listing.Guarantees()];
            entries = entries.Where(e => (kind is null || e.Kind == kind) && (state is null || EntryAnswers.Value(e, "state") == state) && (actor is null || EntryAnswers.Involves(e, actor, snapshot)));
            return Page("threads", arguments, snapshot.AsOf, EntryAnswers.Of(listing, entries, arguments), kind, state, actor);
        });

    private McpTool Positions() => new("positions", "Positions", "Lists who wants, offers, accepts or refuses what, and by whose word; with byIssue each side's line on each issue with every step by which it moved.",
        [Actor, new("byIssue", McpKind.Truth, "One entry for each side and issue. Default: false."), RecordView.AsOf, EntryAnswers.Citations, .. AnswerPage.Parameters],
        (arguments, _) =>
        {
            var snapshot = IssueBoard.Of(view.Snapshot(arguments), view.Dossier);
            var listing = view.Listing(snapshot);
            var (actor, byIssue) = (arguments.Text("actor"), arguments.Truth("byIssue"));
            return Page("positions", arguments, snapshot.AsOf, EntryAnswers.Of(listing, byIssue ? listing.PositionLines(actor) : listing.Positions(actor), arguments), actor, byIssue ? "issues" : null);
        });

    private McpTool Disputes() => new("disputes", "Disputes", "Lists accounts that differ, both side by side. It never says which is right.",
        [new("class", McpKind.Text, "Only this class.") { Choices = [.. Enum.GetValues<DisputeKind>().Select(k => EnumSpelling.Of(k))] }, RecordView.AsOf, EntryAnswers.Citations, .. AnswerPage.Parameters],
        (arguments, _) =>
        {
            var snapshot = view.Snapshot(arguments);
            var (listing, kind) = (view.Listing(snapshot), arguments.Text("class"));
            return Page("disputes", arguments, snapshot.AsOf, EntryAnswers.Of(listing, listing.Disputes().Where(e => kind is null || EntryAnswers.Value(e, "class") == kind), arguments), kind);
        });

    private McpTool Diff() => new("diff", "Changes", "Says what changed since a day of publication: new documents, states, days and places of threads, accounts, positions, disputes.",
        [new("since", McpKind.Text, "The earlier day (2025-10-01).") { IsRequired = true }, new("mentions", McpKind.Truth, "Also things of which only new mentions were read. Default: false."), RecordView.AsOf, EntryAnswers.Citations, .. AnswerPage.Parameters],
        (arguments, _) =>
        {
            var (since, day, mentions) = (RecordView.Day(arguments, "since"), RecordView.Day(arguments, "asOf"), arguments.Truth("mentions"));
            if (since > day) throw new McpRefusalException("'since' has to be a day before 'asOf'.");
            var (before, after) = (view.Snapshot(since), view.Snapshot(day));
            var listing = view.Listing(after);
            var changes = SnapshotDiff.Between(before, after).Where(c => c.Kind != ChangeKind.Mentioned || mentions);
            return Page("diff", arguments, after.AsOf, EntryAnswers.Of(listing, listing.Changes(changes), arguments), arguments.Text("since"), mentions ? "mentions" : null);
        });

    private McpTool Deadlocks() => new("deadlocks", "Deadlocks", "Finds what is stuck: conditions that wait for each other, issues on which no option is left to all, promises whose condition cannot come about; with the smallest concessions that would free each. Inferred steps say so.",
        [RecordView.AsOf, .. AnswerPage.Parameters],
        (arguments, _) =>
        {
            var snapshot = view.Listing(view.Snapshot(arguments)).Snapshot;
            var graph = ConditionGraphBuilder.Of(snapshot);
            var lines = new JsonFindings(snapshot, graph, Handles.Of(snapshot, graph));
            return Page("deadlocks", arguments, snapshot.AsOf, [.. DeadlockFinder.Find(graph).Select(d => new AnswerEntry(d.Key, () => lines.Line(d)))]);
        });

    private string Page(string tool, McpArguments arguments, DateOnly? asOf, IReadOnlyList<AnswerEntry> entries, params ReadOnlySpan<string?> question) =>
        new AnswerPage(tool, view.Limit).Write(arguments, ContentHash.Key(question), asOf, entries);

    private static HashSet<(string, string)> OfThread(RecordSnapshot snapshot, string key) => snapshot.Threads().FirstOrDefault(t => t.Key == key) is { } thread
        ? [.. thread.Claims.Select(Place)]
        : throw new McpRefusalException("There is no meeting, deadline, measure or commitment with this key; 'threads' lists them.");

    private static (string Document, string Claim) Place(RecordedClaim claim) => (claim.Document.Id, claim.Claim.Id);
}
