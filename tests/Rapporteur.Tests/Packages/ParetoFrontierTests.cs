using Rapporteur.Analysis;
using Xunit;

namespace Rapporteur.Tests;

public sealed class ParetoFrontierTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    public void What_stays_is_what_no_other_point_beats(int width)
    {
        for (var seed = 0UL; seed < 40; seed++)
        {
            var chance = new ChanceStream(seed, (ulong)width);
            var points = new double[(1 + chance.Below(seed < 30 ? 60 : 3000)) * width];
            for (var i = 0; i < points.Length; i++) points[i] = seed % 2 == 0 ? chance.Below(6) : chance.Unit();
            Assert.Equal(Slow(points, width), Distinct(points, width, ParetoFrontier.Of(points, width)));
        }
    }

    [Fact]
    public void A_point_that_another_beats_changes_nothing()
    {
        var points = new double[] { 3, 1, 2, 2, 1, 3 };
        Assert.Equal([0, 1, 2], ParetoFrontier.Of(points, 2));
        Assert.Equal([0, 1, 2], ParetoFrontier.Of([.. points, 1, 1, 2, 1], 2));
    }

    [Fact]
    public void Of_equal_points_the_first_stays() => Assert.Equal([1], ParetoFrontier.Of([0, 0, 0, 2, 2, 2, 2, 2, 2], 3));

    private static SortedSet<string> Distinct(double[] points, int width, IEnumerable<int> kept) => [.. kept.Select(i => string.Join(' ', points[(i * width)..((i + 1) * width)]))];

    private static SortedSet<string> Slow(double[] points, int width)
    {
        var count = points.Length / width;
        return Distinct(points, width, Enumerable.Range(0, count).Where(i => !Enumerable.Range(0, count).Any(j => Beats(points, width, j, i))));
    }

    private static bool Beats(double[] points, int width, int one, int other)
    {
        var better = false;
        for (var d = 0; d < width; d++)
        {
            if (points[(one * width) + d] < points[(other * width) + d]) return false;
            better |= points[(one * width) + d] > points[(other * width) + d];
        }

        return better;
    }
}
