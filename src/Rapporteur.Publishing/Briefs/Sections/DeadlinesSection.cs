using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>Deadlines with their state and countdown, then threats.</summary>
internal static class DeadlinesSection
{
    private const string Id = "deadlines";

    public static ImmutableArray<Block> Build(BriefDesk desk)
    {
        var deadlines = desk.Fold(Sorted(desk).Select(d => Card(desk, d)), "header.more-deadlines");
        var lines = desk.Fold(desk.Lines(Id, desk.Live.Where(c => c.Claim.Type == ClaimType.Threat).NewestFirst()));
        if (lines.IsEmpty) return deadlines;
        return [.. deadlines, new Group(desk.Id("g", Id, "threats"), [Parts.Plain(Words.Of("type.threat"))], null, lines)];
    }

    /// <summary>Pending ones by the day they fall due, then the others, the most recent first.</summary>
    public static IEnumerable<Deadline> Sorted(BriefDesk desk)
    {
        var live = desk.Snapshot.Deadlines.Where(d => d.Claims.Any(BriefDesk.IsLive)).ToImmutableArray();
        var pending = live.Where(d => d.State == DeadlineState.Pending).OrderBy(d => d.Due?.Latest ?? DateOnly.MaxValue).ThenBy(d => d.Key, StringComparer.Ordinal);
        var others = live.Where(d => d.State != DeadlineState.Pending).OrderByDescending(d => d.Due?.Latest ?? DateOnly.MinValue).ThenBy(d => d.Key, StringComparer.Ordinal);
        return pending.Concat(others);
    }

    /// <summary>The claim that a deadline is told by: the last live one with its date, else the last live one.</summary>
    public static RecordedClaim Ground(Deadline deadline)
    {
        var live = deadline.Claims.Where(BriefDesk.IsLive).ToImmutableArray();
        return live.LastOrDefault(c => deadline.Due is { } due && due.Equals(c.Claim.Due) && c.Claim.What is not null)
            ?? live.LastOrDefault(c => deadline.Due is { } due && due.Equals(c.Claim.Due)) ?? live[^1];
    }

    /// <summary>Parts of a line on a deadline.</summary>
    public static ImmutableArray<TextPart> Phrase(BriefDesk desk, Deadline deadline, string template)
    {
        if (deadline.SelfSet) template += "-self";
        var fields = new ClaimFields(Ground(deadline), desk.Names);
        return Template.Fill(Words.Of(template), field => field switch
        {
            "by" => [desk.Names.By(deadline.SetBy)],
            "to" => desk.Names.All(deadline.Addressees),
            "due" => [deadline.Due is { IsUnknown: false } due ? Parts.Date(due) : Parts.Plain(Words.Of("thread.due-none"))],
            "state" => [Parts.Plain(Words.Of("deadline", deadline.State))],
            _ => fields[field],
        });
    }

    private static Card Card(BriefDesk desk, Deadline deadline)
    {
        var ground = Ground(deadline);
        var lines = ImmutableArray.CreateBuilder<Line>();
        lines.Add(desk.Line(Id, deadline.Key, Phrase(desk, deadline, "thread.deadline"), ClaimPhrase.Badges(ground.Claim), [ground]));
        if (deadline is { State: DeadlineState.Lapsed, Coverage: { } coverage })
            lines.Add(desk.Line(Id, deadline.Key + "/coverage", Covered(coverage), [], [ground]));
        var others = deadline.Claims.Where(c => BriefDesk.IsLive(c) && c != ground).NewestFirst();
        return new()
        {
            Id = desk.Id("t", Id, deadline.Key),
            Heading = Heading(desk, deadline.Due),
            Badges = [ClaimPhrase.Badge(BadgeKind.State, "deadline", deadline.State)],
            Blocks = [new LineList(lines.ToImmutable()), .. More(desk.Lines(Id, others))],
        };
    }

    private static IEnumerable<Block> More(ImmutableArray<Line> lines) =>
        lines.IsEmpty ? [] : [new More(Words.Fill("header.more", ("n", Words.Number(lines.Length))), [new LineList(lines)])];

    private static ImmutableArray<TextPart> Heading(BriefDesk desk, Edtf? due)
    {
        if (due is not { IsUnknown: false }) return [Parts.Plain(Words.Of("thread.due-none"))];
        return desk.Day is { } day && due.Latest is { } last
            ? [Parts.Date(due), Parts.Plain(" · " + Distance(last.DayNumber - day.DayNumber))]
            : [Parts.Date(due)];
    }

    private static string Distance(int days) => days switch
    {
        0 => Words.Of("thread.today"),
        1 => Words.Of("thread.days-left-one"),
        -1 => Words.Of("thread.days-past-one"),
        > 1 => Words.Fill("thread.days-left", ("n", Words.Number(days))),
        _ => Words.Fill("thread.days-past", ("n", Words.Number(-days))),
    };

    private static ImmutableArray<TextPart> Covered(Coverage coverage) => Template.Fill(Words.Of("thread.coverage"), field => field switch
    {
        "documents" => [Parts.Plain(coverage.Documents == 1 ? Words.Of("thread.coverage-documents-one") : Words.Fill("thread.coverage-documents", ("n", Words.Number(coverage.Documents))))],
        "publishers" => [Parts.Plain(coverage.Publishers == 1 ? Words.Of("thread.coverage-publishers-one") : Words.Fill("thread.coverage-publishers", ("n", Words.Number(coverage.Publishers))))],
        "from" => [Parts.Date(Edtf.Day(coverage.From))],
        _ => [Parts.Date(Edtf.Day(coverage.To))],
    });
}
