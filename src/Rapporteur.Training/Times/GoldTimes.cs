using System.Text.Json;
using Rapporteur.Domain;

namespace Rapporteur.Training;

/// <summary>One annotated time.</summary>
/// <param name="Span">Where it stands, in UTF-16 units.</param>
/// <param name="Type">What it names.</param>
/// <param name="Value">Its value in the scheme of the collection.</param>
internal sealed record GoldTime(TextSpan Span, TimeType Type, string Value);

/// <summary>One annotated document.</summary>
/// <param name="Source">The text with its day of publication.</param>
/// <param name="Times">Annotated times in text order.</param>
/// <param name="From">Offset before which nothing is annotated.</param>
internal sealed record GoldTimeDocument(SourceDocument Source, IReadOnlyList<GoldTime> Times, int From);

/// <summary>Reads the times of annotated articles.</summary>
internal static class GoldTimes
{
    internal static IEnumerable<GoldTimeDocument> Articles(string articles, string texts)
    {
        foreach (var file in Directory.GetFiles(articles, "*.json").Order(StringComparer.Ordinal))
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(file));
            var head = json.RootElement.GetProperty("document");
            var id = head.GetProperty("id").GetString()!;
            var text = File.ReadAllText(Path.Combine(texts, id + ".txt"));
            var units = Units(text);
            var times = new List<GoldTime>();
            foreach (var time in json.RootElement.GetProperty("times").EnumerateArray())
            {
                if (Span(time, text, units) is not { } span) continue;
                times.Add(new(span, Kind(time.GetProperty("type").GetString()), time.GetProperty("value").GetString() ?? ""));
            }

            times.Sort((left, right) => left.Span.CompareTo(right.Span));
            var published = head.TryGetProperty("published", out var date) ? Edtf.Parse(date.GetString()) : null;
            yield return new(Source(id, text, published), times, 0);
        }
    }

    internal static SourceDocument Source(string id, string text, Edtf? published) => new()
    {
        Id = ContentHash.Of(text),
        TextId = ContentHash.Of(text),
        Source = id,
        Text = text,
        Language = "en",
        Published = published is null ? PublicationDate.None : new(published, DateBasis.Given),
    };

    internal static TimeType Kind(string? name) => name?.ToUpperInvariant() switch
    {
        "TIME" => TimeType.Time,
        "DURATION" => TimeType.Duration,
        "SET" => TimeType.Set,
        _ => TimeType.Date,
    };

    private static TextSpan? Span(JsonElement time, string text, int[] units)
    {
        if (time.TryGetProperty("start", out var start)) return new(units[start.GetInt32()], units[time.GetProperty("end").GetInt32()]);
        var (quote, at) = (time.GetProperty("q").GetString()!, -1);
        var nth = time.TryGetProperty("n", out var number) ? number.GetInt32() : 1;
        for (var i = 0; i < nth; i++) at = text.IndexOf(quote, at + 1, StringComparison.Ordinal);
        return at < 0 ? null : new(at, at + quote.Length);
    }

    // UTF-16 offset of each code point, and of the end.
    private static int[] Units(string text)
    {
        var units = new List<int>(text.Length + 1);
        for (var i = 0; i < text.Length; i += char.IsHighSurrogate(text[i]) && i + 1 < text.Length ? 2 : 1) units.Add(i);
        units.Add(text.Length);
        return [.. units];
    }
}
