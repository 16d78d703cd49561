using System.Collections.Immutable;
using Rapporteur.Reading;

namespace Rapporteur.Training;

/// <summary>Trains the name tagger: averaged structured perceptron (Collins 2002) over the features that the reader uses, a fifth of them left out
/// at random in each step, rounded to 8-bit weights.
/// The same sentences in the same order give the same bytes.</summary>
/// <param name="data">Folder with the world model and the name lists.</param>
public sealed class NameTrainer(DataFolder data)
{
    private const int Seed = 20030320, Rare = 2;

    private const double Dropout = 0.2;

    private readonly World world = World.Load(data);

    /// <summary>Trains on the sentences.</summary>
    /// <param name="sentences">Sentences with their names.</param>
    /// <param name="epochs">Passes over them; 12 by default.</param>
    /// <param name="rows">Most features to keep, the strongest first; 240,000 by default (under 5 MB).</param>
    /// <param name="log">Receives a line for each pass; null for silence.</param>
    public NameModel Train(IReadOnlyList<NamedSentence> sentences, int epochs = 12, int rows = 240_000, Action<string>? log = null)
    {
        var (features, keys) = Extract(sentences);
        var gold = sentences.Select(Labels).ToArray();
        var weights = new NamePerceptron(keys.Count);
        var order = Enumerable.Range(0, sentences.Count).ToArray();
        var random = new Random(Seed);
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle(order);
            var wrong = order.Sum(i => weights.Learn(features[i], gold[i], random, Dropout));
            log?.Invoke($"pass {epoch + 1}: {wrong} labels wrong");
        }

        return weights.Average(keys, rows);
    }

    /// <summary>Wikigold by 5-fold cross-validation, with the other corpora in every fold.</summary>
    /// <param name="corpora">A folder with <c>ner</c> and <c>gum</c>.</param>
    /// <param name="data">The data folder.</param>
    public static Tally CrossValidateWikigold(string corpora, DataFolder data)
    {
        var names = NameCorpora.Load(corpora, data);
        return NameEvaluation.CrossValidate(new NameTrainer(data), names.Encyclopedia, [.. names.News, .. names.Mixed]);
    }

    /// <summary>The words of titles, in lower case.</summary>
    /// <param name="data">The data folder.</param>
    public static ImmutableHashSet<string> Titles(DataFolder data) =>
        [.. WorldFiles.Rows(data, "lexicons/names/titles.tsv", 2).SelectMany(field => field[0].Split(' '))];

    /// <summary>A tagger that uses a model with this trainer's lists.</summary>
    /// <param name="model">A model trained here.</param>
    public NameTagger Tagger(NameModel model) => new(model, data, world);

    private (int[][][] Features, List<uint> Keys) Extract(IReadOnlyList<NamedSentence> sentences)
    {
        var extractor = new NameFeatures(world, new NameLexicon(data, world));
        var raw = new uint[sentences.Count][][];
        var counts = new Dictionary<uint, int>();
        Span<uint> hashes = stackalloc uint[NameFeatures.Most];
        for (var s = 0; s < raw.Length; s++)
        {
            extractor.Begin(sentences[s].Text, sentences[s].Tokens.AsMemory(), sentences[s].Conventions);
            raw[s] = new uint[sentences[s].Tokens.Length][];
            for (var t = 0; t < raw[s].Length; t++)
            {
                raw[s][t] = hashes[..extractor.Of(t, hashes)].ToArray();
                foreach (var hash in raw[s][t]) counts[hash] = counts.GetValueOrDefault(hash) + 1;
            }
        }

        var ids = new Dictionary<uint, int>();
        var keys = new List<uint>();
        foreach (var hash in counts.Where(count => count.Value >= Rare).Select(count => count.Key).Order())
        {
            ids[hash] = keys.Count;
            keys.Add(hash);
        }

        return ([.. raw.Select(s => s.Select(t => t.Where(ids.ContainsKey).Select(hash => ids[hash]).ToArray()).ToArray())], keys);
    }

    private static int[] Labels(NamedSentence sentence)
    {
        var labels = new int[sentence.Tokens.Length];
        foreach (var name in sentence.Names)
            for (var i = 0; i < name.Count; i++) labels[name.First + i] = NameLabel.Of(name.Kind, i == 0, i == name.Count - 1);
        return labels;
    }
}
