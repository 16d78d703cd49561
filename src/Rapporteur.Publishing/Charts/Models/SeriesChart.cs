using System.Text;
using Rapporteur.Domain;
using static Rapporteur.Publishing.Pixels;

namespace Rapporteur.Publishing;

/// <summary>How a result of a model changes with one of its inputs.</summary>
public sealed record SeriesChart : Chart
{
    private const int Left = 70;
    private const int Top = 16;
    private const int Plot = 460;
    private const int Height = 260;
    private readonly ComparativeStatics _statics;
    private readonly ValueScale _across;
    private readonly ValueScale _up;

    /// <summary>Makes the chart.</summary>
    /// <param name="id">Anchor.</param>
    /// <param name="statics">The series; at least one point.</param>
    public SeriesChart(string id, ComparativeStatics statics)
        : base(id, Words.Fill("chart.series", ("result", statics.Result), ("input", statics.Input)), Words.Fill("chart.series-description", ("result", statics.Result), ("input", statics.Input), ("direction", statics.Direction)))
    {
        _statics = statics;
        _across = Scale([.. statics.Points.Select(p => p.At)], Left, Left + Plot, false);
        _up = Scale([.. statics.Points.Select(p => p.Value).Where(double.IsFinite)], Top + Height, Top, true);
    }

    /// <inheritdoc/>
    public override ChartTable Table => new([_statics.Input, _statics.Result], [.. _statics.Points.Select(p => new ChartRow([Value(p.At), double.IsFinite(p.Value) ? Value(p.Value) : "–"]))]);

    private protected override bool IsPicture => true;

    private protected override (int Width, int Height) Size => (Left + Plot + 30, Top + Height + 56);

    private protected override void Draw(Canvas canvas)
    {
        Axes.Up(canvas, _up, Left, Left + Plot);
        Axes.Across(canvas, _across, Top + Height, Top + Height + 4);
        var (path, isOpen) = (new StringBuilder(), false);
        foreach (var point in _statics.Points)
        {
            // Where a result does not exist the line is broken.
            isOpen &= double.IsFinite(point.Value);
            if (!double.IsFinite(point.Value)) continue;
            path.Append(isOpen ? " L" : " M").Append(At(_across.At(point.At), _up.At(point.Value)));
            isOpen = true;
        }

        canvas.Path("outcome", path.ToString().Trim());
        canvas.Text(TextStyle.Label.Fit(_statics.Input, Plot), Left + (Plot / 2), Top + Height + 46, end: TextEnd.Middle);
        canvas.Upright(TextStyle.Label.Fit(_statics.Result, Height), 14, Top + (Height / 2));
    }

    private static ValueScale Scale(double[] values, double from, double to, bool isRound) =>
        values.Length == 0 ? new(0, 1, from, to) : new(values.Min(), values.Max(), from, to, isRound: isRound);
}
