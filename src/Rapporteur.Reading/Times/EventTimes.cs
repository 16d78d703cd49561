using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>The days that a text gives to what it calls by a common noun: "the summit, which begins on Friday", "the September 3 deadline". Lengths count from them: "two days before the deadline".</summary>
internal sealed class EventTimes
{
    private const int Before = 6;
    private const int After = 3;

    private readonly Dictionary<string, TimeValue> _values = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether no event has a day.</summary>
    internal bool IsEmpty => _values.Count == 0;

    /// <summary>Gives the day of a match to the noun that stands by it, unless the noun has one already.</summary>
    /// <param name="match">A time.</param>
    /// <param name="value">Its value.</param>
    /// <param name="frame">The text.</param>
    internal void Add(TimeMatch match, TimeValue value, TimeFrame frame)
    {
        if (value.Type is not (TimeType.Date or TimeType.Time) || value.First is null || value.Last is null || value.Approximate || match.Rule.Function == TimeFunctions.Named("event")) return;
        for (var at = match.First - 1; at >= match.First - Before && at >= 0; at--)
        {
            if (frame.BreaksAfter(at)) break;
            if (Named(at, value, frame)) return;
            if (!frame.Is(at, "event-link") && frame.Word(at) is not ",") break;
        }

        for (var at = match.End; at < match.End + After + 2; at++)
        {
            if (frame.BreaksAfter(at - 1) || Named(at, value, frame)) return;
            if (frame.At(at)?.Kind == TimeWordKind.Mark && frame.Word(at) is not ("'" or "\u2019")) return;
        }
    }

    /// <summary>The day of an event; null where the text gives none.</summary>
    /// <param name="noun">The noun as written.</param>
    internal TimeValue? Of(ReadOnlySpan<char> noun) => _values.GetValueOrDefault(noun.ToString());

    private bool Named(int at, TimeValue value, TimeFrame frame)
    {
        if (!frame.Is(at, "dated-event")) return false;
        _values.TryAdd(frame.Word(at).ToString(), value);
        return true;
    }
}
