using System.Data.Common;
using System.Globalization;
using System.Text;
using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>The tables that are worked out from events and contents: versions of documents, which of them counts when, and the index of words.</summary>
internal sealed class Projections(RecordStore store, ContentStore contents)
{
    private const string UnknownDay = "9999-12-31";

    private readonly Statements _sql = store.Sql;

    /// <summary>The event that counts for a document now with the hash of its reading; null where there is none.</summary>
    internal (string Event, string Reading)? Current(string document)
    {
        using var row = _sql.Query("SELECT v.event, v.reading FROM standing s JOIN version v ON v.event = s.event WHERE s.document = @document AND s.until = @open",
            ("@document", document), ("@open", StandingSpan.Open));
        return row.Read() ? (row.GetString(0), row.GetString(1)) : null;
    }

    /// <summary>The events about a document that no other follows, sorted.</summary>
    internal List<string> Heads(string document) => _sql.All(
        "SELECT v.event FROM version v WHERE v.document = @document AND NOT EXISTS (SELECT 1 FROM succession s WHERE s.earlier = v.event) ORDER BY v.event", row => row.GetString(0), ("@document", document));

    /// <summary>Takes in what an event follows; contents are not needed for it.</summary>
    internal void Follow(string later, string recorded, IEnumerable<string> earlier)
    {
        foreach (var id in earlier)
            _sql.Run("INSERT INTO succession (earlier, later, recorded) VALUES (@earlier, @later, @recorded) ON CONFLICT (earlier, later) DO NOTHING", ("@earlier", id), ("@later", later), ("@recorded", recorded));
    }

    /// <summary>Takes in a version of a document; <see cref="Settle"/> has to follow.</summary>
    internal void Learn(string happened, string recorded, SourceDocument document, string source, string text, string reading)
    {
        _sql.Run("""
            INSERT INTO version (event, document, recorded, published, day, marking, source, text, reading)
            VALUES (@event, @document, @recorded, @published, @day, @marking, @source, @text, @reading)
            """,
            ("@event", happened), ("@document", DocumentKey.Of(document)), ("@recorded", recorded),
            ("@published", document.Published.Value?.Earliest is { } first ? Day(first) : ""), ("@day", document.Published.Anchor is { } day ? Day(day) : UnknownDay),
            ("@marking", (long)document.Marking.Rank()), ("@source", source), ("@text", text), ("@reading", reading));
        SnapshotShelf.Outdate(_sql, document.Published.Value?.Earliest is { } published ? Day(published) : "");
    }

    /// <summary>Works out anew which version of a document counts when, and indexes the words of the one that counts now.</summary>
    /// <param name="document">Key of the document.</param>
    /// <param name="latest">The reading that counts now, where the caller has it; else it is loaded when it is needed.</param>
    internal void Settle(string document, DocumentReading? latest = null)
    {
        var versions = _sql.All("SELECT event, recorded FROM version WHERE document = @document", row => new DocumentVersion(row.GetString(0), row.GetString(1)), ("@document", document));
        var successions = versions.Count == 0 ? [] : _sql.All("SELECT s.earlier, s.recorded FROM succession s JOIN version v ON v.event = s.earlier WHERE v.document = @document",
            row => (row.GetString(0), row.GetString(1)), ("@document", document));
        if (versions.Count > 1) SnapshotShelf.Outdate(_sql, "");
        _sql.Run("DELETE FROM standing WHERE document = @document", ("@document", document));
        var spans = StandingFold.Of(versions, successions);
        foreach (var span in spans)
            _sql.Run("INSERT INTO standing (document, since, until, event) VALUES (@document, @since, @until, @event)",
                ("@document", document), ("@since", span.Since), ("@until", span.Until), ("@event", span.Event));
        Index(document, spans.Count > 0 && spans[^1].Until == StandingSpan.Open ? spans[^1].Event : "", latest);
    }

    /// <summary>Takes a document out, its words included; contents have to be there still.</summary>
    internal void Forget(string document)
    {
        Index(document, "", null);
        SnapshotShelf.Outdate(_sql, "");
        _sql.Run("DELETE FROM piece WHERE event IN (SELECT event FROM version WHERE document = @document)", ("@document", document));
        _sql.Run("DELETE FROM standing WHERE document = @document", ("@document", document));
        _sql.Run("DELETE FROM version WHERE document = @document", ("@document", document));
        _sql.Run("DELETE FROM document WHERE id = @document", ("@document", document));
    }

