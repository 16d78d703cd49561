using System.Collections.Immutable;

namespace Rapporteur.Publishing;

/// <summary>What each party says of each meeting, from day to day: a block for a meeting, a lane in it for each account, a shape for each state.
/// Where accounts differ, lanes differ. The meeting's own day is a line across its lanes.</summary>
public sealed record MeetingLanes : Chart
{
    /// <summary>Most meetings that are drawn; the others are counted.</summary>
    public const int Most = 12;

    private const int Width = 1000;
    private const int Names = 200;
    private const int States = 860;
    private const int UndatedWidth = 92;
    private const int Axis = 28;
    private const int Head = 24;
    private const int RowHeight = 20;
    private const int Foot = 8;
    private readonly ImmutableArray<LaneMeeting> _all;
    private readonly ImmutableArray<(LaneMeeting Meeting, ImmutableArray<LaneRow> Rows)> _shown;
    private readonly TimeScale? _scale;
    private readonly DateOnly? _day;
    private readonly bool _hasUndated;
    private readonly Legend _legend;

    /// <summary>Makes the chart.</summary>
    /// <param name="id">Anchor.</param>
    /// <param name="meetings">Meetings, the most important first; the first <see cref="Most"/> are drawn.</param>
    /// <param name="day">The day it speaks as of; null when unknown.</param>
    public MeetingLanes(string id, ImmutableArray<LaneMeeting> meetings, DateOnly? day)
        : base(id, Words.Of("chart.lanes"), Words.Fill("chart.lanes-description", ("n", Words.Number(Math.Min(Most, meetings.Length))), ("all", Words.Number(meetings.Length))))
    {
        (_all, _day) = (meetings, day);
        var shown = meetings.Take(Most).ToImmutableArray();
        var steps = shown.SelectMany(m => m.Lanes).SelectMany(l => l.Steps).ToImmutableArray();
        var days = steps.Select(s => s.Reported).OfType<DateOnly>().ToImmutableArray();
        _hasUndated = steps.Any(s => s.Reported is null);
        if (!days.IsEmpty) _scale = Scale(days, shown, Names + (_hasUndated ? UndatedWidth : 0));
        _shown = [.. shown.Select(m => (m, m.Lanes.Select(l => LaneRows.Of(l, _scale, Names, _scale is null ? States - Names - 8 : UndatedWidth - 12)).ToImmutableArray()))];
        _legend = new(Entries(), 8, Width - 16);
    }

    /// <inheritdoc/>
    public override ChartTable Table => ChartTable.Of("meeting account when state", _all.SelectMany(m => m.Lanes.SelectMany(l => l.Steps.Select(s => new ChartRow(
        [m.Name, l.Party, s.Reported is { } d ? DateWords.Of(d) : Words.Of("header.undated"), Words.Of("status", s.Status)], s.Mark.Href)))));

    private protected override (int Width, int Height) Size => (Width, Bottom + _legend.Height + (_all.Length > Most ? 18 : 0));

    private int Bottom => Axis + _shown.Sum(m => Height(m.Rows));

    private static int Height(ImmutableArray<LaneRow> rows) => Head + rows.Sum(r => (r.Rows * RowHeight) + 2) + Foot;

    // The axis holds every report, and the meetings' own days where these lie near enough not to press the reports together.
    private static TimeScale Scale(ImmutableArray<DateOnly> days, ImmutableArray<LaneMeeting> shown, double left)
    {
        var (first, last) = (days.Min(), days.Max());
        var reach = Math.Max(21, (last.DayNumber - first.DayNumber) / 3);
        foreach (var when in shown.Select(m => m.When?.Latest).OfType<DateOnly>().Order())
        {
            if (when > last && when.DayNumber <= days.Max().DayNumber + reach) last = when;
            if (when < first && when.DayNumber >= days.Min().DayNumber - reach) first = first < when ? first : when;
        }

        return new(first, last, left, States - 16 - left);
    }

