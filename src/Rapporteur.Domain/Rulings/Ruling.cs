using System.Collections.Immutable;
using System.Globalization;

namespace Rapporteur.Domain;

/// <summary>What a person decided about one thing of the record: a claim, a document, a thread or a pair of actors. It outlives every new reading.
/// What it says beyond its verdict stands in <see cref="Payload"/>, whose shape belongs to the verdict.</summary>
public sealed record Ruling
{
    /// <summary>Hash of key, verdict, author, time and what it follows, <c>sha256:…</c>; the payload is no part of it.</summary>
    public required string Id { get; init; }

    /// <summary>What it is about: key of a claim, id of a document, key of a thread, or two actor keys joined by a space.</summary>
    public required string Key { get; init; }

    /// <summary>The decision in one word, such as <c>accept</c>, <c>correct</c>, <c>reject</c>, <c>add</c>, <c>join</c>, <c>split</c>, <c>grade</c>, <c>same</c>.</summary>
    public required string Verdict { get; init; }

    /// <summary>Who decided, as the person wants to be named.</summary>
    public required string Author { get; init; }

    /// <summary>When, in UTC, to the millisecond. One author rules on one thing at most once a millisecond.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>Ids of the rulings that the author saw and replaces, sorted; two rulings on one thing of which neither follows the other are in conflict.</summary>
    public ImmutableArray<string> Follows { get; init; } = [];

    /// <summary>Hash of the text whose words the payload may hold: it goes when that text is withdrawn. Null where it belongs to none.</summary>
    public string? TextId { get; init; }

    /// <summary>A JSON object with what the verdict needs, among it the reason; <c>{}</c> by default. Kept outside the chain of events.</summary>
    public string Payload { get; init; } = "{}";

    /// <summary>Whether what it says beyond its verdict is not at hand: it went with a text that was withdrawn, or stayed behind at a merge. <see cref="Payload"/> is empty then.</summary>
    public bool IsSilent { get; init; }

    /// <summary>A ruling with its id. Throws <see cref="ArgumentException"/> where a field is empty or holds control characters.</summary>
    /// <param name="key">What it is about.</param>
    /// <param name="verdict">The decision in one word.</param>
    /// <param name="author">Who decided.</param>
    /// <param name="time">When; cut to the millisecond.</param>
    /// <param name="payload">A JSON object.</param>
    /// <param name="textId">Hash of the text whose words the payload may hold.</param>
    /// <param name="follows">Ids of the rulings that it replaces, in any order.</param>
    public static Ruling Of(string key, string verdict, string author, DateTimeOffset time, string payload = "{}", string? textId = null, params ReadOnlySpan<string> follows)
    {
        Check(key, nameof(key));
        Check(verdict, nameof(verdict));
        Check(author, nameof(author));
        var utc = time.ToUniversalTime();
        utc = new(utc.Ticks - (utc.Ticks % TimeSpan.TicksPerMillisecond), TimeSpan.Zero);
        string[] sorted = [.. follows];
        Array.Sort(sorted, StringComparer.Ordinal);
        return new()
        {
            Id = IdOf(key, verdict, author, utc, sorted),
            Key = key,
            Verdict = verdict,
            Author = author,
            Time = utc,
            Follows = [.. sorted],
            TextId = textId,
            Payload = payload,
        };
    }

    /// <summary>The id that belongs to the fields.</summary>
    /// <param name="key">What it is about.</param>
    /// <param name="verdict">The decision in one word.</param>
    /// <param name="author">Who decided.</param>
    /// <param name="time">When, to the millisecond.</param>
    /// <param name="follows">Ids of the rulings that it replaces, sorted.</param>
    public static string IdOf(string key, string verdict, string author, DateTimeOffset time, IEnumerable<string> follows) =>
        ContentHash.Of(string.Join('\u001f', [key, verdict, author, Spelled(time), .. follows]));

    /// <summary>The time as it enters the id: <c>2031-03-10T12:00:00.000Z</c>.</summary>
    /// <param name="time">The time.</param>
    public static string Spelled(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private static void Check(string value, string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value, name);
        foreach (var unit in value)
            if (char.IsControl(unit)) throw new ArgumentException("A ruling's key, verdict and author hold no control characters.", name);
    }
}
