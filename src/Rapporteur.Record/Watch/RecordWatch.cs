using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>Tells each change of a record once: what is new, near, lapsed or contradicted since the last look.</summary>
public static class RecordWatch
{
    /// <summary>What to tell, and the look to keep for the next time.</summary>
    /// <param name="last">The last look; null for the first, which tells only what is near.</param>
    /// <param name="now">The record as of today.</param>
    /// <param name="today">Today.</param>
    /// <param name="days">How many days ahead a deadline or meeting is near, today included; at least 0.</param>
    public static (ImmutableArray<Change> Alerts, RecordSight Look) Look(RecordSight? last, RecordSnapshot now, DateOnly today, int days)
    {
        ArgumentNullException.ThrowIfNull(now);
        ArgumentOutOfRangeException.ThrowIfNegative(days);
        var told = last?.Near ?? ImmutableSortedSet.Create<string>(StringComparer.Ordinal);
        var near = told.ToBuilder();
        var alerts = ImmutableArray.CreateBuilder<Change>();
        if (last is not null) alerts.AddRange(SnapshotDiff.Since(last, now).Where(c => c.Kind != ChangeKind.Mentioned));
        foreach (var (subject, thread, day) in Dated(now))
        {
            if (day < today || day.DayNumber - today.DayNumber > days) continue;
            if (near.Add($"{thread.Claims[0].Claim.Id} {day:yyyy-MM-dd}")) alerts.Add(new(subject, ChangeKind.Near, thread.Key, thread.Name, null, Edtf.Day(day).Value, thread.Claims));
        }

        return (alerts.ToImmutable(), RecordSight.Of(now) with { Near = near.ToImmutable() });
    }

    private static IEnumerable<(ChangeSubject Subject, Domain.Thread Thread, DateOnly Day)> Dated(RecordSnapshot now)
    {
        foreach (var deadline in now.Deadlines)
            if (deadline is { State: DeadlineState.Pending, Due.Latest: { } due }) yield return (ChangeSubject.Deadline, deadline, due);
        foreach (var meeting in now.Meetings)
            if (meeting is { State: ClaimStatus.Agreed or ClaimStatus.Scheduled, When: { IsDay: true, Earliest: { } day } }) yield return (ChangeSubject.Meeting, meeting, day);
    }
}
