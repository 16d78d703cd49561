using Rapporteur.Domain;
using Rapporteur.Record;
using Xunit;

namespace Rapporteur.Tests;

/// <summary>Snapshots that are kept beside the events, in a SQLite file.</summary>
public sealed class KeptSnapshotTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private int _files;

    [Fact]
    public void A_snapshot_of_threads_disputes_and_rulings_comes_back_whole()
    {
        var place = NewPlace();
        using (var ledger = Ledger.Create(place, TestHost.Of(1)))
        {
            ledger.Append([.. KeptSnapshots.Dispatches()]);
            foreach (var ruling in KeptSnapshots.Rulings(ledger, () => true).ToList()) Assert.Equal(Appended.Added, ledger.Append(ruling));
        }

        var expected = KeptSnapshots.Folded(place, null);
        Assert.NotEmpty(expected.Meetings);
        Assert.NotEmpty(expected.Deadlines);
        Assert.NotEmpty(expected.Measures);
        Assert.NotEmpty(expected.Commitments);
        Assert.NotEmpty(expected.Disputes);
        Assert.Contains(expected.Claims, c => c.Ruling is not null);
        KeptSnapshots.Take(place, null);
        Assert.Equal(1L, KeptSnapshots.Count(place));
        Assert.Equal(SnapshotState.Of(expected), SnapshotState.Of(KeptSnapshots.Take(place, null)));
    }

    [Fact]
    public void Threads_of_one_that_was_kept_hold_its_very_claims_in_whatever_order_they_are_asked_for()
    {
        var place = NewPlace();
        var all = KeptSnapshots.Dispatches().ToList();
        all[3] = all[3] with { Claims = [.. all[3].Claims.Reverse()] };
        all[4] = all[4] with { Claims = [all[4].Claims[0] with { Origin = "second" }, .. all[4].Claims.Skip(1)] };
        using (var ledger = Ledger.Create(place, TestHost.Of(1))) ledger.Append(all);
        var expected = SnapshotState.Of(KeptSnapshots.Folded(place, null));
        KeptSnapshots.Take(place, null);
        Assert.Equal(1L, KeptSnapshots.Count(place));
        var kept = KeptSnapshots.Take(place, null);
        var linked = kept.Threads().Reverse().SelectMany(t => t.Claims).Concat(kept.Positions.Select(p => p.Claim)).ToList();
        Assert.NotEmpty(linked);
        Assert.NotEmpty(kept.SecondReading);
        foreach (var claim in linked)
        {
            Assert.Same(claim, kept.Later!.Find(claim.Claim.Id));
            Assert.Same(claim, Assert.Single(kept.Claims, c => c.Claim.Id == claim.Claim.Id));
        }

        Assert.Null(kept.Later!.Find("nobody"));
        Assert.Equal(expected, SnapshotState.Of(kept));
    }

    [Theory]
    [InlineData("UPDATE snapshot SET bytes = CAST(substr(bytes, 1, 60) || x'00' || substr(bytes, 62) AS BLOB)", true)]
    [InlineData("UPDATE snapshot SET bytes = x''", true)]
    [InlineData("UPDATE snapshot SET as_of = '2031-03-01'", true)]
    [InlineData("UPDATE piece SET bytes = CAST(substr(bytes, 1, 60) || x'00' || substr(bytes, 62) AS BLOB)", true)]
    [InlineData("UPDATE snapshot SET basis = 'another'", false)]
    public void A_damaged_one_is_named_and_made_anew(string statement, bool told)
    {
        var place = NewPlace();
        using (var ledger = Ledger.Create(place, TestHost.Of(1))) ledger.Append([.. KeptSnapshots.Dispatches()]);
        var expected = SnapshotState.Of(KeptSnapshots.Take(place, null));
        LedgerTests.Run(place, statement);
        using (var ledger = Ledger.Open(place, TestHost.Of(2), readOnly: true)) Assert.Contains(ledger.Verify(), d => d.Kind == DifferenceKind.Projection);
        using (var ledger = Ledger.Open(place, TestHost.Of(2), readOnly: true))
        {
            ledger.LeastKept = 1;
            Assert.Equal(expected, SnapshotState.Of(ledger.Snapshot()));
            Assert.Equal(told, ledger.Remarks.Count > 0);
        }

        if (!told) return;
        using var again = Ledger.Open(place, TestHost.Of(2), readOnly: true);
        Assert.Empty(again.Verify());
        Assert.Equal(expected, SnapshotState.Of(again.Snapshot()));
        Assert.Empty(again.Remarks);
    }

    [Fact]
    public void What_another_version_kept_is_passed_over_in_silence()
    {
        var place = NewPlace();
        using (var ledger = Ledger.Create(place, TestHost.Of(1))) ledger.Append([.. KeptSnapshots.Dispatches()]);
        var expected = SnapshotState.Of(KeptSnapshots.Take(place, null));
        LedgerTests.Run(place, "UPDATE snapshot SET fold = 'old'; UPDATE piece SET fold = 'old'");
        using var ledger2 = Ledger.Open(place, TestHost.Of(2), readOnly: true);
        ledger2.LeastKept = 1;
        Assert.Empty(ledger2.Verify());
        Assert.Equal(expected, SnapshotState.Of(ledger2.Snapshot()));
        Assert.Empty(ledger2.Remarks);
        Assert.Empty(ledger2.Verify());
        Assert.Equal(1L, KeptSnapshots.Count(place));
    }

    [Fact]
    public void A_text_that_is_withdrawn_leaves_no_word_in_what_was_kept()
    {
        var place = NewPlace();
        var secret = new Dispatch("2031-03-02").Says("Quintavalle offers Northland a zeppelin.", l => l.Claim(ClaimType.Offer, "w", "a zeppelin")).Reading();
        using (var ledger = Ledger.Create(place, TestHost.Of(1))) ledger.Append([.. KeptSnapshots.Dispatches(), secret]);
        KeptSnapshots.Take(place, null);
        using (var ledger = Ledger.Open(place, TestHost.Of(1)))
        {
            Assert.Equal(1, ledger.Withdraw(secret.Document.Id, "Jo Verhey", "in danger").Documents);
            Assert.Empty(ledger.Verify());
        }

        Assert.Equal(0L, KeptSnapshots.Count(place));
        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(place)!)) Assert.DoesNotContain("zeppelin", System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(file)), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_later_article_leaves_the_snapshot_of_an_earlier_day()
    {
        var place = NewPlace();
        using (var ledger = Ledger.Create(place, TestHost.Of(1))) ledger.Append([.. KeptSnapshots.Dispatches()]);
        KeptSnapshots.Take(place, new(2031, 3, 5));
        KeptSnapshots.Take(place, null);
        Assert.Equal(2L, KeptSnapshots.Count(place));
        using (var ledger = Ledger.Open(place, TestHost.Of(1)))
        {
            ledger.Append(new Dispatch("2031-06-01").Says("Westmark wants a truce.", l => l.Claim(ClaimType.Demand, "w", "a truce")).Reading());
            Assert.Empty(ledger.Verify());
        }

        Assert.Equal(1L, KeptSnapshots.Count(place));
    }

    [Fact]
    public void A_text_that_was_marked_more_strictly_later_is_in_no_snapshot_of_before()
    {
        var (place, day, host) = (NewPlace(), new DateOnly(2031, 3, 5), TestHost.Of(1));
        var all = KeptSnapshots.Dispatches().ToList();
        using (var ledger = Ledger.Create(place, host)) ledger.Append(all);
        Assert.Contains(KeptSnapshots.Take(place, day, Marking.Amber, knownOn: new(2031, 3, 10)).Documents, r => r.Document.Id == all[1].Document.Id);
        Assert.Equal(1L, KeptSnapshots.Count(place));
        for (var hour = 0; hour < 24; hour++) host.Clock.GetUtcNow();
        using (var ledger = Ledger.Open(place, host))
        {
            ledger.Append([all[1] with { Document = all[1].Document with { Marking = Marking.Red } }, all[2] with { Document = all[2].Document with { Marking = Marking.Green } }]);
            Assert.Empty(ledger.Verify());
        }

        Assert.Equal(0L, KeptSnapshots.Count(place));
        for (var turn = 0; turn < 2; turn++)
        {
            var earlier = KeptSnapshots.Take(place, day, Marking.Amber, knownOn: new(2031, 3, 10));
            Assert.Equal(1, earlier.Withheld);
            Assert.DoesNotContain(earlier.Documents, r => r.Document.Id == all[1].Document.Id);
            Assert.Equal(Marking.Green, Assert.Single(earlier.Documents, r => r.Document.Id == all[2].Document.Id).Document.Marking);
            Assert.Equal(SnapshotState.Of(KeptSnapshots.Folded(place, day, Marking.Amber, knownOn: new(2031, 3, 10))), SnapshotState.Of(earlier));
            Assert.Equal(1L, KeptSnapshots.Count(place));
        }

        using var closed = Ledger.Open(place, TestHost.Of(2), readOnly: true);
        Assert.Empty(closed.Verify());
    }

    [Fact]
    public void A_later_copy_that_is_marked_more_strictly_takes_what_was_ruled_on_the_text_along()
    {
        var (place, day) = (NewPlace(), new DateOnly(2031, 3, 5));
        var first = KeptSnapshots.Dispatches().First();
        using (var ledger = Ledger.Create(place, TestHost.Of(1)))
        {
            ledger.Append([.. KeptSnapshots.Dispatches()]);
            foreach (var ruling in KeptSnapshots.Rulings(ledger, () => true).Where(r => r.Verdict != Verdict.Redate).ToList()) ledger.Append(ruling);
        }

        Assert.Contains(KeptSnapshots.Take(place, day, Marking.Amber).Rulings, r => r.Ruling.TextId == first.Document.TextId);
        Assert.Equal(1L, KeptSnapshots.Count(place));
        using (var ledger = Ledger.Open(place, TestHost.Of(2)))
        {
            ledger.Append(first with { Document = first.Document with { Id = ContentHash.Of("copy"), Source = "copy.txt", Marking = Marking.Red, Published = new(Edtf.Parse("2031-04-01"), DateBasis.Given) } });
            Assert.Empty(ledger.Verify());
        }

        var after = KeptSnapshots.Take(place, day, Marking.Amber);
        Assert.DoesNotContain(after.Rulings, r => r.Ruling.TextId == first.Document.TextId);
        Assert.Equal(SnapshotState.Of(KeptSnapshots.Folded(place, day, Marking.Amber)), SnapshotState.Of(after));
    }

    [Fact]
    public void The_stamp_of_a_fold_covers_the_lists_that_it_reads()
    {
        // The id of a module is a hash over all of it (C# compiler, deterministic), its lists included; so every list has to lie in a module of the stamp.
        var stamped = new[] { typeof(SnapshotShelf).Assembly, typeof(RecordSnapshot).Assembly };
        Assert.All(stamped, assembly => Assert.Contains(assembly.ManifestModule.ModuleVersionId.ToString("N")[..16], SnapshotShelf.Fold, StringComparison.Ordinal));
        var lists = Directory.GetFiles(Repository.File("data", "linking"), "*.txt");
        Assert.NotEmpty(lists);
        foreach (var list in lists)
        {
            using var stream = Assert.Single(stamped, a => a.GetManifestResourceInfo(Path.GetFileName(list)) is not null).GetManifestResourceStream(Path.GetFileName(list))!;
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            Assert.Equal(File.ReadAllBytes(list), bytes.ToArray());
        }
    }

    public void Dispose() => _folder.Dispose();

    private string NewPlace() => _folder.File($"r{_files++}.db");
}