    private protected override void Draw(Canvas canvas)
    {
        if (_hasUndated && _scale is not null) canvas.Text(Words.Of("header.undated"), Names, Axis - 9, TextStyle.Scale);
        if (_scale is not null) Axes.Days(canvas, _scale, Axis - 4, Bottom, States - 6);
        var y = Axis;
        foreach (var (meeting, rows) in _shown)
        {
            Block(canvas, meeting, rows, y);
            y += Height(rows);
        }

        if (_scale is not null) Axes.Today(canvas, _scale, _day, Axis, Bottom);
        _legend.Draw(canvas, Bottom);
        if (_all.Length > Most) canvas.Text(Words.Count("header.more-meetings", _all.Length - Most), 8, Bottom + _legend.Height + 10, TextStyle.Small);
    }

    private void Block(Canvas canvas, LaneMeeting meeting, ImmutableArray<LaneRow> rows, int top)
    {
        canvas.Line("rule", 0, top, Width, top);
        var state = TextStyle.Small.Fit(meeting.State, 300);
        canvas.List(meeting.Name, () =>
        {
            canvas.Mark(meeting.Mark, "meeting", () => canvas.Text(TextStyle.Strong.Fit(meeting.Name, Width - 32 - TextStyle.Small.Width(state)), 8, top + 16, TextStyle.Strong, halo: true));
            canvas.Text(state, Width - 8, top + 16, TextStyle.Small, TextEnd.End, halo: true);
            var y = top + Head;
            foreach (var row in rows)
            {
                Lane(canvas, row, y);
                y += (row.Rows * RowHeight) + 2;
            }

            if (_scale is { } scale && meeting.When is { Latest: { } when } && when >= scale.First && when <= scale.Last)
                canvas.Path("lead", $"M{Pixels.At(scale.Middle(when), top + Head)} L{Pixels.At(scale.Middle(when), y)}");
        });
    }

    private static void Lane(Canvas canvas, LaneRow row, int top)
    {
        var middle = top + (RowHeight / 2.0);
        canvas.Text(TextStyle.Label.Fit(row.Lane.Party, Names - 32), 20, middle + 4);
        canvas.Line("tick", Names, middle, States - 12, middle);
        foreach (var place in row.Places)
        {
            var (glyph, kind) = LaneRows.Sign(place.Step.Status);
            var title = place.Count > 1 ? place.Step.Mark with { Title = $"{place.Step.Mark.Title} ({Words.Fill("tally.n", ("n", Words.Number(place.Count)))})" } : place.Step.Mark;
            canvas.Mark(title, "step", () =>
            {
                canvas.Shape(glyph, kind, place.X, middle + (place.Row * RowHeight));
                if (!place.Step.IsFirm) canvas.Text("?", place.X + 7, middle + 4 + (place.Row * RowHeight), TextStyle.Number, halo: true);
            });
        }

        var state = row.Left > 0 ? $"{row.Lane.State} · {Words.Count("header.more", row.Left)}" : row.Lane.State;
        canvas.Text(TextStyle.Small.Fit(state, Width - States - 8), States, middle + 4, TextStyle.Small);
    }

    private IEnumerable<LegendEntry> Entries()
    {
        foreach (var status in _shown.SelectMany(m => m.Rows).SelectMany(r => r.Places).Select(p => p.Step.Status).Distinct().Order())
        {
            var (glyph, kind) = LaneRows.Sign(status);
            yield return LegendEntry.Of(Words.Of("status", status), glyph, kind);
        }

        if (_shown.SelectMany(m => m.Rows).SelectMany(r => r.Places).Any(p => !p.Step.IsFirm)) yield return new(Words.Of("chart.legend-unsure"), (canvas, x, y) => canvas.Text("?", x - 3, y + 4, TextStyle.Number));
        if (_scale is not { } scale) yield break;
        if (_shown.Any(m => m.Meeting.When?.Latest is { } when && when >= scale.First && when <= scale.Last)) yield return new(Words.Of("chart.legend-own-day"), (canvas, x, y) => canvas.Line("lead", x, y - 7, x, y + 7));
        if (_day >= scale.First && _day <= scale.Last) yield return LegendEntry.Of(Words.Of("chart.legend-today"), "day");
    }
}
