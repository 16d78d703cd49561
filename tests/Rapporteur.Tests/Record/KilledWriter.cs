using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using Rapporteur.Record;

namespace Rapporteur.Tests;

/// <summary>A process that adds readings one after the other and tells each that was acknowledged, until it is killed. It is this assembly's own program, started with a variable set.</summary>
internal static class KilledWriter
{
    private const string Variable = "RAPPORTEUR_TESTS_WRITER";

    /// <summary>Runs a writer from a seed on and kills it (SIGKILL) some time after its first acknowledgement; gives the seeds that it acknowledged.</summary>
    public static List<int> Run(string place, int from, TimeSpan life)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment[Variable] = $"{from} {place}";
        using var process = Process.Start(start)!;
        var acknowledged = new List<int>();
        while (process.StandardOutput.ReadLine() is { } line)
        {
            acknowledged.Add(int.Parse(line, CultureInfo.InvariantCulture));
            if (acknowledged.Count > 1) continue;
            using var clock = new Timer(_ => process.Kill(), null, life, Timeout.InfiniteTimeSpan);
            while (process.StandardOutput.ReadLine() is { } next) acknowledged.Add(int.Parse(next, CultureInfo.InvariantCulture));
        }

        process.WaitForExit();
        return acknowledged;
    }

#pragma warning disable CA2255 // The entry point of this assembly is made by the test framework.
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void Write()
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { } call) return;
        var (from, place) = (int.Parse(call[..call.IndexOf(' ', StringComparison.Ordinal)], CultureInfo.InvariantCulture), call[(call.IndexOf(' ', StringComparison.Ordinal) + 1)..]);
        using var ledger = Ledger.OpenOrCreate(place, TestHost.Of(from));
        using var results = new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true, NewLine = "\n" };
        for (var seed = from; ; seed++)
        {
            ledger.Append(Numbered(seed));
            results.WriteLine(seed.ToString(CultureInfo.InvariantCulture));
        }
    }

    /// <summary>A reading whose source is its seed.</summary>
    public static Domain.DocumentReading Numbered(int seed)
    {
        var reading = KillPointTests.Reading(seed % 50);
        var text = $"{seed} {reading.Document.Text}";
        return reading with
        {
            Claims = [.. reading.Claims.Select(claim => claim with { Evidence = new(0, text.Length) })],
            Facets = [],
            Document = reading.Document with { Id = Domain.ContentHash.Of("raw" + text), TextId = Domain.ContentHash.Of(text), Text = text, Source = seed.ToString(CultureInfo.InvariantCulture) },
        };
    }
}
