using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>Gives readings: those loaded last, else from their short form, else from the stored form.</summary>
internal sealed class ReadingShelf(RecordStore store)
{
    private const int SealLength = 16;

    private Dictionary<string, DocumentReading> _known = new(StringComparer.Ordinal);

    /// <summary>Whether a short form did not hold what it should.</summary>
    internal bool WasDamaged { get; private set; }

    /// <summary>The short form of a reading with its seal.</summary>
    internal static byte[] Form(string happened, DocumentReading reading)
    {
        var bytes = ReadingForm.Write(reading, SealLength);
        Seal(happened, bytes.AsSpan(SealLength)).CopyTo(bytes, 0);
        return bytes;
    }

    /// <summary>The readings of a basis as they were added, in its order (<see cref="SnapshotBasis.Now"/> gives them the markings of now). They stay known until the next ones are asked for.</summary>
    internal DocumentReading[] All(SnapshotQuestion question, SnapshotBasis basis)
    {
        WasDamaged = false;
        var readings = new DocumentReading[basis.Events.Count];
        var missing = 0;
        for (var i = 0; i < readings.Length; i++)
            if (_known.TryGetValue(basis.Events[i], out var known)) readings[i] = known;
            else missing++;
        var forms = new Forms(basis, readings);
        if (missing > readings.Length / 4) Many(question, basis, readings, forms);
        else if (missing > 0) Few(basis, readings, forms);
        WasDamaged = forms.Finish();
        for (var i = 0; i < readings.Length; i++) readings[i] ??= Stored(basis.Events[i]);
        _known = new(readings.Length, StringComparer.Ordinal);
        for (var i = 0; i < readings.Length; i++) _known[basis.Events[i]] = readings[i];
        return readings;
    }

    private void Many(SnapshotQuestion question, SnapshotBasis basis, DocumentReading[] readings, Forms forms)
    {
        // Both lists are sorted by event.
        var (columns, tables) = store.HasShelf
            ? ("c.event, t.bytes, p.bytes", $"FROM {StandingMarkings.Standing} LEFT JOIN body t ON t.hash = v.text LEFT JOIN piece p ON p.event = c.event AND p.fold = @fold {SnapshotBasis.Mattering}")
            : ("c.event, t.bytes, NULL", $"FROM {StandingMarkings.Standing} LEFT JOIN body t ON t.hash = v.text {SnapshotBasis.Mattering} AND @fold = @fold");
        using var row = store.Sql.Query($"SELECT {columns} {tables} ORDER BY c.event", [.. SnapshotBasis.Bound(question, basis.Through), ("@fold", SnapshotShelf.Fold)]);
        for (var at = 0; row.Read();)
        {
            var happened = row.GetString(0);
            while (at < readings.Length && string.CompareOrdinal(basis.Events[at], happened) < 0) at++;
            if (at < readings.Length && readings[at] is null && basis.Events[at] == happened) forms.Take(row, at);
        }
    }

    private void Few(SnapshotBasis basis, DocumentReading[] readings, Forms forms)
    {
        if (!store.HasShelf) return;
        for (var at = 0; at < readings.Length; at++)
        {
            if (readings[at] is not null) continue;
            using var row = store.Sql.Query("SELECT p.event, t.bytes, p.bytes FROM piece p JOIN version v ON v.event = p.event JOIN body t ON t.hash = v.text WHERE p.event = @event AND p.fold = @fold",
                ("@event", basis.Events[at]), ("@fold", SnapshotShelf.Fold));
            if (row.Read()) forms.Take(row, at);
        }
    }

    /// <summary>The reading of an event from its stored form.</summary>
    internal DocumentReading Stored(string happened)
    {
        using var row = store.Sql.Query("""
            SELECT r.bytes, t.bytes, s.bytes FROM version v LEFT JOIN body r ON r.hash = v.reading LEFT JOIN body t ON t.hash = v.text LEFT JOIN body s ON s.hash = v.source WHERE v.event = @event
            """, ("@event", happened));
        return (row.Read() ? Projections.Reading(row) : null) ?? throw StandingReadings.Damaged($"event {happened}", store.Place, null);
    }

    private static byte[] Seal(string happened, ReadOnlySpan<byte> bytes)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(SnapshotShelf.Fold + happened));
        hash.AppendData(bytes);
        return hash.GetHashAndReset()[..SealLength];
    }

    // Short forms with their texts, opened on other threads while the next are still looked up.
    private sealed class Forms(SnapshotBasis basis, DocumentReading[] readings)
    {
        private const int Together = 64;
        private readonly List<Task> _opening = [];
        private List<(int At, byte[] Text, byte[] Form)> _taken = [];
        private volatile bool _damaged;

        internal void Take(DbDataReader row, int at)
        {
            if (row.IsDBNull(1) || row.IsDBNull(2)) return;
            _taken.Add((at, (byte[])row[1], (byte[])row[2]));
            if (_taken.Count >= Together) Open();
        }

        // Waits for all; whether one did not hold what it should.
        internal bool Finish()
        {
            Open();
            Task.WaitAll(_opening);
            return _damaged;
        }

        private void Open()
        {
            var taken = _taken;
            _taken = [];
            _opening.Add(Task.Run(() =>
            {
                foreach (var (at, text, form) in taken)
                    if (Read(basis.Events[at], form, text) is { } reading) readings[at] = reading;
                    else _damaged = true;
            }));
        }

        // The reading; null where the bytes are not what was written.
        private static DocumentReading? Read(string happened, byte[] form, byte[] text)
        {
            if (form.Length < SealLength || !Seal(happened, form.AsSpan(SealLength)).AsSpan().SequenceEqual(form.AsSpan(0, SealLength))) return null;
            return ReadingForm.Open(new(form, SealLength), Encoding.UTF8.GetString(text));
        }
    }
}
