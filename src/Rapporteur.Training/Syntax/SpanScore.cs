using Rapporteur.Domain;

namespace Rapporteur.Training;

/// <summary>Agreement of two sets of spans.</summary>
/// <param name="Gold">Spans that are right.</param>
/// <param name="Read">Spans that were found.</param>
/// <param name="Both">Spans in both.</param>
public sealed record SpanScore(int Gold, int Read, int Both)
{
    /// <summary>Share of the found that is right, in [0, 1].</summary>
    public double Precision => Read == 0 ? 0 : (double)Both / Read;

    /// <summary>Share of the right that is found, in [0, 1].</summary>
    public double Recall => Gold == 0 ? 0 : (double)Both / Gold;

    /// <summary>Harmonic mean of precision and recall, in [0, 1].</summary>
    public double F1 => Gold + Read == 0 ? 0 : 2.0 * Both / (Gold + Read);

    /// <summary>The score with another document's spans counted in.</summary>
    /// <param name="gold">Spans that are right.</param>
    /// <param name="read">Spans that were found.</param>
    public SpanScore Add(IEnumerable<TextSpan> gold, IEnumerable<TextSpan> read)
    {
        var right = gold.ToHashSet();
        var found = read.ToHashSet();
        var count = found.Count;
        found.IntersectWith(right);
        return new(Gold + right.Count, Read + count, Both + found.Count);
    }
}
