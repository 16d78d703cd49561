using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>Deadlines below each other from the day they were given to the day they fall due, with what became of each and an arrow to the one that took its place.</summary>
public sealed record DeadlineLadder : Chart
{
    /// <summary>Most deadlines that are drawn; the others are counted.</summary>
    public const int Most = 24;

    private const int Width = 1000;
    private const int Left = 312;
    private const int Right = 832;
    private const int States = 852;
    private const int Axis = 30;
    private const int Row = 40;
    private readonly ImmutableArray<LadderStep> _all;
    private readonly ImmutableArray<LadderStep> _shown;
    private readonly TimeScale _scale;
    private readonly DateOnly? _day;
    private readonly Legend _legend;

    private DeadlineLadder(string id, ImmutableArray<LadderStep> all, ImmutableArray<LadderStep> dated, DateOnly? day)
        : base(id, Words.Of("chart.ladder"), Words.Fill("chart.ladder-description", ("n", Words.Number(Math.Min(Most, dated.Length))), ("all", Words.Number(all.Length))))
    {
        (_all, _day) = (all, day);
        var nearest = day is { } today ? dated.OrderByDescending(s => s.State == DeadlineState.Pending).ThenBy(s => Math.Abs(Due(s).DayNumber - today.DayNumber)).ThenBy(s => s.Key, StringComparer.Ordinal).Take(Most) : dated.Take(Most);
        _shown = [.. nearest.OrderBy(s => s.Due!.Latest ?? s.Due.Earliest).ThenBy(s => s.Given ?? DateOnly.MinValue).ThenBy(s => s.Key, StringComparer.Ordinal)];
        var days = _shown.Select(Due).Concat(_shown.Select(s => s.Given).OfType<DateOnly>()).ToImmutableArray();
        _scale = Scale(days, day);
        _legend = new(Entries(), 8, Width - 16);
    }

    /// <summary>A ladder; null where no deadline has a date.</summary>
    /// <param name="id">Anchor.</param>
    /// <param name="steps">The deadlines.</param>
    /// <param name="day">The day it speaks as of; null when unknown.</param>
    public static DeadlineLadder? Of(string id, ImmutableArray<LadderStep> steps, DateOnly? day)
    {
        var dated = steps.Where(s => s.Due is { IsUnknown: false }).ToImmutableArray();
        return dated.IsEmpty ? null : new(id, steps, dated, day);
    }

    /// <inheritdoc/>
    public override ChartTable Table => ChartTable.Of("who what given due state", _all.Select(s => new ChartRow(
        [s.Who, s.What, s.Given is { } given ? DateWords.Of(given) : Words.Of("header.undated"), s.Due is { IsUnknown: false } due ? DateWords.Of(due) : Words.Of("thread.due-none"), s.StateInWords], s.Mark.Href)));

    private protected override (int Width, int Height) Size => (Width, Bottom + _legend.Height + (_all.Length > _shown.Length ? 18 : 0));

    private protected override ImmutableArray<string> Uses => [Patterns.Head, Patterns.Rising];

    private int Bottom => Axis + (_shown.Length * Row) + 4;

    private static DateOnly Due(LadderStep step) => step.Due!.Latest ?? step.Due.Earliest!.Value;

    // One deadline many years off would press the others together: the axis keeps to where most are, and what lies beyond opens to the edge.
    private static TimeScale Scale(ImmutableArray<DateOnly> days, DateOnly? day)
    {
        var order = days.Order().ToImmutableArray();
        var (low, high) = (order[order.Length / 8], order[order.Length - 1 - (order.Length / 8)]);
        var reach = Math.Max(60, 2 * (high.DayNumber - low.DayNumber));
        var (first, last) = (order.First(d => d.DayNumber >= low.DayNumber - reach), order.Last(d => d.DayNumber <= high.DayNumber + reach));
        if (day is { } today && today.DayNumber >= low.DayNumber - reach && today.DayNumber <= high.DayNumber + reach) (first, last) = (today < first ? today : first, today > last ? today : last);
        return new(first, last, Left, Right - Left);
    }

    private protected override void Draw(Canvas canvas)
    {
        Axes.Days(canvas, _scale, Axis - 4, Bottom, Right + 8);
        canvas.List(Title, () =>
        {
            for (var i = 0; i < _shown.Length; i++) Step(canvas, _shown[i], Axis + (i * Row));
        });
        for (var i = 0; i < _shown.Length; i++) Next(canvas, i);
        Axes.Today(canvas, _scale, _day, Axis, Bottom);
        _legend.Draw(canvas, Bottom);
        if (_all.Length > _shown.Length) canvas.Text(Words.Count("header.more-deadlines", _all.Length - _shown.Length), 8, Bottom + _legend.Height + 10, TextStyle.Small);
    }

