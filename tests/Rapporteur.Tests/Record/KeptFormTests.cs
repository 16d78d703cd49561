using System.Collections.Frozen;
using Rapporteur.Domain;
using Rapporteur.Record;
using Xunit;

namespace Rapporteur.Tests;

/// <summary>The short forms of readings and snapshots hold every property of every record: a new one fails here until they have it.</summary>
public sealed class KeptFormTests
{
    // A snapshot that has them is not kept: issues are looked for anew, and what is withheld is counted for each who asks.
    private static readonly string[] NeverKept = ["RecordSnapshot.Issues", "RecordSnapshot.PositionLines", "RecordSnapshot.Withheld"];

    // Made of the readings again.
    private static readonly string[] FromReadings = [nameof(RecordSnapshot.Documents), nameof(RecordSnapshot.Claims), nameof(RecordSnapshot.Facets), nameof(RecordSnapshot.SecondReading), nameof(RecordSnapshot.Duplicates)];

    private readonly Ruling _ruling = Ruling.Of("key", Verdict.Note, "Ada Lind", new(2031, 4, 1, 0, 0, 0, TimeSpan.Zero));

    [Fact]
    public void A_reading_comes_back_with_every_property()
    {
        var reading = Filled("a");
        Assert.Empty(FilledRecords.Empty(reading));
        Assert.Equal(FilledRecords.Spelled(reading), FilledRecords.Spelled(ReadingForm.Open(new(ReadingForm.Write(reading), 0), reading.Document.Text)));
    }

    [Fact]
    public void A_snapshot_comes_back_with_every_property()
    {
        var read = Filled("a") with { Error = null, Sentences = [new(0, 4), new(FilledRecords.TextLength - 8, FilledRecords.TextLength - 4)] };
        read = read with { Claims = [read.Claims[0] with { Origin = null }, read.Claims[1]] };
        var failed = Filled("b") with { Claims = [] };
        var (folded, keys) = new SnapshotProjection().FoldWithActors([read], null);
        var reading = Assert.Single(folded.Documents);
        var snapshot = Full(folded with { Documents = [reading, failed] }, reading, failed.Document);
        Assert.Equal(NeverKept, FilledRecords.Empty(snapshot));

        var bytes = SnapshotForm.Write(snapshot, keys, [read, failed]);
        Assert.NotNull(bytes);
        DocumentReading[] inputs = [ReadingForm.Open(new(ReadingForm.Write(read), 0), read.Document.Text), failed];
        Assert.Equal(FilledRecords.Spelled(snapshot), FilledRecords.Spelled(SnapshotForm.Read(new(bytes, 0), inputs, [_ruling])));
    }

    // Threads, positions, disputes and what else there is, over the one claim of the reading.
    private RecordSnapshot Full(RecordSnapshot folded, DocumentReading reading, SourceDocument copy)
    {
        var claim = Assert.Single(folded.Claims) with { Ruling = _ruling };
        var filler = new FilledRecords(type =>
            type == typeof(RecordedClaim) ? claim
            : type == typeof(Ruling) ? _ruling
            : type == typeof(FrozenDictionary<string, RecordActor>) ? new FilledRecords(_ => null).Of<RecordActor>() is var actor ? new[] { actor }.ToFrozenDictionary(a => a.Key, StringComparer.Ordinal) : null
            : null);
        var snapshot = folded with { Claims = [claim], Duplicates = [new(copy, reading.Document, 0.25)] };
        foreach (var property in FilledRecords.Settable(typeof(RecordSnapshot)))
            if (!FromReadings.Contains(property.Name) && !NeverKept.Contains($"{nameof(RecordSnapshot)}.{property.Name}")) property.SetValue(snapshot, filler.Of(property.PropertyType));
        // A condition that a person rejected is no claim of the snapshot any more.
        return snapshot with { Commitments = [snapshot.Commitments[0] with { Condition = ClaimBook.Beside(null, claim.Claim with { Id = "rejected" }, reading) }, snapshot.Commitments[1]] };
    }

    private static DocumentReading Filled(string id)
    {
        var reading = new FilledRecords(_ => null).Of<DocumentReading>();
        return reading with { Document = reading.Document with { Id = id, TextId = "text of " + id, Text = new('x', FilledRecords.TextLength) } };
    }
}
