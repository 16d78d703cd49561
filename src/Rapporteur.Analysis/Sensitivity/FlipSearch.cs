using System.Collections.Immutable;
using System.Globalization;
using Rapporteur.Domain;

namespace Rapporteur.Analysis;

/// <summary>Looks for the smallest change of one number that flips the outcome: across a line, or by more than a distance. It tries each number in steps outwards from its value, and halves the first step that flips; a flip within a step that flips back is not seen.</summary>
public sealed class FlipSearch
{
    /// <summary>Steps to either end of a number's scale.</summary>
    public const int Steps = 200;

    private readonly double? _line;
    private readonly double _distance;

    private FlipSearch(double? line, double distance) => (_line, _distance) = (line, distance);

    /// <summary>What counts as flipped, in words.</summary>
    public string Rule => _line is { } line ? string.Create(CultureInfo.InvariantCulture, $"crosses {line:0.###}") : string.Create(CultureInfo.InvariantCulture, $"moves by more than {_distance:0.###}");

    /// <summary>The outcome comes to lie on the other side of a line.</summary>
    /// <param name="line">The line.</param>
    public static FlipSearch Across(double line) => new(line, 0);

    /// <summary>The outcome moves by more than a distance.</summary>
    /// <param name="distance">The distance, above 0.</param>
    public static FlipSearch By(double distance) => new(null, distance);

    /// <summary>The flips, the smallest change first; numbers that cannot flip the outcome alone are left out.</summary>
    /// <param name="runner">Model and table.</param>
    /// <param name="dimension">Dimension of the outcome.</param>
    public ImmutableArray<FlipPoint> Find(ModelRunner runner, int dimension)
    {
        ArgumentNullException.ThrowIfNull(runner);
        var numbers = TableNumbers.Of(runner.Table).Where(n => TableNumbers.IsReal(runner.Table, n)).ToArray();
        var (found, usual) = (new FlipPoint?[numbers.Length], runner.Outcome(runner.Likeliest)[dimension]);
        runner.Each(numbers.Length, i => found[i] = Nearest(runner, dimension, numbers[i], usual));
        return [.. found.OfType<FlipPoint>().OrderBy(f => f.Share)];
    }

    private FlipPoint? Nearest(ModelRunner runner, int dimension, TableNumber number, double usual)
    {
        var value = TableNumbers.Value(runner.Likeliest, number);
        var (low, high, unit) = Scale(runner, number, value);
        var (down, up) = (Toward(low), Toward(high));
        return (down, up) switch
        {
            (null, null) => null,
            ({ } one, null) => one,
            (null, { } other) => other,
            ({ } one, { } other) => one.Share <= other.Share ? one : other,
        };

        FlipPoint? Toward(double end)
        {
            var last = value;
            for (var step = 1; step <= Steps; step++)
            {
                var next = step == Steps ? end : value + ((end - value) * step / Steps);
                if (next == last) return null;
                if (Flips(next)) return Halved(last, next);
                last = next;
            }

            return null;
        }

        FlipPoint Halved(double stays, double flips)
        {
            for (var i = 0; i < 40 && Math.Abs(flips - stays) > 1e-9 * unit; i++)
            {
                var middle = stays + ((flips - stays) / 2);
                if (Flips(middle)) flips = middle;
                else stays = middle;
            }

            return new(number, value, flips, Outcome(flips), Math.Abs(flips - value) / unit);
        }

        double Outcome(double changed) => runner.Outcome(TableNumbers.With(runner.Likeliest, number, changed))[dimension];

        bool Flips(double changed) => IsFlipped(usual, Outcome(changed));
    }

    private bool IsFlipped(double usual, double outcome) => _line is { } line ? outcome >= line != usual >= line : Math.Abs(outcome - usual) > _distance;

    // How far a number can go: positions over the scale, saliences over [0, 1], capabilities to nothing or to ten times the greatest.
    private static (double Low, double High, double Unit) Scale(ModelRunner runner, TableNumber number, double value)
    {
        if (number.Quantity == TableQuantity.Salience) return (0, 1, 1);
        if (number.Quantity == TableQuantity.Position)
        {
            var scale = runner.Table.Dimensions[number.Dimension];
            return (scale.Low, scale.High, scale.High - scale.Low);
        }

        var most = runner.Likeliest.Capabilities.Max();
        return (0, 10 * most, value > 0 ? value : most);
    }
}
