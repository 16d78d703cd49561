namespace Rapporteur.Analysis;

/// <summary>Packages of some of the issues, with what they are worth so far and how they were put together.</summary>
internal sealed class PartialPackages
{
    private readonly double[] _points;
    private readonly int[] _issues;
    private readonly int[] _choices;
    private readonly PartialPackages? _left;
    private readonly PartialPackages? _right;
    private readonly PartialPackages[] _either = [];

    private PartialPackages(double[] points, int[] issues, int[] choices, PartialPackages? left, PartialPackages? right, int length)
    {
        (_points, _issues, _choices, _left, _right, Length) = (points, issues, choices, left, right, length);
    }

    private PartialPackages(double[] points, int[] choices, PartialPackages[] either, int length)
        : this(points, [], choices, null, null, length) => _either = either;

    /// <summary>How many there are.</summary>
    internal int Length { get; }

    /// <summary>Packages of issues that are settled together.</summary>
    /// <param name="issues">The issues.</param>
    /// <param name="points">Utilities, package by package, party by party.</param>
    /// <param name="choices">Options, package by package, issue by issue.</param>
    /// <param name="length">How many packages.</param>
    internal static PartialPackages Leaf(int[] issues, double[] points, int[] choices, int length) => new(points, issues, choices, null, null, length);

    /// <summary>The one package of no issue, worth nothing to anybody.</summary>
    internal static PartialPackages Nothing(int width) => Leaf([], new double[width], [], 1);

    /// <summary>Those that none of the others beats.</summary>
    internal PartialPackages Unbeaten(int width)
    {
        var kept = ParetoFrontier.Of(_points, width);
        var (points, choices) = (new double[kept.Length * width], new int[kept.Length * _issues.Length]);
        for (var i = 0; i < kept.Length; i++)
        {
            _points.AsSpan(kept[i] * width, width).CopyTo(points.AsSpan(i * width));
            _choices.AsSpan(kept[i] * _issues.Length, _issues.Length).CopyTo(choices.AsSpan(i * _issues.Length));
        }

        return Leaf(_issues, points, choices, kept.Length);
    }

    /// <summary>The packages of several ways to settle the same issues, without those that others beat.</summary>
    /// <param name="parts">The ways; at least one.</param>
    /// <param name="width">How many parties there are.</param>
    internal static PartialPackages Either(List<PartialPackages> parts, int width)
    {
        if (parts.Count == 1) return parts[0];
        var points = new double[parts.Sum(p => p.Length) * width];
        var from = new int[points.Length / width * 2];
        for (var (p, at) = (0, 0); p < parts.Count; p++)
        {
            parts[p]._points.AsSpan(0, parts[p].Length * width).CopyTo(points.AsSpan(at * width));
            for (var i = 0; i < parts[p].Length; i++, at++) (from[2 * at], from[(2 * at) + 1]) = (p, i);
        }

        var kept = ParetoFrontier.Of(points, width);
        var (some, chosen) = (new double[kept.Length * width], new int[kept.Length * 2]);
        for (var i = 0; i < kept.Length; i++)
        {
            points.AsSpan(kept[i] * width, width).CopyTo(some.AsSpan(i * width));
            (chosen[2 * i], chosen[(2 * i) + 1]) = (from[2 * kept[i]], from[(2 * kept[i]) + 1]);
        }

        return new(some, chosen, [.. parts], kept.Length);
    }

    /// <summary>Every pair of one package and of several of which none beats another: none does afterwards.</summary>
    /// <param name="one">The one.</param>
    /// <param name="several">The others, of other issues.</param>
    /// <param name="width">How many parties there are.</param>
    internal static PartialPackages Moved(PartialPackages one, PartialPackages several, int width)
    {
        var (points, pairs) = (new double[several.Length * width], new int[several.Length * 2]);
        for (var i = 0; i < several.Length; i++)
        {
            for (var d = 0; d < width; d++) points[(i * width) + d] = one._points[d] + several._points[(i * width) + d];
            pairs[(2 * i) + 1] = i;
        }

        return new(points, [], pairs, one, several, several.Length);
    }

