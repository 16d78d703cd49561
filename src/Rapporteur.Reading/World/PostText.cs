using System.Globalization;

namespace Rapporteur.Reading;

/// <summary>Posts as world files write them: <c>office@slug:from/to</c>, the bounds as in EDTF (2006, 2006-03, 2006-03-29), empty where unknown and <c>..</c> while it lasts.</summary>
internal static class PostText
{
    /// <summary>The post, or null and what is wrong.</summary>
    public static Post? Parse(string text, out string problem)
    {
        problem = $"\"{text}\" is no post; it is written office@slug:from/to, such as foreign minister@norway:2005-10-17/2012-09.";
        var at = text.IndexOf('@', StringComparison.Ordinal);
        var colon = at < 0 ? -1 : text.IndexOf(':', at);
        var slash = colon < 0 ? -1 : text.IndexOf('/', colon);
        if (at <= 0 || colon <= at + 1 || slash < 0) return null;
        var (from, to) = (text[(colon + 1)..slash], text[(slash + 1)..]);
        var lasts = to == "..";
        if (!Bound(from, last: false, out var first) || !Bound(lasts ? "" : to, last: true, out var end)) return null;
        problem = $"\"{text}\" ends before it begins.";
        return first is { } start && end < start ? null : new Post(text[..at], text[(at + 1)..colon], first, end, lasts);
    }

    // The first or last day of a year, month or day; null for nothing.
    private static bool Bound(string text, bool last, out DateOnly? day)
    {
        day = null;
        if (text.Length == 0) return true;
        var form = text.Length switch { 4 => "yyyy", 7 => "yyyy-MM", 10 => "yyyy-MM-dd", _ => "" };
        if (!DateOnly.TryParseExact(text, form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var found)) return false;
        day = !last ? found : text.Length switch { 4 => found.AddYears(1).AddDays(-1), 7 => found.AddMonths(1).AddDays(-1), _ => found };
        return true;
    }
}
