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
        var chart = Timeline.Of(Id + "-chart", dated.Select(e => e.Event!), desk.Day);
        if (chart is null) return [];
        var list = new More(Words.Count("header.figure-list", dated.Length), [new LineList([.. dated.Select(e => e.Line)])]);
        var figure = new Figure(chart, [list]);
        var undated = entries.Where(e => e.Event is null).Select(e => e.Line).ToImmutableArray();
        if (undated.IsEmpty) return [figure];
        return [figure, new Group(desk.Id("g", Id, "undated"), [Parts.Plain(Words.Of("header.no-day"))], null, desk.Fold(undated))];
    }

    private sealed record Entry(TimelineEvent? Event, Line Line);

    private static IEnumerable<Entry> Meetings(BriefDesk desk) =>
        from meeting in desk.Snapshot.Meetings
        where meeting.Claims.Any(BriefDesk.IsLive)
        let anchor = desk.AnchorOf(meeting.Key)
        let line = desk.Line(Id, meeting.Key, StandingSection.MeetingPhrase(desk, meeting), [], MeetingsSection.Grounds(meeting))
        select meeting.When is not { IsUnknown: false } when ? new Entry(null, line) : Dated(TimelineLane.Meetings, when, Label(MeetingName.Of(meeting, desk.Names)), line, anchor, IsFirm(meeting));

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
