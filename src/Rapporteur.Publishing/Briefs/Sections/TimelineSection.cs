using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>Meetings, deadlines and events on the ground over one axis; those without a date are listed beside it.</summary>
internal static class TimelineSection
{
    private const string Id = "timeline";

    public static ImmutableArray<Block> Build(BriefDesk desk)
    {
        var entries = Meetings(desk).Concat(Deadlines(desk)).Concat(Ground(desk)).ToImmutableArray();
        var dated = entries.Where(e => e.Event is not null).OrderBy(e => e.Event!.When.Earliest ?? e.Event.When.Latest).ThenBy(e => e.Event!.Lane).ToImmutableArray();
        if (dated.IsEmpty) return [];
        var chart = Timeline.Of(Id + "-chart", dated.Select(e => e.Event!), desk.Day, Span(desk));
        var undated = Folded("header.no-day-list", [.. entries.Where(e => e.Event is null).Select(e => e.Line)]);
        var list = Folded("header.figure-list", [.. dated.Select(e => e.Line)]);
        return chart is null ? [.. list, .. undated] : [new Figure(chart, list), .. undated];
    }

    /// <summary>The chart alone, its marks leading to where the claims can be opened; null where nothing has a day.</summary>
    public static Timeline? Chart(ChartDesk desk, string id)
    {
        var events = Meetings(desk.Brief).Concat(Deadlines(desk.Brief)).Concat(Ground(desk.Brief)).Where(e => e.Event is not null).Select(e =>
        {
            var mark = desk.Mark(e.Event!.Detail, e.Ground);
            return e.Event with { Detail = mark.Title, Href = mark.Href };
        });
        return Timeline.Of(id, events, desk.Brief.Day, Span(desk.Brief));
    }

    private static ImmutableArray<Block> Folded(string label, ImmutableArray<Line> lines) =>
        lines.IsEmpty ? [] : [new More(Words.Count(label, lines.Length), [new LineList(lines)])];

    // The days that the dossier covers: from its first publication to its last.
    private static (DateOnly First, DateOnly Last)? Span(BriefDesk desk)
    {
        var days = desk.Snapshot.Documents.Where(d => d.Error is null).Select(d => d.Document.Published.Anchor).OfType<DateOnly>().ToImmutableArray();
        return days.IsEmpty ? null : (days.Min(), days.Max());
    }

    private sealed record Entry(TimelineEvent? Event, Line Line, RecordedClaim Ground);

    private static IEnumerable<Entry> Meetings(BriefDesk desk) =>
        from meeting in desk.Snapshot.Meetings
        where meeting.Claims.Any(BriefDesk.IsLive)
        let anchor = desk.AnchorOf(meeting.Key)
        let grounds = MeetingsSection.Grounds(meeting)
        let line = desk.Line(Id, meeting.Key, StandingSection.MeetingPhrase(desk, meeting), [], grounds)
        select MeetingWeight.When(meeting) is not { } when ? new Entry(null, line, grounds[0]) : Dated(TimelineLane.Meetings, when, Label(MeetingName.Of(meeting, desk.Names)), line, grounds[0], anchor, IsFirm(meeting));

    private static IEnumerable<Entry> Deadlines(BriefDesk desk) =>
        from deadline in desk.Snapshot.Deadlines
        where deadline.Claims.Any(BriefDesk.IsLive) && deadline.Due is { IsUnknown: false }
        let anchor = desk.AnchorOf(deadline.Key)
        let ground = DeadlinesSection.Ground(deadline)
        let line = desk.Line(Id, deadline.Key, DeadlinesSection.Phrase(desk, deadline, "thread.deadline-standing"), [], [ground])
        let due = deadline.Due!.Latest is { } day ? Edtf.Day(day) : deadline.Due
        let last = deadline.Due!.IsApproximate ? due.Approximately() : due
        select Dated(TimelineLane.Deadlines, last, Label(DeadlinesSection.Phrase(desk, deadline, "chart.deadline-label")), line, ground, anchor, true);

    private static IEnumerable<Entry> Ground(BriefDesk desk) =>
        from claim in desk.Live
        where claim.Claim is { Type: ClaimType.Incident, Polarity: Polarity.Positive }
        let anchor = desk.AnchorOf(PassageMaker.Key(claim))
        let fields = new ClaimFields(claim, desk.Names)
        let label = Label(Template.Fill(Words.Of("chart.incident-label"), field => fields[field]))
        let line = desk.Line(Id, claim)
        select claim.Claim.When is { IsUnknown: false } when
            ? Dated(TimelineLane.Ground, when, label, line, claim, anchor, claim.Claim.Modality == Modality.Certain)
            : new Entry(null, line, claim);

    private static Entry Dated(TimelineLane lane, Edtf when, string label, Line line, RecordedClaim ground, string? anchor, bool firm) =>
        new(new(lane, when, label, $"{DateWords.Of(when)}: {line.Text}", "#" + (anchor ?? line.Id), firm), line, ground);

    private static string Label(ImmutableArray<TextPart> parts) => string.Concat(parts.Select(p => p.Text));

    private static bool IsFirm(Meeting meeting) =>
        meeting.State is ClaimStatus.Agreed or ClaimStatus.Scheduled or ClaimStatus.Ongoing or ClaimStatus.Held;
}
