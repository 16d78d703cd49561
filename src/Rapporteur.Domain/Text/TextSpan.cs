namespace Rapporteur.Domain;

/// <summary>A half-open range of UTF-16 code units in one text: <c>[Start, End)</c>.</summary>
/// <param name="Start">First code unit, zero-based.</param>
/// <param name="End">One past the last code unit; never before <paramref name="Start"/>.</param>
public readonly record struct TextSpan(int Start, int End) : IComparable<TextSpan>
{
    /// <summary>Number of code units.</summary>
    public int Length => End - Start;

    /// <summary>Whether the span holds no code unit.</summary>
    public bool IsEmpty => End <= Start;

    /// <summary>The words of the span; throws <see cref="ArgumentOutOfRangeException"/> where the text is shorter.</summary>
    /// <param name="text">The text that the offsets were measured in.</param>
    public string Slice(string text) => text.Substring(Start, Length);

    /// <summary>Whether the other span lies wholly inside this one.</summary>
    /// <param name="other">The span to look for.</param>
    public bool Contains(TextSpan other) => Start <= other.Start && other.End <= End;

    /// <summary>Whether the code unit at the offset lies inside.</summary>
    /// <param name="offset">Zero-based offset.</param>
    public bool Contains(int offset) => Start <= offset && offset < End;

    /// <summary>Number of code units that both spans share.</summary>
    /// <param name="other">The span to compare with.</param>
    public int Overlap(TextSpan other) => Math.Max(0, Math.Min(End, other.End) - Math.Max(Start, other.Start));

    /// <summary>Whether both spans share at least one code unit.</summary>
    /// <param name="other">The span to compare with.</param>
    public bool Overlaps(TextSpan other) => Overlap(other) > 0;

    /// <summary>Intersection over union, in [0, 1].</summary>
    /// <param name="other">The span to compare with.</param>
    public double IntersectionOverUnion(TextSpan other)
    {
        var shared = Overlap(other);
        return shared == 0 ? 0 : (double)shared / (Length + other.Length - shared);
    }

    /// <summary>The smallest span that holds both.</summary>
    /// <param name="other">The span to join with.</param>
    public TextSpan Cover(TextSpan other) => new(Math.Min(Start, other.Start), Math.Max(End, other.End));

    /// <summary>Orders by start, then by end.</summary>
    /// <param name="other">The span to compare with.</param>
    public int CompareTo(TextSpan other) => Start != other.Start ? Start.CompareTo(other.Start) : End.CompareTo(other.End);

    /// <summary>Whether the first span comes before the second.</summary>
    /// <param name="left">First span.</param>
    /// <param name="right">Second span.</param>
    public static bool operator <(TextSpan left, TextSpan right) => left.CompareTo(right) < 0;

    /// <summary>Whether the first span comes after the second.</summary>
    /// <param name="left">First span.</param>
    /// <param name="right">Second span.</param>
    public static bool operator >(TextSpan left, TextSpan right) => left.CompareTo(right) > 0;

    /// <summary>Whether the first span does not come after the second.</summary>
    /// <param name="left">First span.</param>
    /// <param name="right">Second span.</param>
    public static bool operator <=(TextSpan left, TextSpan right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the first span does not come before the second.</summary>
    /// <param name="left">First span.</param>
    /// <param name="right">Second span.</param>
    public static bool operator >=(TextSpan left, TextSpan right) => left.CompareTo(right) >= 0;
}
