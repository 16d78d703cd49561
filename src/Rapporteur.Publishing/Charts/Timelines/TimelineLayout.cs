using System.Collections.Immutable;

namespace Rapporteur.Publishing;

/// <summary>A mark with its label, placed in a row.</summary>
/// <param name="Event">What it shows.</param>
/// <param name="Row">Row within its lane from zero.</param>
/// <param name="From">Left end of the mark.</param>
/// <param name="To">Right end of the mark; a few pixels from the left end for a day.</param>
/// <param name="Label">The label as it fits.</param>
/// <param name="LabelX">Where the label stands.</param>
/// <param name="LabelLeft">Whether the label ends there instead of beginning.</param>
/// <param name="Inside">Whether the label stands on the bar, for want of room beside it.</param>
internal sealed record TimelineMark(TimelineEvent Event, int Row, double From, double To, string Label, double LabelX, bool LabelLeft, bool Inside)
{
    /// <summary>Whether the bar goes on before the axis, or nobody says when it begins.</summary>
    public bool OpensLeft { get; init; }

    /// <summary>Whether the bar goes on after the axis, or nobody says when it ends.</summary>
    public bool OpensRight { get; init; }
}

/// <summary>A lane with its marks.</summary>
/// <param name="Lane">Which.</param>
/// <param name="Rows">Number of rows.</param>
/// <param name="Marks">Marks in order of time.</param>
/// <param name="Crowded">Events for which no row was left; they stand in the list only.</param>
internal sealed record TimelineBand(TimelineLane Lane, int Rows, ImmutableArray<TimelineMark> Marks, int Crowded);

/// <summary>Places the events of a timeline: each in the first row of its lane in which mark and label are free.</summary>
internal static class TimelineLayout
{
    /// <summary>Font size of labels in pixels.</summary>
    public const double LabelSize = 12;

    /// <summary>Most rows of one lane.</summary>
    public const int MostRows = 14;

    private const double LongestLabel = 290;
    private const double Gap = 12;
    private const double Dot = 10;

    /// <summary>Days between which the axis runs: all of the events, unless a few lie so far off that they would press the others together.</summary>
    public static (DateOnly First, DateOnly Last)? Window(ImmutableArray<TimelineEvent> events, DateOnly? day, (DateOnly First, DateOnly Last)? dossier = null)
    {
        if (dossier is not { } own) return Dense(events, day);
        var days = own.Last.DayNumber - own.First.DayNumber;
        var (lowest, highest) = (own.First.DayNumber - Math.Max(45, days / 4), own.Last.DayNumber + Math.Max(120, days / 4));
        var on = events.Where(e => (e.When.Earliest ?? e.When.Latest!.Value).DayNumber is var start && start >= lowest && start <= highest).ToImmutableArray();
        if (on.IsEmpty) return null;
        var first = on.Min(e => e.When.Earliest ?? e.When.Latest!.Value);
        var last = DateOnly.FromDayNumber(Math.Min(highest, on.Max(e => e.When.Latest ?? e.When.Earliest!.Value).DayNumber));
        if (day is { } d && d.DayNumber >= lowest && d.DayNumber <= highest) (first, last) = (d < first ? d : first, d > last ? d : last);
        return (first, last);
    }

    // Without publication dates: where most events lie.
    private static (DateOnly First, DateOnly Last) Dense(ImmutableArray<TimelineEvent> events, DateOnly? day)
    {
        var starts = events.Select(e => e.When.Earliest ?? e.When.Latest!.Value).Order().ToArray();
        var ends = events.Select(e => e.When.Latest ?? e.When.Earliest!.Value).Order().ToArray();
        var (first, last) = (starts[0], ends[^1]);
        var (low, high) = (starts[starts.Length / 8], ends[ends.Length - 1 - (ends.Length / 8)]);
        var reach = Math.Max(45, 2 * (high.DayNumber - low.DayNumber));
        var lowest = low.DayNumber - reach;
        var highest = high.DayNumber + reach;
        first = starts.First(s => s.DayNumber >= lowest);
        last = ends.Last(e => e.DayNumber <= highest);
        if (last < first) last = first;
        if (day is { } d && d.DayNumber >= lowest && d.DayNumber <= highest) (first, last) = (d < first ? d : first, d > last ? d : last);
        return (first, last);
    }

    /// <summary>Lanes that have events, in the order of the enumeration.</summary>
    public static ImmutableArray<TimelineBand> Bands(ImmutableArray<TimelineEvent> events, TimeScale scale) =>
        [.. events.GroupBy(e => e.Lane).OrderBy(g => g.Key).Select(g => Band(g.Key, g, scale))];

    // Where there is too little room, what is agreed or took place and what is newest goes first.
    private static TimelineBand Band(TimelineLane lane, IEnumerable<TimelineEvent> events, TimeScale scale)
    {
        var all = events.ToImmutableArray();
        var band = Place(lane, all, scale);
        return band.Crowded == 0 ? band : Place(lane, all.OrderByDescending(e => e.Firm).ThenByDescending(e => e.When.Earliest ?? e.When.Latest), scale);
    }

    private static TimelineBand Place(TimelineLane lane, IEnumerable<TimelineEvent> events, TimeScale scale)
    {
        var taken = new List<List<(double From, double To)>>();
        var marks = ImmutableArray.CreateBuilder<TimelineMark>();
        var crowded = 0;
        foreach (var e in events)
        {
            var (from, to) = Ends(e, scale);
            var label = TextWidth.Fit(e.Label, LabelSize, LongestLabel);
            var width = TextWidth.Of(label, LabelSize);
            var left = to + 5 + width > scale.Right;
            var (low, high) = left ? (from - 5 - width, to) : (from, to + 5 + width);
            var inside = left && low < scale.Left - 4;
            if (inside) (low, high, left) = (from, Math.Max(to, from + 8 + width), false);
            var row = taken.FindIndex(r => r.All(t => high + Gap < t.From || t.To + Gap < low));
            if (row < 0)
            {
                if (taken.Count == MostRows)
                {
                    crowded++;
                    continue;
                }

                row = taken.Count;
                taken.Add([]);
            }

            taken[row].Add((low, high));
            marks.Add(new(e, row, from, to, label, inside ? from + 8 : left ? from - 5 : to + 5, left, inside)
            {
                OpensLeft = !e.When.IsDay && (e.When.Earliest is not { } first || first < scale.First),
                OpensRight = !e.When.IsDay && (e.When.Latest is not { } last || last > scale.Last),
            });
        }

        return new(lane, taken.Count, marks.ToImmutable(), crowded);
    }

    private static (double From, double To) Ends(TimelineEvent e, TimeScale scale)
    {
        if (e.When.IsDay)
        {
            var middle = scale.Middle(e.When.Earliest!.Value);
            return (middle - (Dot / 2), middle + (Dot / 2));
        }

        var from = e.When.Earliest is { } first ? scale.Start(first) : scale.Left;
        var to = e.When.Latest is { } last ? scale.End(last) : scale.Right;
        return to - from < Dot ? (from, from + Dot) : (from, to);
    }
}