    private void Step(Canvas canvas, LadderStep step, int top)
    {
        var (middle, due) = (top + (Row / 2.0), Due(step));
        canvas.Line("tick", 0, top, Width, top);
        canvas.Mark(step.Mark, "deadline", () =>
        {
            canvas.Text(TextStyle.Strong.Fit(step.Who, Left - 24), 8, top + 16, TextStyle.Strong);
            canvas.Text(TextStyle.Small.Fit(step.What, Left - 24), 8, top + 31, TextStyle.Small);
            var (from, to) = (step.Given is { } given && given <= due ? _scale.Start(given) : _scale.Start(due) - 16, _scale.Middle(due));
            from = Math.Max(Left, Math.Min(from, to));
            var kind = Kind(step.State);
            canvas.Group(kind, () =>
            {
                canvas.Rect(step.Given is null || step.Due!.Latest is null || step.Due.IsApproximate ? "span about" : "span", from, middle - 4, Math.Max(2, to - from), 8);
                if (step.State is DeadlineState.Lapsed or DeadlineState.Withdrawn) canvas.Rect("weave", from, middle - 4, Math.Max(2, to - from), 8, canvas.Pattern(Patterns.Rising));
            });
            if (step.Given is { } told && told <= due && told >= _scale.First) canvas.Path(kind + " stop", $"M{Pixels.At(from, middle - 7)} L{Pixels.At(from, middle + 7)}");
            if (due < _scale.First || due > _scale.Last) canvas.Path(kind + " stop", due > _scale.Last ? $"M{Pixels.At(to - 6, middle - 7)} L{Pixels.At(to, middle)} L{Pixels.At(to - 6, middle + 7)}" : $"M{Pixels.At(to + 6, middle - 7)} L{Pixels.At(to, middle)} L{Pixels.At(to + 6, middle + 7)}");
            else canvas.Shape(Sign(step.State), kind, to, middle, 6);
            canvas.Lines([DateWords.Of(step.Due), .. TextWidth.Wrap(step.StateInWords, 11, Width - States - 4, 2)], States, middle, TextStyle.Small, apart: 12.5);
        });
    }

    // From the day of one to the day on which the next was given.
    private void Next(Canvas canvas, int from)
    {
        if (_shown[from].Next is not { } key) return;
        var to = _shown.Select((s, i) => (s.Key, i)).Where(s => s.Key == key).Select(s => (int?)s.i).FirstOrDefault();
        if (to is not { } row || row == from) return;
        var next = _shown[row];
        var down = row > from ? 1 : -1;
        var (x1, x2) = (_scale.Middle(Due(_shown[from])), next.Given is { } given && given <= Due(next) ? _scale.Start(given) : _scale.Middle(Due(next)));
        var (y1, y2) = (Axis + (from * Row) + (Row / 2.0) + (down * 8), Axis + (row * Row) + (Row / 2.0) - (down * 9));
        canvas.Path(_shown[from].IsReplaced ? "arrow" : "arrow inferred", $"M{Pixels.At(x1, y1)} C{Pixels.At(x1, y1 + (down * 14))} {Pixels.At(x2, y2 - (down * 16))} {Pixels.At(x2, y2)}", canvas.Arrow(Patterns.Head));
    }

    private static Glyph Sign(DeadlineState state) => state switch
    {
        DeadlineState.Pending => Glyph.Ring,
        DeadlineState.Met => Glyph.Dot,
        DeadlineState.PartlyMet => Glyph.Half,
        DeadlineState.Lapsed => Glyph.Barred,
        DeadlineState.Extended or DeadlineState.Superseded => Glyph.Diamond,
        DeadlineState.Withdrawn => Glyph.Cross,
        _ => Glyph.Faint,
    };

    private static string Kind(DeadlineState state) => state switch
    {
        DeadlineState.Pending => "ask",
        DeadlineState.Met or DeadlineState.PartlyMet => "agree",
        DeadlineState.Lapsed or DeadlineState.Withdrawn => "stuck",
        DeadlineState.Extended or DeadlineState.Superseded => "third",
        _ => "plain",
    };

    private IEnumerable<LegendEntry> Entries()
    {
        foreach (var state in _shown.Select(s => s.State).Distinct().Order())
            yield return LegendEntry.Of(Words.Of(state == DeadlineState.Unknown ? "chart.legend-unknown" : "deadline." + Words.Code(state)), Sign(state), Kind(state));
        if (_shown.Any(s => s.Next is not null && s.IsReplaced)) yield return LegendEntry.Of(Words.Of("chart.legend-replaced"), "arrow", Patterns.Head);
        if (_shown.Any(s => s.Next is not null && !s.IsReplaced)) yield return LegendEntry.Of(Words.Of("chart.legend-followed"), "arrow inferred", Patterns.Head);
        if (_shown.Any(s => s.Given is null || s.Due!.Latest is null || s.Due.IsApproximate)) yield return new(Words.Of("chart.legend-given-unknown"), (canvas, x, y) => canvas.Rect("span about", x - 12, y - 4, 24, 8));
        if (_day >= _scale.First && _day <= _scale.Last) yield return LegendEntry.Of(Words.Of("chart.legend-today"), "day");
    }
}
