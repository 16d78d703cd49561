using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Rapporteur.Reading;

/// <summary>Fills in lemma, tags, head and relation of every token by the accurate, slower model: what <see cref="SyntaxAnnotator"/> does, with fewer errors and with crossing
/// arcs where they belong. Sentences longer than 250 tokens are left to that one, so that time grows with the length of a text. The same text gives the same result on
/// any number of threads and on every machine with fused multiply-add (docs/decisions/0010). Thread-safe.</summary>
public sealed class GraphSyntaxAnnotator : IAnnotator
{
    /// <summary>Where the weights lie below the data folder; those of <see cref="SyntaxAnnotator"/> are needed too.</summary>
    public const string WeightsFile = "models/syntax.best.bin";

    private readonly GraphModel model;
    private readonly SyntaxAnnotator fast;
    private readonly ConcurrentBag<GraphReader> readers = [];

    /// <summary>Loads the weights; throws <see cref="FileNotFoundException"/> or <see cref="InvalidDataException"/> that names what is wrong.</summary>
    /// <param name="data">The folder that holds <see cref="WeightsFile"/> and <see cref="SyntaxAnnotator.WeightsFile"/>.</param>
    public GraphSyntaxAnnotator(DataFolder data)
        : this(Weights(data), new(data))
    {
    }

    internal GraphSyntaxAnnotator(GraphModel model, SyntaxAnnotator fast)
    {
        this.model = model;
        this.fast = fast;
    }

    /// <inheritdoc/>
    public ImmutableArray<Annotation> Requires => [Annotation.Tokens];

    /// <inheritdoc/>
    public ImmutableArray<Annotation> Provides => [Annotation.Syntax];

    /// <inheritdoc/>
    public AnnotatedDocument Annotate(AnnotatedDocument document, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(document);
        var tooLong = document.Sentences.Where(sentence => sentence.TokenCount > GraphReader.LongestSentence).ToImmutableArray();
        var tokens = (tooLong.IsEmpty ? document : fast.Annotate(document with { Sentences = tooLong }, cancel)).Tokens.ToArray();
        var sentences = document.Sentences.Where(sentence => sentence.TokenCount is > 0 and <= GraphReader.LongestSentence).ToList();
        if (!readers.TryTake(out var reader)) reader = new(model);
        var parses = reader.Read([.. sentences.Select(sentence => Words(document, sentence))], cancel: cancel);
        readers.Add(reader);
        for (var s = 0; s < parses.Length; s++)
        {
            var (parse, first) = (parses[s], sentences[s].FirstToken);
            for (var i = 0; i < parse.Tags.Length; i++)
            {
                var tag = parse.Tags[i];
                ref var token = ref tokens[first + i];
                token = token with
                {
                    Lemma = fast.Lemma(document.Form(first + i), model.Tags[tag], model.Xpos[tag]),
                    Upos = model.Upos[tag],
                    Xpos = model.Xpos[tag],
                    Head = parse.Heads[i] < 0 ? -1 : first + parse.Heads[i],
                    Relation = model.Relations[parse.Relations[i]],
                };
            }
        }

        return document with { Tokens = ImmutableCollectionsMarshal.AsImmutableArray(tokens) };
    }

    private static GraphModel Weights(DataFolder data)
    {
        ArgumentNullException.ThrowIfNull(data);
        return GraphModel.Read(File.ReadAllBytes(Path.Combine(data.Root, WeightsFile)));
    }

    private GraphWord[] Words(AnnotatedDocument document, Sentence sentence)
    {
        var words = new GraphWord[sentence.TokenCount];
        for (var i = 0; i < words.Length; i++) words[i] = model.Describe(document.Form(sentence.FirstToken + i));
        return words;
    }
}
