using System.Diagnostics;
using System.Globalization;
using Rapporteur.Reading;

namespace Rapporteur.Training;

/// <summary>Trains the accurate tagger and parser. The same treebanks, vectors and options give the same bytes, on one thread or two.</summary>
public static class GraphTrainer
{
    /// <summary>Trains and writes the weights.</summary>
    /// <param name="options">What to learn from, and how.</param>
    /// <param name="progress">Told about every step, in words.</param>
    /// <param name="cancel">Stops between two batches; nothing is written then.</param>
    public static void Train(GraphTrainingOptions options, Action<string>? progress = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var treebanks = options.Treebanks.Select(path => SyntaxTrainer.Sentences(path, options.HeldOut).Take(options.Sentences).ToList()).ToList();
        var (vectors, _) = GraphVocabulary.Vectors(options, treebanks);
        Train(options, treebanks, vectors, progress, cancel);
    }

    internal static void Train(GraphTrainingOptions options, List<List<TreebankSentence>> treebanks, WordTable vectors, Action<string>? progress, CancellationToken cancel)
    {
        var model = GraphVocabulary.Make(options, treebanks, vectors);
        var sentences = GraphVocabulary.Sentences(options, model, treebanks);
        var words = sentences.Sum(sentence => sentence.Words.Length);
        progress?.Invoke($"{sentences.Count} sentences, {words} words, {model.Tags.Length} tags, {model.Relations.Length} relations, {vectors.Rows} fixed vectors, {model.Network.Parameters.Count} numbers to learn");
        var order = new SeededOrder(options.Seed);
        var perEpoch = Batches(sentences, options.BatchWords, new(options.Seed)).Count;
        var learner = new GraphLearner(model.Network, options, perEpoch * options.Epochs);
        var watched = options.Watch is null ? null : Treebank.Load(options.Watch).ToList();
        var clock = Stopwatch.StartNew();
        for (var epoch = 1; epoch <= options.Epochs; epoch++)
        {
            var (loss, batches) = (0.0, 0);
            var started = clock.Elapsed;
            foreach (var batch in Batches(sentences, options.BatchWords, order))
            {
                cancel.ThrowIfCancellationRequested();
                loss += learner.Learn(batch);
                if (++batches % 50 == 0) progress?.Invoke(string.Create(CultureInfo.InvariantCulture, $"round {epoch}, batch {batches} of {perEpoch}: loss {loss / batches:F3}, {batches * options.BatchWords / (clock.Elapsed - started).TotalSeconds:F0} words/s"));
            }

            progress?.Invoke(string.Create(CultureInfo.InvariantCulture, $"round {epoch}: loss {loss / batches:F3}, {(clock.Elapsed - started).TotalSeconds:F0} s"));
            var last = epoch == options.Epochs;
            if (!last && (options.WriteEvery == 0 || epoch % options.WriteEvery != 0)) continue;
            using (var stream = File.Create(options.Output)) model.Write(stream, learner.Mean);
            options.Written?.Invoke(learner.Mean);
            if (watched is not null) progress?.Invoke($"  {Watch(options.Output, watched)}");
        }
    }

    private static List<List<GraphSentence>> Batches(List<GraphSentence> sentences, int words, SeededOrder random)
    {
        var order = Enumerable.Range(0, sentences.Count).ToArray();
        random.Shuffle(order);
        var batches = new List<List<GraphSentence>>();
        var room = 0;
        foreach (var sentence in order.Select(i => sentences[i]).OrderBy(sentence => sentence.Words.Length))
        {
            if (room < sentence.Words.Length)
            {
                batches.Add([]);
                room = words;
            }

            batches[^1].Add(sentence);
            room -= sentence.Words.Length;
        }

        var shuffled = Enumerable.Range(0, batches.Count).ToArray();
        random.Shuffle(shuffled);
        return [.. shuffled.Select(i => batches[i])];
    }

    private static string Watch(string weights, List<TreebankSentence> sentences)
    {
        var model = GraphModel.Read(File.ReadAllBytes(weights));
        var parses = new GraphReader(model).Read([.. sentences.Select(sentence => sentence.Words.Select(word => model.Describe(word.Form)).ToArray())]);
        int words = 0, upos = 0, xpos = 0, heads = 0, arcs = 0;
        for (var s = 0; s < parses.Length; s++)
        {
            for (var i = 0; i < parses[s].Heads.Length; i++)
            {
                var right = sentences[s].Words[i];
                words++;
                if (model.Upos[parses[s].Tags[i]] == right.Upos) upos++;
                if (model.Xpos[parses[s].Tags[i]] == right.Xpos) xpos++;
                if (parses[s].Heads[i] != right.Head) continue;
                heads++;
                if (model.Relations[parses[s].Relations[i]].Split(':')[0] == right.Relation.Split(':')[0]) arcs++;
            }
        }

        double Percent(int count) => 100.0 * count / words;
        return string.Create(CultureInfo.InvariantCulture, $"UPOS {Percent(upos):F2}, XPOS {Percent(xpos):F2}, UAS {Percent(heads):F2}, LAS {Percent(arcs):F2} of {words} words");
    }
}
