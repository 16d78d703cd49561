using System.Buffers.Binary;
using Rapporteur.Record;
using Xunit;

namespace Rapporteur.Tests;

public sealed class LedgerFileTests
{
    [Fact]
    public void A_missing_file_says_how_to_make_one()
    {
        using var file = new RecordFile();
        Assert.Contains("rapporteur add", Fault(RecordFault.NotFound, () => Ledger.Open(file.Path, RecordFile.Host)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_of_something_else_is_named_foreign()
    {
        using var file = new RecordFile();
        File.WriteAllText(file.Path, new string('x', 5000));
        Fault(RecordFault.Foreign, () => Ledger.Open(file.Path, RecordFile.Host));
        Fault(RecordFault.Foreign, () => Ledger.OpenOrCreate(file.Path, RecordFile.Host));
        Fault(RecordFault.Exists, () => Ledger.Create(file.Path, RecordFile.Host));
    }

    [Fact]
    public void A_database_of_another_program_is_named_foreign()
    {
        using var file = new RecordFile();
        LedgerTests.Run(file.Path, "CREATE TABLE a (b)");
        Fault(RecordFault.Foreign, () => Ledger.OpenOrCreate(file.Path, RecordFile.Host));
    }

    [Fact]
    public void A_folder_is_no_record()
    {
        using var file = new RecordFile();
        Directory.CreateDirectory(file.Path);
        Fault(RecordFault.Foreign, () => Ledger.OpenOrCreate(file.Path, RecordFile.Host));
    }

    [Fact]
    public void A_folder_that_is_not_there_is_named()
    {
        using var file = new RecordFile();
        Assert.Contains("does not exist", Fault(RecordFault.Unwritable, () => Ledger.Create(file.Path + "/deeper/talks.db", RecordFile.Host)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_of_a_newer_version_asks_for_an_update()
    {
        using var file = RecordFile.Filled(1);
        LedgerTests.Run(file.Path, "PRAGMA user_version = 99; PRAGMA wal_checkpoint(TRUNCATE)");
        Assert.Contains("update the program", Fault(RecordFault.Newer, () => Ledger.Open(file.Path, RecordFile.Host)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_cut_short_is_named_corrupt()
    {
        using var file = RecordFile.Filled(1);
        var bytes = File.ReadAllBytes(file.Path);
        File.WriteAllBytes(file.Path, bytes[..(bytes.Length / 2)]);
        Assert.Contains("copy", Fault(RecordFault.Corrupt, () => Ledger.Open(file.Path, RecordFile.Host)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_with_broken_pages_is_named_corrupt()
    {
        using var file = RecordFile.Filled(1);
        var bytes = File.ReadAllBytes(file.Path);
        var page = BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(16));
        for (int i = page; i < bytes.Length; i++) bytes[i] = (byte)(i * 31);
        File.WriteAllBytes(file.Path, bytes);
        Fault(RecordFault.Corrupt, () =>
        {
            var ledger = Ledger.Open(file.Path, RecordFile.Host);
            ledger.Readings();
            return ledger;
        });
    }

    [Fact]
    public void An_empty_file_left_by_a_killed_process_is_filled()
    {
        using var file = new RecordFile();
        File.WriteAllBytes(file.Path, []);
        using var ledger = Ledger.OpenOrCreate(file.Path, RecordFile.Host);
        Assert.Equal(Appended.Added, ledger.Append(RandomReading.Of(1)));
    }

    [Fact]
    public void A_record_opened_for_reading_cannot_be_added_to()
    {
        using var file = RecordFile.Filled(1);
        using var ledger = Ledger.Open(file.Path, RecordFile.Host, readOnly: true);
        Assert.Single(ledger.Readings());
        Fault(RecordFault.Unwritable, () =>
        {
            ledger.Append(RandomReading.Of(2));
            return ledger;
        });
    }

    private static string Fault(RecordFault fault, Func<Ledger> open)
    {
        var error = Assert.Throws<RecordException>(() => open().Dispose());
        Assert.Equal(fault, error.Fault);
        return error.Message;
    }
}
