using System.Collections.Concurrent;
using System.Collections.Frozen;
using Rapporteur.Domain;
using Rapporteur.Publishing;
using Rapporteur.Record;

namespace Rapporteur.Web;

/// <summary>The record as the pages show it: one snapshot within the marking of the server, and what is looked up in it again and again. Made once for many requests; never changes.</summary>
public sealed class RecordView
{
    private const int MostUnasked = 20;

    private readonly Lazy<FrozenDictionary<string, DocumentReading>> _documents;
    private readonly Lazy<FrozenDictionary<string, RecordedClaim[]>> _claims;
    private readonly Lazy<FrozenDictionary<string, Domain.Thread>> _threads;
    private readonly Lazy<ReviewQueue> _queue;
    private readonly ConcurrentDictionary<string, Lazy<object>> _kept = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Carried> _carried = new(StringComparer.Ordinal);

    /// <summary>A view.</summary>
    /// <param name="stamp">Mark of the record from which it was folded.</param>
    /// <param name="snapshot">The snapshot.</param>
    /// <param name="limit">Strictest marking that is shown.</param>
    /// <param name="today">The day from which days are counted.</param>
    public RecordView(string stamp, RecordSnapshot snapshot, Marking limit, DateOnly today)
    {
        (Stamp, Limit, Today) = (stamp, limit, today);
        Listing = new(snapshot, limit, today);
        _documents = new(() => Snapshot.Documents.Where(d => d.Document.Text.Length > 0).DistinctBy(d => d.Document.TextId, StringComparer.Ordinal).ToFrozenDictionary(d => d.Document.TextId, StringComparer.Ordinal));
        _claims = new(() => Snapshot.Claims.GroupBy(c => c.Document.TextId, StringComparer.Ordinal).ToFrozenDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal));
        _threads = new(() => Snapshot.Threads().DistinctBy(t => t.Key, StringComparer.Ordinal).ToFrozenDictionary(t => t.Key, StringComparer.Ordinal));
        _queue = new(() => ReviewQueue.Of(this));
    }

    /// <summary>Mark of the record from which it was folded.</summary>
    public string Stamp { get; }

    /// <summary>The day from which days are counted.</summary>
    public DateOnly Today { get; }

    /// <summary>Strictest marking that is shown.</summary>
    public Marking Limit { get; }

    /// <summary>What is known beforehand; null for nothing.</summary>
    public Dossier? Dossier { get; init; }

    /// <summary>Gives the same state of the record as of another day.</summary>
    public Func<DateOnly, Task<RecordView>> AsOf { get; init; } = _ => throw new InvalidOperationException("This view stands alone.");

    /// <summary>Lists of what it holds.</summary>
    public RecordListing Listing { get; }

    /// <summary>The snapshot, without what is withheld.</summary>
    public RecordSnapshot Snapshot => Listing.Snapshot;

    /// <summary>What there is to review.</summary>
    public ReviewQueue Queue => _queue.Value;

    /// <summary>The document with a text; null where there is none. The hash may be given without its <c>sha256:</c>, and cut to sixteen digits or more.</summary>
    /// <param name="textId">Hash of the text.</param>
    public DocumentReading? Document(string textId)
    {
        var digits = textId.StartsWith("sha256:", StringComparison.Ordinal) ? textId["sha256:".Length..] : textId;
        if (_documents.Value.TryGetValue("sha256:" + digits, out var whole)) return whole;
        if (digits.Length < 16) return null;
        var found = _documents.Value.Where(d => d.Key.AsSpan("sha256:".Length).StartsWith(digits, StringComparison.Ordinal)).Take(2).ToList();
        return found.Count == 1 ? found[0].Value : null;
    }

    /// <summary>Hash of the text of a document; null where it is not there, or holds none.</summary>
    /// <param name="document">Id of the document.</param>
    public string? TextOf(string document) => Once("texts", v => v.Snapshot.Documents.Where(d => d.Document.Text.Length > 0).DistinctBy(d => d.Document.Id, StringComparer.Ordinal).ToDictionary(d => d.Document.Id, d => d.Document.TextId, StringComparer.Ordinal)).GetValueOrDefault(document);

    /// <summary>Claims of a text in the order of the record; empty where it has none.</summary>
    /// <param name="textId">Hash of the text.</param>
    public IReadOnlyList<RecordedClaim> ClaimsOf(string textId) => _claims.Value.GetValueOrDefault(textId, []);

    /// <summary>The thread with a key; null where there is none.</summary>
    /// <param name="key">The key.</param>
    public Domain.Thread? Thread(string key) => _threads.Value.GetValueOrDefault(key);

    /// <summary>Something that follows from the snapshot alone, worked out once.</summary>
    /// <typeparam name="T">What it is.</typeparam>
    /// <param name="name">Its name.</param>
    /// <param name="make">Works it out.</param>
    public T Once<T>(string name, Func<RecordView, T> make) where T : class => (T)_kept.GetOrAdd(name, _ => new(() => make(this))).Value;

    /// <summary>The same for what is asked for again and again and takes long: it is worked out for the next view too before that one is shown, as long as somebody asks for it now and then.</summary>
    /// <typeparam name="T">What it is; a task is waited for.</typeparam>
    /// <param name="name">Its name.</param>
    /// <param name="make">Works it out, of the view that it is given and nothing else.</param>
    public T Each<T>(string name, Func<RecordView, T> make) where T : class
    {
        var carried = _carried.GetOrAdd(name, _ => new(this, make));
        carried.Unasked = 0;
        return (T)carried.Value.Value;
    }

    /// <summary>Works out what was asked of the view before, so that nobody waits for it when this one takes its place.</summary>
    /// <param name="before">The view before.</param>
    internal async Task PrepareAsync(RecordView before)
    {
        if (before._documents.IsValueCreated) _ = _documents.Value;
        if (before._claims.IsValueCreated) _ = _claims.Value;
        if (before._threads.IsValueCreated) _ = _threads.Value;
        if (before._queue.IsValueCreated) _ = _queue.Value;
        foreach (var (name, earlier) in before._carried.OrderBy(c => c.Key, StringComparer.Ordinal))
        {
            if (earlier.Unasked >= MostUnasked) continue;
            var carried = _carried.GetOrAdd(name, _ => new(this, earlier.Make) { Unasked = earlier.Unasked + 1 });
            try
            {
                if (carried.Value.Value is Task working) await working;
            }
            catch (Exception e) when (e is RecordException or PageException)
            {
                // Whoever asks for it is told.
                _carried.TryRemove(name, out _);
            }
        }
    }

    private sealed class Carried(RecordView view, Func<RecordView, object> make)
    {
        public Func<RecordView, object> Make => make;

        public Lazy<object> Value { get; } = new(() => make(view));

        public volatile int Unasked;
    }
}
