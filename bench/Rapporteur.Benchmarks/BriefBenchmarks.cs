using BenchmarkDotNet.Attributes;
using Rapporteur.Domain;
using Rapporteur.Publishing;
using Rapporteur.Reading;
using Rapporteur.Record;

namespace Rapporteur.Benchmarks;

/// <summary>Writing a brief against folding the snapshot that it is made from, over the sample dossier.</summary>
[MemoryDiagnoser]
public class BriefBenchmarks
{
    private DocumentReading[] _readings = [];
    private RecordSnapshot _snapshot = null!;

    [GlobalSetup]
    public void Read()
    {
        var pipeline = ReadingPipeline.Load(DataFolder.Shipped);
        _readings = [.. new SourceReader().Read([Samples.Folder]).Where(source => source.IsReadable).Select(source => pipeline.Read(source.Document!))];
        _snapshot = new SnapshotProjection().Fold(_readings, null);
    }

    [Benchmark(Baseline = true)]
    public RecordSnapshot Snapshot() => new SnapshotProjection().Fold(_readings, null);

    [Benchmark]
    public int Brief()
    {
        var brief = Publishing.Brief.From(_snapshot);
        var bytes = 0;
        foreach (var exporter in Exporter.All) bytes += exporter.Export(brief).Length;
        return bytes;
    }
}
