using Rapporteur.Record;

namespace Rapporteur.Tests;

/// <summary>A folder for one test with the path of a record in it; removed afterwards.</summary>
internal sealed class RecordFile : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("rapporteur-");

    public string Path => System.IO.Path.Combine(_folder.FullName, "talks.db");

    public static LedgerHost Host { get; } = new(new FixedClock(), Counting());

    /// <summary>A record with the first readings of chance.</summary>
    public static RecordFile Filled(int readings)
    {
        var file = new RecordFile();
        using var ledger = Ledger.Create(file.Path, Host);
        for (var seed = 1; seed <= readings; seed++) ledger.Append(RandomReading.Of(seed));
        return file;
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static Func<int, byte[]> Counting()
    {
        var chance = new Random(7);
        return count =>
        {
            var bytes = new byte[count];
            chance.NextBytes(bytes);
            return bytes;
        };
    }

    private sealed class FixedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2031, 3, 10, 12, 0, 0, TimeSpan.Zero);
    }
}
