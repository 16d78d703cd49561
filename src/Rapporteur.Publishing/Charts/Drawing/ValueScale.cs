namespace Rapporteur.Publishing;

/// <summary>A linear axis of numbers with ticks at round values (1, 2 or 5 times a power of ten).</summary>
internal sealed class ValueScale
{
    private readonly double _from;
    private readonly double _to;
    private readonly double _step;

    /// <summary>An axis between two values at two places.</summary>
    /// <param name="low">Least value to be shown.</param>
    /// <param name="high">Greatest value to be shown.</param>
    /// <param name="from">Place of the low end, in pixels.</param>
    /// <param name="to">Place of the high end; it may lie above or left of the low end.</param>
    /// <param name="ticks">About how many ticks are wanted.</param>
    /// <param name="isRound">Whether the axis is lengthened to round values; else it ends where the values do.</param>
    public ValueScale(double low, double high, double from, double to, int ticks = 4, bool isRound = true)
    {
        if (!(high - low > 1e-12)) (low, high) = (low - 0.5, high + 0.5);
        _step = Step((high - low) / ticks);
        (Low, High) = isRound ? (Math.Floor((low / _step) + 1e-9) * _step, Math.Ceiling((high / _step) - 1e-9) * _step) : (low, high);
        (_from, _to) = (from, to);
    }

    /// <summary>Least value of the axis.</summary>
    public double Low { get; }

    /// <summary>Greatest value of the axis.</summary>
    public double High { get; }

    /// <summary>Place of a value; held within the axis.</summary>
    public double At(double value) => _from + ((_to - _from) * Math.Clamp((value - Low) / (High - Low), 0, 1));

    /// <summary>Round values on the axis.</summary>
    public IEnumerable<double> Ticks()
    {
        var first = Math.Ceiling((Low / _step) - 1e-9);
        for (var i = first; i * _step <= High + (_step * 1e-6) && i < first + 50; i++) yield return Math.Round(i * _step, 12);
    }

    private static double Step(double rough)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        return power * ((rough / power) switch { <= 1.0000001 => 1, <= 2.0000001 => 2, <= 5.0000001 => 5, _ => 10 });
    }
}
