using Rapporteur.Reading;
using Rapporteur.Training;

namespace Rapporteur.Tests;

/// <summary>A network small enough to train in a moment.</summary>
internal static class TinyGraphModel
{
    public static readonly WordTable Vectors = new(3, 0.1f, [.. new[] { "envoy", "left", "truce" }.Select(word => (uint)WordShape.Lower(word)).Order()], [9, -4, 2, 7, 1, -8, -3, 5, 6]);

    public static GraphTrainingOptions Options(int threads, int epochs) => new()
    {
        Treebanks = [],
        Vectors = "",
        Output = Path.Combine(Path.GetTempPath(), $"rapporteur-graph-{Environment.ProcessId}-{Environment.CurrentManagedThreadId}-{threads}-{epochs}.bin"),
        Epochs = epochs,
        BatchWords = 12,
        Rate = 0.01,
        WarmSteps = 5,
        LeastCount = 1,
        Dropout = 0.1,
        InputDropout = 0.05,
        PastDropout = 0.05,
        WordDropout = 0.05,
        VectorDropout = 0.05,
        Threads = threads,
        Reshape = Small,
    };

    public static GraphShape Small(GraphShape shape) => shape with
    {
        Fixed = 3,
        Word = 8,
        Ending = 6,
        Beginning = 5,
        Treebank = 2,
        EndingRows = 64,
        BeginningRows = 32,
        Layers = 2,
        Units = 8,
        TagLayer = 1,
        TagHidden = 8,
        Arc = 8,
        Relation = 7,
    };

    /// <summary>Trains on the tiny treebank and gives the bytes of the weights.</summary>
    public static byte[] Train(int threads, int epochs)
    {
        var options = Options(threads, epochs);
        try
        {
            GraphTrainer.Train(options, [[.. TinyTreebank.Sentences], [.. TinyTreebank.Sentences.Skip(2)]], Vectors, null, default);
            return File.ReadAllBytes(options.Output);
        }
        finally
        {
            File.Delete(options.Output);
        }
    }
}
