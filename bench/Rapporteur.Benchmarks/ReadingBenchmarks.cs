using BenchmarkDotNet.Attributes;
using Rapporteur.Domain;
using Rapporteur.Reading;

namespace Rapporteur.Benchmarks;

/// <summary>The whole reader against its first steps, over the sample dossier: the ratio says what claims cost beside syntax.</summary>
[MemoryDiagnoser]
public class ReadingBenchmarks
{
    private SourceDocument[] _documents = [];
    private const int Longer = 20;

    private SourceDocument _long = null!;
    private ReadingPipeline _pipeline = null!;
    private TextAnnotator _text = null!;
    private SyntaxAnnotator _syntax = null!;

    [GlobalSetup]
    public void Load()
    {
        _documents = [.. new SourceReader().Read([Samples.Folder]).Where(source => source.IsReadable).Select(source => source.Document!)];
        var all = string.Join("\n\n", _documents.Select(document => document.Text));
        _long = _documents[0] with { Text = string.Join("\n\n", Enumerable.Repeat(all, Longer)), Zones = [] };
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

    /// <summary>All documents behind each other, so many times that time by the token shows whether it grows with the text alone.</summary>
    [Benchmark(OperationsPerInvoke = Longer)]
    public int OneLongText() => _pipeline.Read(_long).Claims.Length;

    [Benchmark]
    public int Pipeline()
    {
        var claims = 0;
        foreach (var document in _documents) claims += _pipeline.Read(document).Claims.Length;
        return claims;
    }
}
