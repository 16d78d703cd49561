using System.Collections.Frozen;
using Rapporteur.Domain;

namespace Rapporteur.Training;

/// <summary>Makes TIMEX3 values and spans comparable.</summary>
public static class TimexValue
{
    private static readonly FrozenSet<string> Prepositions = new[]
    {
        "in", "on", "at", "by", "within", "since", "until", "till", "over", "for", "during", "from", "between", "before", "after", "throughout",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The value without what annotators of the corpora spelled in two ways: unspecified parts at the end (<c>1948-XX</c>, <c>1989-WXX</c> stays), weeks without a leading zero
    /// (<c>2000-W8</c>), decades with or without <c>X</c>, seconds and zones of a time of day, empty parts. Empty for null.</summary>
    /// <param name="value">TIMEX3 value.</param>
    public static string Normal(string? value)
    {
        if (value is null) return "";
        value = value.Trim().ToUpperInvariant();
        while (value.EndsWith("-XX", StringComparison.Ordinal)) value = value[..^3];
        if (value.Length == 3 && char.IsAsciiDigit(value[2])) value += "X";
        var week = value.IndexOf("-W", StringComparison.Ordinal);
        if (week == 4 && (value.Length == 7 || (value.Length > 7 && value[7] == '-'))) value = value.Insert(6, "0");
        var time = value.IndexOf('T', StringComparison.Ordinal);
        if (time == 10 && value.Length > 16 && char.IsAsciiDigit(value[11])) value = value[..16];
        return value;
    }

    /// <summary>A span without prepositions at its start.</summary>
    /// <param name="span">Span of an expression.</param>
    /// <param name="text">The text.</param>
    public static TextSpan Bare(TextSpan span, string text)
    {
        while (true)
        {
            var end = span.Start;
            while (end < span.End && char.IsLetter(text[end])) end++;
            if (end >= span.End || !Prepositions.Contains(text[span.Start..end])) return span;
            while (end < span.End && char.IsWhiteSpace(text[end])) end++;
            span = new(end, span.End);
        }
    }
}
