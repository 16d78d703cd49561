using System.Globalization;
using System.Text.Json;

namespace Rapporteur.Domain;

/// <summary>A ruling as one line of the interchange format: <c>{"ruling":{…}}</c>. Thread safe.</summary>
public static class RulingLine
{
    private const string TimeForm = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    /// <summary>The line, without a line break at its end. The payload stands there as the object that it is.</summary>
    /// <param name="ruling">The ruling.</param>
    public static string Write(Ruling ruling)
    {
        ArgumentNullException.ThrowIfNull(ruling);
        using var payload = JsonDocument.Parse(ruling.Payload);
        return JsonText.Object(json =>
        {
            json.WriteStartObject("ruling");
            json.WriteString("id", ruling.Id);
            json.WriteString("key", ruling.Key);
            json.WriteString("verdict", ruling.Verdict);
            json.WriteString("author", ruling.Author);
            json.WriteString("time", Ruling.Spelled(ruling.Time));
            json.WriteStartArray("follows");
            foreach (var id in ruling.Follows) json.WriteStringValue(id);
            json.WriteEndArray();
            json.WriteString("textId", ruling.TextId);
            json.WritePropertyName("payload");
            payload.RootElement.WriteTo(json);
            json.WriteEndObject();
        }).Replace("<", "\\u003C", StringComparison.Ordinal);
    }

    /// <summary>Whether a line holds a ruling, and not a reading.</summary>
    /// <param name="line">The line.</param>
    public static bool Is(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        var rest = line.AsSpan().TrimStart();
        return rest.StartsWith('{') && rest[1..].TrimStart().StartsWith("\"ruling\"", StringComparison.Ordinal);
    }

    /// <summary>Reads one line.</summary>
    /// <param name="line">The line, one JSON object.</param>
    /// <param name="number">Its number, from 1, for messages.</param>
    public static RulingParse Read(string line, int number = 1)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            return new(Parse(new JsonField(json.RootElement).Required("ruling")), null);
        }
        catch (JsonException e)
        {
            return new(null, new(number, "", $"expected one JSON object, found a fault at byte {e.BytePositionInLine ?? 0}"));
        }
        catch (InterchangeFault e)
        {
            return new(null, new(number, e.Path, e.Message));
        }
    }

    private static Ruling Parse(JsonField line)
    {
        var (time, verdict) = (line.Required("time"), line.Required("verdict"));
        if (!DateTimeOffset.TryParseExact(time.String(), TimeForm, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var when))
            throw time.Fault($"expected a time such as 2031-03-10T12:00:00.000Z, found \"{time.String()}\"");
        if (!Verdict.All.Contains(verdict.String())) throw verdict.Fault($"expected one of {string.Join(", ", Verdict.All)}, found \"{verdict.String()}\"");
        var (id, key, author) = (line.Required("id"), Name(line.Required("key")), Name(line.Required("author")));
        var ruling = Ruling.Of(key, verdict.String(), author, when, line.Optional("payload")?.RawObject() ?? "{}", line.Optional("textId")?.String(), [.. line.Required("follows").Each(f => f.String())]);
        return ruling.Id == id.String() ? ruling : throw id.Fault($"expected the hash of key, verdict, author, time and follows ({ruling.Id}), found \"{id.String()}\"");
    }

    private static string Name(JsonField field)
    {
        var value = field.String();
        return string.IsNullOrWhiteSpace(value) || value.Any(char.IsControl) ? throw field.Fault("expected words without control characters") : value;
    }
}

/// <summary>What came of reading a line with a ruling: a ruling or an error, never both.</summary>
/// <param name="Ruling">The ruling; null on error.</param>
/// <param name="Error">The error; null when the line was understood.</param>
public sealed record RulingParse(Ruling? Ruling, InterchangeError? Error);