    /// <summary>The reading of an event; null where a content of it is missing or cannot be read.</summary>
    internal DocumentReading? Load(DocumentEvent happened) =>
        contents.Get(happened.Reading) is { } reading && contents.Get(happened.Text) is { } text && contents.Get(happened.Source) is { } source
            ? ReadingReader.ReadStored(reading, Encoding.UTF8.GetString(text), Encoding.UTF8.GetString(source)).Reading
            : null;

    /// <summary>Takes in every event about a document that was not taken in and has its contents; gives the keys of the documents that have to be settled.</summary>
    internal IReadOnlyCollection<string> LearnMissing()
    {
        var touched = new SortedSet<string>(StringComparer.Ordinal);
        var rows = new EventLog(_sql).NotLearned();
        foreach (var row in rows)
        {
            if (EventPayload.Parse(row) is not DocumentEvent happened || Load(happened) is not { } reading) continue;
            Learn(row.Id, row.Recorded, reading.Document, contents.Key(happened.Source)!.Value.Hash, contents.Key(happened.Text)!.Value.Hash, contents.Key(happened.Reading)!.Value.Hash);
            _sql.Run("DELETE FROM absent WHERE event = @event", ("@event", row.Id));
            touched.Add(DocumentKey.Of(reading.Document));
        }

        return touched;
    }

    /// <summary>Throws everything away and works it out from events and contents.</summary>
    internal void Rebuild()
    {
        foreach (var table in new[] { "standing", "version", "succession", "document", "tombstone", "piece", "snapshot" }) _sql.Run($"DELETE FROM {table}");
        store.Index?.Clear();
        foreach (var row in new EventLog(_sql).All())
        {
            switch (EventPayload.Parse(row))
            {
                case DocumentEvent happened:
                    Follow(row.Id, row.Recorded, happened.Follows);
                    break;
                case DocumentWithdrawn withdrawn:
                    _sql.Run("INSERT INTO tombstone (event, guard) VALUES (@event, @guard)", ("@event", row.Id), ("@guard", withdrawn.Guard));
                    break;
                default:
                    break;
            }
        }

        foreach (var document in LearnMissing()) Settle(document);
    }

    private void Index(string document, string happened, DocumentReading? latest)
    {
        _sql.Run("INSERT INTO document (id, indexed) VALUES (@document, '') ON CONFLICT (id) DO NOTHING", ("@document", document));
        long number;
        string indexed;
        using (var row = _sql.Query("SELECT number, indexed FROM document WHERE id = @document", ("@document", document)))
        {
            row.Read();
            (number, indexed) = (row.GetInt64(0), row.GetString(1));
        }

        if (indexed == happened) return;
        if (store.Index is { } index)
        {
            if (indexed.Length > 0 && Version(indexed) is { } old) index.Remove(number, IndexedWords.Of(old));
            if (happened.Length > 0 && (latest ?? Version(happened)) is { } reading) index.Add(number, IndexedWords.Of(reading));
        }

        _sql.Run("UPDATE document SET indexed = @event WHERE number = @number", ("@event", happened), ("@number", number));
    }

    /// <summary>The reading of a version; null where a content of it is missing or cannot be read.</summary>
    internal DocumentReading? Version(string happened)
    {
        using var row = _sql.Query("""
            SELECT r.bytes, t.bytes, s.bytes FROM version v
            JOIN body r ON r.hash = v.reading JOIN body t ON t.hash = v.text JOIN body s ON s.hash = v.source WHERE v.event = @event
            """, ("@event", happened));
        return row.Read() ? Reading(row) : null;
    }

    /// <summary>A reading from a row that begins with the bytes of reading, text and source; null where it cannot be read.</summary>
    /// <param name="row">The row.</param>
    /// <param name="claims">Places of the claims that are wanted; null for all.</param>
    internal static DocumentReading? Reading(DbDataReader row, IReadOnlySet<int>? claims = null)
    {
        if (row.IsDBNull(0) || row.IsDBNull(1) || row.IsDBNull(2)) return null;
        var (reading, text, source) = ((byte[])row[0], Encoding.UTF8.GetString((byte[])row[1]), Encoding.UTF8.GetString((byte[])row[2]));
        return (claims is null ? ReadingReader.ReadStored(reading, text, source) : ReadingReader.ReadStored(reading, text, source, claims)).Reading;
    }

    internal static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
