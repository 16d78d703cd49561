using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>Lines on meetings, each a sentence with its day.</summary>
internal static class MeetingLines
{
    // Days.
    private const int Year = 366;

    /// <summary>Those in play, the weightiest first; where too few are, the next best.</summary>
    public static IEnumerable<Candidate> InPlay(TemplateDesk desk) => Ranked(desk).Where(m => MeetingWeight.IsInPlay(desk.Desk, m)).Select(m => Line(desk, m));

    /// <summary>Those still to come: open by their state and not past their day, by day, those without a day last.</summary>
    public static IEnumerable<Candidate> Ahead(TemplateDesk desk) => Ranked(desk)
        .Where(m => MeetingWeight.IsOpen(m.State) && (MeetingWeight.When(m) is { Latest: { } last } ? last >= (desk.Desk.Day ?? DateOnly.MinValue) : MeetingWeight.IsInPlay(desk.Desk, m)))
        .OrderBy(m => MeetingWeight.When(m)?.Latest ?? DateOnly.MaxValue).Select(m => Line(desk, m));

    /// <summary>Those that took place or go on, the latest first.</summary>
    public static IEnumerable<Candidate> Held(TemplateDesk desk) => Ranked(desk).Where(m => m.State is ClaimStatus.Held or ClaimStatus.Ongoing)
        .OrderByDescending(m => MeetingWeight.When(m)?.Latest ?? MeetingWeight.Latest(m)).Select(m => Line(desk, m));

    /// <summary>Those that were called off or put off, the latest told first.</summary>
    public static IEnumerable<Candidate> Off(TemplateDesk desk) => Ranked(desk).Where(m => m.State is ClaimStatus.Cancelled or ClaimStatus.Postponed)
        .OrderByDescending(MeetingWeight.Latest).Select(m => Line(desk, m));

    /// <summary>A meeting in a sentence.</summary>
    public static Candidate Line(TemplateDesk desk, Meeting meeting, bool dated = true)
    {
        var accounts = StandingSection.Accounts(desk.Desk, meeting);
        // Who spoke of it before it took place gives no other account of it.
        if (meeting.State is ClaimStatus.Held or ClaimStatus.Ongoing && !accounts.Any(a => a.State is ClaimStatus.Denied or ClaimStatus.Cancelled or ClaimStatus.Postponed)) accounts = [];
        var line = new Candidate(meeting.Key, MeetingSentence.Of(desk.Desk, meeting, accounts, dated), [], [.. MeetingsSection.Grounds(meeting).Concat(accounts.Select(a => a.Claim)).Distinct()]) { IsThread = true };
        // What was called off happened on the day on which it was told, not on the day of the meeting.
        return dated && meeting.State is ClaimStatus.Cancelled or ClaimStatus.Postponed && MeetingWeight.When(meeting) is null && MeetingWeight.Latest(meeting) is var told && told > DateOnly.MinValue ? Candidate.Reported(line, told) : line;
    }

    /// <summary>Whether a meeting took place more than a year before the brief; where the brief has no day, before the last day that its record tells of, or in some year.</summary>
    public static bool IsLongPast(TemplateDesk desk, Meeting meeting) =>
        (desk.Desk.Day is null && meeting.State == ClaimStatus.Held && MeetingWeight.When(meeting) is { IsDay: false }) || MeetingWeight.When(meeting)?.Latest is { } day && desk.Reference is { } reference && day.DayNumber < reference.DayNumber - Year;

    private static IEnumerable<Meeting> Ranked(TemplateDesk desk) => desk.Desk.Snapshot.Meetings.Where(m => m.State is not null && m.Claims.Any(BriefDesk.IsLive) && !IsLongPast(desk, m))
        .Select((m, i) => (Meeting: m, Order: i)).OrderByDescending(m => MeetingWeight.Of(desk.Desk, m.Meeting)).ThenBy(m => m.Order).Select(m => m.Meeting);
}
