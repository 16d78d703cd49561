using System.Globalization;
using System.Text;

namespace Rapporteur.Reading;

/// <summary>Writes parsed sentences in CoNLL-U (https://universaldependencies.org/format.html), so that other tools, or a trainer, can take them up. Features and
/// multi-word tokens are left out.</summary>
public static class ConlluWriter
{
    /// <summary>The sentences of a document.</summary>
    /// <param name="document">A document with tokens and syntax.</param>
    /// <param name="longest">Sentences of more tokens are left out.</param>
    public static string Write(AnnotatedDocument document, int longest = int.MaxValue)
    {
        ArgumentNullException.ThrowIfNull(document);
        var text = new StringBuilder();
        var number = 0;
        foreach (var sentence in document.Sentences)
        {
            number++;
            if (sentence.TokenCount == 0 || sentence.TokenCount > longest) continue;
            if (text.Length == 0) text.Append(CultureInfo.InvariantCulture, $"# newdoc id = {OneLine(document.Source.Source)}\n");
            text.Append(CultureInfo.InvariantCulture, $"# sent_id = {OneLine(document.Source.Source)}-{number}\n# text = {OneLine(document.Source.Text[sentence.Span.Start..sentence.Span.End])}\n");
            for (var i = 0; i < sentence.TokenCount; i++) Append(text, document, sentence, i);
            text.Append('\n');
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, AnnotatedDocument document, Sentence sentence, int i)
    {
        var index = sentence.FirstToken + i;
        var token = document.Tokens[index];
        var head = token.Head < 0 ? 0 : token.Head - sentence.FirstToken + 1;
        var joins = index + 1 < document.Tokens.Length && document.Tokens[index + 1].Span.Start == token.Span.End;
        text.Append(CultureInfo.InvariantCulture, $"{i + 1}\t{OneLine(document.Form(index).ToString())}\t{OneLine(token.Lemma)}\t{token.Upos}\t{token.Xpos}\t_\t{head}\t{token.Relation}\t_\t{(joins ? "SpaceAfter=No" : "_")}\n");
    }

    private static string OneLine(string text) => text.Length == 0 ? "_" : string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
