using System.Runtime.Intrinsics;
using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>A name found by the tagger.</summary>
/// <param name="First">Index of its first token within the sentence.</param>
/// <param name="Count">Number of tokens.</param>
/// <param name="Kind">What it names.</param>
public readonly record struct TaggedName(int First, int Count, NameKind Kind);

/// <summary>Recognises names with a linear model over words, shapes and lists, and the best sequence of labels (Viterbi).
/// Immutable; every call has its own working memory.</summary>
public sealed class NameTagger
{
    private readonly NameModel model;
    private readonly World world;
    private readonly NameLexicon lexicon;

    /// <summary>Builds a tagger.</summary>
    /// <param name="model">Trained weights.</param>
    /// <param name="data">Folder with the name lists.</param>
    /// <param name="world">The world model.</param>
    public NameTagger(NameModel model, DataFolder data, World world)
        : this(model, world, new NameLexicon(data, world))
    {
    }

    internal NameTagger(NameModel model, World world, NameLexicon lexicon)
    {
        this.model = model;
        this.world = world;
        this.lexicon = lexicon;
    }

    /// <summary>Working memory for a run of sentences on one thread.</summary>
    public NameTaggerRun Begin() => new(model, new NameFeatures(world, lexicon));
}

/// <summary>One run of the tagger over the sentences of a document, on one thread: every sentence is read first, then names are found in each,
/// and what the document says of a word elsewhere counts with what its sentence says.</summary>
public sealed class NameTaggerRun
{
    // How much the other occurrences of a capitalised word in the document count, in tenths.
    private const int Elsewhere = 3;

    private readonly NameModel model;
    private readonly NameFeatures features;
    private readonly List<int> starts = [0];
    private readonly Dictionary<uint, int> words = [];
    private short[] scores = [];
    private uint[] keys = [];
    private int[] sums = [], counts = [], best = [], from = [];

    internal NameTaggerRun(NameModel model, NameFeatures features)
    {
        this.model = model;
        this.features = features;
    }

    /// <summary>Sentences read since <see cref="Clear"/>.</summary>
    public int Sentences => starts.Count - 1;

    /// <summary>Forgets the document.</summary>
    public void Clear()
    {
        starts.RemoveRange(1, starts.Count - 1);
        words.Clear();
    }

    /// <summary>Reads the next sentence.</summary>
    /// <param name="text">Text that holds the sentence.</param>
    /// <param name="tokens">Spans of its tokens.</param>
    /// <param name="conventions">Whose conventions apply: 0 Universal NER, 1 Wikigold, 2 GUM.</param>
    public void Read(string text, ReadOnlyMemory<TextSpan> tokens, int conventions = 0)
    {
        var first = starts[^1];
        var end = first + tokens.Length;
        starts.Add(end);
        if (keys.Length < end)
        {
            Array.Resize(ref keys, end * 2);
            Array.Resize(ref scores, end * 2 * NameLabel.Width);
        }

        features.Begin(text, tokens, conventions);
        Span<uint> hashes = stackalloc uint[NameFeatures.Most];
        for (var i = 0; i < tokens.Length; i++)
        {
            var n = features.Of(i, hashes);
            var row = scores.AsSpan((first + i) * NameLabel.Width, NameLabel.Width);
            model.Score(hashes[..n], row);
            var span = tokens.Span[i];
            keys[first + i] = span.Length > 1 && char.IsUpper(text[span.Start]) ? NameHash.Lower(text.AsSpan(span.Start, span.Length)) : 0;
            if (keys[first + i] != 0) Remember(keys[first + i], row);
        }
    }

    /// <summary>Names of a sentence that was read, in order, without overlap.</summary>
    /// <param name="sentence">Number of the sentence, from 0.</param>
    /// <param name="found">Receives the names; cleared first.</param>
    public void Tag(int sentence, List<TaggedName> found)
    {
        found.Clear();
        var labels = Labels(sentence);
        for (var i = 0; i < labels.Length; i++)
        {
            if (!NameLabel.Begins(labels[i], out var kind)) continue;
            var end = i + 1;
            while (end < labels.Length && NameLabel.Continues(labels[end])) end++;
            found.Add(new TaggedName(i, end - i, kind));
            i = end - 1;
        }
    }

