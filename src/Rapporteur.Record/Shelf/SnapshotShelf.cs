using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>Snapshots that were folded before, kept beside the events from which they follow. Each lies under the digest of everything that it was folded from, so that one that no longer follows is
/// never taken; what is kept can be thrown away at any time.</summary>
internal sealed class SnapshotShelf(RecordStore store)
{
    private const int SealLength = 32;
    private const int Most = 4;
    private const int LargestForm = 256 << 20;

    private readonly ReadingShelf _readings = new(store);

    /// <summary>Which code folds, and by which lists of words, which lie inside it: snapshots and short forms of another are not read, and thrown away when the next one is kept.</summary>
    internal static string Fold { get; } = typeof(SnapshotShelf).Module.ModuleVersionId.ToString("N")[..16] + typeof(RecordSnapshot).Module.ModuleVersionId.ToString("N")[..16];

    /// <summary>What was found damaged when it was read, a sentence each.</summary>
    internal List<string> Remarks { get; } = [];

    /// <summary>The snapshot: as it was kept, else folded anew.</summary>
    /// <param name="question">Which.</param>
    /// <param name="rulings">The rulings known then.</param>
    /// <param name="keep">Whether it may be kept.</param>
    /// <param name="kept">Takes what is to be kept; null where nothing is.</param>
    internal RecordSnapshot Take(SnapshotQuestion question, IReadOnlyList<Ruling> rulings, Func<RecordSnapshot, bool> keep, out KeptSnapshot? kept)
    {
        kept = null;
        var basis = SnapshotBasis.Of(store, question, rulings);
        var form = store.HasShelf ? Form(question, basis) : null;
        var added = _readings.All(question, basis);
        var readings = basis.Now(added);
        if (_readings.WasDamaged) Remark("Short forms of readings");
        else if (form is not null) return SnapshotForm.Read(new(form, SealLength), readings, rulings);
        var (snapshot, actors) = Folded(question, rulings, readings);
        if (store.HasShelf && keep(snapshot) && SnapshotForm.Write(snapshot, actors, readings, SealLength) is { Length: < LargestForm } bytes) kept = new(question, basis, added, bytes, _readings.WasDamaged);
        return snapshot;
    }

    internal static (RecordSnapshot Snapshot, ActorResolution Actors) Folded(SnapshotQuestion question, IReadOnlyList<Ruling> rulings, IEnumerable<DocumentReading> readings) =>
        new SnapshotProjection(rulings: rulings, dossier: question.Dossier).FoldWithActors(readings.Order(ReadingOrder.Instance), question.AsOf);

    /// <summary>Keeps a snapshot in the place of the oldest; runs inside a transaction of the caller. One that no longer follows from what is there is not kept.</summary>
    internal void Keep(KeptSnapshot kept, IReadOnlyList<Ruling> rulings)
    {
        var (question, basis, readings, bytes, renew) = kept;
        if (!store.HasShelf || SnapshotBasis.Of(store, question, rulings).Digest != basis.Digest) return;
        store.Sql.Run(RecordTables.ByPublication);
        store.Sql.Run("DELETE FROM piece WHERE fold <> @fold", ("@fold", renew ? "" : Fold));
        store.Sql.Run("DELETE FROM snapshot WHERE fold <> @fold OR basis = @basis", ("@fold", Fold), ("@basis", basis.Digest));
        var there = store.Sql.All("SELECT event FROM piece", row => row.GetString(0)).ToHashSet(StringComparer.Ordinal);
        for (var i = 0; i < readings.Length; i++)
            if (!there.Contains(basis.Events[i]))
                store.Sql.Run("INSERT INTO piece (event, fold, bytes) VALUES (@event, @fold, @bytes)", ("@event", basis.Events[i]), ("@fold", Fold), ("@bytes", ReadingShelf.Form(basis.Events[i], readings[i])));
        var last = Convert.ToInt64(store.Sql.Scalar("SELECT coalesce(max(number), 0) FROM snapshot"), CultureInfo.InvariantCulture);
        var row = new SnapshotRow(last + 1, Fold, basis.Digest, question.AsOfSpelled, question.KnownOnSpelled, question.Limit.Rank(), question.DossierSpelled, basis.Through);
        row.Seal(bytes.AsSpan(SealLength)).CopyTo(bytes, 0);
        store.Sql.Run("""
            INSERT INTO snapshot (number, fold, basis, as_of, known_on, marking, dossier, through, bytes)
            VALUES (@number, @fold, @basis, @asOf, @knownOn, @marking, @dossier, @through, @bytes)
            """,
            ("@number", row.Number), ("@fold", row.Fold), ("@basis", row.Basis), ("@asOf", row.AsOf), ("@knownOn", row.KnownOn), ("@marking", row.Marking), ("@dossier", row.Dossier), ("@through", row.Through), ("@bytes", bytes));
        store.Sql.Run("DELETE FROM snapshot WHERE number <= @number", ("@number", row.Number - Most));
    }

