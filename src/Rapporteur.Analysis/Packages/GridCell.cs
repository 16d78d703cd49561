namespace Rapporteur.Analysis;

/// <summary>A cell of a grid: whole multiples of its width, dimension by dimension.</summary>
internal readonly struct GridCell(long[] at) : IEquatable<GridCell>
{
    private readonly long[] _at = at;

    internal static GridCell Of(ReadOnlySpan<double> point, double cell)
    {
        var at = new long[point.Length];
        for (var d = 0; d < at.Length; d++) at[d] = (long)Math.Floor(point[d] / cell);
        return new(at);
    }

    public bool Equals(GridCell other) => _at.AsSpan().SequenceEqual(other._at);

    public override bool Equals(object? obj) => obj is GridCell other && Equals(other);

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var value in _at) hash.Add(value);
        return hash.ToHashCode();
    }
}
