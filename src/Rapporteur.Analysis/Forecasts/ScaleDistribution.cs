using System.Collections.Immutable;

namespace Rapporteur.Analysis;

/// <summary>How likely each outcome on a scale from 0 to 100 is, in steps of one half: points and smooth parts alike.</summary>
public sealed class ScaleDistribution
{
    /// <summary>How far two neighbouring points lie apart.</summary>
    public const double Step = .5;

    /// <summary>Number of points: 0, .5, … 100.</summary>
    public const int Points = 201;

    private readonly double[] _upTo;

    private ScaleDistribution(double[] upTo) => _upTo = upTo;

    /// <summary>Shares of the outcomes that lie at a point or below it, point by point; the last is 1.</summary>
    public ReadOnlySpan<double> UpTo => _upTo;

    /// <summary>Mean.</summary>
    public double Mean
    {
        get
        {
            var above = 0.0;
            for (var k = 0; k < Points - 1; k++) above += 1 - _upTo[k];
            return above * Step;
        }
    }

    /// <summary>Every point as likely as any other.</summary>
    public static ScaleDistribution Uniform { get; } = Between(0, 100);

    /// <summary>Certainty of one value, on the point next to it.</summary>
    /// <param name="value">The value, in [0, 100].</param>
    public static ScaleDistribution At(double value)
    {
        var (upTo, at) = (new double[Points], Nearest(value));
        upTo.AsSpan(at).Fill(1);
        return new(upTo);
    }

    /// <summary>A normal distribution around a value; what would lie beyond an end of the scale lies at the end.</summary>
    /// <param name="value">The value, in [0, 100].</param>
    /// <param name="bandwidth">Standard deviation in units of the scale; 0 for certainty.</param>
    public static ScaleDistribution Around(double value, double bandwidth)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(bandwidth);
        if (bandwidth == 0) return At(value);
        Nearest(value);
        var upTo = new double[Points];
        for (var k = 0; k < Points - 1; k++) upTo[k] = NormalDistribution.Below(((k + .5) * Step - value) / bandwidth);
        upTo[^1] = 1;
        return new(upTo);
    }

    /// <summary>Every value between two as likely as any other.</summary>
    /// <param name="least">The lower, in [0, 100].</param>
    /// <param name="most">The upper, not below the lower.</param>
    public static ScaleDistribution Between(double least, double most)
    {
        if (most <= least) return At(least);
        Nearest(least);
        Nearest(most);
        var upTo = new double[Points];
        for (var k = 0; k < Points - 1; k++) upTo[k] = Math.Clamp((((k + .5) * Step) - least) / (most - least), 0, 1);
        upTo[^1] = 1;
        return new(upTo);
    }

    /// <summary>A mixture.</summary>
    /// <param name="parts">The parts.</param>
    /// <param name="weights">A weight for each, not negative; they are brought to a sum of 1.</param>
    public static ScaleDistribution Mixture(IReadOnlyList<ScaleDistribution> parts, ReadOnlySpan<double> weights)
    {
        ArgumentNullException.ThrowIfNull(parts);
        if (parts.Count != weights.Length) throw new ArgumentException($"There are {parts.Count} parts and {weights.Length} weights.", nameof(weights));
        var (upTo, all) = (new double[Points], 0.0);
        foreach (var weight in weights)
        {
            if (!(weight >= 0 && double.IsFinite(weight))) throw new ArgumentOutOfRangeException(nameof(weights), weight, "A weight of a mixture is a finite number from 0.");
            all += weight;
        }

        if (all <= 0) throw new ArgumentOutOfRangeException(nameof(weights), all, "One weight of a mixture has to be above 0.");
        for (var j = 0; j < parts.Count; j++)
        {
            var (part, share) = (parts[j]._upTo, weights[j] / all);
            for (var k = 0; k < Points - 1; k++) upTo[k] += share * part[k];
        }

        upTo[^1] = 1;
        return new(upTo);
    }

    /// <summary>The same without its outermost parts: what lies beyond moves to where the part begins.</summary>
    /// <param name="share">Share that is left out at either end, in [0, .5).</param>
    public ScaleDistribution Trimmed(double share)
    {
        if (!(share is >= 0 and < .5)) throw new ArgumentOutOfRangeException(nameof(share), share, "The share that is left out at either end lies between 0 and .5.");
        var upTo = new double[Points];
        for (var k = 0; k < Points; k++) upTo[k] = Math.Clamp((_upTo[k] - share) / (1 - (2 * share)), 0, 1);
        return new(upTo);
    }

    /// <summary>The least point that has at least a share of the outcomes at or below it.</summary>
    /// <param name="share">The share, in [0, 1].</param>
    public double Quantile(double share)
    {
        var (low, high) = (0, Points - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_upTo[middle] >= share - 1e-12) high = middle;
            else low = middle + 1;
        }

        return low * Step;
    }

    /// <summary>Whether an outcome lies within the interval between two quantiles that leave the same share out on either side.</summary>
    /// <param name="outcome">The outcome.</param>
    /// <param name="share">Share that the interval should hold, such as .8.</param>
    public bool Covers(double outcome, double share)
    {
        var outside = (1 - share) / 2;
        return Quantile(outside) <= outcome && outcome <= Quantile(1 - outside);
    }

    /// <summary>Share of the forecast that lies below an outcome, and share that lies at it or below: between the two, every value is as good as any other.</summary>
    /// <param name="outcome">The outcome, in [0, 100].</param>
    public (double Below, double UpTo) Rank(double outcome)
    {
        var at = Nearest(outcome);
        return (at == 0 ? 0 : _upTo[at - 1], _upTo[at]);
    }

    /// <summary>Continuous ranked probability score of an outcome: the area between the distribution and the step at the outcome, squared; in units of the scale, lower is better (Matheson and Winkler 1976).</summary>
    /// <param name="outcome">The outcome, in [0, 100].</param>
    public double Crps(double outcome)
    {
        if (!(outcome is >= 0 and <= 100)) throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "An outcome lies between 0 and 100.");
        var sum = 0.0;
        for (var k = 0; k < Points - 1; k++)
        {
            // Share of the piece from this point to the next that lies at or above the outcome.
            var above = Math.Clamp(((k + 1) * Step - outcome) / Step, 0, 1);
            var (f, g) = (_upTo[k], 1 - _upTo[k]);
            sum += ((1 - above) * f * f) + (above * g * g);
        }

        return sum * Step;
    }

    /// <summary>Draws in equal steps of probability, each somewhere within its step, in an order of chance: as even as draws can be.</summary>
    /// <param name="chance">Where they come from.</param>
    /// <param name="count">How many.</param>
    public ImmutableArray<double> Draws(ChanceStream chance, int count)
    {
        ArgumentNullException.ThrowIfNull(chance);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        var draws = new double[count];
        for (var i = 0; i < count; i++) draws[i] = Quantile((i + chance.Unit()) / count);
        for (var i = count - 1; i > 0; i--)
        {
            var other = chance.Below(i + 1);
            (draws[i], draws[other]) = (draws[other], draws[i]);
        }

        return [.. draws];
    }

    private static int Nearest(double value) => value is >= 0 and <= 100
        ? (int)Math.Round(value / Step, MidpointRounding.AwayFromZero)
        : throw new ArgumentOutOfRangeException(nameof(value), value, "A value of the scale lies between 0 and 100.");
}
