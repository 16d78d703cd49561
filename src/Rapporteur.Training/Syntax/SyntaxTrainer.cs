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

    internal static SyntaxModel Learn(SyntaxTrainingOptions options, Action<string>? progress, Func<SyntaxModel, string>? check = null)
    {
        var treebanks = options.Treebanks.Select(path => Sentences(path, options.HeldOut).ToList()).ToList();
        var treebank = treebanks.SelectMany(sentences => sentences).ToList();
        var tags = treebank.SelectMany(sentence => sentence.Words).Select(word => word.Upos + "|" + word.Xpos).Distinct().Order(StringComparer.Ordinal).ToArray();
        var relations = treebank.SelectMany(sentence => sentence.Words).Select(word => word.Relation).Distinct().Order(StringComparer.Ordinal).ToArray();
        if (tags.Length > 255 || relations.Length > 255) throw new InvalidDataException($"{tags.Length} tags and {relations.Length} relations are more than the weights file can hold.");
        progress?.Invoke($"{treebank.Count} sentences, {tags.Length} tags, {relations.Length} relations");
        var lemmatizer = new Lemmatizer(LemmaTraining.Learn(treebank));
        progress?.Invoke($"{lemmatizer.Rows.Count} lemma rules and exceptions");
        var sentences = TrainingSentence.Prepare(treebank, treebanks[0].Count, tags, relations);
        var vectors = Vectors(options);
        progress?.Invoke($"{vectors.Rows} word vectors");
        var shape = new NetworkShape(vectors.Width, options.Embedding, options.Width, options.Layers, options.TagLayer, options.Arc, options.Label, tags.Length, relations.Length);
        var root = Array.IndexOf(relations, "root");
        var network = NetworkTraining.Train(sentences, shape, vectors, root, options, (text, now) =>
            progress?.Invoke(text + (check is null ? "" : ", " + check(new(tags, relations, now(), lemmatizer)))));
        return new(tags, relations, network, lemmatizer);
    }

    private static WordTable Vectors(SyntaxTrainingOptions options)
    {
        if (options.Vectors is null) return new(0, 1, [], []);
        var read = WordVectors.Read(options.Vectors, options.VectorWords);
        var rows = new SortedDictionary<uint, short[]>();
        for (var i = 0; i < read.Words.Count; i++) rows.TryAdd((uint)WordShape.Lower(read.Words[i]), read.Vectors[i]);
        rows.Remove(0);
        return new(read.Vectors[0].Length, 4f / WordVectors.Length, [.. rows.Keys], [.. rows.Values.SelectMany(row => row).Select(number => (sbyte)Math.Clamp((int)number, -127, 127))]);
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