    private void Remember(uint word, ReadOnlySpan<short> row)
    {
        if (!words.TryGetValue(word, out var at))
        {
            words[word] = at = words.Count;
            if (counts.Length <= at)
            {
                Array.Resize(ref counts, (at + 1) * 2);
                Array.Resize(ref sums, (at + 1) * 2 * NameLabel.Count);
            }

            counts[at] = 0;
            Array.Clear(sums, at * NameLabel.Count, NameLabel.Count);
        }

        counts[at]++;
        for (var label = 0; label < NameLabel.Count; label++) sums[(at * NameLabel.Count) + label] += row[label];
    }

    private int[] Labels(int sentence)
    {
        var first = starts[sentence];
        var count = starts[sentence + 1] - first;
        if (count == 0) return [];
        if (best.Length < count * NameLabel.Width)
        {
            best = new int[count * NameLabel.Width * 2];
            from = new int[count * NameLabel.Width * 2];
        }

        Span<int> weighed = stackalloc int[NameLabel.Width];
        weighed.Clear();
        for (var i = 0; i < count; i++)
        {
            Weigh(first + i, weighed);
            Extend(i, weighed);
        }

        return Trace(count);
    }

    private void Weigh(int token, Span<int> weighed)
    {
        var row = scores.AsSpan(token * NameLabel.Width, NameLabel.Count);
        var at = keys[token] != 0 ? words[keys[token]] : -1;
        var others = at < 0 ? 0 : counts[at] - 1;
        for (var label = 0; label < NameLabel.Count; label++)
            weighed[label] = others == 0 ? row[label] * 10 : (row[label] * (10 - Elsewhere)) + ((sums[(at * NameLabel.Count) + label] - row[label]) * Elsewhere / others);
    }

    // For every label at once, the best label before it; of two that are as good, the first.
    private void Extend(int token, ReadOnlySpan<int> weighed)
    {
        const int never = int.MinValue / 2, half = NameLabel.Width / 2;
        var row = best.AsSpan(token * NameLabel.Width, NameLabel.Width);
        if (token == 0)
        {
            for (var label = 0; label < NameLabel.Count; label++) row[label] = NameLabel.MayFollow(-1, label) ? weighed[label] : never;
            return;
        }

        var above = best.AsSpan((token - 1) * NameLabel.Width, NameLabel.Count);
        ReadOnlySpan<int> steps = model.Steps;
        var masks = NameLabel.Masks;
        var (low, high) = (Vector256.Create(never), Vector256.Create(never));
        var (lowFrom, highFrom) = (Vector256<int>.Zero, Vector256<int>.Zero);
        for (var before = 0; before < above.Length; before++)
        {
            var at = before * NameLabel.Width;
            var (score, origin) = (Vector256.Create(above[before]), Vector256.Create(before));
            var lowScore = score + Vector256.Create(steps[at..]);
            var better = Vector256.GreaterThan(lowScore, low) & Vector256.Create(masks[at..]);
            (low, lowFrom) = (Vector256.ConditionalSelect(better, lowScore, low), Vector256.ConditionalSelect(better, origin, lowFrom));
            var highScore = score + Vector256.Create(steps[(at + half)..]);
            better = Vector256.GreaterThan(highScore, high) & Vector256.Create(masks[(at + half)..]);
            (high, highFrom) = (Vector256.ConditionalSelect(better, highScore, high), Vector256.ConditionalSelect(better, origin, highFrom));
        }

        var origins = from.AsSpan(token * NameLabel.Width, NameLabel.Width);
        (low + Vector256.Create(weighed)).CopyTo(row);
        (high + Vector256.Create(weighed[half..])).CopyTo(row[half..]);
        lowFrom.CopyTo(origins);
        highFrom.CopyTo(origins[half..]);
    }

    private int[] Trace(int count)
    {
        var labels = new int[count];
        var row = (count - 1) * NameLabel.Width;
        var top = -1;
        for (var label = 0; label < NameLabel.Count; label++)
            if (NameLabel.MayEnd(label) && (top < 0 || best[row + label] > best[row + top])) top = label;
        labels[^1] = top;
        for (var i = count - 1; i > 0; i--) labels[i - 1] = top = from[(i * NameLabel.Width) + top];
        return labels;
    }
}
