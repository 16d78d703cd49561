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
    private readonly List<Folding> _views = [];
    private readonly LedgerPool _ledgers;
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
        _ledgers = new(() => Ledger.Open(options.Record, Host, readOnly: true));
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
    /// <param name="skip">How many of the first hits are passed by.</param>
    public SearchResult Search(SearchQuery query, SearchScope scope, int most, int skip = 0) =>
        _ledgers.Ask(ledger => ledger.Search(query, new() { Scope = scope, Most = most, Skip = skip, Limit = _options.MaxMarking, Unmarked = Unmarked }));

    /// <summary>Opens the record for reading, for a question that the snapshot does not answer.</summary>
    /// <typeparam name="T">The answer.</typeparam>
    /// <param name="ask">Asks; is given the strictest marking that may be shown and what unmarked documents count as.</param>
    public T Read<T>(Func<Ledger, Marking, Marking, T> ask) => _ledgers.Ask(ledger => ask(ledger, _options.MaxMarking, Unmarked));

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
        _ledgers.Dispose();
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
            _views.RemoveAll(v => v.Made.IsFaulted);
            bool Same(Folding v) => v.AsOf == asOf && v.Today == today;
            var before = _views.FindLast(v => Same(v) && v.Stamp != stamp && v.Made.IsCompletedSuccessfully);
            var slow = before is not null && before.Made.Result.Took > Patience;
            if (Known(stamp, asOf, today) is { } known) return slow && !known.Made.IsCompleted ? before!.View : known.View;
            if (slow && (_views.Exists(v => !v.Made.IsCompleted) || _options.Clock.GetElapsedTime(before!.Made.Result.At) < before.Made.Result.Took)) return before!.View;
            _views.RemoveAll(v => Same(v) && v.Made.IsCompleted && v != before);
            var begun = Begin(stamp, asOf, today, slow ? before!.Made.Result.View : null);
            return slow ? before!.View : begun.View;
        }
    }

    // The same state of the record as of another day, however long it takes.
    private Task<RecordView> Exactly(string stamp, DateOnly asOf, DateOnly today)
    {
        lock (_lock)
        {
            _views.RemoveAll(v => v.Made.IsFaulted);
            return (Known(stamp, asOf, today) ?? Begin(stamp, asOf, today, null)).View;
        }
    }

    private Folding? Known(string stamp, DateOnly asOf, DateOnly today)
    {
        var at = _views.FindIndex(v => v.Stamp == stamp && v.AsOf == asOf && v.Today == today);
        if (at < 0) return null;
        var known = _views[at];
        _views.RemoveAt(at);
        _views.Add(known);
        return known;
    }

    private Folding Begin(string stamp, DateOnly asOf, DateOnly today, RecordView? before)
    {
        var begun = new Folding(stamp, asOf, today, Task.Run(() => MakeAsync(stamp, asOf, today, before)));
        _views.Add(begun);
        if (_views.Count > KeptViews) _views.RemoveAt(0);
        return begun;
    }

    // What was asked of the view before is worked out before this one is shown in its place.
    private async Task<Made> MakeAsync(string stamp, DateOnly asOf, DateOnly today, RecordView? before)
    {
        var begun = _options.Clock.GetTimestamp();
        var view = Fold(stamp, asOf, today);
        if (before is not null) await view.PrepareAsync(before);
        return new(view, _options.Clock.GetElapsedTime(begun), _options.Clock.GetTimestamp());
    }

    private RecordView Fold(string stamp, DateOnly asOf, DateOnly today)
    {
        // Folding takes every core there is: one at a time, whoever asks.
        lock (_folding)
        {
            using var ledger = Ledger.Open(_options.Record, Host, readOnly: true);
            var snapshot = ledger.Snapshot(asOf, limit: _options.MaxMarking, dossier: _options.Dossier);
            return new(stamp, snapshot, _options.MaxMarking, today) { Dossier = _options.Dossier, AsOf = day => Exactly(stamp, day, today) };
        }
    }

    // How long it took, and when it was ready by the clock of the machine.
    private sealed record Made(RecordView View, TimeSpan Took, long At);

    private sealed record Folding(string Stamp, DateOnly AsOf, DateOnly Today, Task<Made> Made)
    {
        public Task<RecordView> View { get; } = ShownAsync(Made);

        private static async Task<RecordView> ShownAsync(Task<Made> made) => (await made).View;
    }
}
