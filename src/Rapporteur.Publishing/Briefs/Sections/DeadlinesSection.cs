using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>Deadlines with their state and countdown, then threats.</summary>
internal static class DeadlinesSection
{
    private const string Id = "deadlines";

    public static ImmutableArray<Block> Build(BriefDesk desk)
    {
        var cards = desk.Fold(Sorted(desk).Select(d => Card(desk, d)), "header.more-deadlines");
        // One deadline is told faster than drawn.
        var ladder = desk.Snapshot.Deadlines.Length > 1 ? LadderMaker.Of(ChartDesk.Of(desk), Id + "-ladder") : null;
        ImmutableArray<Block> deadlines = ladder is null ? cards : [new Figure(ladder, []), .. cards];
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

    /// <summary>The claim that a deadline is told by: the last live one with its date, best with an act and a consequence, else with an act; else the last live one.</summary>
    public static RecordedClaim Ground(Deadline deadline)
    {
        var live = deadline.Claims.Where(BriefDesk.IsLive).ToImmutableArray();
        var dated = live.Where(c => deadline.Due is { } due && due.Equals(c.Claim.Due)).ToImmutableArray();
        return dated.LastOrDefault(c => c.Claim is { What: not null, Consequence: not null }) ?? dated.LastOrDefault(c => c.Claim.What is not null) ?? dated.LastOrDefault() ?? live[^1];
    }

    /// <summary>Parts of a line on a deadline.</summary>
    public static ImmutableArray<TextPart> Phrase(BriefDesk desk, Deadline deadline, string template)
    {
        if (deadline.SelfSet) template += "-self";
        return Fill(desk, deadline, Words.Of(template));
    }

    /// <summary>A template filled with a deadline.</summary>
    public static ImmutableArray<TextPart> Fill(BriefDesk desk, Deadline deadline, string template)
    {
        var fields = new ClaimFields(Ground(deadline), desk.Names);
        return Template.Fill(template, field => field switch
        {
            "by" => [desk.Names.By(deadline.SetBy)],
            "to" => desk.Names.All(deadline.Addressees),
            "due" => [deadline.Due is { IsUnknown: false } due ? Parts.Date(due) : Parts.Plain(Words.Of("thread.due-none"))],
            "state" => [Parts.Plain(State(deadline))],
            "coverage" => deadline.Coverage is { } coverage ? Covered(coverage, "sentence.coverage") : [],
            "distance" => desk.Day is { } day && deadline.Due?.Latest is { } last ? [Parts.Plain(Distance(last.DayNumber - day.DayNumber))] : [],
            _ => fields[field],
        });
    }

    private static Card Card(BriefDesk desk, Deadline deadline)
    {
        var ground = Ground(deadline);
        var lines = ImmutableArray.CreateBuilder<Line>();
        lines.Add(desk.Line(Id, deadline.Key, Phrase(desk, deadline, "thread.deadline"), ClaimPhrase.Badges(ground), [ground]));
        if (deadline.Coverage is { } coverage)
            lines.Add(desk.Line(Id, deadline.Key + "/coverage", Covered(coverage), [], [ground]));
        if (deadline.ReplacedBy is { } key && desk.Snapshot.Deadlines.FirstOrDefault(d => d.Key == key && d.Claims.Any(BriefDesk.IsLive)) is { } next)
            lines.Add(desk.Line(Id, deadline.Key + "/replaced", Phrase(desk, next, "thread.replaced"), [], [Ground(next)]));
        if (deadline.SucceededBy is { } later && desk.Snapshot.Deadlines.FirstOrDefault(d => d.Key == later && d.Claims.Any(BriefDesk.IsLive)) is { } then)
            lines.Add(desk.Line(Id, deadline.Key + "/succeeded", Phrase(desk, then, "thread.succeeded"), [], [Ground(then)]));
        var others = deadline.Claims.Where(c => BriefDesk.IsLive(c) && c != ground).NewestFirst();
        return new()
        {
            Id = desk.Id("t", Id, deadline.Key),
            Heading = Heading(desk, deadline.Due),
            // The heading says already that no date is known.
            Badges = deadline is { State: DeadlineState.Unknown, Coverage: null, Due: null or { IsUnknown: true } } ? [] : [new(BadgeKind.State, Words.Code(deadline.State), State(deadline))],
            Blocks = [new LineList(lines.ToImmutable()), .. More("header.more", desk.Lines(Id, others)), .. MeetingsSection.Around(desk, Id, deadline)],
        };
    }

    private static IEnumerable<Block> More(string label, ImmutableArray<Line> lines) =>
        lines.IsEmpty ? [] : [new More(Words.Count(label, lines.Length), [new LineList(lines)])];

    /// <summary>The state in words.</summary>
    public static string State(Deadline deadline) =>
        deadline is { State: DeadlineState.Unknown, Coverage: not null } ? Words.Of("deadline.unknown-coverage") : Words.Of("deadline", deadline.State);

    private static ImmutableArray<TextPart> Heading(BriefDesk desk, Edtf? due)
    {
        if (due is not { IsUnknown: false }) return [Parts.Plain(Words.Of("thread.due-none"))];
        return desk.Day is { } day && due.Latest is { } last
            ? [Parts.Date(due), Parts.Plain(" · " + Distance(last.DayNumber - day.DayNumber))]
            : [Parts.Date(due)];
    }

    /// <summary>How far a day is from that of the brief, in words.</summary>
    /// <param name="days">Days to come; negative for past ones.</param>
    public static string Distance(int days) => days switch
    {
        0 => Words.Of("thread.today"),
        1 => Words.Of("thread.days-left-one"),
        -1 => Words.Of("thread.days-past-one"),
        > 1 => Words.Fill("thread.days-left", ("n", Words.Number(days))),
        _ => Words.Fill("thread.days-past", ("n", Words.Number(-days))),
    };

    private static ImmutableArray<TextPart> Covered(Coverage coverage, string template = "thread.coverage") => Template.Fill(Words.Of(template), field => field switch
    {
        "documents" => [Parts.Plain(Count("documents", coverage.Documents))],
        "publishers" => coverage.Publishers == 0 ? [] : [Parts.Plain(Count("publishers", coverage.Publishers))],
        "from" => [Parts.Date(Edtf.Day(coverage.From))],
        _ => [Parts.Date(Edtf.Day(coverage.To))],
    });

    private static string Count(string what, int n) => n switch
    {
        0 => Words.Of($"thread.coverage-{what}-none"),
        1 => Words.Of($"thread.coverage-{what}-one"),
        _ => Words.Fill($"thread.coverage-{what}", ("n", Words.Number(n))),
    };
}
