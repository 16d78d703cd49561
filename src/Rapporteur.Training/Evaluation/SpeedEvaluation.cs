using System.Diagnostics;
using System.Globalization;
using Rapporteur.Domain;
using Rapporteur.Reading;

namespace Rapporteur.Training;

/// <summary>How fast the whole reader is: start-up, then tokens a second on one core, warm, over the documents of a folder read again and again.</summary>
internal static class SpeedEvaluation
{
    private static readonly TimeSpan Warm = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(10);

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
        var spent = new TimeSpan[pipeline.Annotators.Length];
        var passes = Stopwatch.StartNew();
        while (passes.Elapsed < Measured) tokens += Pass(pipeline, documents, cancel, spent).Tokens;
        var seconds = passes.Elapsed.TotalSeconds;
        yield return Line("documents", documents.Count);
        yield return Line("tokens", first.Tokens);
        yield return Line("start-up of the reader, ms", load.Elapsed.TotalMilliseconds);
        yield return Line("weights of syntax, again, ms", weights.Elapsed.TotalMilliseconds);
        yield return Line("first pass, tokens/s", first.Tokens / first.Elapsed.TotalSeconds);
        yield return Line("warm, tokens/s, one core", tokens / seconds);
        for (var i = 0; i < spent.Length; i++) yield return Line("  " + pipeline.Annotators[i].GetType().Name, tokens / spent[i].TotalSeconds);
        using var process = Process.GetCurrentProcess();
        yield return Line("peak working set, MiB", process.PeakWorkingSet64 / 1048576.0);
    }

    private static (long Tokens, TimeSpan Elapsed) Pass(ReadingPipeline pipeline, List<SourceDocument> documents, CancellationToken cancel, TimeSpan[]? spent = null)
    {
        var watch = Stopwatch.StartNew();
        var tokens = 0L;
        foreach (var document in documents)
        {
            var annotated = new AnnotatedDocument { Source = document };
            for (var i = 0; i < pipeline.Annotators.Length; i++)
            {
                var before = watch.Elapsed;
                annotated = pipeline.Annotators[i].Annotate(annotated, cancel);
                if (spent is not null) spent[i] += watch.Elapsed - before;
            }

            tokens += annotated.Tokens.Length;
        }

        return (tokens, watch.Elapsed);
    }

    private static string Line(string name, double value) => string.Create(CultureInfo.InvariantCulture, $"{name,-32} {value,12:0}");
}
