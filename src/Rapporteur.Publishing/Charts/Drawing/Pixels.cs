using System.Globalization;

namespace Rapporteur.Publishing;

/// <summary>Numbers of a picture.</summary>
internal static class Pixels
{
    /// <summary>A length or place in pixels, to a tenth.</summary>
    public static string At(double pixels)
    {
        var text = pixels.ToString("0.#", CultureInfo.InvariantCulture);
        return text == "-0" ? "0" : text;
    }

    /// <summary>A place, as paths write it.</summary>
    public static string At(double x, double y) => $"{At(x)},{At(y)}";

    /// <summary>A value of an axis, to two places.</summary>
    public static string Value(double value)
    {
        var text = value.ToString(Math.Abs(value) >= 10000 ? "#,0.##" : "0.##", CultureInfo.InvariantCulture);
        return text == "-0" ? "0" : text;
    }
}
