using Rapporteur.Reading;

namespace Rapporteur.Training;

/// <summary>How well tags, lemmas and dependencies are found on right tokens and sentences. Shares of all words, punctuation included, in [0, 1].</summary>
public sealed record SyntaxEvaluation
{
    /// <summary>Words measured.</summary>
    public required int Words { get; init; }

    /// <summary>Universal parts of speech that are right.</summary>
    public required double Upos { get; init; }

    /// <summary>Penn Treebank tags that are right.</summary>
    public required double Xpos { get; init; }

    /// <summary>Lemmas that are right.</summary>
    public required double Lemmas { get; init; }

    /// <summary>Heads that are right (unlabelled attachment score).</summary>
    public required double Uas { get; init; }

    /// <summary>Heads and relations that are right, subtypes left aside as in the CoNLL 2018 shared task (labelled attachment score).</summary>
    public required double Las { get; init; }

    /// <summary>Heads and relations that are right, subtypes included.</summary>
    public required double LasWithSubtypes { get; init; }

    /// <summary>Words a second of processor time, tags to lemmas, warm, on one thread: the best of three passes.</summary>
    public required double WordsPerSecond { get; init; }

    /// <summary>Measures the shipped weights, or others.</summary>
    /// <param name="path">A CoNLL-U file or a folder of them; of a folder with <c>dev.conllu</c>, that file.</param>
    /// <param name="data">Where <c>models/syntax.bin</c> lies; the folder beside the assembly by default.</param>
    /// <param name="best">Whether the accurate, slower model is measured.</param>
    public static SyntaxEvaluation Run(string path, DataFolder? data = null, bool best = false) =>
        Run(best ? new GraphSyntaxAnnotator(data ?? DataFolder.Shipped) : new SyntaxAnnotator(data ?? DataFolder.Shipped), Treebank.Load(TestFile(path)));

    internal static string TestFile(string path) => File.Exists(Path.Combine(path, "dev.conllu")) ? Path.Combine(path, "dev.conllu") : path;

    internal static SyntaxEvaluation Run(IAnnotator annotator, IEnumerable<TreebankSentence> treebank, int passes = 3)
    {
        var documents = GoldDocument.All(treebank).ToList();
        int words = 0, upos = 0, xpos = 0, lemmas = 0, heads = 0, arcs = 0, full = 0;
        var best = TimeSpan.MaxValue;
        for (var pass = 0; pass < passes; pass++)
        {
            var before = Environment.CpuUsage.TotalTime;
            foreach (var (document, _) in documents) annotator.Annotate(document);
            var taken = Environment.CpuUsage.TotalTime - before;
            if (taken < best) best = taken;
        }

        foreach (var (document, gold) in documents)
        {
            var read = annotator.Annotate(document);
            foreach (var sentence in read.Sentences)
            {
                for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
                {
                    var (token, right) = (read.Tokens[i], gold[i]);
                    var head = token.Head < 0 ? -1 : token.Head - sentence.FirstToken;
                    words++;
                    if (token.Upos == right.Upos) upos++;
                    if (token.Xpos == right.Xpos) xpos++;
                    if (token.Lemma == right.Lemma) lemmas++;
                    if (head != right.Head) continue;
                    heads++;
                    if (Universal(token.Relation).SequenceEqual(Universal(right.Relation))) arcs++;
                    if (token.Relation == right.Relation) full++;
                }
            }
        }

        double Share(int count) => words == 0 ? 0 : (double)count / words;
        return new()
        {
            Words = words,
            Upos = Share(upos),
            Xpos = Share(xpos),
            Lemmas = Share(lemmas),
            Uas = Share(heads),
            Las = Share(arcs),
            LasWithSubtypes = Share(full),
            WordsPerSecond = words / Math.Max(best.TotalSeconds, 1e-9),
        };
    }

    private static ReadOnlySpan<char> Universal(string relation)
    {
        var colon = relation.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? relation : relation.AsSpan(0, colon);
    }
}
