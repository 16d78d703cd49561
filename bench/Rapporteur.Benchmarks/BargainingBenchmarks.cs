using BenchmarkDotNet.Attributes;
using Rapporteur.Analysis;
using Rapporteur.Domain;
using Rapporteur.Tests;

namespace Rapporteur.Benchmarks;

/// <summary>Ten rounds of the ten actors of the emission example (Bueno de Mesquita 1994), as a whole and without what is set up once, and 10,000 draws of it with every number in a range. The NumPy port takes 3.7 ms for ten rounds.</summary>
[MemoryDiagnoser]
public class BargainingBenchmarks
{
    private readonly StakeholderTable _table = EmissionExample.Table;
    private StakeholderTable _ranges = null!;
    private Standpoints _at = null!;

    [GlobalSetup]
    public void Set() => (_ranges, _at) = (Widening.Of(_table, 0.1), Standpoints.Likeliest(_table));

    [Benchmark(Baseline = true)]
    public double TenRoundsOfTheCode() => new ScholzCode().Outcome(_table, _at, new(0))[0];

    [Benchmark]
    public double TenRoundsOfThePaper() => new ScholzPaper().With(KeyValuePair.Create("stop", "rounds")).Outcome(_table, _at, new(0))[0];

    [Benchmark]
    public double TenRoundsCorrected() => new CorrectedExpectedUtility().With(KeyValuePair.Create("stop", "rounds")).Outcome(_table, _at, new(0))[0];

    [Benchmark]
    public double TenThousandDraws() => MonteCarlo.Run(new(new ScholzCode(), _ranges, 1, Environment.ProcessorCount), 10_000).Outcome[0].Mean;
}
