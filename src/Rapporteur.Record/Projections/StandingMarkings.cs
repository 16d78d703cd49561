using System.Data.Common;
using System.Text.Json;
using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>Which documents may be shown under a limit. The marking of the reading that counts now holds for every earlier reading of the same document too, so that one that was marked
/// more strictly later is not shown as it was before; one of which none counts now is shown without a limit alone.</summary>
/// <param name="store">The record.</param>
/// <param name="limit">Strictest marking that may be shown.</param>
/// <param name="unmarked">What unmarked documents count as; AMBER where it is <see cref="Marking.Unmarked"/>.</param>
internal sealed class StandingMarkings(RecordStore store, Marking limit, Marking unmarked)
{
    /// <summary>Columns for <see cref="Shows"/>: strictness and event of what counts now for the document of a version <c>v</c>.</summary>
    internal const string Columns = "q.marking, COALESCE(q.event, v.event)";

    /// <summary>Joins that <see cref="Columns"/> need.</summary>
    internal const string Joins = "LEFT JOIN standing p ON p.document = v.document AND p.until = '~' LEFT JOIN version q ON q.event = p.event";

    private readonly Dictionary<string, bool> _unmarked = new(StringComparer.Ordinal);
    private readonly int _amber = Marking.Amber.Rank();

    /// <summary>Whether something so marked may be shown.</summary>
    /// <param name="strictness">Strictness of what counts now; null where nothing does.</param>
    /// <param name="happened">The event that counts now.</param>
    internal bool Shows(long? strictness, string happened) => strictness is null ? ShowsAll :
        (strictness == _amber && unmarked.Rank() != _amber && IsUnmarked(happened) ? unmarked.Rank() : strictness) <= limit.Rank();

    /// <summary>Whether every document may be shown.</summary>
    internal bool ShowsAll => limit == Marking.Red;

    /// <summary>The events about documents that may be shown; null for all of them.</summary>
    internal HashSet<string>? Shown() => ShowsAll ? null : store.Sql
        .All($"SELECT v.event, {Columns} FROM version v {Joins}", row => (Event: row.GetString(0), Strictness: Strictness(row, 1), Present: row.GetString(2)))
        .Where(v => Shows(v.Strictness, v.Present)).Select(v => v.Event).ToHashSet(StringComparer.Ordinal);

    /// <summary>The strictness that stands in a column; null where nothing counts now.</summary>
    internal static long? Strictness(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt64(column);

    // The table of versions counts unmarked as AMBER; which of the two it is stands in the reading.
    private bool IsUnmarked(string happened)
    {
        if (_unmarked.TryGetValue(happened, out var known)) return known;
        var body = store.Sql.Scalar("SELECT r.bytes FROM version v JOIN body r ON r.hash = v.reading WHERE v.event = @event", ("@event", happened)) as byte[];
        return _unmarked[happened] = body is not null && BearsNone(body);
    }

    private static bool BearsNone(byte[] reading)
    {
        var json = new Utf8JsonReader(reading);
        while (json.Read())
        {
            if (json.TokenType != JsonTokenType.PropertyName || json.CurrentDepth != 1) continue;
            if (!json.ValueTextEquals("document"u8))
            {
                json.Skip();
                continue;
            }

            json.Read();
            using var document = JsonDocument.ParseValue(ref json);
            return !document.RootElement.TryGetProperty("marking", out _);
        }

        return false;
    }
}
