using System.Text;
using BenchmarkDotNet.Attributes;
using Rapporteur.Analysis;
using Rapporteur.Domain;

namespace Rapporteur.Benchmarks;

/// <summary>The spatial model over KTAB's own samples with its defaults. KTAB's time stands beside each name: seconds on two cores, -O2, with everything that its command logs.</summary>
[MemoryDiagnoser]
public class SpatialBenchmarks
{
    private const int Draws = 100;

    private StakeholderTable _table = null!;
    private Standpoints _at = null!;

    [Params("dummyData_3Dim.csv KTAB 0.06", "SOE-Pol-Comp.csv KTAB 0.61", "SOE-Policy.csv KTAB 2.3", "SOE-Competitive.csv KTAB 10.3", "dummyData-a040.csv KTAB 13.9", "dummyData-a080.csv KTAB 92.8", "dummyData-a160.csv KTAB -")]
    public string Sample { get; set; } = "";

    [GlobalSetup]
    public void Read()
    {
        var reading = KtabCsv.Read(File.ReadAllText(Find(Sample.Split(' ')[0]), Encoding.UTF8));
        _table = reading.Scenario!.Table;
        _at = Standpoints.Likeliest(_table);
    }

    /// <summary>Every round with the reasons of its moves.</summary>
    [Benchmark]
    public BargainingRun Run() => new SpatialModel().Run(_table, _at, new ChanceStream(1));

    /// <summary>The outcome alone, as simulations ask for it.</summary>
    [Benchmark]
    public double Outcome() => new SpatialModel().Outcome(_table, _at, new ChanceStream(1))[0];

    /// <summary>One election among positions, a hundred times.</summary>
    [Benchmark(OperationsPerInvoke = Draws)]
    public double Election()
    {
        var (model, space, sum) = (new CondorcetModel(), new ElectionSpace(), 0.0);
        for (var draw = 0; draw < Draws; draw++) sum += model.Distribution(_at.Capabilities, _at.Positions.AsSpan(0, _at.Count), 100, space).Chances[0];
        return sum;
    }

    private static string Find(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var file = Path.Combine(folder.FullName, "shared", "corpora", "bargaining", "ktab", name);
            if (File.Exists(file)) return file;
        }

        throw new FileNotFoundException($"KTAB's samples are not beside the repository: ../shared/corpora/bargaining/ktab/{name}.");
    }
}
