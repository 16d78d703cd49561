using Rapporteur.Reading;

namespace Rapporteur.Training;

/// <summary>Trains the parser with a dynamic oracle (Goldberg and Nivre 2013): after the first rounds it follows its own choices and learns to make the
/// best of its errors.</summary>
internal static class ParserTraining
{
    /// <summary>Trains on sentences with guessed tags.</summary>
    public static LinearModel Train(List<TrainingSentence> sentences, WordLexicon lexicon, int relations, int root, SyntaxTrainingOptions options, Action<string>? progress)
    {
        var perceptron = new Perceptron();
        var parser = new Parser(perceptron, relations, root);
        var order = Enumerable.Range(0, sentences.Count).ToArray();
        var random = new SeededOrder(options.Seed);
        var buffer = new SyntaxBuffer();
        Span<ulong> keys = stackalloc ulong[ParserFeatures.Most];
        Span<int> scores = stackalloc int[parser.Classes];
        for (var epoch = 0; epoch < options.ParserEpochs; epoch++)
        {
            random.Shuffle(order);
            long steps = 0, errors = 0;
            foreach (var index in order)
            {
                var sentence = sentences[index];
                sentence.Load(buffer, lexicon);
                sentence.Guessed.CopyTo(buffer.Tags, 0);
                var state = buffer.State;
                state.Begin(buffer.Count);
                while (!state.Done)
                {
                    if (state.Depth == 0 || (state.Front == state.Count && state.Depth == 1))
                    {
                        Parser.Apply(buffer, state, state.Depth == 0 ? 0 : Parser.LeftClass(root));
                        continue;
                    }

                    var features = keys[..ParserFeatures.Fill(buffer, state, keys)];
                    perceptron.Score(features, scores);
                    var guess = parser.Best(scores, state);
                    var right = ArcHybridOracle.Best(state, sentence.Heads, sentence.Relations, scores);
                    steps++;
                    if (!ArcHybridOracle.IsRight(guess, state, sentence.Heads, sentence.Relations))
                    {
                        errors++;
                        perceptron.Update(features, right, 1);
                        perceptron.Update(features, guess, -1);
                        if (epoch < options.GuidedEpochs || random.Next(100) >= options.Exploration) guess = right;
                    }

                    perceptron.Next();
                    Parser.Apply(buffer, state, guess);
                }
            }

            progress?.Invoke($"parser epoch {epoch + 1}: {100.0 * errors / Math.Max(1, steps):F2} % wrong, {perceptron.Features} features");
        }

        return perceptron.Freeze(options.LeastParserWeight);
    }
}
