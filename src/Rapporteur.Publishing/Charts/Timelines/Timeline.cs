using System.Collections.Immutable;
using static Rapporteur.Publishing.Pixels;

namespace Rapporteur.Publishing;

/// <summary>Lanes of dated events over one axis of time: days as dots, intervals as bars, what is not firm hollow.
/// Events far from the others, and those for which a lane has no room, are counted and left to the list beside it.</summary>
public sealed record Timeline : Chart
{
    private const int Width = 1000;
    private const int Left = 16;
    private const int Right = 984;
    private const int RowHeight = 18;
    private const int BandHead = 22;
    private const int BandFoot = 8;
    private const int Axis = 28;
    private const int MostBefore = 31;
    private readonly TimeScale _scale;
    private readonly ImmutableArray<TimelineBand> _bands;
    private readonly DateOnly? _day;
    private readonly int _earlier;
    private readonly int _later;
    private readonly ImmutableArray<TimelineEvent> _events;
    private readonly Legend _legend;

    private Timeline(string id, string description, ImmutableArray<TimelineEvent> events, DateOnly? day, TimeScale scale)
        : base(id, Words.Of("chart.timeline"), description)
    {
        _scale = scale;
        _day = day;
        _earlier = events.Count(IsEarlier);
        _later = events.Count(IsLater);
        _bands = TimelineLayout.Bands([.. events.Where(e => !IsEarlier(e) && !IsLater(e))], scale);
        _events = events;
        _legend = new(Entries([.. _bands.SelectMany(b => b.Marks)], day >= scale.First && day <= scale.Last), Left, Width - (2 * Left));
    }

    /// <summary>A timeline; null when no event has a date on the axis.</summary>
    /// <param name="id">Anchor.</param>
    /// <param name="events">Events; those without any bound are left out.</param>
    /// <param name="day">The brief's day, drawn as a line when it lies within the axis; null when unknown.</param>
    /// <param name="dossier">First and last day of publication of the documents: the axis keeps to that time and counts what began long before or comes long after. Null: where most events lie.</param>
    public static Timeline? Of(string id, IEnumerable<TimelineEvent> events, DateOnly? day, (DateOnly First, DateOnly Last)? dossier = null)
    {
        var dated = events.Where(e => !e.When.IsUnknown)
            .OrderBy(e => e.When.Earliest ?? e.When.Latest).ThenBy(e => e.When.Latest ?? DateOnly.MaxValue)
            .ThenBy(e => e.Label, StringComparer.Ordinal).ThenBy(e => e.Href, StringComparer.Ordinal).ToImmutableArray();
        if (dated.IsEmpty) return null;
        if (TimelineLayout.Window(dated, day, dossier) is not var (first, last)) return null;
        var lanes = dated.Select(e => e.Lane).Distinct().Order().Select(Lane);
        var description = Words.Fill("chart.timeline-description", ("n", Words.Number(dated.Length)), ("from", DateWords.Of(first)), ("to", DateWords.Of(last)), ("lanes", string.Join(", ", lanes)));
        return new(id, description, dated, day, new(first, last, Left, Right - Left));
    }

    /// <inheritdoc/>
    public override ChartTable Table => ChartTable.Of("when lane what", _events.Select(e => new ChartRow([DateWords.Of(e.When), Lane(e.Lane), e.Label], e.Href)));

    private protected override (int Width, int Height) Size => (Width, Bottom + _legend.Height + 4);

    private int Bottom => Axis + _bands.Sum(Height);

    private protected override void Draw(Canvas canvas)
    {
        Axes.Days(canvas, _scale, Axis - 4, Bottom, Width);
        var y = Axis;
        foreach (var band in _bands)
        {
            DrawBand(canvas, band, y);
            y += Height(band);
        }

        Axes.Today(canvas, _scale, _day, Axis, Bottom);
        _legend.Draw(canvas, Bottom);
    }

    private static string Lane(TimelineLane lane) => Words.Of($"chart.lane-{Words.Code(lane)}");

