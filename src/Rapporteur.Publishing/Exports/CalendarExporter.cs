using System.Collections.Immutable;
using System.Globalization;
using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>Deadlines and meetings as a calendar to subscribe to (RFC 5545): a task for a deadline, an event for a meeting, each on a whole day. What has no date stays out.</summary>
public sealed class CalendarExporter : RecordExporter
{
    private const int MostQuotes = 5;

    /// <inheritdoc/>
    public override string Name => "ics";

    /// <inheritdoc/>
    public override string MediaType => "text/calendar; charset=utf-8";

    internal override string Write(RecordExport export)
    {
        var names = new ActorNames(export.Snapshot);
        var lines = new CalendarLines();
        lines.Begin(CalendarComponents.Calendar);
        lines.Property("VERSION", "2.0");
        lines.Property("PRODID", "-//Rapporteur//Export//EN");
        lines.Property("CALSCALE", "GREGORIAN");
        var deadlines = Dated(export.Snapshot.Deadlines, d => d.Due);
        var meetings = Dated(export.Snapshot.Meetings, m => m.When);
        foreach (var (deadline, day) in deadlines) Task(lines, deadline, day, export.Day, names);
        foreach (var (meeting, day) in meetings) Event(lines, meeting, day, export.Day, names);
        if (deadlines.IsEmpty && meetings.IsEmpty) Zone(lines);
        lines.End(CalendarComponents.Calendar);
        return lines.ToString();
    }

    private static ImmutableArray<(T Thread, CalendarDay Day)> Dated<T>(ImmutableArray<T> threads, Func<T, Edtf?> date) where T : Domain.Thread =>
    [
        .. threads.Select(t => (Thread: t, Day: CalendarDay.Of(date(t)))).Where(t => t.Day is not null).Select(t => (t.Thread, Day: t.Day!))
            .OrderBy(t => t.Day.Day).ThenBy(t => t.Thread.Key, StringComparer.Ordinal),
    ];

    private static void Task(CalendarLines lines, Deadline deadline, CalendarDay day, DateOnly asOf, ActorNames names)
    {
        lines.Begin(CalendarComponents.Task);
        Head(lines, "deadline", deadline, asOf);
        lines.Property("DUE;VALUE=DATE", Day(day.Day));
        lines.Text("SUMMARY", deadline.Name);
        var status = deadline.State switch
        {
            DeadlineState.Pending or DeadlineState.Lapsed => "NEEDS-ACTION",
            DeadlineState.PartlyMet => "IN-PROCESS",
            DeadlineState.Met => "COMPLETED",
            DeadlineState.Extended or DeadlineState.Superseded or DeadlineState.Withdrawn => "CANCELLED",
            _ => null,
        };
        if (status is not null) lines.Property("STATUS", status);
        Tail(lines, deadline, day, deadline.StateInWords,
        [
            .. deadline.SetBy is { } by ? [Words.Fill("export.set-by", ("name", names.Of(by).Text))] : Array.Empty<string>(),
            .. deadline.Addressees.IsDefaultOrEmpty ? [] : new[] { Words.Fill("export.to", ("names", names.All(deadline.Addressees).AsText())) },
        ]);
        lines.End(CalendarComponents.Task);
    }

    private static void Event(CalendarLines lines, Meeting meeting, CalendarDay day, DateOnly asOf, ActorNames names)
    {
        lines.Begin(CalendarComponents.Event);
        Head(lines, "meeting", meeting, asOf);
        lines.Property("DTSTART;VALUE=DATE", Day(day.Day));
        lines.Text("SUMMARY", MeetingName.Of(meeting, names).AsText());
        if (!meeting.Venues.IsDefaultOrEmpty) lines.Text("LOCATION", string.Join(", ", meeting.Venues));
        var status = meeting.State switch
        {
            ClaimStatus.Scheduled or ClaimStatus.Ongoing or ClaimStatus.Held => "CONFIRMED",
            ClaimStatus.Cancelled => "CANCELLED",
            null => null,
            _ => "TENTATIVE",
        };
        if (status is not null) lines.Property("STATUS", status);
        lines.Property("TRANSP", "TRANSPARENT");
        Tail(lines, meeting, day, Words.Of("status", meeting.State),
            meeting.Participants.IsDefaultOrEmpty ? [] : [Words.Fill("export.participants", ("names", names.All(meeting.Participants).AsText()))]);
        lines.End(CalendarComponents.Event);
    }

    // A thread's key is that of its first claim: it outlives new reports and new readings.
    private static void Head(CalendarLines lines, string kind, Domain.Thread thread, DateOnly asOf)
    {
        lines.Property("UID", $"{kind}-{thread.Key}@rapporteur");
        lines.Property("DTSTAMP", Day(asOf) + "T000000Z");
    }

    private static void Tail(CalendarLines lines, Domain.Thread thread, CalendarDay day, string state, ImmutableArray<string> who)
    {
        // What ended a deadline stands first.
        ImmutableArray<RecordedClaim> ended = thread is Deadline deadline ? deadline.Ended : [];
        var sentences = ended.Concat(thread.Claims).DistinctBy(c => c.Evidence).ToList();
        lines.Text("DESCRIPTION",
        [
            .. day.Caution is { } caution ? [caution] : Array.Empty<string>(),
            Words.Fill("export.state", ("state", state)),
            .. who,
            .. sentences.Take(MostQuotes).Select(Cited),
            .. sentences.Count > MostQuotes ? [Words.Count("export.more", sentences.Count - MostQuotes)] : Array.Empty<string>(),
            Words.Of("marking", MarkingFence.Strictest(ended.Concat(thread.Claims).Select(c => c.Document.Marking))),
        ]);
        lines.Property("CATEGORIES", thread is Deadline ? "DEADLINE" : "MEETING");
        lines.Property("CLASS", ended.Concat(thread.Claims).All(c => c.Document.Marking == Marking.Clear) ? "PUBLIC" : "CONFIDENTIAL");
    }

    /// <summary>A sentence with its source and day.</summary>
    internal static string Cited(RecordedClaim claim) =>
        Words.Fill("export.quote", ("quote", Quoting.Quote(claim.Evidence.Quote)), ("source", PassageMaker.Name(claim.Document)), ("date", DateWords.Of(claim.Reported)));

    // A calendar has one component at least (RFC 5545, 3.6): one without entries gives the zone of its stamps.
    private static void Zone(CalendarLines lines)
    {
        lines.Begin(CalendarComponents.TimeZone);
        lines.Property("TZID", "Etc/UTC");
        lines.Begin(CalendarComponents.StandardTime);
        lines.Property("DTSTART", "19700101T000000");
        lines.Property("TZOFFSETFROM", "+0000");
        lines.Property("TZOFFSETTO", "+0000");
        lines.End(CalendarComponents.StandardTime);
        lines.End(CalendarComponents.TimeZone);
    }

    private static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
}
