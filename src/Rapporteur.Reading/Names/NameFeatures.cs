using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Turns the tokens of one sentence into feature hashes; one instance serves one thread.</summary>
internal sealed class NameFeatures(World world, NameLexicon lexicon)
{
    /// <summary>Upper bound of the number of features of a token.</summary>
    public const int Most = 80;

    private const uint Edge = 7;

    private uint[] lower = [], exact = [], shape = [], bits = [], known = [], tail = [], fine = [], coarse = [];
    private bool[] upper = [];
    private string text = "";
    private ReadOnlyMemory<TextSpan> tokens;
    private bool shouting;
    private uint corpus;

    /// <summary>Takes the next sentence.</summary>
    /// <param name="source">Text that holds it.</param>
    /// <param name="spans">Spans of its tokens.</param>
    /// <param name="conventions">Which corpus's conventions apply where corpora draw lines differently; 0, those of Universal NER, in reading.</param>
    public void Begin(string source, ReadOnlyMemory<TextSpan> spans, int conventions = 0)
    {
        text = source;
        corpus = (uint)conventions + 1;
        tokens = spans;
        var count = spans.Length + 4;
        if (lower.Length < count)
        {
            lower = new uint[count * 2];
            exact = new uint[count * 2];
            shape = new uint[count * 2];
            bits = new uint[count * 2];
            known = new uint[count * 2];
            tail = new uint[count * 2];
            fine = new uint[count * 2];
            coarse = new uint[count * 2];
            upper = new bool[count * 2];
        }

        Array.Fill(lower, Edge, 0, count);
        Array.Fill(exact, Edge, 0, count);
        Array.Fill(shape, Edge, 0, count);
        Array.Fill(tail, Edge, 0, count);
        Array.Clear(bits, 0, count);
        Array.Clear(fine, 0, count);
        Array.Clear(coarse, 0, count);
        Array.Clear(known, 0, count);
        int capitals = 0, words = 0;
        for (var i = 0; i < spans.Length; i++)
        {
            var word = text.AsSpan(spans.Span[i].Start, spans.Span[i].Length);
            lower[i + 2] = NameHash.Lower(word);
            exact[i + 2] = NameHash.Exact(word);
            shape[i + 2] = NameHash.Shape(word);
            tail[i + 2] = NameHash.Lower(word[^Math.Min(3, word.Length)..]);
            (fine[i + 2], coarse[i + 2]) = lexicon.Clusters.Of(lower[i + 2]);
            bits[i + 2] = lexicon.Bits(word);
            upper[i + 2] = word.Length > 0 && char.IsUpper(word[0]);
            if (word.Length > 1 && char.IsLetter(word[0]))
            {
                words++;
                if (upper[i + 2]) capitals++;
            }
        }

        shouting = words > 3 && capitals * 4 > words * 3;
        MarkKnown();
    }