    private static IEnumerable<LegendEntry> Entries(ImmutableArray<TimelineMark> marks, bool hasDay)
    {
        if (marks.Any(m => m.Event.When.IsDay && !m.Event.When.IsApproximate)) yield return LegendEntry.Of(Words.Of("chart.legend-day"), Glyph.Dot, "plain");
        if (marks.Any(m => m.Event.When.IsDay && m.Event.When.IsApproximate)) yield return LegendEntry.Of(Words.Of("chart.legend-about"), Glyph.Faint, "plain");
        if (marks.Any(m => !m.Event.When.IsDay)) yield return new(Words.Of("chart.legend-range"), (canvas, x, y) => Range(canvas, x - 12, x + 12, y, false, false));
        if (marks.Any(m => m.OpensLeft || m.OpensRight)) yield return new(Words.Of("chart.legend-open"), (canvas, x, y) => Range(canvas, x - 12, x + 12, y, false, true));
        if (marks.Any(m => !m.Event.Firm)) yield return LegendEntry.Of(Words.Of("chart.legend-hollow"), Glyph.Ring, "plain");
        if (hasDay) yield return LegendEntry.Of(Words.Of("chart.legend-today"), "day");
    }

    private static int Height(TimelineBand band) => BandHead + (Math.Max(1, band.Rows) * RowHeight) + BandFoot;

    // What ended before the axis, or began before it and reaches far into it or has no end.
    private bool IsEarlier(TimelineEvent e) => e.When.Latest is { } last && (last < _scale.First || (e.When.Earliest is { } start && start < _scale.First && start.AddDays(MostBefore) < _scale.First))
        || (e.When.Latest is null && e.When.Earliest < _scale.First);


    private bool IsLater(TimelineEvent e) => e.When.Earliest is { } first && first > _scale.Last;

    private void DrawBand(Canvas canvas, TimelineBand band, int top)
    {
        canvas.Line("rule", 0, top, Width, top);
        canvas.Text(string.Join(" · ", Heading(band)), Left, top + 15, TextStyle.LaneName);
        canvas.List(Lane(band.Lane), () =>
        {
            foreach (var mark in band.Marks) DrawMark(canvas, mark, top + BandHead + (mark.Row * RowHeight) + (RowHeight / 2));
        }, "lane " + Words.Code(band.Lane));
    }

    private IEnumerable<string> Heading(TimelineBand band)
    {
        yield return Lane(band.Lane);
        if (band.Crowded > 0) yield return Words.Fill("chart.crowded", ("n", Words.Number(band.Crowded)));
        if (band != _bands[0]) yield break;
        if (_earlier > 0) yield return Words.Fill("chart.earlier", ("n", Words.Number(_earlier)));
        if (_later > 0) yield return Words.Fill("chart.later", ("n", Words.Number(_later)));
    }

    private static void DrawMark(Canvas canvas, TimelineMark mark, int y)
    {
        var (at, hollow) = (mark.Event, mark.Event.Firm ? "" : " hollow");
        canvas.Mark(new(at.Detail, at.Href), "mark" + hollow + (mark.Inside ? " inside" : ""), () =>
        {
            if (at.When.IsDay) canvas.Shape(at.When.IsApproximate ? Glyph.Faint : at.Firm ? Glyph.Dot : Glyph.Ring, "lane-mark", (mark.From + mark.To) / 2, y, 4.5);
            else if (mark.Inside) canvas.Rect("span", mark.From, y - 8, mark.To - mark.From, 16);
            else Range(canvas, mark.From, mark.To, y, mark.OpensLeft, mark.OpensRight, at.When.IsApproximate);
            canvas.Text(mark.Label, mark.LabelX, y + 4, end: mark.LabelLeft ? TextEnd.End : TextEnd.Start, halo: !mark.Inside);
        });
    }

    // Some day, or all days, between two: a bar with a stop at each end that is known, an arrow at one that is not.
    private static void Range(Canvas canvas, double from, double to, double y, bool opensLeft, bool opensRight, bool isAbout = false)
    {
        canvas.Rect(isAbout ? "span about" : "span", from, y - 3, to - from, 6);
        canvas.Path("stop", (opensLeft ? $"M{At(from + 5, y - 6)} L{At(from, y)} L{At(from + 5, y + 6)}" : $"M{At(from, y - 6)} L{At(from, y + 6)}")
            + (opensRight ? $" M{At(to - 5, y - 6)} L{At(to, y)} L{At(to - 5, y + 6)}" : $" M{At(to, y - 6)} L{At(to, y + 6)}"));
    }
}
