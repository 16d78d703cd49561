using System.Collections.Immutable;

namespace Rapporteur.Domain;

/// <summary>A point of a series.</summary>
/// <param name="At">Value of the input.</param>
/// <param name="Value">Value of the result.</param>
public readonly record struct SeriesPoint(double At, double Value);

/// <summary>How a result changes with one input while the others stay as they are.</summary>
/// <param name="Input">Name of the input.</param>
/// <param name="Result">Name of the result.</param>
/// <param name="Points">Points from the least value of the input to the greatest.</param>
public sealed record ComparativeStatics(string Input, string Result, ImmutableArray<SeriesPoint> Points)
{
    /// <summary>Which way it goes: <c>rises</c>, <c>falls</c>, <c>stays</c>, or <c>turns</c> where it does both.</summary>
    public string Direction
    {
        get
        {
            var (rises, falls) = (false, false);
            for (var i = 1; i < Points.Length; i++)
            {
                rises |= Points[i].Value > Points[i - 1].Value + 1e-12;
                falls |= Points[i].Value < Points[i - 1].Value - 1e-12;
            }

            return (rises, falls) switch
            {
                (true, true) => "turns",
                (true, false) => "rises",
                (false, true) => "falls",
                _ => "stays",
            };
        }
    }
}