    /// <summary>Throws away the snapshots that a reading may change.</summary>
    /// <param name="sql">Statements of the store.</param>
    /// <param name="published">First day on which it may have been published, as spelled; empty for any.</param>
    /// <remarks>A ruling is as strict as the documents with its text: a later one may bring it over the limit of a snapshot of an earlier day.</remarks>
    internal static void Outdate(Statements sql, string published) =>
        sql.Run("DELETE FROM snapshot WHERE through >= @published OR (marking < @strictest AND EXISTS (SELECT 1 FROM event WHERE kind = 'ruling'))", ("@published", published), ("@strictest", (long)Marking.Red.Rank()));

    private byte[]? Form(SnapshotQuestion question, SnapshotBasis basis)
    {
        using var row = store.Sql.Query("SELECT number, fold, basis, as_of, known_on, marking, dossier, through, bytes FROM snapshot WHERE basis = @basis AND fold = @fold", ("@basis", basis.Digest), ("@fold", Fold));
        if (!row.Read()) return null;
        var (known, bytes) = (SnapshotRow.Of(row), (byte[])row[8]);
        if (bytes.Length > SealLength && known.Seal(bytes.AsSpan(SealLength)).AsSpan().SequenceEqual(bytes.AsSpan(0, SealLength))) return bytes;
        Remark($"The stored snapshot{(question.AsOf is { } day ? $" as of {Projections.Day(day)}" : "")}");
        return null;
    }

    private void Remark(string what) => Remarks.Add($"{what} of {store.Place} {(what[^1] == 's' ? "were" : "was")} damaged and worked out anew; `rapporteur verify` lists what else is.");
}

/// <summary>A snapshot that may be kept.</summary>
/// <param name="Question">The question that it answers.</param>
/// <param name="Basis">What it follows from.</param>
/// <param name="Readings">Its readings as they were added, in the order of the basis.</param>
/// <param name="Bytes">Its short form, behind room for its seal.</param>
/// <param name="Renew">Whether the short forms of readings are to be made anew.</param>
internal sealed record KeptSnapshot(SnapshotQuestion Question, SnapshotBasis Basis, DocumentReading[] Readings, byte[] Bytes, bool Renew);

/// <summary>What stands beside the bytes of a kept snapshot.</summary>
internal sealed record SnapshotRow(long Number, string Fold, string Basis, string AsOf, string KnownOn, long Marking, string Dossier, string Through)
{
    internal static SnapshotRow Of(System.Data.Common.DbDataReader row) => new(row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetInt64(5), row.GetString(6), row.GetString(7));

    /// <summary>SHA-256 over everything of the row.</summary>
    internal byte[] Seal(ReadOnlySpan<byte> bytes)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(string.Join('\u001f', Number.ToString(CultureInfo.InvariantCulture), Fold, Basis, AsOf, KnownOn, Marking.ToString(CultureInfo.InvariantCulture), Dossier, Through, "")));
        hash.AppendData(bytes);
        return hash.GetHashAndReset();
    }
}
