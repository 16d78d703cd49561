using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>What stands around a chart that is a file of its own.</summary>
public sealed record ChartFrame
{
    /// <summary>The day it speaks as of; null where none is known.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>The strictest marking of what it rests on; null where it rests on no document.</summary>
    public Marking? Marking { get; init; }

    /// <summary>The documents that its marks lead to, in the order of the record.</summary>
    public ImmutableArray<ChartSource> Sources { get; init; } = [];
}

/// <summary>A document under a chart.</summary>
/// <param name="Id">Anchor to which marks lead.</param>
/// <param name="Label">Publisher, else title or file name, and day.</param>
/// <param name="Href">Address of the web; null where it has none.</param>
public sealed record ChartSource(string Id, string Label, string? Href);

/// <summary>Places title, day, marking and sources above and below a chart.</summary>
internal sealed class FrameLayout
{
    private const int Side = 12;
    private const int MostSources = 60;
    private readonly ChartFrame _frame;
    private readonly string _title;
    private readonly ImmutableArray<(ChartSource Source, double X, int Row)> _sources;
    private readonly int _rows;
    private readonly int _more;

    public FrameLayout(Chart chart, int width, ChartFrame? frame)
    {
        _frame = frame ?? new();
        _title = TextStyle.Heading.Fit(chart.Title, width - (2 * Side) - (_frame.Marking is null ? 0 : 150));
        var places = ImmutableArray.CreateBuilder<(ChartSource, double, int)>();
        var (x, row) = (0.0, 0);
        foreach (var source in _frame.Sources.Take(MostSources))
        {
            var label = TextStyle.Small.Fit(source.Label, width - (2 * Side));
            var wide = TextStyle.Small.Width(label) + 22;
            if (x > 0 && x + wide - 22 > width - (2 * Side)) (x, row) = (0, row + 1);
            places.Add((source with { Label = label }, Side + x, row));
            x += wide;
        }

        _more = Math.Max(0, _frame.Sources.Length - MostSources);
        _sources = places.ToImmutable();
        _rows = _sources.IsEmpty ? 0 : row + 1 + (_more > 0 ? 1 : 0);
        Top = _frame.Day is null ? 40 : 56;
        Bottom = _rows == 0 ? 12 : 40 + (_rows * 16);
    }

    /// <summary>Height above the chart.</summary>
    public int Top { get; }

    /// <summary>Height below the chart.</summary>
    public int Bottom { get; }

    public void Paper(Canvas canvas, (int Width, int Height) size) => canvas.Rect("paper", 0, -Top, size.Width, size.Height + Top + Bottom, round: 0);

    public void Draw(Markup svg, Canvas canvas, (int Width, int Height) size)
    {
        canvas.Text(_title, Side, 24 - Top, TextStyle.Heading);
        if (_frame.Day is { } day) canvas.Text(Words.Fill("header.day", ("date", DateWords.Of(day))), Side, 42 - Top, TextStyle.Small);
        if (_frame.Marking is { } marking)
            canvas.Text(marking == Marking.Unmarked ? Words.Of("header.unmarked") : Words.Of("marking", marking), size.Width - Side, (marking == Marking.Unmarked ? 42 : 24) - Top, marking == Marking.Unmarked ? TextStyle.Small : TextStyle.Strong, TextEnd.End);
        if (_rows == 0) return;
        canvas.Line("rule", Side, size.Height + 8, size.Width - Side, size.Height + 8);
        canvas.Text(Words.Of("section.sources.title"), Side, size.Height + 24, TextStyle.Strong);
        foreach (var (source, x, row) in _sources)
        {
            svg.Open("g", ("id", source.Id));
            if (source.Href is not null) svg.Open("a", ("href", source.Href), ("rel", "noopener noreferrer external"));
            canvas.Text(source.Label, x, size.Height + 40 + (row * 16), TextStyle.Small);
            if (source.Href is not null) svg.Close("a");
            svg.Close("g");
        }

        if (_more > 0) canvas.Text(Words.Count("chart.more-sources", _more), Side, size.Height + 40 + ((_rows - 1) * 16), TextStyle.Small);
    }
}