    /// <summary>Every pair of two, without those that others beat.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second, of other issues.</param>
    /// <param name="width">How many parties there are.</param>
    /// <param name="most">How many may be left.</param>
    /// <param name="overflow">Whether more are left than that.</param>
    internal static PartialPackages Sum(PartialPackages left, PartialPackages right, int width, int most, out bool overflow)
    {
        // In slices, so that memory stays bounded: what is beaten within a slice is beaten in the whole.
        const int Slice = 4_000_000;
        var rows = Math.Max(1, Slice / right.Length);
        var (points, pairs) = (new List<double>(), new List<int>());
        for (var start = 0; start < left.Length; start += rows)
        {
            var end = Math.Min(left.Length, start + rows);
            var sums = new double[(end - start) * right.Length * width];
            for (var (l, at) = (start, 0); l < end; l++)
                for (var r = 0; r < right.Length; r++)
                    for (var d = 0; d < width; d++) sums[at++] = left._points[(l * width) + d] + right._points[(r * width) + d];
            foreach (var i in ParetoFrontier.Of(sums, width))
            {
                for (var d = 0; d < width; d++) points.Add(sums[(i * width) + d]);
                pairs.Add(start + (i / right.Length));
                pairs.Add(i % right.Length);
            }
        }

        var sum = Unbeaten(left, right, [.. points], pairs, width);
        overflow = sum.Length > most;
        return sum;
    }

    /// <summary>Pairs of two, one for each cell of a grid over all parties but the last: the one that is best for the last.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second, of other issues.</param>
    /// <param name="width">How many parties there are.</param>
    /// <param name="cell">Width of a cell: no party gets less than this below what it would get by the pair that is left out.</param>
    internal static PartialPackages OnGrid(PartialPackages left, PartialPackages right, int width, double cell)
    {
        var cells = new Dictionary<GridCell, int>();
        var (points, pairs) = (new List<double>(), new List<int>());
        Span<double> sum = stackalloc double[width];
        for (var l = 0; l < left.Length; l++)
            for (var r = 0; r < right.Length; r++)
            {
                for (var d = 0; d < width; d++) sum[d] = left._points[(l * width) + d] + right._points[(r * width) + d];
                var key = GridCell.Of(sum[..^1], cell);
                if (!cells.TryGetValue(key, out var at))
                {
                    cells.Add(key, points.Count / width);
                    foreach (var value in sum) points.Add(value);
                    pairs.Add(l);
                    pairs.Add(r);
                }
                else if (sum[^1] > points[(at * width) + width - 1])
                {
                    for (var d = 0; d < width; d++) points[(at * width) + d] = sum[d];
                    (pairs[2 * at], pairs[(2 * at) + 1]) = (l, r);
                }
            }

        return Unbeaten(left, right, [.. points], pairs, width);
    }

    /// <summary>The options of each, issue by issue.</summary>
    /// <param name="issues">How many issues there are.</param>
    internal IEnumerable<int[]> Trace(int issues)
    {
        for (var i = 0; i < Length; i++)
        {
            var options = new int[issues];
            Fill(i, options);
            yield return options;
        }
    }

    private static PartialPackages Unbeaten(PartialPackages left, PartialPackages right, double[] points, List<int> pairs, int width)
    {
        var kept = ParetoFrontier.Of(points, width);
        var (some, chosen) = (new double[kept.Length * width], new int[kept.Length * 2]);
        for (var i = 0; i < kept.Length; i++)
        {
            points.AsSpan(kept[i] * width, width).CopyTo(some.AsSpan(i * width));
            (chosen[2 * i], chosen[(2 * i) + 1]) = (pairs[2 * kept[i]], pairs[(2 * kept[i]) + 1]);
        }

        return new(some, [], chosen, left, right, kept.Length);
    }

    private void Fill(int index, int[] options)
    {
        if (_either.Length > 0)
        {
            _either[_choices[2 * index]].Fill(_choices[(2 * index) + 1], options);
            return;
        }

        if (_left is null || _right is null)
        {
            for (var i = 0; i < _issues.Length; i++) options[_issues[i]] = _choices[(index * _issues.Length) + i];
            return;
        }

        _left.Fill(_choices[2 * index], options);
        _right.Fill(_choices[(2 * index) + 1], options);
    }
}