    /// <summary>Writes the features of a token and returns how many there are.</summary>
    /// <param name="token">Index within the sentence.</param>
    /// <param name="to">Receives at most <see cref="Most"/> hashes.</param>
    public int Of(int token, Span<uint> to)
    {
        var i = token + 2;
        var n = 0;
        var span = tokens.Span[token];
        var word = text.AsSpan(span.Start, span.Length);
        to[n++] = NameHash.Feature(1, 1);
        to[n++] = NameHash.Feature(2, lower[i]);
        to[n++] = NameHash.Feature(3, exact[i]);
        to[n++] = NameHash.Feature(4, lower[i - 1]);
        to[n++] = NameHash.Feature(5, lower[i + 1]);
        to[n++] = NameHash.Feature(6, lower[i - 2]);
        to[n++] = NameHash.Feature(7, lower[i + 2]);
        to[n++] = NameHash.Feature(8, lower[i - 1], lower[i]);
        to[n++] = NameHash.Feature(9, lower[i], lower[i + 1]);
        to[n++] = NameHash.Feature(10, lower[i - 2], lower[i - 1]);
        to[n++] = NameHash.Feature(11, lower[i + 1], lower[i + 2]);
        to[n++] = NameHash.Feature(12, shape[i]);
        to[n++] = NameHash.Feature(13, shape[i - 1], shape[i]);
        to[n++] = NameHash.Feature(14, shape[i], shape[i + 1]);
        to[n++] = NameHash.Feature(15, (shape[i - 1] * 3) ^ shape[i], shape[i + 1]);
        to[n++] = NameHash.Feature(16, (shape[i - 2] * 3) ^ shape[i - 1], shape[i]);
        to[n++] = NameHash.Feature(17, shape[i + 2], (shape[i] * 3) ^ shape[i + 1]);
        to[n++] = NameHash.Feature(18, lower[i - 1], shape[i]);
        to[n++] = NameHash.Feature(19, lower[i + 1], shape[i]);
        to[n++] = NameHash.Feature(20, tail[i], shape[i]);
        to[n++] = NameHash.Feature(21, tail[i - 1]);
        to[n++] = NameHash.Feature(22, tail[i + 1]);
        for (var length = 1; length <= 4 && length < word.Length; length++)
        {
            to[n++] = NameHash.Feature(22 + (uint)length, NameHash.Lower(word[..length]));
            to[n++] = NameHash.Feature(26 + (uint)length, NameHash.Lower(word[^length..]));
        }

        to[n++] = NameHash.Feature(31, bits[i], upper[i] ? 1u : 0);
        to[n++] = NameHash.Feature(32, bits[i - 1], shape[i]);
        to[n++] = NameHash.Feature(33, bits[i + 1], shape[i]);
        to[n++] = NameHash.Feature(34, known[i]);
        to[n++] = NameHash.Feature(35, known[i], shape[i]);
        to[n++] = NameHash.Feature(36, known[i - 1], known[i]);
        to[n++] = NameHash.Feature(37, known[i], known[i + 1]);
        to[n++] = NameHash.Feature(38, known[i], lower[i - 1]);
        to[n++] = NameHash.Feature(39, known[i], lower[i + 1]);
        to[n++] = NameHash.Feature(40, (bits[i - 1] << 6) | (bits[i] << 3) | bits[i + 1]);
        to[n++] = NameHash.Feature(41, token == 0 ? 1u : 2u, shape[i]);
        to[n++] = NameHash.Feature(42, shouting ? 1u : 2u, shape[i]);
        to[n++] = NameHash.Feature(43, (uint)Math.Min(token, 3), (uint)Math.Min(tokens.Length - token, 4));
        to[n++] = NameHash.Feature(44, lower[i - 2], shape[i]);
        to[n++] = NameHash.Feature(45, lower[i + 2], shape[i]);
        to[n++] = NameHash.Feature(46, fine[i]);
        to[n++] = NameHash.Feature(47, fine[i - 1]);
        to[n++] = NameHash.Feature(48, fine[i + 1]);
        to[n++] = NameHash.Feature(49, coarse[i], shape[i]);
        to[n++] = NameHash.Feature(50, coarse[i - 1], (coarse[i] * 31) ^ shape[i]);
        to[n++] = NameHash.Feature(51, coarse[i + 1], (coarse[i] * 31) ^ shape[i]);
        to[n++] = NameHash.Feature(52, fine[i], shape[i]);
        to[n++] = NameHash.Feature(53, (coarse[i - 1] << 16) | (coarse[i] << 8) | coarse[i + 1]);
        to[n++] = NameHash.Feature(54, coarse[i - 2], coarse[i - 1]);
        to[n++] = NameHash.Feature(55, coarse[i + 1], coarse[i + 2]);
        to[n++] = NameHash.Feature(56, corpus);
        to[n++] = NameHash.Feature(57, corpus, lower[i]);
        to[n++] = NameHash.Feature(58, corpus, lower[i - 1]);
        to[n++] = NameHash.Feature(59, corpus, lower[i + 1]);
        to[n++] = NameHash.Feature(60, corpus, shape[i]);
        to[n++] = NameHash.Feature(61, corpus, known[i]);
        to[n++] = NameHash.Feature(62, corpus, fine[i]);
        to[n++] = NameHash.Feature(63, corpus, fine[i - 1]);
        to[n++] = NameHash.Feature(64, corpus, fine[i + 1]);
        return n;
    }

    private void MarkKnown()
    {
        var spans = tokens.Span;
        var end = spans.Length > 0 ? spans[^1].End : 0;
        for (var i = 0; i < spans.Length; i++)
        {
            if (known[i + 2] != 0 || world.At(text, spans[i].Start, end) is not { } match) continue;
            var naming = match.Namings[0];
            var kind = ((uint)naming.Sense * 8) + (naming.Entry is { } entry ? (uint)entry.Kind + 1 : 0) + (match.Doubtful ? 64u : 0) + 1;
            var first = true;
            for (var j = i; j < spans.Length && spans[j].End <= spans[i].Start + match.Length; j++, first = false)
                known[j + 2] = (kind * 4) + (first ? 0u : 1) + (match.Namings.Count > 1 ? 2u : 0);
        }
    }
}
