using Rapporteur.Reading;

namespace Rapporteur.Training;

/// <summary>Trains taggers.</summary>
internal static class TaggerTraining
{
    /// <summary>Trains on the sentences that are chosen.</summary>
    public static LinearModel Train(List<TrainingSentence> sentences, WordLexicon lexicon, int tags, int epochs, ulong seed, int least)
    {
        var perceptron = new Perceptron();
        var order = Enumerable.Range(0, sentences.Count).ToArray();
        var random = new SeededOrder(seed);
        var buffer = new SyntaxBuffer();
        Span<ulong> keys = stackalloc ulong[TaggerFeatures.Most];
        Span<int> scores = stackalloc int[tags];
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (var index in order)
            {
                var sentence = sentences[index];
                sentence.Load(buffer, lexicon);
                for (var i = 0; i < buffer.Count; i++)
                {
                    var features = keys[..TaggerFeatures.Fill(buffer, i, keys)];
                    perceptron.Score(features, scores);
                    var guess = Tagger.Best(scores);
                    buffer.Tags[i] = (byte)guess;
                    if (guess != sentence.Tags[i])
                    {
                        perceptron.Update(features, sentence.Tags[i], 1);
                        perceptron.Update(features, guess, -1);
                    }

                    perceptron.Next();
                }
            }
        }

        return perceptron.Freeze(least);
    }

    /// <summary>Tags every sentence by a tagger that was trained without its document.</summary>
    public static void Jackknife(List<TrainingSentence> sentences, Func<IReadOnlyList<TrainingSentence>, WordLexicon> lexiconOf, int tags, int epochs, int folds, ulong seed)
    {
        Parallel.For(0, folds, new() { MaxDegreeOfParallelism = Math.Min(folds, Environment.ProcessorCount) }, fold =>
        {
            var rest = sentences.Where(sentence => sentence.Document % folds != fold).ToList();
            var lexicon = lexiconOf(rest);
            var tagger = new Tagger(Train(rest, lexicon, tags, epochs, seed, 1), tags);
            var buffer = new SyntaxBuffer();
            foreach (var sentence in sentences.Where(sentence => sentence.Document % folds == fold))
            {
                sentence.Load(buffer, lexicon);
                tagger.Tag(buffer);
                sentence.Guessed = buffer.Tags.AsSpan(0, buffer.Count).ToArray();
            }
        });
    }
}
