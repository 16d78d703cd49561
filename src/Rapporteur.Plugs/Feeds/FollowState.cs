using System.Globalization;
using System.Text.Json;
using Rapporteur.Domain;

namespace Rapporteur.Plugs;

/// <summary>What is remembered of one entry of a feed.</summary>
/// <param name="Stamp">The entry as it was when its page was taken.</param>
/// <param name="TextId">Hash of the text that came of it; null where none did.</param>
/// <param name="Tries">How often its page could not be had.</param>
public sealed record EntryState(string Stamp, string? TextId, int Tries);

/// <summary>What is remembered of one feed.</summary>
public sealed record FeedState
{
    /// <summary>Tag of its last answer.</summary>
    public string? Tag { get; init; }

    /// <summary>Time of its last change, as its server wrote it.</summary>
    public string? Modified { get; init; }

    /// <summary>How often in a row it could not be had.</summary>
    public int Failures { get; init; }

    /// <summary>Before when it is not asked again.</summary>
    public DateTimeOffset NotBefore { get; init; }

    /// <summary>Whether its server said that it is gone for good.</summary>
    public bool IsGone { get; init; }

    /// <summary>Its entries by key.</summary>
    public IReadOnlyDictionary<string, EntryState> Entries { get; init; } = new Dictionary<string, EntryState>(StringComparer.Ordinal);
}

/// <summary>What following remembers from one look to the next, as a file beside the record.</summary>
public sealed class FollowState
{
    private const int Version = 1;

    private readonly SortedDictionary<string, FeedState> _feeds = new(StringComparer.Ordinal);

    /// <summary>What is remembered of a feed; an empty state for a new one.</summary>
    /// <param name="address">Its address.</param>
    public FeedState this[Uri address]
    {
        get => _feeds.TryGetValue(address.AbsoluteUri, out var state) ? state : new();
        set => _feeds[address.AbsoluteUri] = value;
    }

    /// <summary>Reads what <see cref="Write"/> wrote; throws <see cref="FormatException"/> for anything else.</summary>
    /// <param name="json">The file.</param>
    public static FollowState Read(string json)
    {
        var state = new FollowState();
        try
        {
            using var document = JsonDocument.Parse(json);
            if (document.RootElement.GetProperty("version").GetInt32() != Version) throw new FormatException("It was written by another version of the program.");
            foreach (var feed in document.RootElement.GetProperty("feeds").EnumerateObject())
            {
                string? Text(string name) => feed.Value.TryGetProperty(name, out var value) ? value.GetString() : null;
                state._feeds[feed.Name] = new FeedState
                {
                    Tag = Text("tag"),
                    Modified = Text("modified"),
                    Failures = feed.Value.GetProperty("failures").GetInt32(),
                    NotBefore = DateTimeOffset.Parse(Text("notBefore") ?? "", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind),
                    IsGone = feed.Value.GetProperty("gone").GetBoolean(),
                    Entries = feed.Value.GetProperty("entries").EnumerateObject().ToDictionary(e => e.Name, e => new EntryState(e.Value.GetProperty("stamp").GetString()!, e.Value.GetProperty("textId").GetString(), e.Value.GetProperty("tries").GetInt32()), StringComparer.Ordinal),
                };
            }
        }
        catch (Exception wrong) when (wrong is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new FormatException("It is no state of followed feeds; take it away, and every entry is looked at anew (what is known is not added twice).", wrong);
        }

        return state;
    }

    /// <summary>The state as JSON: the same state, the same bytes.</summary>
    public string Write() => JsonText.Object(json =>
    {
        json.WriteNumber("version", Version);
        json.WriteStartObject("feeds");
        foreach (var (address, feed) in _feeds)
        {
            json.WriteStartObject(address);
            json.WriteString("tag", feed.Tag);
            json.WriteString("modified", feed.Modified);
            json.WriteNumber("failures", feed.Failures);
            json.WriteString("notBefore", feed.NotBefore.UtcDateTime.ToString("O", CultureInfo.InvariantCulture));
            json.WriteBoolean("gone", feed.IsGone);
            json.WriteStartObject("entries");
            foreach (var (key, entry) in feed.Entries.OrderBy(e => e.Key, StringComparer.Ordinal))
            {
                json.WriteStartObject(key);
                json.WriteString("stamp", entry.Stamp);
                json.WriteString("textId", entry.TextId);
                json.WriteNumber("tries", entry.Tries);
                json.WriteEndObject();
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndObject();
    });
}
