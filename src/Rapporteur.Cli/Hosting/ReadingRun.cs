using Rapporteur.Domain;
using Rapporteur.Reading;

namespace Rapporteur.Cli;

/// <summary>Reads sources on several threads and hands the readings over in the order of the sources.</summary>
/// <param name="pipeline">The reader.</param>
/// <param name="threads">How many documents are read at a time, at least one.</param>
internal sealed class ReadingRun(ReadingPipeline pipeline, int threads)
{
    /// <summary>One reading for every source that was not skipped on purpose; no more than <c>threads</c> documents are held at a time.</summary>
    /// <param name="sources">The sources, taken as they come.</param>
    /// <param name="noted">Called in order for each source with notes, among them those left out on purpose.</param>
    /// <param name="cancel">Stops the run.</param>
    public IEnumerable<DocumentReading> Read(IEnumerable<SourceResult> sources, Action<SourceResult> noted, CancellationToken cancel)
    {
        var running = new Queue<Task<DocumentReading>>();
        foreach (var source in sources)
        {
            cancel.ThrowIfCancellationRequested();
            if (!source.Notes.IsEmpty) noted(source);
            if (source.IsSkipped) continue;
            running.Enqueue(threads == 1 ? Task.FromResult(ReadOne(source, cancel)) : Task.Run(() => ReadOne(source, cancel), cancel));
            while (running.Count >= threads) yield return running.Dequeue().GetAwaiter().GetResult();
        }

        while (running.Count > 0) yield return running.Dequeue().GetAwaiter().GetResult();
    }

    private DocumentReading ReadOne(SourceResult source, CancellationToken cancel) => source.IsReadable
        ? pipeline.Read(source.Document!, cancel)
        : new DocumentReading { Document = source.DocumentOrStub(), Reader = pipeline.Identity, Error = source.Error };
}
