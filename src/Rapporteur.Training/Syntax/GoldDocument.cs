using System.Collections.Immutable;
using System.Text;
using Rapporteur.Domain;
using Rapporteur.Reading;

namespace Rapporteur.Training;

/// <summary>A treebank's document as raw text with its right tokens and sentences.</summary>
/// <param name="Document">Text, tokens and sentences; nothing else is filled in.</param>
/// <param name="Words">The treebank's words, one a token.</param>
internal sealed record GoldDocument(AnnotatedDocument Document, ImmutableArray<TreebankWord> Words)
{
    /// <summary>The documents of a treebank; paragraphs are parted by an empty line, sentences by a blank where there was one.</summary>
    public static IEnumerable<GoldDocument> All(IEnumerable<TreebankSentence> sentences)
    {
        var open = new List<TreebankSentence>();
        foreach (var sentence in sentences)
        {
            if (sentence.BeginsDocument && open.Count > 0)
            {
                yield return Of(open);
                open.Clear();
            }

            open.Add(sentence);
        }

        if (open.Count > 0) yield return Of(open);
    }

    private static GoldDocument Of(List<TreebankSentence> sentences)
    {
        var text = new StringBuilder();
        var tokens = ImmutableArray.CreateBuilder<Token>();
        var spans = ImmutableArray.CreateBuilder<Sentence>();
        var joins = true;
        foreach (var sentence in sentences)
        {
            if (sentence.BeginsParagraph && text.Length > 0) text.Append("\n\n");
            else if (!joins) text.Append(' ');
            var offset = text.Length;
            text.Append(sentence.Text);
            var first = tokens.Count;
            foreach (var word in sentence.Words) tokens.Add(new(new TextSpan(offset + word.Span.Start, offset + word.Span.End)));
            spans.Add(new(tokens[first].Span.Cover(tokens[^1].Span), first, sentence.Words.Length, ZoneKind.Body));
            joins = sentence.JoinsNext;
        }

        var source = new SourceDocument { Id = "", TextId = "", Source = sentences[0].DocumentId, Text = text.ToString() };
        return new(new() { Source = source, Tokens = tokens.DrainToImmutable(), Sentences = spans.DrainToImmutable() }, [.. sentences.SelectMany(sentence => sentence.Words)]);
    }
}
