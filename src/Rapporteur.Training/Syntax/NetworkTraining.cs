using Rapporteur.Reading;

namespace Rapporteur.Training;

/// <summary>Trains a <see cref="SyntaxNetwork"/> by stochastic gradient descent: every batch is two halves, whose gradients are added in order, so that the number of threads does not show.</summary>
internal static class NetworkTraining
{
    private const int Halves = 2;

    /// <summary>Trains.</summary>
    /// <param name="sentences">What to learn.</param>
    /// <param name="shape">Sizes.</param>
    /// <param name="vectors">Word vectors.</param>
    /// <param name="root">Index of the relation to the root.</param>
    /// <param name="options">How.</param>
    /// <param name="progress">Told about every round.</param>
    public static SyntaxNetwork Train(List<TrainingSentence> sentences, NetworkShape shape, WordTable vectors, int root, SyntaxTrainingOptions options, Action<string, Func<SyntaxNetwork>>? progress)
    {
        var random = new SeededOrder(options.Seed);
        var map = new ParameterMap(shape);
        var values = Initial(shape, map, random);
        var embeddings = new EmbeddingTraining(shape, vectors, sentences, options.LeastCount, random);
        var packed = new PackedParameters(shape, map, values);
        var halves = Enumerable.Range(0, Halves).Select(_ => new NetworkGradient(shape, map, embeddings)).ToArray();
        float[] mean = new float[map.Count], square = new float[map.Count];
        var adam = new AdamSteps();
        var order = Enumerable.Range(0, sentences.Count).ToArray();
        var words = sentences.Sum(sentence => (long)sentence.Words.Length);
        var done = 0L;
        var step = 0;
        for (var epoch = 0; epoch < options.Epochs; epoch++)
        {
            random.Shuffle(order);
            var loss = 0.0;
            for (var next = 0; next < order.Length;)
            {
                var batch = Batch(sentences, order, ref next, options.BatchWords);
                packed.Pack();
                step++;
                var seed = (options.Seed * 31) + (ulong)step;
                Parallel.For(0, Halves, new() { MaxDegreeOfParallelism = options.Threads }, half => halves[half].Run(batch[half], packed, new((seed * 0x9E3779B97F4A7C15UL) + (ulong)half + 1)));
                var count = halves.Sum(half => half.Count);
                foreach (var half in halves)
                    for (var i = 0; i < half.Count; i++) embeddings.Back(half.Used(i), half.InputGradient.AsSpan(i * shape.Input, shape.Input));
                var gradient = halves[0].Gradient;
                for (var half = 1; half < Halves; half++)
                {
                    GradientMath.Add(gradient, halves[half].Gradient, 1);
                    Array.Clear(halves[half].Gradient);
                }

                done += count;
                loss += halves.Sum(half => half.Count == 0 ? 0 : half.Loss);
                adam.Rate = options.Rate * Math.Min(1f, step / 300f) * Math.Max(0.02f, 1 - (done / (float)(words * options.Epochs)));
                adam.Next();
                var norm = Math.Sqrt(DenseRows.Dot(gradient, gradient) + embeddings.Norm()) / count;
                var factor = (float)(Math.Min(1, options.GradientNorm / norm) / count);
                adam.Step(values, gradient, mean, square, factor);
                embeddings.Step(adam, factor);
            }

            progress?.Invoke($"round {epoch + 1}: loss {loss / words:F4} a word", () => new(shape, values, vectors, embeddings.Freeze(), root));
        }

        return new(shape, values, vectors, embeddings.Freeze(), root);
    }

    private static List<TrainingSentence>[] Batch(List<TrainingSentence> sentences, int[] order, ref int next, int most)
    {
        var batch = new List<TrainingSentence>[Halves];
        for (var half = 0; half < Halves; half++)
        {
            batch[half] = [];
            var count = 0;
            while (next < order.Length && count < most / Halves)
            {
                batch[half].Add(sentences[order[next]]);
                count += sentences[order[next++]].Words.Length;
            }
        }

        return batch;
    }

    private static float[] Initial(NetworkShape shape, ParameterMap map, SeededOrder random)
    {
        var values = new float[map.Count];
        foreach (var (name, rows, columns) in shape.Parameters())
        {
            var into = map.Of(name, values);
            if (name.EndsWith("Bias", StringComparison.Ordinal)) continue;
            var range = name.StartsWith("gates", StringComparison.Ordinal) ? 0.3f : name is "root" or "labelDistance" ? 0.1f : MathF.Sqrt(3f / rows);
            for (var i = 0; i < into.Length; i++) into[i] = ((random.Next(1 << 20) / (float)(1 << 19)) - 1) * range;
            if (!name.StartsWith("gates", StringComparison.Ordinal)) continue;
            into[(2 * columns)..].Clear();
            into.Slice(2 * columns, columns).Fill(0.5f);
        }

        return values;
    }
}
