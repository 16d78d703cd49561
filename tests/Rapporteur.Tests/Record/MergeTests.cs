using FsCheck;
using FsCheck.Fluent;
using Rapporteur.Domain;
using Rapporteur.Record;
using Xunit;

namespace Rapporteur.Tests;

public sealed class MergeTests
{
    [Fact]
    public void Records_merged_in_any_order_come_out_the_same() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), Merged).QuickCheckThrowOnFailure();

    // One that once failed: an event whose text and reading had come with another one's, and its source not.
    [Theory]
    [InlineData(1191491681)]
    public void Records_that_once_came_out_differently_do_not(int seed) => Merged(seed);

    private static void Merged(int seed)
    {
        var chance = new Random(seed);
        var ledgers = Grown(chance);
        var expected = (string?)null;
        for (var turn = 0; turn < 3; turn++)
        {
            var order = ledgers.ToArray();
            chance.Shuffle(order);
            using var all = Ledger.InMemory(TestHost.Of(chance.Next()), searchable: true);
            foreach (var ledger in order)
            {
                // Now and then by a detour over another ledger.
                using var between = Ledger.InMemory(TestHost.Of(chance.Next()), searchable: false);
                if (chance.Next(3) == 0) between.Merge(ledger);
                Assert.Empty(all.Merge(chance.Next(3) == 0 ? ledger : Merged(between, ledger)).Forks);
            }

            Assert.Empty(all.Verify());
            var state = RecordState.Of(all);
            expected ??= state;
            Assert.Equal(expected, state);
        }

        foreach (var ledger in ledgers) ledger.Dispose();
    }

    [Fact]
    public void Merging_twice_changes_nothing()
    {
        using var one = Filled(1, 1, 2, 3);
        using var other = Filled(2, 3, 4);
        Assert.Equal(2, one.Merge(other).Events);
        var state = RecordState.Of(one);
        Assert.Equal(0, one.Merge(other).Events);
        Assert.Equal(state, RecordState.Of(one));
    }

    [Fact]
    public void A_copy_that_both_sides_went_on_with_is_a_fork_that_is_named_and_refused()
    {
        using var file = RecordFile.Filled(1);
        File.Copy(file.Path, file.Path + ".copy");
        using var one = Ledger.Open(file.Path, TestHost.Of(2));
        using var other = Ledger.Open(file.Path + ".copy", TestHost.Of(3));
        one.Append(RandomReading.Of(2));
        other.Append(RandomReading.Of(3));
        other.Append(RandomReading.Of(4));
        var state = RecordState.Of(one);
        var fork = Assert.Single(one.Merge(other).Forks);
        Assert.Equal((one.Id, 2L), (fork.Ledger, fork.Sequence));
        Assert.Equal([one.Head(), other.Events().ElementAt(1).Id], [fork.Here, fork.There]);
        Assert.Equal(state, RecordState.Of(one));
    }

    [Fact]
    public void A_copy_that_only_one_side_went_on_with_is_taken_in()
    {
        using var file = RecordFile.Filled(1);
        File.Copy(file.Path, file.Path + ".copy");
        using var one = Ledger.Open(file.Path, TestHost.Of(2));
        using var other = Ledger.Open(file.Path + ".copy", TestHost.Of(3));
        other.Append(RandomReading.Of(3));
        Assert.Equal(1, one.Merge(other).Events);
        Assert.Equal(RecordState.Of(other), RecordState.Of(one));
        Assert.Empty(one.Verify());
    }

    [Fact]
    public void A_record_that_was_tampered_with_is_not_merged()
    {
        using var file = RecordFile.Filled(1);
        LedgerTests.Run(file.Path, "DROP TRIGGER body_no_update; UPDATE body SET bytes = CAST(replace(CAST(bytes AS TEXT), 'a', 'b') AS BLOB)");
        using var other = Ledger.Open(file.Path, RecordFile.Host, readOnly: true);
        using var one = Filled(2, 2);
        Assert.NotEmpty(one.Merge(other).Faults);
        Assert.Single(one.Events());
    }

    [Fact]
    public void Texts_above_the_limit_stay_behind_and_come_with_a_later_merge()
    {
        using var other = Ledger.InMemory(TestHost.Of(1), searchable: true);
        other.Append(Marked(1, Marking.Green));
        other.Append(Marked(2, Marking.Unmarked));
        other.Append(Marked(3, Marking.Red));
        using var one = Ledger.InMemory(TestHost.Of(2), searchable: true);
        Assert.Equal(2, one.Merge(other, Marking.Green).Withheld);
        Assert.Equal(Marking.Green, Assert.Single(one.Readings()).Document.Marking);
        Assert.Equal(3, one.Events().Count());
        Assert.Empty(one.Verify());
        Assert.Equal(1, one.Merge(other, Marking.Amber).Withheld);
        Assert.Equal(2, one.Readings().Count);
        Assert.Equal(0, one.Merge(other).Withheld);
        Assert.Equal(RecordState.Of(other), RecordState.Of(one));
        Assert.Empty(one.Verify());
    }

    internal static DocumentReading Marked(int seed, Marking marking)
    {
        var reading = RandomReading.Of(seed);
        return reading with { Document = reading.Document with { Marking = marking } };
    }

    private static Ledger Merged(Ledger between, Ledger ledger)
    {
        between.Merge(ledger);
        return between;
    }

    private static Ledger Filled(int host, params int[] seeds)
    {
        var ledger = Ledger.InMemory(TestHost.Of(host), searchable: true);
        foreach (var seed in seeds) ledger.Append(RandomReading.Of(seed));
        return ledger;
    }

    // Three ledgers that read the same few documents, rule, withdraw, and merge one another at times. No two rulings are of one moment, for a second one of the same words would be refused.
    private static Ledger[] Grown(Random chance)
    {
        var ledgers = Enumerable.Range(0, 3).Select(_ => Ledger.InMemory(TestHost.Of(chance.Next()), searchable: chance.Next(2) == 0)).ToArray();
        for (var step = 0; step < 18; step++)
        {
            var ledger = ledgers[chance.Next(3)];
            switch (chance.Next(10))
            {
                case < 5:
                    ledger.Append(RandomReading.Of(chance.Next(5)) with { Reader = new("1", chance.Next(3).ToString(System.Globalization.CultureInfo.InvariantCulture)) });
                    break;
                case < 8:
                    var text = RandomReading.Of(chance.Next(5)).Document.TextId;
                    var follows = ledger.Rulings().Where(_ => chance.Next(3) == 0).Select(r => r.Id).ToArray();
                    ledger.Append(Ruling.Of("claim" + chance.Next(2), chance.Next(2) == 0 ? "accept" : "reject", "Ada Lind", new(2031, 3, 10, chance.Next(24), step, chance.Next(60), TimeSpan.Zero),
                        $$"""{"reason":"{{chance.Next()}}"}""", chance.Next(2) == 0 ? text : null, follows));
                    break;
                case 8:
                    ledger.Withdraw(RandomReading.Of(chance.Next(5)).Document.Id, "Jo Verhey", "in danger");
                    break;
                default:
                    ledger.Merge(ledgers[chance.Next(3)]);
                    break;
            }
        }

        return ledgers;
    }
}
