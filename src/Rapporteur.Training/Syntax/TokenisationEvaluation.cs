using System.Collections.Immutable;
using System.Text;
using Rapporteur.Domain;
using Rapporteur.Reading;

namespace Rapporteur.Training;

/// <summary>How well tokens and sentences are found in raw text, by equal spans as in the CoNLL 2018 shared task.</summary>
/// <param name="Documents">Number of documents.</param>
/// <param name="Tokens">Figures for tokens.</param>
/// <param name="Sentences">Figures for sentences.</param>
public sealed record TokenisationEvaluation(int Documents, SpanScore Tokens, SpanScore Sentences)
{
    /// <summary>Rebuilds the raw text of a treebank (paragraphs parted by an empty line) and reads it.</summary>
    /// <param name="path">A CoNLL-U file, or a folder of them; of a folder with <c>dev.conllu</c>, that file.</param>
    /// <param name="data">Where <c>lexicons/text</c> lies; the folder beside the assembly by default.</param>
    public static TokenisationEvaluation Run(string path, DataFolder? data = null)
    {
        var annotator = new TextAnnotator(data ?? DataFolder.Shipped);
        var tokens = new SpanScore(0, 0, 0);
        var sentences = new SpanScore(0, 0, 0);
        var documents = 0;
        foreach (var document in Split(Treebank.Load(SyntaxEvaluation.TestFile(path))))
        {
            documents++;
            var (text, goldTokens, goldSentences) = Raw(document);
            var read = annotator.Annotate(new() { Source = new() { Id = "", TextId = "", Source = "", Text = text } });
            tokens = tokens.Add(goldTokens, read.Tokens.Select(token => token.Span));
            sentences = sentences.Add(goldSentences, read.Sentences.Select(sentence => sentence.Span));
        }

        return new(documents, tokens, sentences);
    }

    private static IEnumerable<List<TreebankSentence>> Split(ImmutableArray<TreebankSentence> sentences)
    {
        var open = new List<TreebankSentence>();
        foreach (var sentence in sentences)
        {
            if (sentence.BeginsDocument && open.Count > 0)
            {
                yield return open;
                open = [];
            }

            open.Add(sentence);
        }

        if (open.Count > 0) yield return open;
    }

    private static (string Text, List<TextSpan> Tokens, List<TextSpan> Sentences) Raw(List<TreebankSentence> document)
    {
        var text = new StringBuilder();
        var tokens = new List<TextSpan>();
        var sentences = new List<TextSpan>();
        var joins = true;
        foreach (var sentence in document)
        {
            if (sentence.BeginsParagraph && text.Length > 0) text.Append("\n\n");
            else if (!joins) text.Append(' ');
            var offset = text.Length;
            text.Append(sentence.Text);
            foreach (var word in sentence.Words) tokens.Add(new(offset + word.Span.Start, offset + word.Span.End));
            sentences.Add(new(tokens[^sentence.Words.Length].Start, tokens[^1].End));
            joins = sentence.JoinsNext;
        }

        return (text.ToString(), tokens, sentences);
    }
}
