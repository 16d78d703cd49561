using System.Data.Common;

namespace Rapporteur.Record;

/// <summary>The chains of events: one for each ledger that was merged, and the record's own.</summary>
internal sealed class EventLog(Statements sql)
{
    private const string Columns = "e.sequence, e.id, e.ledger, e.previous, e.recorded, e.kind, e.payload";

    /// <summary>Sequence and id of the last event of a chain; 0 and "" where there is none.</summary>
    internal (long Sequence, string Id) Last(string ledger)
    {
        using var row = sql.Query("SELECT sequence, id FROM event WHERE ledger = @ledger ORDER BY sequence DESC LIMIT 1", ("@ledger", ledger));
        return row.Read() ? (row.GetInt64(0), row.GetString(1)) : (0, "");
    }

    /// <summary>Adds an event to the chain of a ledger and gives its row.</summary>
    /// <param name="ledger">Id of the ledger.</param>
    /// <param name="recorded">When.</param>
    /// <param name="happened">The event; its place in the chain and its id are set here.</param>
    internal EventRow Append(string ledger, DateTimeOffset recorded, LedgerEvent happened)
    {
        var (last, previous) = Last(ledger);
        var (kind, payload, time) = (EventPayload.Kind(happened), EventPayload.Write(happened), EventPayload.Time(recorded));
        var row = new EventRow(last + 1, EventPayload.Id(ledger, last + 1, previous, time, kind, payload), ledger, previous, time, kind, payload);
        Write(row);
        return row;
    }

    /// <summary>Writes an event as it is.</summary>
    internal void Write(EventRow row) =>
        sql.Run("INSERT INTO event (ledger, sequence, id, previous, recorded, kind, payload) VALUES (@ledger, @sequence, @id, @previous, @recorded, @kind, @payload)",
            ("@ledger", row.Ledger), ("@sequence", row.Sequence), ("@id", row.Id), ("@previous", row.Previous), ("@recorded", row.Recorded), ("@kind", row.Kind), ("@payload", row.Payload));

    /// <summary>Every event, by ledger, then sequence.</summary>
    internal List<EventRow> All() => sql.All($"SELECT {Columns} FROM event e ORDER BY e.ledger, e.sequence", Row);

    /// <summary>The events of one chain from a place on.</summary>
    internal List<EventRow> Of(string ledger, long from) =>
        sql.All($"SELECT {Columns} FROM event e WHERE e.ledger = @ledger AND e.sequence >= @from ORDER BY e.sequence", Row, ("@ledger", ledger), ("@from", from));

    /// <summary>The last event of each chain, by ledger.</summary>
    internal List<(string Ledger, long Sequence, string Id)> Heads() => sql.All("""
        SELECT e.ledger, e.sequence, e.id FROM event e
        JOIN (SELECT ledger, max(sequence) AS last FROM event GROUP BY ledger) h ON h.ledger = e.ledger AND h.last = e.sequence ORDER BY e.ledger
        """, row => (row.GetString(0), row.GetInt64(1), row.GetString(2)));

    /// <summary>Every event of a kind, by ledger, then sequence.</summary>
    internal List<EventRow> OfKind(string kind) =>
        sql.All($"SELECT {Columns} FROM event e WHERE e.kind = @kind ORDER BY e.ledger, e.sequence", Row, ("@kind", kind));

    /// <summary>Every event that made a ruling, by ledger.</summary>
    /// <param name="ruling">Id of the ruling.</param>
    internal List<EventRow> OfRuling(string ruling) =>
        sql.All($"SELECT {Columns} FROM event e WHERE e.kind = 'ruling' AND e.payload LIKE @part ORDER BY e.ledger, e.sequence", Row, ("@part", $"%\"ruling\":\"{ruling}\"%"));

    /// <summary>The event with an id; null where there is none.</summary>
    internal EventRow? Find(string id)
    {
        using var row = sql.Query($"SELECT {Columns} FROM event e WHERE e.id = @id", ("@id", id));
        return row.Read() ? Row(row) : null;
    }

    /// <summary>Events about documents that are in no projection: their contents were missing.</summary>
    internal List<EventRow> NotLearned() => sql.All($"""
        SELECT {Columns} FROM event e LEFT JOIN version v ON v.event = e.id
        WHERE v.event IS NULL AND e.kind IN ('document-read', 'document-left-out') ORDER BY e.ledger, e.sequence
        """, Row);

    private static EventRow Row(DbDataReader row) =>
        new(row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetString(5), row.GetString(6));
}
