using System.Collections.Immutable;
using Rapporteur.Reading;

namespace Rapporteur.Training;

/// <summary>Trains the tagger, parser and lemmatizer of <see cref="SyntaxAnnotator"/>. The same treebanks and options give the same bytes.</summary>
public static class SyntaxTrainer
{
    /// <summary>Trains and writes the weights.</summary>
    /// <param name="options">What to learn from, and how.</param>
    /// <param name="progress">Told about every step, in words; may be called from several threads.</param>
    public static void Train(SyntaxTrainingOptions options, Action<string>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        var model = Learn(options, progress);
        using var stream = File.Create(options.Output);
        model.Write(stream);
    }

    internal static SyntaxModel Learn(SyntaxTrainingOptions options, Action<string>? progress)
    {
        var treebank = options.Treebanks.SelectMany(path => Sentences(path, options.HeldOut)).ToList();
        var tags = treebank.SelectMany(sentence => sentence.Words).Select(word => word.Upos + "|" + word.Xpos).Distinct().Order(StringComparer.Ordinal).ToArray();
        var relations = treebank.SelectMany(sentence => sentence.Words).Select(word => word.Relation).Distinct().Order(StringComparer.Ordinal).ToArray();
        if (tags.Length >= Tagger.RootTag || relations.Length > 64) throw new InvalidDataException($"{tags.Length} tags and {relations.Length} relations are more than the weights file can hold.");
        progress?.Invoke($"{treebank.Count} sentences, {tags.Length} tags, {relations.Length} relations");
        var lemmatizer = new Lemmatizer(LemmaTraining.Learn(treebank));
        progress?.Invoke($"{lemmatizer.Rows.Count} lemma rules and exceptions");
        var sentences = TrainingSentence.Prepare(treebank, tags, relations);
        var clusters = LexiconTraining.Clusters(options);
        progress?.Invoke($"{clusters.Count} words in clusters");
        WordLexicon LexiconOf(IReadOnlyList<TrainingSentence> some) => LexiconTraining.Learn(some, clusters, options.LeastCount);
        TaggerTraining.Jackknife(sentences, LexiconOf, tags.Length, Math.Max(1, options.TaggerEpochs - 3), options.Folds, options.Seed);
        var wrong = sentences.Sum(sentence => sentence.Guessed.Zip(sentence.Tags).Count(pair => pair.First != pair.Second));
        progress?.Invoke($"jackknifed tags: {100.0 * wrong / sentences.Sum(sentence => sentence.Tags.Length):F2} % wrong");
        var lexicon = LexiconOf(sentences);
        var root = Array.IndexOf(relations, "root");
        LinearModel? tagger = null;
        LinearModel? parser = null;
        Parallel.Invoke(
            () => tagger = TaggerTraining.Train(sentences, lexicon, tags.Length, options.TaggerEpochs, options.Seed, options.LeastTaggerWeight),
            () => parser = ParserTraining.Train(sentences, lexicon, relations.Length, root, options, progress));
        progress?.Invoke($"{tagger!.Weights} weights of the tagger, {parser!.Weights} of the parser");
        return new(tags, relations, lexicon, tagger!, parser!, lemmatizer);
    }

    /// <summary>The sentences of a file, or of a folder without the files that are left out.</summary>
    internal static IEnumerable<TreebankSentence> Sentences(string path, ImmutableArray<string> heldOut)
    {
        var all = Directory.Exists(path) ? Directory.GetFiles(path, "*.conllu") : [path];
        var files = all.Where(file => !heldOut.Contains(Path.GetFileName(file))).ToArray();
        Array.Sort(files, StringComparer.Ordinal);
        return files.SelectMany(file => Treebank.Load(file));
    }
}
