using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>What came of an addition.</summary>
public enum Appended
{
    /// <summary>It is known; nothing was written.</summary>
    Unchanged,
    /// <summary>New: a document, or a ruling.</summary>
    Added,
    /// <summary>A known document with another reading, which now counts.</summary>
    Replaced,
    /// <summary>It was withdrawn from this record, or from one that was merged; nothing was written.</summary>
    Withdrawn,
}

/// <summary>An append-only record: chains of events in a SQLite file, in a schema of a PostgreSQL database, or in memory. What a call of it returned is on
/// the medium; a process that is killed leaves each document wholly there or not at all. Adding the same reading twice writes nothing. Not thread safe.
/// Every member throws <see cref="RecordException"/> where the record cannot be used.</summary>
public sealed class Ledger : IDisposable
{
    private readonly RecordStore _store;
    private readonly LedgerHost _host;
    private readonly ContentStore _contents;
    private readonly EventLog _events;
    private readonly Projections _projections;
    private readonly Withdrawals _withdrawals;
    private readonly RecordSearch _search;
    private readonly SnapshotShelf _shelf;
    private readonly Func<RecordStore>? _writer;

    // The writer gives the store in which snapshots are kept: this one, or another view of the same record; null where none is kept.
    private Ledger(RecordStore store, LedgerHost host, Func<RecordStore>? writer = null)
    {
        (_store, _host, _writer) = (store, host, writer);
        _contents = new(store.Sql, host.RandomBytes);
        _events = new(store.Sql);
        _projections = new(store, _contents);
        _search = new(store);
        _shelf = new(store);
        _withdrawals = new(store.Sql, _contents, _events, _projections);
        try
        {
            Id = store.Guarded(() => (string?)store.Sql.Scalar("SELECT id FROM ledger"))
                ?? throw new RecordException(RecordFault.Corrupt, $"{store.Place} has lost its id; restore it from a copy.");
        }
        catch
        {
            store.Dispose();
            throw;
        }
    }

    /// <summary>Random id of the ledger, 32 hexadecimal digits.</summary>
    public string Id { get; }

    /// <summary>The store, for tests.</summary>
    internal RecordStore Store => _store;

    /// <summary>What was found damaged and could be worked out anew, a sentence each; empty when all is well.</summary>
    public IReadOnlyList<string> Remarks => _shelf.Remarks;

    /// <summary>Fewest claims of a snapshot that is kept; fewer are folded as fast as they are read.</summary>
    internal int LeastKept { get; set; } = 5_000;

    /// <summary>Makes a new ledger; the file or schema must not be there, or be empty.</summary>
    /// <param name="place">File to make, in a folder that exists; or the address of a PostgreSQL database (<see cref="PostgresAddress"/>).</param>
    /// <param name="host">Clock and chance.</param>
    public static Ledger Create(string place, LedgerHost host) =>
        Writable(PostgresAddress.Is(place) ? PostgresStore.New(PostgresAddress.Parse(place), store => Begin(store, host)) : SqliteStore.New(place, store => Begin(store, host)), host);

    /// <summary>Opens a ledger that is there.</summary>
    /// <param name="place">File or address of the ledger.</param>
    /// <param name="host">Clock and chance; used by additions only.</param>
    /// <param name="readOnly">Whether nothing will be added; works in a folder that cannot be written to. A large snapshot is kept for the next time all the same, where that is possible at once.</param>
    public static Ledger Open(string place, LedgerHost host, bool readOnly = false)
    {
        RecordStore Store(bool writable, int wait) =>
            PostgresAddress.Is(place) ? PostgresStore.Open(PostgresAddress.Parse(place), writable) : SqliteStore.Open(place, writable, wait);
        return readOnly ? new(Store(writable: false, 10), host, () => Store(writable: true, 1)) : Writable(Store(writable: true, 10), host);
    }

    /// <summary>Opens the ledger, or makes it where none is.</summary>
    /// <param name="place">File or address of the ledger.</param>
    /// <param name="host">Clock and chance.</param>
    public static Ledger OpenOrCreate(string place, LedgerHost host)
    {
        if (PostgresAddress.Is(place)) return Writable(PostgresStore.OpenOrNew(PostgresAddress.Parse(place), store => Begin(store, host)), host);
        return new FileInfo(place) is { Exists: true, Length: > 0 } || Directory.Exists(place) ? Open(place, host) : Create(place, host);
    }

