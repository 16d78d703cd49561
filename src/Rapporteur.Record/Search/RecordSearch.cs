using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>Finds words in a record. The index knows what counts now; documents that counted with another reading on a day are looked through one by one.</summary>
internal sealed class RecordSearch(RecordStore store)
{
    // Stands for the text itself among the places of a document.
    private const int WholeText = -1;

    private string? _stamp;
    private Dictionary<long, Shelved> _shelf = [];

    private sealed record Shelved(string Document, string Event, string Since, string Published, string Day, long Marking);

    internal SearchResult Find(SearchQuery query, SearchOptions options)
    {
        var index = store.Index ?? throw new NotSupportedException("Nobody searches in this record.");
        var shelf = Shelf();
        var after = StandingReadings.After(options.KnownOn);
        var asOf = options.AsOf is { } last ? Projections.Day(last) : "9999";
        var markings = new StandingMarkings(store, options.Limit, options.Unmarked);
        bool Shown(Shelved s) => markings.Shows(s.Marking, s.Event) && string.CompareOrdinal(s.Published, asOf) <= 0 && string.CompareOrdinal(s.Since, after) < 0;
        var found = new List<(string Day, string Document, int Place, string Event)>();
        if (options.Scope.HasFlag(SearchScope.Texts))
            foreach (var number in index.Texts(query))
                if (shelf.TryGetValue(number, out var s) && Shown(s)) found.Add((s.Day, s.Document, WholeText, s.Event));
        if (options.Scope.HasFlag(SearchScope.Claims))
        {
            // Those of a document stand together.
            var (at, there) = (-1L, default(Shelved));
            foreach (var number in index.Claims(query))
            {
                var (document, place) = SearchIndex.Split(number);
                if (document != at) (at, there) = (document, shelf.TryGetValue(document, out var s) && Shown(s) ? s : null);
                if (there is not null) found.Add((there.Day, there.Document, place, there.Event));
            }
        }

        if (query.HasPhrase && !index.HoldsPhrases) found = Checked(found, query);
        if (options.KnownOn is not null) found.AddRange(Earlier(query, options, markings, after, asOf));
        var texts = found.Count(f => f.Place == WholeText);
        return new(texts, found.Count - texts, Hits(First(found, options.Most), query));
    }

    private static List<(string Day, string Document, int Place, string Event)> First(List<(string Day, string Document, int Place, string Event)> found, int most)
    {
        static int Order((string Day, string Document, int Place, string Event) x, (string Day, string Document, int Place, string Event) y)
        {
            var day = string.CompareOrdinal(x.Day, y.Day);
            if (day != 0) return day;
            var document = string.CompareOrdinal(x.Document, y.Document);
            return document != 0 ? document : x.Place.CompareTo(y.Place);
        }

        if (found.Count > 4L * most && most > 0)
        {
            // The few first of many: those after the last of them so far are passed by.
            var best = new List<(string Day, string Document, int Place, string Event)>(2 * most);
            foreach (var hit in found)
            {
                if (best.Count >= most && Order(hit, best[most - 1]) >= 0) continue;
                best.Add(hit);
                if (best.Count < 2 * most && best.Count != most) continue;
                best.Sort(Order);
                CollectionsMarshal.SetCount(best, most);
            }

            found = best;
        }

        found.Sort(Order);
        return found.Count > most ? found[..most] : found;
    }

    private ImmutableArray<SearchHit> Hits(List<(string Day, string Document, int Place, string Event)> found, SearchQuery query)
    {
        // The hits of a document stand together, its text first and its claims by their places.
        var hits = ImmutableArray.CreateBuilder<SearchHit>(found.Count);
        for (var at = 0; at < found.Count;)
        {
            var end = at;
            var places = new HashSet<int>();
            for (; end < found.Count && found[end].Event == found[at].Event; end++)
                if (found[end].Place != WholeText) places.Add(found[end].Place);
            var reading = Load(found[at].Event, places);
            if (found[at].Place == WholeText) hits.Add(new(reading.Document, null, Passage(reading, query)));
            foreach (var claim in reading.Claims) hits.Add(new(reading.Document, claim, claim.Evidence));
            at = end;
        }

        return hits.DrainToImmutable();
    }

    private static TextSpan Passage(DocumentReading reading, SearchQuery query)
    {
        var (best, most) = (default(TextSpan?), 0);
        foreach (var sentence in reading.Sentences)
        {
            var count = query.CountIn(SearchWords.Line(sentence.Slice(reading.Document.Text)));
            if (count > most) (best, most) = (sentence, count);
        }

        return best ?? new(0, Math.Min(200, reading.Document.Text.Length));
    }

    // The words stand there, but perhaps not one after the other.
    private List<(string Day, string Document, int Place, string Event)> Checked(List<(string Day, string Document, int Place, string Event)> found, SearchQuery query)
    {
        var words = new Dictionary<string, IndexedWords>(StringComparer.Ordinal);
        return found.FindAll(f =>
        {
            if (!words.TryGetValue(f.Event, out var lines)) words.Add(f.Event, lines = IndexedWords.Of(Load(f.Event)));
            return query.Holds(f.Place == WholeText ? lines.Text : lines.Claims[f.Place]);
        });
    }

    // Documents that counted on the day with another reading than now.
    private IEnumerable<(string Day, string Document, int Place, string Event)> Earlier(SearchQuery query, SearchOptions options, StandingMarkings markings, string after, string asOf)
    {
        var others = markings.Of("c.document, c.event, v.day", $"{StandingMarkings.Standing} JOIN document d ON d.id = c.document",
            $"{SnapshotBasis.Mattering} AND (c.event <> d.indexed OR c.until <> @open)", row => (row.GetString(0), row.GetString(1), row.GetString(2)), ("@after", after), ("@open", StandingSpan.Open), ("@through", asOf));
        foreach (var ((document, happened, day), _, shown) in others)
        {
            if (!shown) continue;
            var words = IndexedWords.Of(Load(happened));
            if (options.Scope.HasFlag(SearchScope.Texts) && query.Holds(words.Text)) yield return (day, document, WholeText, happened);
            if (!options.Scope.HasFlag(SearchScope.Claims)) continue;
            for (var i = 0; i < words.Claims.Count; i++)
                if (query.Holds(words.Claims[i])) yield return (day, document, i, happened);
        }
    }

    private DocumentReading Load(string happened, IReadOnlySet<int>? claims = null)
    {
        using var row = store.Sql.Query("""
            SELECT r.bytes, t.bytes, s.bytes FROM version v LEFT JOIN body r ON r.hash = v.reading LEFT JOIN body t ON t.hash = v.text LEFT JOIN body s ON s.hash = v.source
            WHERE v.event = @event
            """, ("@event", happened));
        return (row.Read() ? Projections.Reading(row, claims) : null) ?? throw StandingReadings.Damaged($"event {happened}", store.Place, null);
    }

    // What the index holds, by number; kept until somebody writes.
    private Dictionary<long, Shelved> Shelf()
    {
        var stamp = store.Stamp();
        if (stamp == _stamp) return _shelf;
        _shelf = store.Sql.All("""
            SELECT d.number, d.id, d.indexed, c.since, v.published, v.day, v.marking FROM document d
            JOIN standing c ON c.document = d.id AND c.event = d.indexed AND c.until = @open JOIN version v ON v.event = d.indexed
            """, row => (row.GetInt64(0), new Shelved(row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetString(5), row.GetInt64(6))), ("@open", StandingSpan.Open))
            .ToDictionary(s => s.Item1, s => s.Item2);
        _stamp = stamp;
        return _shelf;
    }
}
