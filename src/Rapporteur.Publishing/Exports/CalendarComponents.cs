namespace Rapporteur.Publishing;

/// <summary>Names of the components of a calendar (RFC 5545, 3.4 and 3.6).</summary>
internal static class CalendarComponents
{
    /// <summary>The calendar itself (3.4).</summary>
    public const string Calendar = "VCALENDAR";

    /// <summary>A task with a day on which it is due (3.6.2).</summary>
    public const string Task = "VTODO";

    /// <summary>An event (3.6.1).</summary>
    public const string Event = "VEVENT";

    /// <summary>A time zone (3.6.5).</summary>
    public const string TimeZone = "VTIMEZONE";

    /// <summary>The standard time of a time zone (3.6.5).</summary>
    public const string StandardTime = "STANDARD";
}
