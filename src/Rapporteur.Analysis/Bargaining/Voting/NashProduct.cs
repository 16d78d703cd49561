namespace Rapporteur.Analysis;

/// <summary>The weighted product of gains on a scale from 0 to 1, and where it is greatest. Its logarithm is concave, so that halving finds the place.</summary>
/// <param name="weights">Bargaining weights.</param>
/// <param name="places">Positions in [0, 1].</param>
/// <param name="quadratic">Whether utility falls with the square of the distance.</param>
/// <param name="cost">How much worse disagreement is than the far end.</param>
/// <param name="reference">The reference point; null where disagreement is costly to all.</param>
internal sealed class NashProduct(double[] weights, double[] places, bool quadratic, double cost, double? reference)
{
    /// <summary>Where the product is greatest.</summary>
    public double Best()
    {
        var (low, high) = (1.0, 0.0);
        for (var i = 0; i < places.Length; i++)
            if (weights[i] > 0) (low, high) = (Math.Min(low, places[i]), Math.Max(high, places[i]));
        if (low >= high) return high >= low ? low : places.Sum() / places.Length;
        if (reference is { } point)
        {
            // Only what nobody likes less than the reference point: within its mirror image in every position.
            if (point >= low && point <= high) return point;
            for (var i = 0; i < places.Length; i++)
                if (weights[i] > 0) (low, high) = point < low ? (low, Math.Min(high, (2 * places[i]) - point)) : (Math.Max(low, (2 * places[i]) - point), high);
            if (low >= high) return point < low ? high : low;
        }

        for (var step = 0; step < 200; step++)
        {
            var middle = low + ((high - low) / 2);
            if (middle <= low || middle >= high) break;
            if (Slope(middle) > 0) low = middle;
            else high = middle;
        }

        return Snap(low + ((high - low) / 2));
    }

    private double Slope(double x)
    {
        var slope = 0.0;
        for (var i = 0; i < places.Length; i++)
        {
            if (weights[i] <= 0) continue;
            var distance = x - places[i];
            var gain = Utility(distance) - (reference is { } point ? Utility(point - places[i]) : -cost);
            var fall = quadratic ? -2 * distance : -Math.Sign(distance);
            slope += weights[i] * fall / Math.Max(gain, 1e-300);
        }

        return slope;
    }

    private double Utility(double distance) => quadratic ? 1 - (distance * distance) : 1 - Math.Abs(distance);

    // A maximum at a kink is somebody's position, to the bit.
    private double Snap(double x)
    {
        foreach (var place in places)
            if (Math.Abs(place - x) < 1e-13) return place;
        return x;
    }
}
