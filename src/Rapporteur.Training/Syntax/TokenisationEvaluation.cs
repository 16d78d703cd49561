using Rapporteur.Reading;

namespace Rapporteur.Training;

/// <summary>How well tokens and sentences are found in raw text, by equal spans as in the CoNLL 2018 shared task.</summary>
/// <param name="Documents">Number of documents.</param>
/// <param name="Tokens">Figures for tokens.</param>
/// <param name="Sentences">Figures for sentences.</param>
public sealed record TokenisationEvaluation(int Documents, Tally Tokens, Tally Sentences)
{
    /// <summary>Rebuilds the raw text of a treebank (paragraphs parted by an empty line) and reads it.</summary>
    /// <param name="path">A CoNLL-U file or a folder of them; of a folder with <c>dev.conllu</c>, that file.</param>
    /// <param name="data">Where <c>lexicons/text</c> lies; the folder beside the assembly by default.</param>
    public static TokenisationEvaluation Run(string path, DataFolder? data = null)
    {
        var annotator = new TextAnnotator(data ?? DataFolder.Shipped);
        var tokens = new Tally();
        var sentences = new Tally();
        var documents = 0;
        foreach (var (gold, _) in GoldDocument.All(Treebank.Load(SyntaxEvaluation.TestFile(path))))
        {
            documents++;
            var read = annotator.Annotate(gold with { Tokens = [], Sentences = [] });
            tokens = tokens.Add(gold.Tokens.Select(token => token.Span), read.Tokens.Select(token => token.Span));
            sentences = sentences.Add(gold.Sentences.Select(sentence => sentence.Span), read.Sentences.Select(sentence => sentence.Span));
        }

        return new(documents, tokens, sentences);
    }
}
