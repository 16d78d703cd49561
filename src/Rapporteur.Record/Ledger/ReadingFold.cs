using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>The readings that count: of each document the event that no other follows. Folds the set of events, not their order.</summary>
internal static class ReadingFold
{
    internal static IReadOnlyList<DocumentReading> Of(IEnumerable<LedgerEvent> events, DateOnly? knownOn, Func<DocumentEvent, DocumentReading> load)
    {
        var known = events.OfType<DocumentEvent>().Where(e => knownOn is not { } day || DateOnly.FromDateTime(e.Recorded.UtcDateTime) <= day).ToList();
        var followed = known.SelectMany(e => e.Follows).ToHashSet(StringComparer.Ordinal);
        return [.. known.Where(e => !followed.Contains(e.Id))
            .Select(e => (Event: e, Reading: load(e)))
            .GroupBy(r => r.Reading.Document.Id.Length > 0 ? r.Reading.Document.Id : r.Reading.Document.Source, StringComparer.Ordinal)
            .Select(g => g.OrderByDescending(r => r.Event.Recorded).ThenBy(r => r.Event.Id, StringComparer.Ordinal).First().Reading)
            .OrderBy(r => r, ReadingOrder.Instance)];
    }
}

/// <summary>Orders readings by the last day of publication (unknown ones last), then source, then id.</summary>
internal sealed class ReadingOrder : IComparer<DocumentReading>
{
    internal static ReadingOrder Instance { get; } = new();

    public int Compare(DocumentReading? x, DocumentReading? y)
    {
        if (x is null || y is null) return (x is null ? 0 : 1) - (y is null ? 0 : 1);
        var day = (x.Document.Published.Anchor ?? DateOnly.MaxValue).CompareTo(y.Document.Published.Anchor ?? DateOnly.MaxValue);
        if (day != 0) return day;
        var source = string.CompareOrdinal(x.Document.Source, y.Document.Source);
        return source != 0 ? source : string.CompareOrdinal(x.Document.Id, y.Document.Id);
    }
}
