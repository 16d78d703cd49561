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

/// <summary>One run of the tagger over sentences, on one thread.</summary>
public sealed class NameTaggerRun
{
    private readonly NameModel model;
    private readonly NameFeatures features;
    private int[] best = [], from = [];

    internal NameTaggerRun(NameModel model, NameFeatures features)
    {
        this.model = model;
        this.features = features;
    }

    /// <summary>Names of one sentence, in order, without overlap.</summary>
    /// <param name="text">Text that holds the sentence.</param>
    /// <param name="tokens">Spans of its tokens.</param>
    /// <param name="found">Receives the names; cleared first.</param>
    public void Tag(string text, ReadOnlyMemory<TextSpan> tokens, List<TaggedName> found)
    {
        found.Clear();
        var labels = Labels(text, tokens);
        for (var i = 0; i < labels.Length; i++)
        {
            if (!NameLabel.Begins(labels[i], out var kind)) continue;
            var end = i + 1;
            while (end < labels.Length && NameLabel.Continues(labels[end])) end++;
            found.Add(new TaggedName(i, end - i, kind));
            i = end - 1;
        }
    }

    /// <summary>The best allowed sequence of labels.</summary>
    internal int[] Labels(string text, ReadOnlyMemory<TextSpan> tokens)
    {
        var count = tokens.Length;
        if (count == 0) return [];
        if (best.Length < count * NameLabel.Count)
        {
            best = new int[count * NameLabel.Count * 2];
            from = new int[count * NameLabel.Count * 2];
        }

        features.Begin(text, tokens);
        Span<uint> hashes = stackalloc uint[NameFeatures.Most];
        Span<short> scores = stackalloc short[NameLabel.Width];
        for (var i = 0; i < count; i++)
        {
            var n = features.Of(i, hashes);
            model.Score(hashes[..n], scores);
            Extend(i, scores);
        }

        return Trace(count);
    }

    private void Extend(int token, ReadOnlySpan<short> scores)
    {
        const int never = int.MinValue / 2;
        var row = token * NameLabel.Count;
        for (var label = 0; label < NameLabel.Count; label++)
        {
            if (token == 0)
            {
                best[label] = NameLabel.MayFollow(-1, label) ? scores[label] : never;
                continue;
            }

            int top = never, origin = 0;
            for (var before = 0; before < NameLabel.Count; before++)
            {
                if (!NameLabel.MayFollow(before, label)) continue;
                var score = best[row - NameLabel.Count + before] + model.Transition(before, label);
                if (score > top) (top, origin) = (score, before);
            }

            best[row + label] = top + scores[label];
            from[row + label] = origin;
        }
    }

    private int[] Trace(int count)
    {
        var labels = new int[count];
        var row = (count - 1) * NameLabel.Count;
        var top = -1;
        for (var label = 0; label < NameLabel.Count; label++)
            if (NameLabel.MayEnd(label) && (top < 0 || best[row + label] > best[row + top])) top = label;
        labels[^1] = top;
        for (var i = count - 1; i > 0; i--) labels[i - 1] = top = from[(i * NameLabel.Count) + top];
        return labels;
    }
}
