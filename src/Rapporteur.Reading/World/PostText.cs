using Rapporteur.Domain;

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
        if (!Bound(from, out var first) || !Bound(to == ".." ? "" : to, out var last)) return null;
        problem = $"\"{text}\" ends before it begins.";
        if (first?.Earliest is { } start && last?.Latest is { } end && end < start) return null;
        return new Post(text[..at], text[(at + 1)..colon], first?.Earliest, last?.Latest, to == "..");
    }

    private static bool Bound(string text, out Edtf? value)
    {
        value = null;
        return text.Length == 0 || (char.IsAsciiDigit(text[0]) && text.All(letter => char.IsAsciiDigit(letter) || letter == '-') && Edtf.TryParse(text, out value));
    }
}
