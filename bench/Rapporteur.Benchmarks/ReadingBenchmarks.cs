using BenchmarkDotNet.Attributes;
using Rapporteur.Domain;
using Rapporteur.Reading;

namespace Rapporteur.Benchmarks;

/// <summary>The whole reader against its first steps, over the sample dossier: the ratio says what claims cost beside syntax.</summary>
[MemoryDiagnoser]
public class ReadingBenchmarks
{
    private SourceDocument[] _documents = [];
    private ReadingPipeline _pipeline = null!;
    private TextAnnotator _text = null!;
    private SyntaxAnnotator _syntax = null!;

    [GlobalSetup]
    public void Load()
    {
        _documents = [.. new SourceReader().Read([Samples.Folder]).Where(source => source.IsReadable).Select(source => source.Document!)];
        _pipeline = ReadingPipeline.Load(DataFolder.Shipped);
        _text = new TextAnnotator(DataFolder.Shipped);
        _syntax = new SyntaxAnnotator(DataFolder.Shipped);
    }

    [Benchmark(Baseline = true)]
    public int Syntax()
    {
        var tokens = 0;
        foreach (var document in _documents) tokens += _syntax.Annotate(_text.Annotate(new AnnotatedDocument { Source = document })).Tokens.Length;
        return tokens;
    }

    [Benchmark]
    public int Pipeline()
    {
        var claims = 0;
        foreach (var document in _documents) claims += _pipeline.Read(document).Claims.Length;
        return claims;
    }
}
