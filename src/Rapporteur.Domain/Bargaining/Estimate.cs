using System.Globalization;

namespace Rapporteur.Domain;

/// <summary>How likely the values between the ends of an estimate are.</summary>
public enum EstimateShape
{
    /// <summary>One value, taken as known.</summary>
    Exact,
    /// <summary>Every value between the ends is as likely as any other.</summary>
    Uniform,
    /// <summary>Most likely in one place, and ever less so towards the ends.</summary>
    Triangular,
}

/// <summary>A number that an analyst puts in, with how far off it may be. It never comes from the program.</summary>
public readonly record struct Estimate
{
    /// <summary>Greatest size of a number: sums and powers of such numbers stay finite.</summary>
    public const double Greatest = 1e15;

    private Estimate(EstimateShape shape, double least, double likeliest, double most)
    {
        (Shape, Least, Likeliest, Most) = (shape, least, likeliest, most);
    }

    /// <summary>How likely the values between the ends are.</summary>
    public EstimateShape Shape { get; }

    /// <summary>Least value.</summary>
    public double Least { get; }

    /// <summary>The value that a single run takes: the mode, and for a uniform estimate the middle.</summary>
    public double Likeliest { get; }

    /// <summary>Greatest value.</summary>
    public double Most { get; }

    /// <summary>Whether it is one value.</summary>
    public bool IsExact => Shape == EstimateShape.Exact;

    /// <summary>One value, taken as known.</summary>
    /// <param name="value">The value; finite.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is not finite.</exception>
    public static Estimate Exactly(double value) => new(EstimateShape.Exact, Finite(value, nameof(value)), value, value);

    /// <summary>Anything between two ends.</summary>
    /// <param name="least">Least value.</param>
    /// <param name="most">Greatest value; not below the least.</param>
    /// <exception cref="ArgumentOutOfRangeException">An end is not finite, or they are reversed.</exception>
    public static Estimate Between(double least, double most)
    {
        Finite(least, nameof(least));
        Finite(most, nameof(most));
        if (most < least) throw new ArgumentOutOfRangeException(nameof(most), most, "A range has its least value first.");
        return most == least ? Exactly(least) : new(EstimateShape.Uniform, least, least + ((most - least) / 2), most);
    }

    /// <summary>A most likely value and two ends.</summary>
    /// <param name="least">Least value.</param>
    /// <param name="likeliest">Most likely value, between the ends.</param>
    /// <param name="most">Greatest value.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is not finite, or they are not in order.</exception>
    public static Estimate Around(double least, double likeliest, double most)
    {
        Finite(least, nameof(least));
        Finite(likeliest, nameof(likeliest));
        Finite(most, nameof(most));
        if (likeliest < least || most < likeliest) throw new ArgumentOutOfRangeException(nameof(likeliest), likeliest, "A range has its least value first, and its likeliest between the ends.");
        return most == least ? Exactly(least) : new(EstimateShape.Triangular, least, likeliest, most);
    }

    /// <summary>Reads <c>5</c>, <c>3..7</c> (uniform) or <c>3&lt;5&lt;7</c> (triangular).</summary>
    /// <param name="text">The text; blanks do not count.</param>
    /// <param name="estimate">What it says.</param>
    /// <returns>Whether it is one of the three, with numbers in order, of which none is beyond <see cref="Greatest"/>.</returns>
    public static bool TryParse(string text, out Estimate estimate)
    {
        ArgumentNullException.ThrowIfNull(text);
        estimate = default;
        var isRange = text.Contains("..", StringComparison.Ordinal);
        var parts = isRange ? text.Split("..") : text.Split('<');
        var values = new double[parts.Length];
        for (var i = 0; i < parts.Length; i++)
            if (!double.TryParse(parts[i].Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out values[i]) || !(Math.Abs(values[i]) <= Greatest)) return false;
        if (!values.AsSpan().SequenceEqual(values.Order().ToArray())) return false;
        switch (isRange, values)
        {
            case (true, [var least, var most]):
                estimate = Between(least, most);
                return true;
            case (false, [var value]):
                estimate = Exactly(value);
                return true;
            case (false, [var least, var likeliest, var most]):
                estimate = Around(least, likeliest, most);
                return true;
            default:
                return false;
        }
    }

    /// <summary>The value below which a share of its distribution lies.</summary>
    /// <param name="share">The share, in [0, 1].</param>
    public double Quantile(double share)
    {
        if (Shape == EstimateShape.Exact) return Likeliest;
        var width = Most - Least;
        if (Shape == EstimateShape.Uniform) return Least + (share * width);
        var (left, right) = (Likeliest - Least, Most - Likeliest);
        return share * width < left ? Least + Math.Sqrt(share * width * left) : Most - Math.Sqrt((1 - share) * width * right);
    }

    /// <summary>As <see cref="TryParse"/> reads it.</summary>
    public override string ToString() => Shape switch
    {
        EstimateShape.Uniform => string.Create(CultureInfo.InvariantCulture, $"{Least}..{Most}"),
        EstimateShape.Triangular => string.Create(CultureInfo.InvariantCulture, $"{Least}<{Likeliest}<{Most}"),
        _ => Likeliest.ToString(CultureInfo.InvariantCulture),
    };

    private static double Finite(double value, string name) =>
        double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(name, value, "An estimate is a finite number.");
}
