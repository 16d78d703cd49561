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

    private static ImmutableArray<Block> Folded(string label, ImmutableArray<Line> lines) =>
        lines.IsEmpty ? [] : [new More(Words.Count(label, lines.Length), [new LineList(lines)])];

    // The days that the dossier covers: from its first publication to its last.
    private static (DateOnly First, DateOnly Last)? Span(BriefDesk desk)
    {
        var days = desk.Snapshot.Documents.Where(d => d.Error is null).Select(d => d.Document.Published.Anchor).OfType<DateOnly>().ToImmutableArray();
        return days.IsEmpty ? null : (days.Min(), days.Max());
    }

    private sealed record Entry(TimelineEvent? Event, Line Line);

    private static IEnumerable<Entry> Meetings(BriefDesk desk) =>
        from meeting in desk.Snapshot.Meetings
        where meeting.Claims.Any(BriefDesk.IsLive)
        let anchor = desk.AnchorOf(meeting.Key)
        let line = desk.Line(Id, meeting.Key, StandingSection.MeetingPhrase(desk, meeting), [], MeetingsSection.Grounds(meeting))
        select MeetingWeight.When(meeting) is not { } when ? new Entry(null, line) : Dated(TimelineLane.Meetings, when, Label(MeetingName.Of(meeting, desk.Names)), line, anchor, IsFirm(meeting));

    private static IEnumerable<Entry> Deadlines(BriefDesk desk) =>
        from deadline in desk.Snapshot.Deadlines
        where deadline.Claims.Any(BriefDesk.IsLive) && deadline.Due is { IsUnknown: false }
        let anchor = desk.AnchorOf(deadline.Key)
        let line = desk.Line(Id, deadline.Key, DeadlinesSection.Phrase(desk, deadline, "thread.deadline-standing"), [], [DeadlinesSection.Ground(deadline)])
        let last = deadline.Due!.Latest is { } day ? Edtf.Day(day) : deadline.Due
        select Dated(TimelineLane.Deadlines, last, Label(DeadlinesSection.Phrase(desk, deadline, "chart.deadline-label")), line, anchor, true);

    private static IEnumerable<Entry> Ground(BriefDesk desk) =>
        from claim in desk.Live
        where claim.Claim is { Type: ClaimType.Incident, Polarity: Polarity.Positive }
        let anchor = desk.AnchorOf(PassageMaker.Key(claim))
        let fields = new ClaimFields(claim, desk.Names)
        let label = Label(Template.Fill(Words.Of("chart.incident-label"), field => fields[field]))
        let line = desk.Line(Id, claim)
        select claim.Claim.When is { IsUnknown: false } when
            ? Dated(TimelineLane.Ground, when, label, line, anchor, claim.Claim.Modality == Modality.Certain)
            : new Entry(null, line);

    private static Entry Dated(TimelineLane lane, Edtf when, string label, Line line, string? anchor, bool firm) =>
        new(new(lane, when, label, $"{DateWords.Of(when)}: {line.Text}", anchor ?? line.Id, firm), line);

    private static string Label(ImmutableArray<TextPart> parts) => string.Concat(parts.Select(p => p.Text));

    private static bool IsFirm(Meeting meeting) =>
        meeting.State is ClaimStatus.Agreed or ClaimStatus.Scheduled or ClaimStatus.Ongoing or ClaimStatus.Held;
}
