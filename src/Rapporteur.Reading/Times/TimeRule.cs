using System.Collections.Immutable;
using System.Globalization;

namespace Rapporteur.Reading;

/// <summary>One rule of <c>data/times</c>: what it looks like, what it is worth, and examples that tests run.</summary>
internal sealed class TimeRule
{
    /// <summary>Name of the rule, stored with every expression it finds.</summary>
    internal required string Id { get; init; }

    /// <summary>Order in the files; the earlier rule wins between matches of equal length.</summary>
    internal required int Order { get; init; }

    /// <summary>What other rules may call its matches (<c>date</c>, <c>length</c>, <c>feast</c>); empty when none may.</summary>
    internal required string Category { get; init; }

    /// <summary>0 to 2; a rule may call matches of lower levels only.</summary>
    internal required int Level { get; init; }

    /// <summary>Whether its matches stand on their own; false for parts that only other rules use.</summary>
    internal bool Emits { get; init; } = true;

    /// <summary>Whether TimeML marks it and the record does not ("now", "recently").</summary>
    internal bool TimeMlOnly { get; init; }

    /// <summary>Whether the record marks it and TimeML marks its parts one by one ("between 1994 and 1997").</summary>
    internal bool RecordOnly { get; init; }

    /// <summary>The value function.</summary>
    internal required Func<TimeMatch, TimeFrame, TimeValue?> Function { get; init; }

    /// <summary>Fixed arguments of the value function.</summary>
    internal ImmutableArray<string> Arguments { get; init; } = [];

    /// <summary>Classes and words that must not stand before it.</summary>
    internal ImmutableArray<int> NotPreceded { get; init; } = [];

    /// <summary>Classes and words that must not stand after it.</summary>
    internal ImmutableArray<int> NotFollowed { get; init; } = [];

    /// <summary>Classes and words of which one must stand before it; any when empty.</summary>
    internal ImmutableArray<int> Preceded { get; init; } = [];

    /// <summary>Classes and words of which one must stand after it; any when empty.</summary>
    internal ImmutableArray<int> Followed { get; init; } = [];

    /// <summary>Spellings of its patterns.</summary>
    internal ImmutableArray<string> Patterns { get; init; } = [];

    /// <summary>Lines of examples, read by <see cref="TimeExample.Read"/>; tests run them.</summary>
    internal ImmutableArray<string> Examples { get; init; } = [];
}

/// <summary>One example of a rule.</summary>
/// <param name="Positive">Whether the rule has to find it.</param>
/// <param name="Anchor">Day of publication; null for none.</param>
/// <param name="Text">The text; the expression stands in square brackets in positive ones.</param>
/// <param name="Value">The value expected; null in negative ones.</param>
internal sealed record TimeExample(bool Positive, DateOnly? Anchor, string Text, string? Value)
{
    /// <summary>Reads a line such as <c>+ 2025-08-22 | They met on [Friday]. | 2025-08-22</c>: anchor (<c>-</c> for none), text, value; a line that begins with <c>-</c> has no value.</summary>
    internal static TimeExample Read(string line)
    {
        var parts = line[2..].Split('|', StringSplitOptions.TrimEntries);
        var positive = line[0] == '+';
        if (parts.Length != (positive ? 3 : 2)) throw new FormatException($"An example of a time rule has {(positive ? "anchor, text and value" : "anchor and text")}: {line}");
        DateOnly? anchor = parts[0] == "-" ? null : DateOnly.ParseExact(parts[0], "yyyy-MM-dd", CultureInfo.InvariantCulture);
        return new(positive, anchor, parts[1], positive ? parts[2] : null);
    }
}
