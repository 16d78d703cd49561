using System.Diagnostics.CodeAnalysis;
using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>Reads, in one query, what counts: now, or as the record stood on a day.</summary>
internal sealed class StandingReadings(RecordStore store)
{
    private const string Query = $"""
        SELECT r.bytes, t.bytes, s.bytes, c.event, {StandingMarkings.Present} FROM {StandingMarkings.Standing} {StandingMarkings.Joins}
        LEFT JOIN body r ON r.hash = v.reading LEFT JOIN body t ON t.hash = v.text LEFT JOIN body s ON s.hash = v.source
        WHERE c.since < @after AND c.until >= @after
        """;

    /// <summary>Every reading that counts, in no order.</summary>
    /// <param name="knownOn">Last day of recorded time (UTC) to take in; null for everything.</param>
    /// <param name="limit">Strictest marking to take in.</param>
    /// <param name="unmarked">What unmarked documents count as.</param>
    internal List<DocumentReading> All(DateOnly? knownOn, Marking limit, Marking unmarked) => Taken(Query, limit, unmarked, ("@after", After(knownOn)));

    /// <summary>Every reading that counts now of documents with one text, in no order.</summary>
    /// <param name="textId">Hash of the text.</param>
    /// <param name="limit">Strictest marking to take in.</param>
    /// <param name="unmarked">What unmarked documents count as.</param>
    internal List<DocumentReading> Of(string textId, Marking limit, Marking unmarked) => Taken(Query + " AND v.text = @text", limit, unmarked, ("@after", After(null)), ("@text", textId));

    private List<DocumentReading> Taken(string query, Marking limit, Marking unmarked, params ReadOnlySpan<(string, object)> bound)
    {
        var shown = new StandingMarkings(store, limit, unmarked).Shown();
        return [.. store.Sql.All(query, row => shown?.Contains(row.GetString(3)) == false ? null : Now(Projections.Reading(row), StandingMarkings.Strictness(row, 4)) ?? throw Damaged($"event {row.GetString(3)}", store.Place, null),
            bound).OfType<DocumentReading>()];
    }

    /// <summary>How many documents published until a day may not be shown.</summary>
    internal int CountAbove(DateOnly? asOf, DateOnly? knownOn, Marking limit, Marking unmarked)
    {
        var last = asOf is { } day ? Projections.Day(day) : SnapshotQuestion.Always;
        return new StandingMarkings(store, limit, unmarked).Of("c.event", StandingMarkings.Standing, SnapshotBasis.Mattering, row => row.GetString(0), ("@after", After(knownOn)), ("@through", last)).Count(v => !v.Shown);
    }

    /// <summary>An earlier reading bears the marking that its document bears now.</summary>
    [return: NotNullIfNotNull(nameof(reading))]
    internal static DocumentReading? Now(DocumentReading? reading, long? strictness) =>
        reading is null || strictness is null || reading.Document.Marking.Rank() == strictness ? reading : reading with { Document = reading.Document with { Marking = (Marking)strictness } };

    /// <summary>The first recorded time, as spelled, that is not known on a day.</summary>
    internal static string After(DateOnly? knownOn) => knownOn is { } day && day < DateOnly.MaxValue ? Projections.Day(day.AddDays(1)) : StandingSpan.Open;

    internal static RecordException Damaged(string what, string place, Exception? inner) =>
        new(RecordFault.Corrupt, $"{char.ToUpperInvariant(what[0])}{what[1..]} of {place} is damaged; `rapporteur verify` lists what is, then restore it from a copy.", inner);
}
