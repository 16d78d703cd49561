using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Rapporteur.Reading;

/// <summary>Fills in lemma, tags, head and relation of every token by the trained model. The same text gives the same result on every machine and thread.
/// Thread-safe.</summary>
public sealed class SyntaxAnnotator : IAnnotator
{
    /// <summary>Where the weights lie below the data folder.</summary>
    public const string WeightsFile = "models/syntax.bin";

    /// <summary>As many words are read at a time, up to the end of a sentence.</summary>
    private const int Together = 256;

    private readonly ConcurrentBag<SyntaxBuffer> buffers = [];
    private readonly SyntaxModel model;
    private readonly LemmaRepair? repair;

    /// <summary>Loads the weights; throws <see cref="FileNotFoundException"/> or <see cref="InvalidDataException"/> that names what is wrong.</summary>
    /// <param name="data">The folder that holds <see cref="WeightsFile"/>.</param>
    public SyntaxAnnotator(DataFolder data)
    {
        ArgumentNullException.ThrowIfNull(data);
        model = SyntaxModel.Read(File.ReadAllBytes(Path.Combine(data.Root, WeightsFile)));
        repair = new(data, model.Network);
    }

    internal SyntaxAnnotator(SyntaxModel model) => this.model = model;

    /// <inheritdoc/>
    public ImmutableArray<Annotation> Requires => [Annotation.Tokens];

    /// <inheritdoc/>
    public ImmutableArray<Annotation> Provides => [Annotation.Syntax];

    /// <inheritdoc/>
    public AnnotatedDocument Annotate(AnnotatedDocument document, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(document);
        var tokens = document.Tokens.ToArray();
        if (!buffers.TryTake(out var buffer)) buffer = new();
        var next = 0;
        var done = 0;
        while (next < document.Sentences.Length)
        {
            cancel.ThrowIfCancellationRequested();
            buffer.Begin();
            while (next < document.Sentences.Length && buffer.Count < Together) Add(document, document.Sentences[next++], buffer);
            model.Analyse(buffer);
            done = Take(document, tokens, done, next, buffer);
        }

        buffers.Add(buffer);
        return document with { Tokens = ImmutableCollectionsMarshal.AsImmutableArray(tokens) };
    }

    /// <summary>Puts a sentence into the buffer; one too long for the network in pieces that end behind punctuation where there is some.</summary>
    private static void Add(AnnotatedDocument document, Sentence sentence, SyntaxBuffer buffer)
    {
        var token = sentence.FirstToken;
        while (token < sentence.EndToken)
        {
            var end = Math.Min(sentence.EndToken, token + SyntaxNetwork.LongestSentence);
            if (end < sentence.EndToken)
                for (var i = end - 1; i > token + (SyntaxNetwork.LongestSentence / 2); i--)
                {
                    if (document.Form(i) is not ("," or ";" or ":" or ")")) continue;
                    end = i + 1;
                    break;
                }

            var words = buffer.Add(end - token);
            for (var i = 0; i < words.Length; i++) WordShape.Describe(document.Form(token + i), ref words[i]);
            token = end;
        }
    }

    private int Take(AnnotatedDocument document, Token[] tokens, int from, int to, SyntaxBuffer buffer)
    {
        var word = 0;
        for (var number = from; number < to; number++)
        {
            var sentence = document.Sentences[number];
            var offset = sentence.FirstToken - word;
            var root = -1;
            for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
            {
                ref var token = ref tokens[i];
                var tag = buffer.Tags[word];
                var head = buffer.Heads[word] == SyntaxBuffer.Root ? -1 : offset + buffer.Heads[word];
                var relation = model.Relations[buffer.Relations[word]];
                if (head < 0 && root < 0) root = i;
                else if (head < 0) (head, relation) = (root, "parataxis");
                token = token with
                {
                    Lemma = Lemma(document.Form(i), model.Tags[tag], model.Xpos[tag]),
                    Upos = model.Upos[tag],
                    Xpos = model.Xpos[tag],
                    Head = head,
                    Relation = relation,
                };
                word++;
            }
        }

        return to;
    }

    /// <summary>Lemma of a word with a joint tag, whose Penn part is given too.</summary>
    internal string Lemma(ReadOnlySpan<char> form, string tag, string xpos)
    {
        var lemma = model.Lemmatizer.Lemma(form, tag);
        return repair?.Mend(form, xpos, lemma) ?? lemma;
    }
}
