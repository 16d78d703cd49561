using System.Text.Json;

namespace Rapporteur.Record;

/// <summary>Which readings bear no marking: the table of versions counts them as AMBER; which of the two it is stands in the reading. Each is looked at once.</summary>
/// <param name="store">The record.</param>
internal sealed class UnmarkedReadings(RecordStore store)
{
    private readonly Dictionary<string, bool> _known = new(StringComparer.Ordinal);

    /// <summary>Whether the reading of an event bears none.</summary>
    internal bool Has(string happened)
    {
        if (_known.TryGetValue(happened, out var known)) return known;
        var body = store.Sql.Scalar("SELECT r.bytes FROM version v JOIN body r ON r.hash = v.reading WHERE v.event = @event", ("@event", happened)) as byte[];
        return _known[happened] = body is not null && BearsNone(body);
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