    /// <summary>A ledger that lives as long as the value, for a brief of files. Nobody searches in it.</summary>
    /// <param name="clock">Clock; recorded times reach no brief.</param>
    public static Ledger InMemory(TimeProvider clock) => InMemory(new LedgerHost(clock, count => new byte[count]), searchable: false);

    /// <summary>A ledger in memory with a clock and chance of its own.</summary>
    internal static Ledger InMemory(LedgerHost host, bool searchable)
    {
        var store = SqliteStore.InMemory(searchable);
        Begin(store, host);
        return searchable ? Writable(store, host) : new(store, host);
    }

    /// <summary>Adds one reading in one transaction.</summary>
    /// <param name="reading">What was read; one with an error is kept as a document that was left out. Throws <see cref="ArgumentException"/> where a span
    /// does not lie in the text or an actor is not listed.</param>
    public Appended Append(DocumentReading reading) => Append([reading])[0];

    /// <summary>Adds readings in one transaction: all of them, or none.</summary>
    /// <param name="readings">What was read. Throws <see cref="ArgumentException"/> where one does not hold together (<see cref="FaultOf"/>).</param>
    public IReadOnlyList<Appended> Append(IReadOnlyList<DocumentReading> readings)
    {
        ArgumentNullException.ThrowIfNull(readings);
        var incoming = new List<Incoming>(readings.Count);
        foreach (var reading in readings)
        {
            ArgumentNullException.ThrowIfNull(reading);
            if (FaultOf(reading) is { } fault) throw new ArgumentException($"{reading.Document.Source}: {fault}", nameof(readings));
            incoming.Add(Incoming.Of(reading));
        }

        var additions = new Additions(Id, _host.Clock, _contents, _events, _projections, _withdrawals);
        var outcome = new Appended[incoming.Count];
        if (_store.Guarded(() => additions.AreKnown(incoming, outcome))) return outcome;
        return _store.Write(() =>
        {
            for (var i = 0; i < outcome.Length; i++) outcome[i] = additions.Add(incoming[i]);
            return outcome;
        });
    }

    /// <summary>What keeps a reading out of every ledger, such as a span outside its text; null for one that holds together.</summary>
    /// <param name="reading">The reading.</param>
    public static string? FaultOf(DocumentReading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        return ReadingIntegrity.Fault(reading);
    }

    /// <summary>Adds a ruling. One that is known is not added again; one on a text that was withdrawn is refused.</summary>
    /// <param name="ruling">The ruling. Throws <see cref="ArgumentException"/> where its id does not belong to its fields, its payload is no JSON object, or the id is taken by a ruling with another payload.</param>
    public Appended Append(Ruling ruling)
    {
        ArgumentNullException.ThrowIfNull(ruling);
        return _store.Write(() => new Rulings(Id, _host.Clock, _store.Sql, _contents, _events, _withdrawals).Add(ruling));
    }

    /// <summary>Every ruling once, by time, then id. Which of them stands is for a fold to say.</summary>
    /// <param name="knownOn">Last day of recorded time (UTC) to take in; null for everything.</param>
    /// <param name="limit">Strictest marking to take in: a ruling is as strict as the text to which it belongs, one that belongs to none as an unmarked document.</param>
    /// <param name="unmarked">What unmarked documents count as; AMBER where it is <see cref="Marking.Unmarked"/>.</param>
    public IReadOnlyList<Ruling> Rulings(DateOnly? knownOn = null, Marking limit = Marking.Red, Marking unmarked = Marking.Unmarked) => _store.Guarded(() =>
        RulingMarkings.Within(new Rulings(Id, _host.Clock, _store.Sql, _contents, _events, _withdrawals).All(knownOn), _store, limit, unmarked));

