using System.Diagnostics;
using System.Globalization;
using System.Text;
using Rapporteur.Domain;
using Rapporteur.Reading;

namespace Rapporteur.Training;

/// <summary>How fast the whole reader is: start-up, then tokens a second on one core and bytes allocated a token, warm, over the documents of a folder read again and again;
/// what a second thread adds, and whether time and memory grow with the length of the text alone.</summary>
internal static class SpeedEvaluation
{
    private static readonly TimeSpan Warm = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(4);
    private const int Turns = 4;
    private static readonly int[] Lengths = [100_000, 1_000_000];

    public static IEnumerable<string> Run(EvaluationRequest request, CancellationToken cancel)
    {
        var load = Stopwatch.StartNew();
        var pipeline = request.Reader();
        load.Stop();
        var weights = Stopwatch.StartNew();
        _ = request.Best ? (IAnnotator)new GraphSyntaxAnnotator(DataFolder.Shipped) : new SyntaxAnnotator(DataFolder.Shipped);
        weights.Stop();
        var documents = new SourceReader().Read([request.Path], null, cancel).Where(source => source.IsReadable).Select(source => source.Document!).ToList();
        if (documents.Count == 0) throw new InvalidDataException("No document can be read there.");
        var first = Pass(pipeline, documents, cancel);
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < Warm;) Pass(pipeline, documents, cancel);
        var tokens = 0L;
        var stages = new Stage[pipeline.Annotators.Length];
        var passes = Stopwatch.StartNew();
        while (passes.Elapsed < Measured) tokens += Pass(pipeline, documents, cancel, stages).Tokens;
        var seconds = passes.Elapsed.TotalSeconds;
        yield return Line("documents", documents.Count);
        yield return Line("tokens", first.Tokens);
        yield return Line("start-up of the reader, ms", load.Elapsed.TotalMilliseconds);
        yield return Line("weights of syntax, again, ms", weights.Elapsed.TotalMilliseconds);
        yield return Line("first pass, tokens/s", first.Tokens / first.Elapsed.TotalSeconds);
        yield return Line("warm, tokens/s, one core", tokens / seconds, stages.Sum(stage => stage.Bytes) / (double)tokens);
        foreach (var line in Lines(pipeline, stages, tokens)) yield return line;
        foreach (var line in Threads(pipeline, documents, cancel)) yield return line;
        foreach (var length in Lengths)
        {
            var document = Long(documents, length);
            var once = new Stage[pipeline.Annotators.Length];
            var (read, elapsed) = Pass(pipeline, [document], cancel, once);
            yield return Line($"one text of {length / 1000} KB, tokens/s", read / elapsed.TotalSeconds, once.Sum(stage => stage.Bytes) / (double)read);
            foreach (var line in Lines(pipeline, once, read)) yield return line;
        }

        using var process = Process.GetCurrentProcess();
        yield return Line("peak working set, MiB", process.PeakWorkingSet64 / 1048576.0);
    }

    /// <summary>One thread and two in turn, so that both see the same other load on the machine; each thread reads the documents again and again.</summary>
    private static IEnumerable<string> Threads(ReadingPipeline pipeline, List<SourceDocument> documents, CancellationToken cancel)
    {
        var (one, two) = (0.0, 0.0);
        for (var turn = 0; turn < Turns; turn++)
        {
            one += Together(pipeline, documents, 1, cancel) / Turns;
            two += Together(pipeline, documents, 2, cancel) / Turns;
        }

        yield return Line("one thread, tokens/s", one);
        yield return Line("two threads, tokens/s", two);
        yield return string.Create(CultureInfo.InvariantCulture, $"{"two threads against one",-32} {two / one,12:0.00}");
    }

    /// <summary>Tokens a second of a number of threads.</summary>
    private static double Together(ReadingPipeline pipeline, List<SourceDocument> documents, int threads, CancellationToken cancel)
    {
        var tokens = new long[threads];
        var watch = Stopwatch.StartNew();
        var running = Enumerable.Range(0, threads).Select(number => new System.Threading.Thread(() =>
        {
            while (watch.Elapsed < Turn && !cancel.IsCancellationRequested)
                foreach (var document in documents)
                {
                    tokens[number] += pipeline.Annotate(document, CancellationToken.None).Tokens.Length;
                    if (watch.Elapsed >= Turn) break;
                }
        })).ToList();
        foreach (var thread in running) thread.Start();
        foreach (var thread in running) thread.Join();
        cancel.ThrowIfCancellationRequested();
        return tokens.Sum() / watch.Elapsed.TotalSeconds;
    }

    /// <summary>The documents one behind the other, again and again, up to a number of characters.</summary>
    private static SourceDocument Long(List<SourceDocument> documents, int length)
    {
        var text = new StringBuilder();
        for (var i = 0; text.Length < length; i++) text.Append(documents[i % documents.Count].Text).Append("\n\n");
        return documents[0] with { Text = text.ToString(0, length), Zones = [] };
    }

    private static IEnumerable<string> Lines(ReadingPipeline pipeline, Stage[] stages, long tokens) =>
        stages.Select((stage, i) => Line("  " + pipeline.Annotators[i].GetType().Name, tokens / stage.Time.TotalSeconds, stage.Bytes / (double)tokens));

    private static (long Tokens, TimeSpan Elapsed) Pass(ReadingPipeline pipeline, List<SourceDocument> documents, CancellationToken cancel, Stage[]? stages = null)
    {
        var watch = Stopwatch.StartNew();
        var tokens = 0L;
        foreach (var document in documents)
        {
            var annotated = new AnnotatedDocument { Source = document };
            for (var i = 0; i < pipeline.Annotators.Length; i++)
            {
                var (before, bytes) = (watch.Elapsed, GC.GetAllocatedBytesForCurrentThread());
                annotated = pipeline.Annotators[i].Annotate(annotated, cancel);
                if (stages is not null) stages[i] = new(stages[i].Time + watch.Elapsed - before, stages[i].Bytes + GC.GetAllocatedBytesForCurrentThread() - bytes);
            }

            tokens += annotated.Tokens.Length;
        }

        return (tokens, watch.Elapsed);
    }

    /// <summary>What an annotator took in all.</summary>
    private readonly record struct Stage(TimeSpan Time, long Bytes);

    private static string Line(string name, double value, double bytes) => string.Create(CultureInfo.InvariantCulture, $"{name,-32} {value,12:0} {bytes,8:0} bytes a token");

    private static string Line(string name, double value) => string.Create(CultureInfo.InvariantCulture, $"{name,-32} {value,12:0}");
}
