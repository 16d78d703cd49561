using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Rapporteur.Reading;

/// <summary>Fills in lemma, tags, head and relation of every token by the trained model. The same text gives the same result on every machine and thread.
/// Thread-safe.</summary>
public sealed class SyntaxAnnotator : IAnnotator
{
    /// <summary>Where the weights lie below the data folder.</summary>
    public const string WeightsFile = "models/syntax.bin";

    private readonly SyntaxModel model;
    private readonly LemmaRepair? repair;

    /// <summary>Loads the weights; throws <see cref="FileNotFoundException"/> or <see cref="InvalidDataException"/> that names what is wrong.</summary>
    /// <param name="data">The folder that holds <see cref="WeightsFile"/>.</param>
    public SyntaxAnnotator(DataFolder data)
    {
        ArgumentNullException.ThrowIfNull(data);
        model = SyntaxModel.Read(File.ReadAllBytes(Path.Combine(data.Root, WeightsFile)));
        repair = new(data, model.Lexicon);
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
        var buffer = new SyntaxBuffer();
        foreach (var sentence in document.Sentences)
        {
            cancel.ThrowIfCancellationRequested();
            Analyse(document, sentence, buffer);
            for (var i = 0; i < sentence.TokenCount; i++)
            {
                ref var token = ref tokens[sentence.FirstToken + i];
                var tag = buffer.Tags[i];
                token = token with
                {
                    Lemma = Lemma(document.Form(sentence.FirstToken + i), model.Tags[tag], model.Xpos[tag]),
                    Upos = model.Upos[tag],
                    Xpos = model.Xpos[tag],
                    Head = buffer.Heads[i] == buffer.Count ? -1 : sentence.FirstToken + buffer.Heads[i],
                    Relation = model.Relations[buffer.Relations[i]],
                };
            }
        }

        return document with { Tokens = ImmutableCollectionsMarshal.AsImmutableArray(tokens) };
    }

    /// <summary>Lemma of a word with a joint tag, whose Penn part is given too.</summary>
    internal string Lemma(ReadOnlySpan<char> form, string tag, string xpos)
    {
        var lemma = model.Lemmatizer.Lemma(form, tag);
        return repair?.Mend(form, xpos, lemma) ?? lemma;
    }

    private void Analyse(AnnotatedDocument document, Sentence sentence, SyntaxBuffer buffer)
    {
        buffer.Begin(sentence.TokenCount);
        for (var i = 0; i < sentence.TokenCount; i++)
        {
            ref var word = ref buffer.Words[i];
            WordShape.Describe(document.Form(sentence.FirstToken + i), ref word);
            model.Lexicon.Describe(ref word);
        }

        model.Tagger.Tag(buffer);
        model.Parser.Parse(buffer);
    }
}