    /// <summary>Takes a document out for good: its text, what was read from it, and its search entries; and every document with the same text. A tombstone with reason and author stays.
    /// Nothing of it can be added again, and the withdrawal goes along with every merge.</summary>
    /// <param name="name">Id or source of the document, id of an event about it, or the hash of its text.</param>
    /// <param name="author">Who withdraws it.</param>
    /// <param name="reason">Why; stays readable, so it should not name the source.</param>
    public Withdrawal Withdraw(string name, string author, string reason)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentException.ThrowIfNullOrWhiteSpace(author);
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        var withdrawal = _store.Write(() =>
        {
            var documents = _withdrawals.Find(name);
            if (documents.Count == 0) return new Withdrawal(0, []);
            var (sources, (events, texts)) = (_withdrawals.Sources(documents), _withdrawals.Of(documents));
            var guard = _contents.Put(Guard.Against(_host.RandomBytes(16), documents, texts).Write());
            var row = _events.Append(Id, _host.Clock.GetUtcNow(), new DocumentWithdrawn
            {
                Follows = [.. events],
                Author = author,
                Reason = reason,
                Guard = guard,
            });
            _withdrawals.Apply((DocumentWithdrawn)EventPayload.Parse(row));
            return new Withdrawal(documents.Count, [.. sources]);
        });
        if (withdrawal.Documents > 0) _store.Wipe();
        return withdrawal;
    }

    /// <summary>Takes in everything of another record: its chains whole, their contents, its withdrawals. The other is not changed. In whatever order records are merged, the state comes out the same.</summary>
    /// <param name="other">The other record.</param>
    /// <param name="limit">Strictest marking whose contents come along; events of the rest come without them.</param>
    /// <param name="unmarked">What unmarked documents of the other count as; AMBER where it is <see cref="Marking.Unmarked"/>.</param>
    public MergeResult Merge(Ledger other, Marking limit = Marking.Red, Marking unmarked = Marking.Unmarked)
    {
        ArgumentNullException.ThrowIfNull(other);
        var result = new ChainMerge(_store, _contents, other._store, other._contents).Run(limit, unmarked);
        if (result.Withdrawn > 0) _store.Wipe();
        return result;
    }

    /// <summary>Every event, by ledger, then sequence.</summary>
    public IEnumerable<LedgerEvent> Events() => _store.Guarded(() => _events.All().ConvertAll(Parse));

    /// <summary>Id of the last event of the ledger's own chain; empty for a new ledger. Who notes it can tell later whether the end was cut off.</summary>
    public string Head() => _store.Guarded(() => _events.Last(Id).Id);

    /// <summary>The readings that count, one a document, sorted by publication date, then source, then id.</summary>
    /// <param name="knownOn">Last day of recorded time (UTC) to take in; null for everything.</param>
    /// <param name="limit">Strictest marking to take in.</param>
    /// <param name="unmarked">What unmarked documents count as; AMBER where it is <see cref="Marking.Unmarked"/>.</param>
    public IReadOnlyList<DocumentReading> Readings(DateOnly? knownOn = null, Marking limit = Marking.Red, Marking unmarked = Marking.Unmarked) => _store.Guarded(() =>
    {
        var readings = new StandingReadings(_store).All(knownOn, limit, unmarked);
        readings.Sort(ReadingOrder.Instance);
        return readings;
    });

    /// <summary>Finds words in texts and claims; the same on every kind of store.</summary>
    /// <param name="query">What to look for.</param>
    /// <param name="options">What to leave out; everything is shown by default.</param>
    public SearchResult Search(SearchQuery query, SearchOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(query);
        return _store.Guarded(() => _search.Find(query, options ?? new()));
    }

    /// <summary>Folds the readings that count into a value.</summary>
    /// <typeparam name="T">The value.</typeparam>
    /// <param name="projection">The fold.</param>
    /// <param name="asOf">The day in valid time; null for the last known day of publication.</param>
    /// <param name="knownOn">Last day of recorded time to take in; null for everything.</param>
    /// <param name="limit">Strictest marking to take in.</param>
    /// <param name="unmarked">What unmarked documents count as; AMBER where it is <see cref="Marking.Unmarked"/>.</param>
    public T Project<T>(Projection<T> projection, DateOnly? asOf = null, DateOnly? knownOn = null, Marking limit = Marking.Red, Marking unmarked = Marking.Unmarked)
    {
        ArgumentNullException.ThrowIfNull(projection);
        return projection.Fold(Readings(knownOn, limit, unmarked), asOf);
    }

    /// <summary>The snapshot as of a day.</summary>
    /// <param name="asOf">The day in valid time; null for the last known day of publication.</param>
    /// <param name="knownOn">Last day of recorded time to take in; null for everything.</param>
    /// <param name="limit">Strictest marking to take in: what is marked above it is not folded, and what was ruled on it neither. Unmarked documents count as the dossier says, else as AMBER.</param>
    /// <param name="dossier">What was said beforehand of parties, marking and coverage; null for nothing.</param>
    public RecordSnapshot Snapshot(DateOnly? asOf = null, DateOnly? knownOn = null, Marking limit = Marking.Red, Dossier? dossier = null)
    {
        var unmarked = dossier?.Marking ?? Marking.Unmarked;
        var (rulings, kept) = (Rulings(knownOn, limit, unmarked), default(KeptSnapshot));
        var snapshot = _store.Guarded(() => _shelf.Take(new(asOf, knownOn, limit, dossier), rulings, s => _writer is not null && s.ClaimCount >= LeastKept, out kept));
        if (kept is not null) Keep(kept);
        if (limit == Marking.Red) return snapshot;
        // What is ruled on something withheld looks absent; it is not told either.
        return snapshot with
        {
            Withheld = _store.Guarded(() => new StandingReadings(_store).CountAbove(asOf, knownOn, limit, unmarked)),
            Rulings = [.. snapshot.Rulings.Where(r => r.Standing != RulingStanding.Absent)],
        };
    }

    /// <summary>Re-reads everything and lists every difference: broken links of chains, altered events and contents, spans that do not hold their quote, tables and indexes that do not
    /// follow from them. Empty when all is well.</summary>
    /// <param name="head">Id of an event that was noted earlier (<see cref="Head"/>) and has to be there still; null for none.</param>
    /// <param name="limit">Strictest marking of which words are told; what is wrong above it is named by its event alone.</param>
    /// <param name="unmarked">What unmarked documents count as; AMBER where it is <see cref="Marking.Unmarked"/>.</param>
    public IReadOnlyList<Difference> Verify(string? head = null, Marking limit = Marking.Red, Marking unmarked = Marking.Unmarked) =>
        _store.Guarded(() => new LedgerVerification(_store, _contents, Rulings, limit, unmarked).Run(head));

    /// <inheritdoc/>
    public void Dispose() => _store.Dispose();

    private static Ledger Writable(RecordStore store, LedgerHost host) => new(store, host, () => store);

    // Where nobody may write, or somebody else does, the next one folds again.
    private void Keep(KeptSnapshot kept)
    {
        try
        {
            var store = _writer!();
            try
            {
                var contents = new ContentStore(store.Sql, _host.RandomBytes);
                var events = new EventLog(store.Sql);
                var rulings = new Rulings(Id, _host.Clock, store.Sql, contents, events, _withdrawals);
                store.Write(() =>
                {
                    var (question, all) = (kept.Question, rulings.All(kept.Question.KnownOn));
                    new SnapshotShelf(store).Keep(kept, RulingMarkings.Within(all, store, question.Limit, question.Unmarked));
                    return true;
                });
            }
            finally
            {
                if (!ReferenceEquals(store, _store)) store.Dispose();
            }
        }
        catch (RecordException)
        {
            return;
        }
    }

    private static void Begin(RecordStore store, LedgerHost host)
    {
        var created = EventPayload.Time(host.Clock.GetUtcNow());
        store.Sql.Run("INSERT INTO ledger (id, created) VALUES (@id, @created)", ("@id", LedgerId.Of(host.RandomBytes(16), created)), ("@created", created));
    }

    private LedgerEvent Parse(EventRow row)
    {
        try
        {
            return EventPayload.Parse(row);
        }
        catch (FormatException e)
        {
            throw StandingReadings.Damaged(ChainVerification.Name(row), _store.Place, e);
        }
    }
}
