using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>The story so far: what happened by day, each with its day, in the order of time. Of many events those stay that weigh most.</summary>
internal static class StoryLines
{
    private sealed record Step(DateOnly Day, int Weight, Candidate Line);

    /// <param name="desk">The brief.</param>
    /// <param name="most">How many lines at most.</param>
    public static IEnumerable<Candidate> Of(TemplateDesk desk, int most)
    {
        var today = desk.Desk.Day ?? DateOnly.MaxValue;
        // What weighs most is told first, so that a demand gives way to the deadline of the same sentence.
        var told = new ToldLines();
        return Meetings(desk, today).Concat(Deadlines(desk, today)).Concat(Measures(desk)).Concat(Fighting(desk, today)).Concat(Positions(desk))
            .OrderByDescending(s => s.Weight).ThenByDescending(s => s.Day).ThenBy(s => s.Line.Key, StringComparer.Ordinal).Where(s => told.Take(s.Line)).Take(most)
            .OrderBy(s => s.Day).ThenByDescending(s => s.Weight).ThenBy(s => s.Line.Key, StringComparer.Ordinal).Select(s => s.Line);
    }

    private static IEnumerable<Step> Meetings(TemplateDesk desk, DateOnly today) =>
        from meeting in desk.Desk.Snapshot.Meetings
        where meeting.State is ClaimStatus.Held or ClaimStatus.Cancelled or ClaimStatus.Postponed or ClaimStatus.Scheduled or ClaimStatus.Agreed or ClaimStatus.Ongoing && meeting.Claims.Any(BriefDesk.IsLive) && !MeetingLines.IsLongPast(desk, meeting)
        let when = meeting.State is ClaimStatus.Cancelled or ClaimStatus.Postponed ? null : MeetingWeight.When(meeting)
        let day = when?.Earliest ?? when?.Latest ?? Told(meeting.Claims)
        where day is not null && day <= today
        let line = MeetingLines.Line(desk, meeting)
        select new Step(day.Value, 6 + Math.Min(4, MeetingWeight.Of(desk.Desk, meeting) / 3), when is not null || meeting.State is ClaimStatus.Cancelled or ClaimStatus.Postponed ? line : Candidate.Reported(line, day.Value));

    private static IEnumerable<Step> Deadlines(TemplateDesk desk, DateOnly today) =>
        from deadline in desk.Desk.Snapshot.Deadlines
        where deadline.Claims.Any(BriefDesk.IsLive) && deadline.Due is { IsUnknown: false }
        let day = deadline.Due!.Latest ?? deadline.Due.Earliest
        where day is not null && day <= today
        select new Step(day.Value, 8, DeadlineLines.Line(desk, deadline, distant: false));

    private static IEnumerable<Step> Measures(TemplateDesk desk) =>
        from measure in desk.Desk.Snapshot.Measures
        where measure.State is ClaimStatus.Imposed or ClaimStatus.Given or ClaimStatus.Lifted or ClaimStatus.Ended && measure.By is not null
        let told = measure.Claims.LastOrDefault(c => BriefDesk.IsLive(c) && c.Claim.Status == measure.State)
        where told is not null && !ClaimLines.IsThin(desk, told)
        let day = told.Document.Published.Anchor
        where day is not null
        select new Step(day.Value, 7, Candidate.Reported(ThreadLines.Measure(desk, measure), day.Value));

    private static IEnumerable<Step> Fighting(TemplateDesk desk, DateOnly today) =>
        from claim in desk.Desk.Live
        where claim.Claim is { Type: ClaimType.Incident, Polarity: Polarity.Positive, When: { IsUnknown: false } } && ClaimLines.IsTelling(claim)
        let day = claim.Claim.When!.Latest ?? claim.Claim.When.Earliest
        where day is not null && day <= today
        select new Step(day.Value, claim.Claim.Quantities.IsEmpty ? 5 : 7, ClaimLines.Event(desk, claim));

    // The newest firm word of each main party.
    private static IEnumerable<Step> Positions(TemplateDesk desk) =>
        from claim in StandingFirm.Choose(desk.Desk, 6)
        let day = claim.Document.Published.Anchor
        where day is not null
        select new Step(day.Value, 4, Candidate.Reported(desk.Claim(claim), day.Value));

    private static DateOnly? Told(ImmutableArray<RecordedClaim> claims) => claims.Where(BriefDesk.IsLive).Max(c => c.Document.Published.Anchor);
}
