using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>Keeps a look at a record as JSON. It holds names and ids, no words of sources.</summary>
public static class SightFile
{
    private const int Version = 1;

    /// <summary>Writes a look.</summary>
    /// <param name="to">Where to.</param>
    /// <param name="sight">The look.</param>
    public static void Write(Stream to, RecordSight sight)
    {
        ArgumentNullException.ThrowIfNull(sight);
        using var json = new Utf8JsonWriter(to, JsonText.Options);
        json.WriteStartObject();
        json.WriteString("format", "rapporteur-look");
        json.WriteNumber("version", Version);
        json.WriteString("day", sight.Day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        if (sight.Limit != Marking.Red) json.WriteString("limit", EnumSpelling.Of(sight.Limit));
        Rows(json, "documents", sight.Documents, d => [d.Key, d.Value.Name, d.Value.Published]);
        json.WriteStartArray("threads");
        foreach (var thread in sight.Threads)
        {
            json.WriteStartObject();
            json.WriteString("subject", EnumSpelling.Of(thread.Subject));
            json.WriteString("key", thread.Key);
            json.WriteString("name", thread.Name);
            json.WriteStartArray("claims");
            foreach (var claim in thread.Claims) json.WriteStringValue(claim);
            json.WriteEndArray();
            Rows(json, "fields", thread.Fields, f => [EnumSpelling.Of(f.Kind), f.Party, f.Value]);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        Rows(json, "positions", sight.Positions, p => [p.Actor, p.Claim, p.Firmness, p.Name]);
        Rows(json, "disputes", sight.Disputes, d => [d.Key, d.Value.Kind, d.Value.Subject]);
        Rows(json, "near", sight.Near, n => [n]);
        json.WriteEndObject();
    }

    /// <summary>Reads a look. Throws <see cref="FormatException"/> where the file is none, with a sentence that says what to do.</summary>
    /// <param name="from">The file.</param>
    public static RecordSight Read(Stream from)
    {
        try
        {
            using var json = JsonDocument.Parse(from);
            var root = json.RootElement;
            if (root.GetProperty("format").GetString() != "rapporteur-look" || root.GetProperty("version").GetInt32() > Version) throw new FormatException("It is no look of this version; remove it to begin anew.");
            return new()
            {
                Day = root.GetProperty("day").GetString() is { } day ? DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null,
                Limit = root.TryGetProperty("limit", out var limit) ? Enum<Marking>(limit.GetString()) : Marking.Red,
                Documents = Rows(root, "documents").ToImmutableSortedDictionary(r => r[0]!, r => (r[1]!, r[2]), StringComparer.Ordinal),
                Threads = [.. root.GetProperty("threads").EnumerateArray().Select(Thread)],
                Positions = [.. Rows(root, "positions").Select(r => (r[0]!, r[1]!, r[2]!, r[3]!))],
                Disputes = Rows(root, "disputes").ToImmutableSortedDictionary(r => r[0]!, r => (r[1]!, r[2]!), StringComparer.Ordinal),
                Near = Rows(root, "near").Select(r => r[0]!).ToImmutableSortedSet(StringComparer.Ordinal),
            };
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or IndexOutOfRangeException or ArgumentException)
        {
            throw new FormatException("It is damaged; remove it to begin anew.", e);
        }
    }

    private static SeenThread Thread(JsonElement thread) => new(
        Enum<ChangeSubject>(thread.GetProperty("subject").GetString()),
        thread.GetProperty("key").GetString()!,
        thread.GetProperty("name").GetString()!,
        [.. thread.GetProperty("claims").EnumerateArray().Select(c => c.GetString()!)],
        [.. Rows(thread, "fields").Select(f => new SeenField(Enum<ChangeKind>(f[0]), f[1], f[2]))]);

    private static T Enum<T>(string? name) where T : struct, Enum => EnumSpelling.TryParse<T>(name, out var value) ? value : throw new FormatException("It is no look of this version; remove it to begin anew.");

    private static void Rows<T>(Utf8JsonWriter json, string name, IEnumerable<T> rows, Func<T, string?[]> cells)
    {
        json.WriteStartArray(name);
        foreach (var row in rows)
        {
            json.WriteStartArray();
            foreach (var cell in cells(row)) json.WriteStringValue(cell);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private static IEnumerable<string?[]> Rows(JsonElement owner, string name) =>
        owner.GetProperty(name).EnumerateArray().Select(row => row.EnumerateArray().Select(cell => cell.GetString()).ToArray());
}
