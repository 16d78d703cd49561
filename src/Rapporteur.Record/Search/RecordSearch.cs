using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>Finds words in a record. The index knows what counts now; documents that counted with another reading on a day are looked through one by one.</summary>
internal sealed class RecordSearch(RecordStore store)
{
    private string? _stamp;
    private Dictionary<long, IndexedDocument> _shelf = [];

    internal SearchResult Find(SearchQuery query, SearchOptions options)
    {
        var index = store.Index ?? throw new NotSupportedException("Nobody searches in this record.");
        var shelf = Shelf();
        var after = StandingReadings.After(options.KnownOn);
        var asOf = options.AsOf is { } last ? Projections.Day(last) : "9999";
        var markings = new StandingMarkings(store, options.Limit, options.Unmarked);
        bool Shown(IndexedDocument d) => markings.Shows(d.Marking, d.Event) && string.CompareOrdinal(d.Published, asOf) <= 0 && string.CompareOrdinal(d.Since, after) < 0;
        var first = new FirstHits(options.Most > 0 ? options.Most + options.Skip : 0);
        var phrases = query.HasPhrase && !index.HoldsPhrases ? new PhraseCheck(query, happened => Load(happened)) : null;
        void Add(IndexedDocument there, int place)
        {
            if (phrases?.Holds(there, place) != false) first.Add(there, place);
        }

        if (options.Scope.HasFlag(SearchScope.Texts))
            foreach (var number in index.Texts(query))
                if (shelf.TryGetValue(number, out var d) && Shown(d)) Add(d, FirstHits.WholeText);
        if (options.Scope.HasFlag(SearchScope.Claims))
        {
            // Those of a document stand together.
            var (at, there) = (-1L, default(IndexedDocument));
            foreach (var number in index.Claims(query))
            {
                var (document, place) = SearchIndex.Split(number);
                if (document != at) (at, there) = (document, shelf.TryGetValue(document, out var d) && Shown(d) ? d : null);
                if (there is not null) Add(there, place);
            }
        }

        if (options.KnownOn is not null)
            foreach (var (there, place) in Earlier(query, options, markings, after, asOf)) first.Add(there, place);
        return new(first.Texts, first.Claims, Hits([.. first.Sorted().Skip(options.Skip)], query));
    }

    private ImmutableArray<SearchHit> Hits(List<(IndexedDocument Document, int Place)> found, SearchQuery query)
    {
        // The hits of a document stand together, its text first and its claims by their places.
        var hits = ImmutableArray.CreateBuilder<SearchHit>(found.Count);
        for (var at = 0; at < found.Count;)
        {
            var end = at;
            var places = new HashSet<int>();
            for (; end < found.Count && found[end].Document.Event == found[at].Document.Event; end++)
                if (found[end].Place != FirstHits.WholeText) places.Add(found[end].Place);
            var reading = Load(found[at].Document.Event, places);
            if (found[at].Place == FirstHits.WholeText) hits.Add(new(reading.Document, null, Passage(reading, query)));
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

    // Documents that counted on the day with another reading than now.
    private IEnumerable<(IndexedDocument Document, int Place)> Earlier(SearchQuery query, SearchOptions options, StandingMarkings markings, string after, string asOf)
    {
        var others = markings.Of("c.document, c.event, v.day", $"{StandingMarkings.Standing} JOIN document d ON d.id = c.document",
            $"{SnapshotBasis.Mattering} AND (c.event <> d.indexed OR c.until <> @open)", row => (row.GetString(0), row.GetString(1), row.GetString(2)), ("@after", after), ("@open", StandingSpan.Open), ("@through", asOf));
        foreach (var ((document, happened, day), _, shown) in others)
        {
            if (!shown) continue;
            var (words, there) = (IndexedWords.Of(Load(happened)), new IndexedDocument(document, happened, "", "", day, 0));
            if (options.Scope.HasFlag(SearchScope.Texts) && query.Holds(words.Text)) yield return (there, FirstHits.WholeText);
            if (!options.Scope.HasFlag(SearchScope.Claims)) continue;
            for (var i = 0; i < words.Claims.Count; i++)
                if (query.Holds(words.Claims[i])) yield return (there, i);
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
    private Dictionary<long, IndexedDocument> Shelf()
    {
        var stamp = store.Stamp();
        if (stamp == _stamp) return _shelf;
        _shelf = store.Sql.All("""
            SELECT d.number, d.id, d.indexed, c.since, v.published, v.day, v.marking FROM document d
            JOIN standing c ON c.document = d.id AND c.event = d.indexed AND c.until = @open JOIN version v ON v.event = d.indexed
            """, row => (row.GetInt64(0), new IndexedDocument(row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetString(5), row.GetInt64(6))), ("@open", StandingSpan.Open))
            .ToDictionary(s => s.Item1, s => s.Item2);
        _stamp = stamp;
        return _shelf;
    }
}
