using System.Collections.Immutable;

namespace Rapporteur.Reading;

/// <summary>How near words stand to the words of each type of event, by the parser's word vectors: a word that no list has still leans to a type.
/// Sums are scalar and in one order, so that every machine finds the same. Thread-safe.</summary>
internal sealed class EventVectors
{
    private readonly WordTable _vectors;
    private readonly ImmutableArray<float[]?> _verbs, _nouns, _both;

    /// <summary>Loads the vectors.</summary>
    public EventVectors(DataFolder data, ImmutableArray<EventType> types)
    {
        _vectors = WordDirections.Table(data);
        _verbs = [.. types.Select(type => Mean(type.Verbs.Order(StringComparer.Ordinal).Select(Of).ToList()))];
        _nouns = [.. types.Select(type => Mean(type.Nouns.Order(StringComparer.Ordinal).Select(Of).ToList()))];
        _both = [.. _verbs.Zip(_nouns, (verbs, nouns) => Mean([verbs, nouns]))];
    }

    /// <summary>Vector of a word, of length one; null where it has none.</summary>
    public float[]? Of(string word)
    {
        var row = _vectors.Row((uint)WordShape.Lower(word));
        if (row < 0) return null;
        var vector = new float[_vectors.Width];
        _vectors.Copy(row, vector);
        return Scaled(vector);
    }

    /// <summary>The mean direction of vectors; null where there are none.</summary>
    public float[]? Mean(IReadOnlyList<float[]?> vectors)
    {
        var sum = new float[_vectors.Width];
        foreach (var vector in vectors)
            for (var i = 0; vector is not null && i < sum.Length; i++) sum[i] += vector[i];
        return Scaled(sum);
    }

    /// <summary>Cosine between a vector and the verbs of each type, in [-1, 1]; 0 where either has no vector.</summary>
    public double[] ToVerbs(float[]? vector) => [.. _verbs.Select(type => Cosine(vector, type))];

    /// <summary>Cosine between a vector and the nouns of each type, in [-1, 1]; 0 where either has no vector.</summary>
    public double[] ToNouns(float[]? vector) => [.. _nouns.Select(type => Cosine(vector, type))];

    /// <summary>Cosine between a vector and the verbs and nouns of each type, in [-1, 1]; 0 where either has no vector.</summary>
    public double[] ToBoth(float[]? vector) => [.. _both.Select(type => Cosine(vector, type))];

    private static float[]? Scaled(float[] vector)
    {
        var squares = 0f;
        foreach (var number in vector) squares += number * number;
        if (squares == 0) return null;
        var length = MathF.Sqrt(squares);
        for (var i = 0; i < vector.Length; i++) vector[i] /= length;
        return vector;
    }

    private static double Cosine(float[]? a, float[]? b)
    {
        if (a is null || b is null) return 0;
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++) sum += a[i] * b[i];
        return sum;
    }
}
