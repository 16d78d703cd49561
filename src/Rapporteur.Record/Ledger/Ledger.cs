using System.Text;
using Microsoft.Data.Sqlite;
using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>What came of an addition.</summary>
public enum Appended
{
    /// <summary>It is known; nothing was written.</summary>
    Unchanged,
    /// <summary>A new document.</summary>
    Added,
    /// <summary>A known document with another reading, which now counts.</summary>
    Replaced,
}

/// <summary>An append-only record of readings: a chain of events in one SQLite file, or in memory. One transaction a document: a process that is
/// killed leaves the document wholly there or not at all. Adding the same reading twice writes nothing. Not thread safe.
/// Every member throws <see cref="RecordException"/> where the file cannot be used.</summary>
public sealed class Ledger : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly LedgerHost _host;
    private readonly Statements _statements;
    private readonly ContentStore _contents;
    private readonly string _path;

    private Ledger(SqliteConnection connection, LedgerHost host, string path)
    {
        (_connection, _host, _path) = (connection, host, path);
        _statements = new(connection);
        _contents = new(_statements, host.RandomBytes);
        Id = Guarded(() => (string?)_statements.Scalar("SELECT id FROM ledger"))
            ?? throw new RecordException(RecordFault.Corrupt, $"{path} has lost its id; restore it from a copy.");
    }

    /// <summary>Random id of the ledger, 32 hexadecimal digits.</summary>
    public string Id { get; }

    /// <summary>Makes a new ledger; the file must not be there, or be empty.</summary>
    /// <param name="path">File to make, in a folder that exists.</param>
    /// <param name="host">Clock and chance.</param>
    public static Ledger Create(string path, LedgerHost host) => Fill(LedgerFile.New(path), host, path);

    /// <summary>Opens a ledger that is there.</summary>
    /// <param name="path">File of the ledger.</param>
    /// <param name="host">Clock and chance; used by additions only.</param>
    /// <param name="readOnly">Whether nothing will be added; works in a folder that cannot be written to.</param>
    public static Ledger Open(string path, LedgerHost host, bool readOnly = false) => new(LedgerFile.Open(path, writable: !readOnly), host, path);

    /// <summary>Opens the ledger, or makes it where no file is.</summary>
    /// <param name="path">File of the ledger.</param>
    /// <param name="host">Clock and chance.</param>
    public static Ledger OpenOrCreate(string path, LedgerHost host) =>
        new FileInfo(path) is { Exists: true, Length: > 0 } || Directory.Exists(path) ? Open(path, host) : Create(path, host);

    /// <summary>A ledger that lives as long as the value, for a brief of files.</summary>
    /// <param name="clock">Clock; recorded times reach no brief.</param>
    public static Ledger InMemory(TimeProvider clock) => Fill(LedgerFile.InMemory(), new(clock, count => new byte[count]), ":memory:");

    /// <summary>Adds one reading in one transaction.</summary>
    /// <param name="reading">What was read; one with an error is kept as a document that was left out. Throws <see cref="ArgumentException"/> where a span
    /// does not lie in the text or an actor is not listed.</param>
    public Appended Append(DocumentReading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        if (ReadingIntegrity.Fault(reading) is { } fault) throw new ArgumentException($"{reading.Document.Source}: {fault}", nameof(reading));
        var stored = ReadingWriter.ToStoredUtf8(reading);
        var document = reading.Document.Id.Length > 0 ? reading.Document.Id : ContentHash.Of("source:" + reading.Document.Source);
        var hash = ContentHash.Of(stored);
        return Guarded(() =>
        {
            if (IsKnown(document, hash)) return Appended.Unchanged;
            return _statements.InTransaction(() => Add(reading, stored, document, hash));
        });
    }

    /// <summary>Every event, by sequence.</summary>
    public IEnumerable<LedgerEvent> Events() => Guarded(() => Rows().Select(Parse).ToList());

    /// <summary>The readings that count, one a document, sorted by publication date, then source, then id.</summary>
    /// <param name="knownOn">Last day of recorded time (UTC) to take in; null for everything.</param>
    public IReadOnlyList<DocumentReading> Readings(DateOnly? knownOn = null) => Guarded(() => ReadingFold.Of(Events(), knownOn, Load));

    /// <summary>Folds the readings that count into a value.</summary>
    /// <typeparam name="T">The value.</typeparam>
    /// <param name="projection">The fold.</param>
    /// <param name="asOf">The day in valid time; null for the last known day of publication.</param>
    /// <param name="knownOn">Last day of recorded time to take in; null for everything.</param>
    public T Project<T>(Projection<T> projection, DateOnly? asOf = null, DateOnly? knownOn = null)
    {
        ArgumentNullException.ThrowIfNull(projection);
        return projection.Fold(Readings(knownOn), asOf);
    }

    /// <summary>The snapshot as of a day.</summary>
    /// <param name="asOf">The day in valid time; null for the last known day of publication.</param>
    /// <param name="knownOn">Last day of recorded time to take in; null for everything.</param>
    public RecordSnapshot Snapshot(DateOnly? asOf = null, DateOnly? knownOn = null) => Project(new SnapshotProjection(), asOf, knownOn);

    /// <summary>Re-reads everything and lists every difference: broken links of the chain, altered events and texts, spans that do not hold their quote. Empty when all is well.</summary>
    public IReadOnlyList<Difference> Verify() => Guarded(() => LedgerVerification.Run(Id, Rows(), [.. _contents.All()]));

    /// <inheritdoc/>
    public void Dispose()
    {
        _statements.Dispose();
        _connection.Dispose();
    }

    private static Ledger Fill(SqliteConnection connection, LedgerHost host, string path)
    {
        try
        {
            using (var transaction = connection.BeginTransaction())
            {
                connection.Run(LedgerSchema.Create);
                connection.Run($"PRAGMA application_id = {LedgerSchema.ApplicationId}");
                connection.Run($"PRAGMA user_version = {LedgerSchema.Version}");
                connection.Run("INSERT INTO ledger (id, created) VALUES ($id, $created)",
                    ("$id", Convert.ToHexStringLower(host.RandomBytes(16))), ("$created", EventPayload.Time(host.Clock.GetUtcNow())));
                transaction.Commit();
            }

            // After the tables, so that the head of the file always tells what it is.
            connection.Run("PRAGMA journal_mode = WAL");
            return new(connection, host, path);
        }
        catch (SqliteException e)
        {
            connection.Dispose();
            throw LedgerFile.Explain(e, path);
        }
    }

    private Appended Add(DocumentReading reading, byte[] stored, string document, string hash)
    {
        if (IsKnown(document, hash)) return Appended.Unchanged;
        var replaced = (string?)_statements.Scalar("SELECT event FROM document WHERE id = $id", ("$id", document));
        var happened = Write(reading, stored, replaced);
        _statements.Run("INSERT INTO document (id, reading, event) VALUES ($id, $reading, $event) ON CONFLICT (id) DO UPDATE SET reading = $reading, event = $event",
            ("$id", document), ("$reading", hash), ("$event", happened));
        return replaced is null ? Appended.Added : Appended.Replaced;
    }

    private bool IsKnown(string document, string reading) =>
        (string?)_statements.Scalar("SELECT reading FROM document WHERE id = $id", ("$id", document)) == reading;

    private string Write(DocumentReading reading, byte[] stored, string? replaced)
    {
        var source = _contents.Put(Encoding.UTF8.GetBytes(reading.Document.Source));
        var text = _contents.Put(Encoding.UTF8.GetBytes(reading.Document.Text));
        var body = _contents.Put(stored);
        var (last, previous) = Last();
        DocumentEvent happened = reading.Error is { } error
            ? new DocumentLeftOut { Id = "", Ledger = Id, Sequence = last + 1, Previous = previous, Recorded = default, Source = source, Text = text, Reading = body, Code = error.Code }
            : new DocumentRead { Id = "", Ledger = Id, Sequence = last + 1, Previous = previous, Recorded = default, Source = source, Text = text, Reading = body, Reader = reading.Reader };
        happened = happened with { Follows = replaced is null ? [] : [replaced] };
        var (kind, payload, recorded) = (EventPayload.Kind(happened), EventPayload.Write(happened), EventPayload.Time(_host.Clock.GetUtcNow()));
        var id = EventPayload.Id(Id, happened.Sequence, previous, recorded, kind, payload);
        _statements.Run("INSERT INTO event (sequence, id, ledger, previous, recorded, kind, payload) VALUES ($sequence, $id, $ledger, $previous, $recorded, $kind, $payload)",
            ("$sequence", happened.Sequence), ("$id", id), ("$ledger", Id), ("$previous", previous), ("$recorded", recorded), ("$kind", kind), ("$payload", payload));
        return id;
    }

    private (long Sequence, string Id) Last()
    {
        using var row = _statements.Query("SELECT sequence, id FROM event ORDER BY sequence DESC LIMIT 1");
        return row.Read() ? (row.GetInt64(0), row.GetString(1)) : (0, "");
    }

    private List<EventRow> Rows()
    {
        var rows = new List<EventRow>();
        using var row = _statements.Query("SELECT sequence, id, ledger, previous, recorded, kind, payload FROM event ORDER BY sequence");
        while (row.Read()) rows.Add(new(row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetString(5), row.GetString(6)));
        return rows;
    }

    private LedgerEvent Parse(EventRow row)
    {
        try
        {
            return EventPayload.Parse(row);
        }
        catch (FormatException e)
        {
            throw Damaged(row.Sequence, e);
        }
    }

    private DocumentReading Load(DocumentEvent happened)
    {
        var source = _contents.Get(happened.Source) ?? throw Damaged(happened.Sequence, null);
        var text = _contents.Get(happened.Text) ?? throw Damaged(happened.Sequence, null);
        var body = _contents.Get(happened.Reading) ?? throw Damaged(happened.Sequence, null);
        return ReadingReader.ReadStored(body, Encoding.UTF8.GetString(text), Encoding.UTF8.GetString(source)).Reading ?? throw Damaged(happened.Sequence, null);
    }

    private RecordException Damaged(long sequence, Exception? inner) =>
        new(RecordFault.Corrupt, $"Event {sequence} of {_path} is damaged; `rapporteur verify` lists what is, then restore it from a copy.", inner);

    private T Guarded<T>(Func<T> act)
    {
        try
        {
            return act();
        }
        catch (SqliteException e)
        {
            throw LedgerFile.Explain(e, _path);
        }
    }
}
