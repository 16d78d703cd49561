using Rapporteur.Domain;
using Rapporteur.Record;

namespace Rapporteur.Web;

/// <summary>The record behind the pages. A snapshot is folded once for each state of the record and day, in the background where an earlier one can be shown meanwhile; nobody folds for a request. Writing goes through
/// one door at a time. Thread-safe.</summary>
public sealed class RecordRoom : IDisposable
{
    private const int KeptViews = 6;
    private static readonly TimeSpan Unasked = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(700);

    private readonly WorkbenchOptions _options;
    private readonly Lock _lock = new();
    private readonly Lock _folding = new();
    private readonly SemaphoreSlim _writing = new(1, 1);
    private readonly Ledger _look;
    private readonly List<(string Stamp, DateOnly AsOf, DateOnly Today, Task<RecordView> View)> _views = [];
    private FreshRulings? _rulings;
    private string _stamp;
    private long _asked;

    /// <summary>Opens the record, or makes it.</summary>
    /// <param name="options">Which record, and how much of it is shown.</param>
    public RecordRoom(WorkbenchOptions options)
    {
        _options = options;
        using (Ledger.OpenOrCreate(options.Record, Host)) { }
        _look = Ledger.Open(options.Record, Host, readOnly: true);
        _stamp = _look.Stamp();
        _asked = options.Clock.GetTimestamp();
    }

    /// <summary>The day that counts as today.</summary>
    public DateOnly Today => _options.Today ?? DateOnly.FromDateTime(_options.Clock.GetLocalNow().DateTime);

    private LedgerHost Host => LedgerHost.System with { Clock = _options.Clock };

    private Marking Unmarked => _options.Dossier?.Marking ?? Marking.Unmarked;

    /// <summary>The record as it stands today, and whether it has changed since: where folding takes long it is shown as it stood before, and folded behind the pages.</summary>
    public async Task<(RecordView View, bool IsBehind)> NowAsync()
    {
        var (stamp, today) = (Stamp(), Today);
        var view = await View(stamp, today, today);
        return (view, view.Stamp != stamp);
    }

    /// <summary>The record as of another day.</summary>
    /// <param name="day">The day in valid time.</param>
    public Task<RecordView> AsOfAsync(DateOnly day) => View(Stamp(), day, Today);

    /// <summary>Rulings as they stand this moment, also where the view is behind.</summary>
    /// <param name="view">The record as it is shown.</param>
    public FreshRulings Rulings(RecordView view)
    {
        var stamp = Stamp();
        if (Volatile.Read(ref _rulings) is { } known && known.Stamp == stamp) return known;
        var fresh = Read((ledger, limit, unmarked) => new FreshRulings(stamp, view.Snapshot, ledger.Rulings(null, limit, unmarked)));
        Volatile.Write(ref _rulings, fresh);
        return fresh;
    }

    /// <summary>Finds words, within the marking of the server.</summary>
    /// <param name="query">What to look for.</param>
    /// <param name="scope">Texts, claims or both.</param>
    /// <param name="most">How many hits at most.</param>
    public SearchResult Search(SearchQuery query, SearchScope scope, int most)
    {
        using var ledger = Ledger.Open(_options.Record, Host, readOnly: true);
        return ledger.Search(query, new() { Scope = scope, Most = most, Limit = _options.MaxMarking, Unmarked = Unmarked });
    }

    /// <summary>Opens the record for reading, for a question that the snapshot does not answer.</summary>
    /// <typeparam name="T">The answer.</typeparam>
    /// <param name="ask">Asks; is given the strictest marking that may be shown and what unmarked documents count as.</param>
    public T Read<T>(Func<Ledger, Marking, Marking, T> ask)
    {
        using var ledger = Ledger.Open(_options.Record, Host, readOnly: true);
        return ask(ledger, _options.MaxMarking, Unmarked);
    }

    /// <summary>Writes to the record; one at a time.</summary>
    /// <typeparam name="T">What comes of it.</typeparam>
    /// <param name="write">Writes; is given the strictest marking that may be shown and what unmarked documents count as.</param>
    /// <param name="cancel">Ends the waiting.</param>
    public async Task<T> WriteAsync<T>(Func<Ledger, Marking, Marking, T> write, CancellationToken cancel = default)
    {
        await _writing.WaitAsync(cancel);
        try
        {
            using var ledger = Ledger.Open(_options.Record, Host);
            return write(ledger, _options.MaxMarking, Unmarked);
        }
        finally
        {
            _writing.Release();
            lock (_lock) _asked = 0;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _look.Dispose();
        _writing.Dispose();
    }

    // Whoever asks within a fifth of a second takes the answer of the one before.
    private string Stamp()
    {
        lock (_lock)
        {
            if (_asked != 0 && _options.Clock.GetElapsedTime(_asked) < Unasked) return _stamp;
            _stamp = _look.Stamp();
            _asked = _options.Clock.GetTimestamp();
            return _stamp;
        }
    }

    // The view that is asked for; while a slow one is folded, or was folded a moment ago, the one from before.
    private Task<RecordView> View(string stamp, DateOnly asOf, DateOnly today)
    {
        lock (_lock)
        {
            _views.RemoveAll(v => v.View.IsFaulted);
            bool Same((string Stamp, DateOnly AsOf, DateOnly Today, Task<RecordView> View) v) => v.AsOf == asOf && v.Today == today;
            var at = _views.FindIndex(v => Same(v) && v.Stamp == stamp);
            var before = _views.FindLast(v => Same(v) && v.Stamp != stamp && v.View.IsCompletedSuccessfully).View;
            var slow = before is not null && before.Result.Took > Patience;
            if (at >= 0)
            {
                var known = _views[at];
                _views.RemoveAt(at);
                _views.Add(known);
                return slow && !known.View.IsCompleted ? before! : known.View;
            }

            if (slow && (_views.Exists(v => !v.View.IsCompleted) || _options.Clock.GetElapsedTime(before!.Result.Folded) < before.Result.Took)) return before!;
            _views.RemoveAll(v => Same(v) && v.View.IsCompleted && !ReferenceEquals(v.View, before));
            var view = Task.Run(() => Fold(stamp, asOf, today));
            _views.Add((stamp, asOf, today, view));
            if (_views.Count > KeptViews) _views.RemoveAt(0);
            return slow ? before! : view;
        }
    }

    private RecordView Fold(string stamp, DateOnly asOf, DateOnly today)
    {
        // Folding takes every core there is: one at a time, whoever asks.
        lock (_folding)
        {
            var begun = _options.Clock.GetTimestamp();
            using var ledger = Ledger.Open(_options.Record, Host, readOnly: true);
            var snapshot = ledger.Snapshot(asOf, limit: _options.MaxMarking, dossier: _options.Dossier);
            return new(stamp, snapshot, _options.MaxMarking, today) { Took = _options.Clock.GetElapsedTime(begun), Folded = _options.Clock.GetTimestamp() };
        }
    }
}
