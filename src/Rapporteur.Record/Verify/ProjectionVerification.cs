using System.Globalization;
using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>Works out anew what the projections should hold and compares. Readings are taken one at a time; what is kept of them is a row each and a sum of their words.</summary>
internal sealed class ProjectionVerification(RecordStore store)
{
    private readonly Dictionary<string, List<string>> _versions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _recorded = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Document, IndexSums Sums)> _words = new(StringComparer.Ordinal);
    private readonly List<(string Earlier, string Later, string Recorded)> _successions = [];
    private readonly SortedSet<string> _rows = new(StringComparer.Ordinal);

    /// <summary>Takes in an event.</summary>
    internal void Take(EventRow row, LedgerEvent happened)
    {
        if (happened is DocumentWithdrawn withdrawn) _rows.Add($"tombstone {row.Id} {withdrawn.Guard}");
        if (happened is not DocumentEvent) return;
        foreach (var earlier in happened.Follows)
        {
            _successions.Add((earlier, row.Id, row.Recorded));
            _rows.Add($"succession {earlier} {row.Id} {row.Recorded}");
        }
    }

    /// <summary>Takes in what an event about a document read.</summary>
    internal void Take(EventRow row, DocumentEvent happened, DocumentReading? reading, (string Source, string Text, string Reading) hashes)
    {
        if (reading is null) return;
        var document = DocumentKey.Of(reading.Document);
        if (!_versions.TryGetValue(document, out var versions)) _versions.Add(document, versions = []);
        versions.Add(happened.Id);
        _recorded[happened.Id] = row.Recorded;
        var first = reading.Document.Published.Value?.Earliest is { } day ? Projections.Day(day) : "";
        var anchor = reading.Document.Published.Anchor is { } known ? Projections.Day(known) : "9999-12-31";
        _rows.Add(string.Create(CultureInfo.InvariantCulture, $"version {happened.Id} {document} {row.Recorded} {first} {anchor} {reading.Document.Marking.Rank()} {hashes.Source} {hashes.Text} {hashes.Reading}"));
        if (store.Index is { } index) _words[happened.Id] = (document, IndexSums.Of(IndexedWords.Of(reading), index.HoldsPhrases));
    }

    /// <summary>Adds what differs.</summary>
    internal void Compare(List<Difference> found)
    {
        var current = new Dictionary<string, string>(StringComparer.Ordinal);
        var successions = _successions.ToLookup(s => s.Earlier, s => s.Recorded, StringComparer.Ordinal);
        foreach (var (document, events) in _versions)
        {
            var spans = StandingFold.Of([.. events.Select(id => new DocumentVersion(id, _recorded[id]))], [.. events.SelectMany(id => successions[id].Select(recorded => (id, recorded)))]);
            foreach (var span in spans) _rows.Add($"standing {document} {span.Since} {span.Until} {span.Event}");
            current[document] = spans.Count > 0 && spans[^1].Until == StandingSpan.Open ? spans[^1].Event : "";
            _rows.Add($"document {document} {current[document]}");
        }

        var actual = Actual();
        foreach (var row in _rows)
            if (!actual.Contains(row)) found.Add(new(DifferenceKind.Projection, Table(row), row, ""));
        foreach (var row in actual)
            if (!_rows.Contains(row)) found.Add(new(DifferenceKind.Projection, Table(row), "no such row", row));
        Words(current, found);
    }

    private void Words(Dictionary<string, string> current, List<Difference> found)
    {
        if (store.Index is not { } index) return;
        var actual = index.Sums();
        foreach (var (number, document) in store.Sql.All("SELECT number, id FROM document", row => (row.GetInt64(0), row.GetString(1))))
        {
            if (!current.TryGetValue(document, out var happened) || !_words.TryGetValue(happened, out var words)) continue;
            Same(actual.Texts, number, words.Sums.Text, $"search entries of document {document}", found);
            for (var i = 0; i < words.Sums.Claims.Length; i++) Same(actual.Claims, SearchIndex.Claim(number, i), words.Sums.Claims[i], $"search entries of claim {i} of document {document}", found);
        }

        foreach (var number in actual.Texts.Keys) found.Add(new(DifferenceKind.Projection, "search entries of texts", "no such entry", number.ToString(CultureInfo.InvariantCulture)));
        foreach (var number in actual.Claims.Keys) found.Add(new(DifferenceKind.Projection, "search entries of claims", "no such entry", number.ToString(CultureInfo.InvariantCulture)));
    }

    private static void Same(Dictionary<long, ulong> actual, long number, ulong sum, string where, List<Difference> found)
    {
        if (actual.Remove(number, out var there) ? there != sum : sum != 0) found.Add(new(DifferenceKind.Projection, where, "the words of the text", "others"));
    }

    private HashSet<string> Actual()
    {
        var rows = new HashSet<string>(StringComparer.Ordinal);
        Add("SELECT 'version', event, document, recorded, published, day, CAST(marking AS TEXT), source, text, reading FROM version");
        Add("SELECT 'succession', earlier, later, recorded FROM succession");
        Add("SELECT 'standing', document, since, until, event FROM standing");
        Add("SELECT 'document', id, indexed FROM document");
        Add("SELECT 'tombstone', event, guard FROM tombstone");
        return rows;

        void Add(string query) => rows.UnionWith(store.Sql.All(query, row =>
        {
            var cells = new string[row.FieldCount];
            for (var i = 0; i < cells.Length; i++) cells[i] = row.GetString(i);
            return string.Join(' ', cells);
        }));
    }

    private static string Table(string row) => $"the table {row[..row.IndexOf(' ', StringComparison.Ordinal)]}";
}
