using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Finds tokens and sentences. Tokens are syntactic words by the conventions of the English Web Treebank; bullets and rules
/// that lay out a list are no tokens. A sentence lies within one zone and one paragraph. Thread-safe.</summary>
/// <param name="data">Where <c>lexicons/text</c> lies.</param>
public sealed class TextAnnotator(DataFolder data) : IAnnotator
{
    private readonly TextLexicon lexicon = new(data);

    /// <inheritdoc/>
    public ImmutableArray<Annotation> Requires => [];

    /// <inheritdoc/>
    public ImmutableArray<Annotation> Provides => [Annotation.Tokens];

    /// <inheritdoc/>
    public AnnotatedDocument Annotate(AnnotatedDocument document, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(document);
        var text = document.Text;
        var tokenizer = new Tokenizer(lexicon);
        var splitter = new SentenceSplitter(lexicon);
        var spans = new List<TextSpan>(text.Length / 5);
        var ends = new List<int>();
        var sentences = ImmutableArray.CreateBuilder<Sentence>();
        foreach (var block in TextBlocks.Of(document.Source))
        {
            cancel.ThrowIfCancellationRequested();
            var first = spans.Count;
            tokenizer.Tokenize(text, block.Span.Start, block.Span.End, spans);
            ends.Clear();
            splitter.Split(text, spans, first, spans.Count, ends);
            foreach (var end in ends)
            {
                sentences.Add(new(new(spans[first].Start, spans[end - 1].End), first, end - first, block.Zone));
                first = end;
            }
        }

        var tokens = ImmutableArray.CreateBuilder<Token>(spans.Count);
        foreach (var span in spans) tokens.Add(new(span));
        return document with { Tokens = tokens.MoveToImmutable(), Sentences = sentences.DrainToImmutable() };
    }
}
