using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>How much a meeting matters to a reader on the day of the brief. It orders what is shown; it says nothing of what will happen.</summary>
internal static class MeetingWeight
{
    /// <summary>Days after which a meeting that took place is no longer in play.</summary>
    private const int Recent = 60;

    /// <summary>Days after which a day that passed without a report of the meeting no longer puts it in play.</summary>
    private const int Overdue = 14;

    /// <summary>Whether the record knows enough of it to put it first: a state, and two named participants or one with a day or a place.</summary>
    public static bool IsInPlay(BriefDesk desk, Meeting meeting)
    {
        if (meeting.State is null) return false;
        var when = When(meeting);
        if (meeting.State == ClaimStatus.Held && (when?.Latest is not { } day || IsPast(desk, day, Recent))) return false;
        if (IsOpen(meeting.State) && when?.Latest is { } due && IsPast(desk, due, Overdue)) return false;
        var named = meeting.Participants.Count(p => IsNamed(desk, p));
        return named >= 2 || (named == 1 && (when is not null || !meeting.Venues.IsDefaultOrEmpty));
    }

    /// <summary>A sum of points: named participants, day, number of documents and accounts, how open its state is, how lately it was spoken of.</summary>
    public static int Of(BriefDesk desk, Meeting meeting)
    {
        var live = meeting.Claims.Where(BriefDesk.IsLive).ToImmutableArray();
        var weight = 2 * Math.Min(3, meeting.Participants.Count(p => IsNamed(desk, p)));
        weight += Math.Min(4, live.Select(c => c.Document.TextId).Distinct(StringComparer.Ordinal).Count());
        weight += Math.Min(3, meeting.Lanes.Count(l => l.State is not null));
        weight += Math.Min(2, live.Count(c => c.Claim.Status is not null) / 2);
        if (When(meeting) is { } when) weight += when.Latest is { } last && IsPast(desk, last, Recent) ? -4 : 3;
        weight += meeting.State switch
        {
            ClaimStatus.Agreed or ClaimStatus.Scheduled or ClaimStatus.Ongoing => 3,
            ClaimStatus.Held => 0,
            null => -6,
            _ => 2,
        };
        if (meeting.Form == MeetingForm.Visit) weight -= 2;
        return weight + (desk.Day?.DayNumber - Latest(meeting).DayNumber) switch { <= 14 => 3, <= Recent => 1, _ => 0 };
    }

    /// <summary>The day on which a source last spoke of it; the first of all days where none has a date.</summary>
    public static DateOnly Latest(Meeting meeting) =>
        meeting.Claims.Where(BriefDesk.IsLive).Max(c => c.Document.Published.Anchor) ?? DateOnly.MinValue;

    /// <summary>When it is, unless only history says so; null where no day is known.</summary>
    public static Edtf? When(Meeting meeting)
    {
        if (meeting.When is not { IsUnknown: false } when) return null;
        var told = meeting.Claims.Where(c => when.Equals(c.Claim.When)).ToImmutableArray();
        return told.IsEmpty || told.Any(BriefDesk.IsLive) ? when : null;
    }

    /// <summary>Whether the meeting is still to come by its state.</summary>
    public static bool IsOpen(ClaimStatus? state) =>
        state is ClaimStatus.Floated or ClaimStatus.Proposed or ClaimStatus.CalledFor or ClaimStatus.Agreed or ClaimStatus.Scheduled;

    /// <summary>Whether a name stands behind an actor, not only a description.</summary>
    public static bool IsNamed(BriefDesk desk, string actor) =>
        desk.Snapshot.Actors.TryGetValue(actor, out var a) && a.Kind is ActorKind.Person or ActorKind.State or ActorKind.Organisation;

    private static bool IsPast(BriefDesk desk, DateOnly day, int days) => desk.Day is { } today && day.DayNumber < today.DayNumber - days;
}
