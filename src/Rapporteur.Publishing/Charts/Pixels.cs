using System.Globalization;

namespace Rapporteur.Publishing;

/// <summary>Numbers of a picture.</summary>
internal static class Pixels
{
    /// <summary>A length or place in pixels, to a tenth.</summary>
    public static string At(double pixels) => pixels.ToString("0.#", CultureInfo.InvariantCulture);
}
