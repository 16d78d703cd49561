namespace Rapporteur.Publishing;

/// <summary>Draws axes: thin lines through the plot with the value at the edge.</summary>
internal static class Axes
{
    /// <summary>An axis of numbers from left to right, with its values below.</summary>
    public static void Across(Canvas canvas, ValueScale scale, double top, double bottom)
    {
        foreach (var value in scale.Ticks())
        {
            canvas.Line("tick", scale.At(value), top, scale.At(value), bottom);
            canvas.Text(Pixels.Value(value), scale.At(value), bottom + 18, TextStyle.Scale, TextEnd.Middle);
        }
    }

    /// <summary>An axis of numbers from bottom to top, with its values to the left.</summary>
    public static void Up(Canvas canvas, ValueScale scale, double left, double right)
    {
        foreach (var value in scale.Ticks())
        {
            canvas.Line("tick", left, scale.At(value), right, scale.At(value));
            canvas.Text(Pixels.Value(value), left - 8, scale.At(value) + 4, TextStyle.Scale, TextEnd.End);
        }
    }

    /// <summary>An axis of days, with its dates above the plot; a date for which there is no room is left out.</summary>
    public static void Days(Canvas canvas, TimeScale scale, double top, double bottom, double edge)
    {
        var free = double.NegativeInfinity;
        foreach (var tick in scale.Ticks())
        {
            var x = scale.Start(tick.Day);
            canvas.Line(tick.Major ? "tick major" : "tick", x, top - 14, x, bottom);
            var end = x + 4 + TextStyle.Scale.Width(tick.Label);
            if (end > edge || x + 4 < free) continue;
            canvas.Text(tick.Label, x + 4, top - 5, TextStyle.Scale);
            free = end + 6;
        }
    }

    /// <summary>The day that the chart speaks as of, where it lies on the axis.</summary>
    public static void Today(Canvas canvas, TimeScale scale, DateOnly? day, double top, double bottom)
    {
        if (day is { } d && d >= scale.First && d <= scale.Last) canvas.Line("day", scale.Middle(d), top, scale.Middle(d), bottom);
    }
}
