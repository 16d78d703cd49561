using System.Collections.Immutable;
using Rapporteur.Domain;
using Rapporteur.Reading;

namespace Rapporteur.Training;

/// <summary>How well tokens and sentences are found in raw text, by equal spans as in the CoNLL 2018 shared task.</summary>
/// <param name="Parts">Figures of each part, by name.</param>
/// <param name="TokenErrors">Stretches cut in another way, with counts, the commonest first.</param>
/// <param name="SentenceErrors">Ends of sentences missed or made up, by kind, with counts, the commonest first.</param>
public sealed record TokenisationEvaluation(ImmutableArray<CutScores> Parts, ImmutableArray<(string Kind, int Count)> TokenErrors, ImmutableArray<(string Kind, int Count)> SentenceErrors)
{
    /// <summary>Number of documents.</summary>
    public int Documents => Parts.Sum(part => part.Documents);

    /// <summary>Figures for tokens of all parts.</summary>
    public Tally Tokens => Parts.Aggregate(new Tally(), (sum, part) => sum + part.Tokens);

    /// <summary>Figures for sentences of all parts.</summary>
    public Tally Sentences => Parts.Aggregate(new Tally(), (sum, part) => sum + part.Sentences);

    /// <summary>Reads the raw text of a treebank (paragraphs parted by an empty line), one part a genre, or of the texts in a folder that a hand-checked set knows.
    /// Throws <see cref="InvalidDataException"/> where the folder holds neither.</summary>
    /// <param name="path">A CoNLL-U file or a folder of them (of a folder with <c>dev.conllu</c>, that file), or a folder of texts (<c>*.txt</c>).</param>
    /// <param name="data">Where <c>lexicons/text</c> and the set lie; the folder beside the assembly by default.</param>
    public static TokenisationEvaluation Run(string path, DataFolder? data = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        data ??= DataFolder.Shipped;
        var isTexts = Directory.Exists(path) && Directory.EnumerateFiles(path, "*.txt").Any() && !Directory.EnumerateFiles(path, "*.conllu").Any();
        return Score(isTexts ? Texts(path, GoldCuts.Load(data)) : Treebanks(path), new TextAnnotator(data));
    }

    private static TokenisationEvaluation Score(IEnumerable<(string Part, string Text, IEnumerable<TextSpan> Tokens, IEnumerable<TextSpan> Sentences)> documents, TextAnnotator annotator)
    {
        var parts = new SortedDictionary<string, CutScores>(StringComparer.Ordinal);
        var errors = new CutErrors();
        foreach (var (part, text, tokens, sentences) in documents)
        {
            var read = annotator.Annotate(new() { Source = new() { Id = "", TextId = "", Source = "", Text = text } });
            var (found, ends) = (read.Tokens.Select(token => token.Span).ToList(), read.Sentences.Select(sentence => sentence.Span).ToList());
            errors.AddTokens(text, [.. tokens], found);
            errors.AddSentences(text, [.. sentences], ends);
            var sum = parts.GetValueOrDefault(part) ?? new(part, 0, new(), new());
            parts[part] = new(part, sum.Documents + 1, sum.Tokens.Add(tokens, found), sum.Sentences.Add(sentences, ends));
        }

        return new([.. parts.Values], [.. errors.Tokens], [.. errors.Sentences]);
    }

    private static IEnumerable<(string Part, string Text, IEnumerable<TextSpan> Tokens, IEnumerable<TextSpan> Sentences)> Treebanks(string path)
    {
        foreach (var (gold, _) in GoldDocument.All(Treebank.Load(SyntaxEvaluation.TestFile(path))))
        {
            var id = gold.Source.Source;
            var dash = id.Contains('-', StringComparison.Ordinal) ? id.IndexOf('-', StringComparison.Ordinal) : id.LastIndexOf('_');
            yield return (dash > 0 ? id[..dash] : id, gold.Text, gold.Tokens.Select(token => token.Span), gold.Sentences.Select(sentence => sentence.Span));
        }
    }

    private static IEnumerable<(string Part, string Text, IEnumerable<TextSpan> Tokens, IEnumerable<TextSpan> Sentences)> Texts(string folder, ImmutableArray<GoldCuts> set)
    {
        var known = set.ToDictionary(cuts => cuts.Checksum, StringComparer.Ordinal);
        var any = false;
        foreach (var file in Directory.GetFiles(folder, "*.txt").Order(StringComparer.Ordinal))
        {
            if (!known.TryGetValue(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(file))), out var cuts)) continue;
            any = true;
            yield return (cuts.Part, File.ReadAllText(file), cuts.Tokens, cuts.Sentences);
        }

        if (!any) throw new InvalidDataException("None of its texts is in the hand-checked set.");
    }
}
