using System.Text.Json;
using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>The content of a ruling: its payload and the text to which it belongs. It holds the id of the ruling too, so that no two rulings share a content and one can go alone.</summary>
internal static class RulingBody
{
    internal static byte[] Write(Ruling ruling)
    {
        if (!IsObject(ruling.Payload)) throw new ArgumentException("The payload of a ruling is a JSON object.", nameof(ruling));
        return StoredJson.Object(json =>
        {
            json.WriteString("payload", ruling.Payload);
            json.WriteString("ruling", ruling.Id);
            json.WriteString("text", ruling.TextId);
        });
    }

    private static bool IsObject(string payload)
    {
        try
        {
            using var json = JsonDocument.Parse(payload);
            return json.RootElement.ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>Whether two contents say the same, however their payloads are spelled.</summary>
    internal static bool Agree(byte[] one, byte[] other)
    {
        if (one.AsSpan().SequenceEqual(other)) return true;
        using var first = JsonDocument.Parse(one);
        using var second = JsonDocument.Parse(other);
        if (first.RootElement.GetProperty("text").GetString() != second.RootElement.GetProperty("text").GetString()) return false;
        using var said = JsonDocument.Parse(first.RootElement.GetProperty("payload").GetString()!);
        using var says = JsonDocument.Parse(second.RootElement.GetProperty("payload").GetString()!);
        return JsonElement.DeepEquals(said.RootElement, says.RootElement);
    }

    internal static string? TextOf(byte[] body)
    {
        using var json = JsonDocument.Parse(body);
        return json.RootElement.GetProperty("text").GetString();
    }

    internal static Ruling Read(RulingMade made, byte[]? body)
    {
        var (payload, text) = ("{}", (string?)null);
        if (body is not null)
        {
            using var json = JsonDocument.Parse(body);
            (payload, text) = (json.RootElement.GetProperty("payload").GetString() ?? "{}", json.RootElement.GetProperty("text").GetString());
        }

        return new() { Id = made.Ruling, Key = made.Key, Verdict = made.Verdict, Author = made.Author, Time = made.Time, Follows = made.Follows, Payload = payload, TextId = text, IsSilent = body is null };
    }
}
