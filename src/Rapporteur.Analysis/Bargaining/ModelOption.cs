using System.Collections.Immutable;
using System.Globalization;

namespace Rapporteur.Analysis;

/// <summary>An option of a model.</summary>
/// <param name="Name">Name, as a command takes it.</param>
/// <param name="Values">What it may be; the first is the default. A number has its default alone.</param>
/// <param name="Meaning">What it does, in one sentence.</param>
public sealed record ModelOption(string Name, ImmutableArray<string> Values, string Meaning)
{
    /// <summary>Bounds of a number, both included; null where the values are words.</summary>
    public (double Least, double Most)? Range { get; init; }

    /// <summary>Whether it is a whole number.</summary>
    public bool IsCount { get; init; }

    /// <summary>A number within bounds.</summary>
    public static ModelOption Number(string name, double usual, double least, double most, string meaning) =>
        new(name, [usual.ToString(CultureInfo.InvariantCulture)], meaning) { Range = (least, most) };

    /// <summary>A whole number within bounds.</summary>
    public static ModelOption Count(string name, int usual, int least, int most, string meaning) =>
        Number(name, usual, least, most, meaning) with { IsCount = true };

    /// <summary>What it takes, in words: <c>a number from 0 to 1</c>.</summary>
    public string Takes => Range is not { } range ? string.Join(", ", Values)
        : string.Create(CultureInfo.InvariantCulture, $"a {(IsCount ? "whole number" : "number")} from {range.Least} to {range.Most}");

    /// <summary>Whether it may be a value.</summary>
    /// <param name="value">The value, as typed.</param>
    public bool Allows(string value)
    {
        if (Range is not { } range) return Values.Contains(value, StringComparer.Ordinal);
        return double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= range.Least && number <= range.Most
            && (!IsCount || number == Math.Floor(number));
    }
}
