using System.Diagnostics;
using System.Globalization;
using Rapporteur.Domain;
using Rapporteur.Record;

namespace Rapporteur.Benchmarks;

/// <summary>A record of many articles, once: how fast it fills, how large it gets, how fast it is searched, read and verified. <c>size ARTICLES [PLACE]</c>;
/// <c>size again PLACE</c> takes the snapshots of a record that was filled before, <c>size more PLACE</c> those after one more article and of other days, <c>size search PLACE</c> searches it.</summary>
internal static class SizeRun
{
    private const int Batch = 64;
    private const int Dossier = 2_000;

    private static readonly string[] Queries = ["talks", "talks ceasefire", "\"prisoners sanctions\"", "sanction*", "bridge mines guarantees summit", "nosuchword"];

    public static void Run(string[] args)
    {
        if (args is ["again", var filled])
        {
            Snapshots(filled);
            return;
        }

        if (args is ["more", var grown])
        {
            More(grown);
            return;
        }

        if (args is ["search", var full])
        {
            Searches(full);
            return;
        }

        var articles = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 20_000;
        var folder = Directory.CreateTempSubdirectory("rapporteur-size-").FullName;
        var place = args.Length > 1 ? args[1] : Path.Combine(folder, "size.db");
        try
        {
            using (var ledger = Ledger.OpenOrCreate(place, LedgerHost.System)) Fill(ledger, articles);
            if (File.Exists(place)) Say($"file {new FileInfo(place).Length / 1e6:F0} MB");
            Searches(place);
            Snapshots(place);
            More(place);
            GC.Collect();
            Say($"most memory so far {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:F0} MB");
            if (articles <= 2000)
                using (var ledger = Ledger.Open(place, LedgerHost.System, readOnly: true)) Time("every reading loaded", () => ledger.Readings().Count, 1);
            using (var ledger = Ledger.Open(place, LedgerHost.System, readOnly: true)) Time("verify, differences", () => ledger.Verify().Count, 1);
            Say($"most memory at all {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:F0} MB");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Fill(Ledger ledger, int articles)
    {
        var (adding, processor) = (new Stopwatch(), TimeSpan.Zero);
        var batch = new List<DocumentReading>(Batch);
        var slowest = 0d;
        for (var number = 0; number < articles; number++)
        {
            batch.Add(SyntheticArticles.Of(number));
            if (batch.Count < Batch && number < articles - 1) continue;
            var (before, used) = (adding.Elapsed, Used());
            adding.Start();
            ledger.Append(batch);
            adding.Stop();
            processor += Used() - used;
            slowest = Math.Max(slowest, (adding.Elapsed - before).TotalMilliseconds);
            batch.Clear();
            if ((number + 1) % 5000 == 0) Say($"{number + 1} articles, {(number + 1) / adding.Elapsed.TotalSeconds:F0} a second");
        }

        Say($"added {articles} articles, {articles * 50} claims: {articles / adding.Elapsed.TotalSeconds:F0} articles a second, {articles / processor.TotalSeconds:F0} a second of processor time, slowest transaction {slowest:F0} ms, most memory {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:F0} MB");
    }

    // The first two thousand articles, out of however many: the record as of the day on which the last of them came out, and as of the day before.
    private static void Snapshots(string place)
    {
        var day = new DateOnly(2030, 1, 1).AddDays((Dossier / SyntheticArticles.ADay) - 1);
        RecordSnapshot? snapshot = null;
        Time("snapshot as of a day, folded and kept", () => Take(place, ledger => snapshot = ledger.Snapshot(day)), 1);
        Say($"it has {snapshot!.Claims.Length} claims, {snapshot.Meetings.Length} meetings, {snapshot.Deadlines.Length} deadlines, {snapshot.Measures.Length} measures, {snapshot.Commitments.Length} commitments, {snapshot.Positions.Length} positions, {snapshot.Disputes.Length} disputes, {snapshot.Actors.Count} actors");
        snapshot = null;
        Time("the day before, folded and kept", () => Take(place, ledger => ledger.Snapshot(day.AddDays(-1))), 1);
        Time("snapshot, kept", () => Take(place, ledger => ledger.Snapshot(day)), 9);
        Time("changes between the two days, both kept", () => Take(place, ledger => SnapshotDiff.Between(ledger.Snapshot(day.AddDays(-1)), ledger.Snapshot(day)).Length), 9);
        if (File.Exists(place)) Say($"file with two kept snapshots {new FileInfo(place).Length / 1e6:F0} MB");
    }

    // After one more article each time, and of days that were not asked for before; the short forms of the other articles are there.
    private static void More(string place)
    {
        var day = new DateOnly(2030, 1, 1).AddDays((Dossier / SyntheticArticles.ADay) - 1);
        Take(place, ledger => ledger.Snapshot(day));
        var (number, back) = (1_000_000 + (Environment.TickCount & 0xFFFFFF), 1);
        Time("snapshot after one more article, folded and kept", () => Take(place, ledger => ledger.Snapshot(day)), 9, () =>
        {
            using var ledger = Ledger.Open(place, LedgerHost.System);
            ledger.Append(SyntheticArticles.Of(number++, Dossier - 1));
        });
        Time("snapshot of another day, folded and kept", () => Take(place, ledger => ledger.Snapshot(day.AddDays(-++back))), 9);
    }

    private static void Searches(string place)
    {
        using var ledger = Ledger.Open(place, LedgerHost.System, readOnly: true);
        foreach (var query in Queries) Search(ledger, query);
        Time("documents known on a day (one query)", () => ledger.Readings(new DateOnly(2000, 1, 1)).Count, 3);
    }

    private static int Take<T>(string place, Func<Ledger, T> take)
    {
        using var ledger = Ledger.Open(place, LedgerHost.System, readOnly: true);
        return take(ledger) is int count ? count : 0;
    }

    private static void Search(Ledger ledger, string words)
    {
        var query = SearchQuery.Parse(words)!;
        var first = ledger.Search(query);
        Time($"search {words} ({first.Texts} texts, {first.Claims} claims)", () => ledger.Search(query).Hits.Length, 9);
    }

    private static void Time(string what, Func<int> act, int times, Action? first = null)
    {
        var taken = new List<double>();
        var used = TimeSpan.Zero;
        for (var i = 0; i < times; i++)
        {
            first?.Invoke();
            var before = Used();
            var clock = Stopwatch.StartNew();
            act();
            taken.Add(clock.Elapsed.TotalMilliseconds);
            used += Used() - before;
        }

        var cold = taken[0];
        taken.Sort();
        Say($"{what}: {taken[taken.Count / 2]:F0} ms, the first time {cold:F0}, least {taken[0]:F0}, most {taken[^1]:F0} ms; processor time {used.TotalMilliseconds / times:F0} ms");
    }

    private static TimeSpan Used() => Process.GetCurrentProcess().TotalProcessorTime;

    private static void Say(FormattableString line) => Console.WriteLine(FormattableString.Invariant(line));
}
