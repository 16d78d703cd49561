using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>Reads, in one query, what counts: now, or as the record stood on a day.</summary>
internal sealed class StandingReadings(RecordStore store)
{
    private const string Query = """
        SELECT r.bytes, t.bytes, s.bytes, c.event FROM standing c JOIN version v ON v.event = c.event
        LEFT JOIN body r ON r.hash = v.reading LEFT JOIN body t ON t.hash = v.text LEFT JOIN body s ON s.hash = v.source
        WHERE c.since < @after AND c.until >= @after AND v.marking <= @limit
        """;

    /// <summary>Every reading that counts, in no order.</summary>
    /// <param name="knownOn">Last day of recorded time (UTC) to take in; null for everything.</param>
    /// <param name="limit">Strictest marking to take in.</param>
    internal List<DocumentReading> All(DateOnly? knownOn, Marking limit) => store.Sql.All(Query,
        row => Projections.Reading(row) ?? throw Damaged($"event {row.GetString(3)}", store.Place, null), ("@after", After(knownOn)), ("@limit", (long)limit.Rank()));

    /// <summary>The first recorded time, as spelled, that is not known on a day.</summary>
    internal static string After(DateOnly? knownOn) => knownOn is { } day && day < DateOnly.MaxValue ? Projections.Day(day.AddDays(1)) : StandingSpan.Open;

    internal static RecordException Damaged(string what, string place, Exception? inner) =>
        new(RecordFault.Corrupt, $"{char.ToUpperInvariant(what[0])}{what[1..]} of {place} is damaged; `rapporteur verify` lists what is, then restore it from a copy.", inner);
}
