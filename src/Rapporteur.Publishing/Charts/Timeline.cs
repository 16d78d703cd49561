using System.Collections.Immutable;
using System.Globalization;

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
    private const int Axis = 26;
    private const int MostBefore = 31;
    private readonly TimeScale _scale;
    private readonly ImmutableArray<TimelineBand> _bands;
    private readonly DateOnly? _day;
    private readonly int _earlier;
    private readonly int _later;

    private Timeline(string id, string description, ImmutableArray<TimelineEvent> events, DateOnly? day, TimeScale scale)
        : base(id, Words.Of("chart.timeline"), description)
    {
        _scale = scale;
        _day = day;
        _earlier = events.Count(IsEarlier);
        _later = events.Count(IsLater);
        _bands = TimelineLayout.Bands([.. events.Where(e => !IsEarlier(e) && !IsLater(e))], scale);
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
            .ThenBy(e => e.Label, StringComparer.Ordinal).ThenBy(e => e.Anchor, StringComparer.Ordinal).ToImmutableArray();
        if (dated.IsEmpty) return null;
        if (TimelineLayout.Window(dated, day, dossier) is not var (first, last)) return null;
        var lanes = dated.Select(e => e.Lane).Distinct().Order().Select(l => Words.Of($"chart.lane-{Words.Code(l)}"));
        var description = Words.Fill("chart.timeline-description", ("n", Words.Number(dated.Length)), ("from", DateWords.Of(first)), ("to", DateWords.Of(last)), ("lanes", string.Join(", ", lanes)));
        return new(id, description, dated, day, new(first, last, Left, Right - Left));
    }

    private protected override (int Width, int Height) Size => (Width, Axis + _bands.Sum(Height) + 4);

    private protected override void Draw(Markup svg)
    {
        var bottom = Axis + _bands.Sum(Height);
        DrawAxis(svg, bottom);
        var y = Axis;
        foreach (var band in _bands)
        {
            DrawBand(svg, band, y);
            y += Height(band);
        }

        if (_day is { } day && day >= _scale.First && day <= _scale.Last)
        {
            var x = Pixels(_scale.Middle(day));
            svg.Open("line", ("class", "day"), ("x1", x), ("x2", x), ("y1", Words.Number(Axis)), ("y2", Words.Number(bottom)));
            svg.Element("title", $"{Words.Of("chart.day")}: {DateWords.Of(day)}");
            svg.Close("line");
        }
    }

    private static int Height(TimelineBand band) => BandHead + (Math.Max(1, band.Rows) * RowHeight) + BandFoot;

    // What ended before the axis, or began before it and reaches far into it or has no end.
    private bool IsEarlier(TimelineEvent e) => e.When.Latest is { } last && (last < _scale.First || (e.When.Earliest is { } start && start < _scale.First && start.AddDays(MostBefore) < _scale.First))
        || (e.When.Latest is null && e.When.Earliest < _scale.First);


    private bool IsLater(TimelineEvent e) => e.When.Earliest is { } first && first > _scale.Last;

    private void DrawAxis(Markup svg, int bottom)
    {
        foreach (var tick in _scale.Ticks())
        {
            var x = _scale.Start(tick.Day);
            svg.Open("line", ("class", tick.Major ? "tick major" : "tick"), ("x1", Pixels(x)), ("x2", Pixels(x)), ("y1", "8"), ("y2", Words.Number(bottom)));
            svg.Close("line");
            if (x + 4 + TextWidth.Of(tick.Label, 11) <= Width) svg.Element("text", tick.Label, ("class", "scale"), ("x", Pixels(x + 4)), ("y", "16"));
        }
    }

    private void DrawBand(Markup svg, TimelineBand band, int top)
    {
        svg.Open("g", ("class", "lane " + Words.Code(band.Lane)), ("role", "list"), ("aria-label", Words.Of($"chart.lane-{Words.Code(band.Lane)}")));
        svg.Open("line", ("class", "rule"), ("x1", "0"), ("x2", Words.Number(Width)), ("y1", Words.Number(top)), ("y2", Words.Number(top)));
        svg.Close("line");
        svg.Element("text", string.Join(" · ", Heading(band)), ("class", "lane-name"), ("x", Words.Number(Left)), ("y", Words.Number(top + 15)));
        foreach (var mark in band.Marks) DrawMark(svg, mark, top + BandHead + (mark.Row * RowHeight) + (RowHeight / 2));
        svg.Close("g");
    }

    private IEnumerable<string> Heading(TimelineBand band)
    {
        yield return Words.Of($"chart.lane-{Words.Code(band.Lane)}");
        if (band.Crowded > 0) yield return Words.Fill("chart.crowded", ("n", Words.Number(band.Crowded)));
        if (band != _bands[0]) yield break;
        if (_earlier > 0) yield return Words.Fill("chart.earlier", ("n", Words.Number(_earlier)));
        if (_later > 0) yield return Words.Fill("chart.later", ("n", Words.Number(_later)));
    }

    private static void DrawMark(Markup svg, TimelineMark mark, int y)
    {
        svg.Open("g", ("role", "listitem"));
        svg.Open("a", ("href", "#" + mark.Event.Anchor), ("class", "mark" + (mark.Event.Firm ? "" : " hollow") + (mark.Inside ? " inside" : "")));
        svg.Element("title", mark.Event.Detail);
        if (mark.Event.When.IsDay)
            svg.Open("circle", ("cx", Pixels((mark.From + mark.To) / 2)), ("cy", Words.Number(y)), ("r", "4.5"));
        else
            svg.Open("rect", ("x", Pixels(mark.From)), ("y", Words.Number(mark.Inside ? y - 8 : y - 4)), ("width", Pixels(mark.To - mark.From)), ("height", mark.Inside ? "16" : "8"), ("rx", "2"));
        svg.Close(mark.Event.When.IsDay ? "circle" : "rect");
        svg.Element("text", mark.Label, ("class", "label"), ("x", Pixels(mark.LabelX)), ("y", Words.Number(y + 4)), ("text-anchor", mark.LabelLeft ? "end" : null));
        svg.Close("a");
        svg.Close("g");
    }

    private static string Pixels(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
