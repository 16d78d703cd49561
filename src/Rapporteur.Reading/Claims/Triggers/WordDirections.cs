using System.Collections.Concurrent;

namespace Rapporteur.Reading;

/// <summary>Directions of words: the parser's word vectors at length one, so that a word never met in training is judged by those used alike. Every machine finds the same. Thread-safe.</summary>
internal sealed class WordDirections
{
    // Several readers use them, and they are large.
    private static readonly ConcurrentDictionary<string, Lazy<WordTable>> Loaded = new(StringComparer.Ordinal);
    private readonly WordTable _vectors;

    /// <summary>Takes the vectors of <see cref="SyntaxAnnotator.WeightsFile"/>.</summary>
    /// <param name="data">The data folder.</param>
    public WordDirections(DataFolder data) => _vectors = Table(data);

    /// <summary>Numbers of a direction.</summary>
    public int Width => _vectors.Width;

    /// <summary>The vectors by hash of the word in lower case, read once a folder.</summary>
    /// <param name="data">The data folder.</param>
    public static WordTable Table(DataFolder data) =>
        Loaded.GetOrAdd(data.Root, root => new(() => SyntaxModel.ReadVectors(File.ReadAllBytes(Path.Combine(root, SyntaxAnnotator.WeightsFile))))).Value;

    /// <summary>Row of a token's form, or of its lemma where the form has none; -1 where neither has.</summary>
    /// <param name="document">The document.</param>
    /// <param name="token">Index of the token.</param>
    public int Row(AnnotatedDocument document, int token)
    {
        var row = _vectors.Row((uint)WordShape.Lower(document.Form(token)));
        return row < 0 ? _vectors.Row((uint)WordShape.Lower(document.Tokens[token].Lemma)) : row;
    }

    /// <summary>Writes the direction of a row; zeros for -1.</summary>
    /// <param name="row">A row, as <see cref="Row"/> gives it.</param>
    /// <param name="into">As long as <see cref="Width"/>.</param>
    public void Write(int row, Span<float> into)
    {
        _vectors.Copy(row, into);
        var squares = DenseRows.Dot(into, into);
        if (squares > 0) DenseRows.Scale(into, 1 / MathF.Sqrt(squares));
    }

    /// <summary>Writes the direction of a token; zeros where it has none.</summary>
    /// <param name="document">The document.</param>
    /// <param name="token">Index of the token.</param>
    /// <param name="into">As long as <see cref="Width"/>.</param>
    public void Write(AnnotatedDocument document, int token, Span<float> into) => Write(Row(document, token), into);

    /// <summary>Writes the sum of the directions of tokens, divided by the root of their number; zeros where there are none.</summary>
    /// <param name="document">The document.</param>
    /// <param name="tokens">Indices of the tokens.</param>
    /// <param name="into">As long as <see cref="Width"/>.</param>
    public void WriteMean(AnnotatedDocument document, ReadOnlySpan<int> tokens, Span<float> into)
    {
        into.Clear();
        Span<float> one = stackalloc float[into.Length];
        foreach (var token in tokens)
        {
            Write(document, token, one);
            DenseRows.Add(one, into);
        }

        DenseRows.Scale(into, 1 / MathF.Sqrt(Math.Max(1, tokens.Length)));
    }
}
