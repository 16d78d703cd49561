using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>The stored form of events: kind, canonical payload (JSON with keys in alphabetical order) and id. Described in <c>docs/formats/ledger.md</c>.</summary>
internal static class EventPayload
{
    private const string TimeForm = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    internal const string Read = "document-read";
    internal const string LeftOut = "document-left-out";
    internal const string Withdrawn = "document-withdrawn";
    internal const string Ruling = "ruling";

    internal static string Kind(LedgerEvent happened) => happened switch
    {
        DocumentRead => Read,
        DocumentLeftOut => LeftOut,
        DocumentWithdrawn => Withdrawn,
        RulingMade => Ruling,
        _ => throw new ArgumentOutOfRangeException(nameof(happened), happened.GetType().Name, "No stored kind of event."),
    };

    internal static string Write(LedgerEvent happened) => Encoding.UTF8.GetString(StoredJson.Object(json =>
    {
        if (happened is DocumentWithdrawn { Author: var withdrawer }) json.WriteString("author", withdrawer);
        if (happened is RulingMade { Author: var editor, Body: var body })
        {
            json.WriteString("author", editor);
            json.WriteString("body", body);
        }

        if (happened is DocumentLeftOut left) json.WriteString("code", left.Code);
        json.WriteStartArray("follows");
        foreach (var id in happened.Follows) json.WriteStringValue(id);
        json.WriteEndArray();
        WriteRest(json, happened);
    }));

    internal static string Id(string ledger, long sequence, string previous, string recorded, string kind, string payload) =>
        ContentHash.Of(string.Join('\u001f', ledger, sequence.ToString(CultureInfo.InvariantCulture), previous, recorded, kind, payload));

    internal static string Time(DateTimeOffset time) => Domain.Ruling.Spelled(time);

    /// <summary>Whether a text is a time as it is kept.</summary>
    internal static bool IsTime(string text) => DateTimeOffset.TryParseExact(text, TimeForm, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _);

    /// <summary>The event of a row. Throws <see cref="FormatException"/> where the row cannot be understood.</summary>
    internal static LedgerEvent Parse(EventRow row)
    {
        try
        {
            using var json = JsonDocument.Parse(row.Payload);
            var root = json.RootElement;
            LedgerEvent happened = row.Kind switch
            {
                Read => new DocumentRead
                {
                    Source = Text(root, "source"),
                    Text = Text(root, "text"),
                    Reading = Text(root, "reading"),
                    Reader = new(Text(root.GetProperty("reader"), "version"), Text(root.GetProperty("reader"), "fingerprint")),
                },
                LeftOut => new DocumentLeftOut { Source = Text(root, "source"), Text = Text(root, "text"), Reading = Text(root, "reading"), Code = Text(root, "code") },
                Withdrawn => new DocumentWithdrawn { Author = Text(root, "author"), Guard = Text(root, "guard"), Reason = Text(root, "reason") },
                Ruling => new RulingMade
                {
                    Author = Text(root, "author"),
                    Body = Text(root, "body"),
                    Key = Text(root, "key"),
                    Ruling = Text(root, "ruling"),
                    Time = Instant(Text(root, "time")),
                    Verdict = Text(root, "verdict"),
                },
                _ => throw new FormatException($"No known kind of event: {row.Kind}."),
            };
            return happened with { Id = row.Id, Ledger = row.Ledger, Sequence = row.Sequence, Previous = row.Previous, Recorded = Instant(row.Recorded), Follows = Many(root, "follows") };
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new FormatException($"The payload of event {row.Sequence} cannot be read.", e);
        }
    }

    // The keys after "follows", in alphabetical order for each kind.
    private static void WriteRest(Utf8JsonWriter json, LedgerEvent happened)
    {
        if (happened is DocumentRead { Reader: var reader })
        {
            json.WriteStartObject("reader");
            json.WriteString("fingerprint", reader.Fingerprint);
            json.WriteString("version", reader.Version);
            json.WriteEndObject();
        }

        switch (happened)
        {
            case DocumentEvent document:
                json.WriteString("reading", document.Reading);
                json.WriteString("source", document.Source);
                json.WriteString("text", document.Text);
                break;
            case DocumentWithdrawn withdrawn:
                json.WriteString("guard", withdrawn.Guard);
                json.WriteString("reason", withdrawn.Reason);
                break;
            case RulingMade made:
                json.WriteString("key", made.Key);
                json.WriteString("ruling", made.Ruling);
                json.WriteString("time", Time(made.Time));
                json.WriteString("verdict", made.Verdict);
                break;
            default:
                break;
        }
    }

    private static DateTimeOffset Instant(string text) =>
        DateTimeOffset.ParseExact(text, TimeForm, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private static ImmutableArray<string> Many(JsonElement owner, string name) => [.. owner.GetProperty(name).EnumerateArray().Select(f => f.GetString()!)];

    private static string Text(JsonElement owner, string name) => owner.GetProperty(name).GetString() ?? throw new FormatException($"{name} is null.");
}

/// <summary>A row of the table of events, as it lies in the file.</summary>
internal sealed record EventRow(long Sequence, string Id, string Ledger, string Previous, string Recorded, string Kind, string Payload);
