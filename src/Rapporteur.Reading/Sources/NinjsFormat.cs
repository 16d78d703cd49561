using System.Text;
using System.Text.Json;

namespace Rapporteur.Reading;

/// <summary>An article of a news agency in ninjs (IPTC, versions 1 to 3): <c>body_text</c>, else <c>body_xhtml</c>; in later versions <c>bodies</c>.</summary>
internal sealed class NinjsFormat : ISourceFormat
{
    public Extraction Extract(byte[] bytes, SourceOptions options, CancellationToken cancel)
    {
        try
        {
            using var json = JsonDocument.Parse(bytes);
            var root = json.RootElement;
            if (root.ValueKind != JsonValueKind.Object) throw Broken();
            var title = Text(root, "headline") ?? Listed(root, "headlines", "value") ?? Text(root, "title");
            var about = new Extraction("")
            {
                Title = title,
                Publisher = Text(root, "copyrightholder") ?? Text(root, "copyrightHolder") ?? Text(root, "provider") ?? Named(root, "infosources") ?? Named(root, "infoSources"),
                Published = MetadataDate.Parse(Text(root, "firstcreated") ?? Text(root, "firstCreated") ?? Text(root, "versioncreated") ?? Text(root, "versionCreated")),
                Rights = Text(root, "usageterms") ?? Text(root, "usageTerms") ?? Text(root, "copyrightnotice") ?? Text(root, "copyrightNotice"),
            };
            if ((Text(root, "body_text") ?? Listed(root, "bodies", "value", "text")) is { } words)
            {
                var text = title is null || words.StartsWith(title, StringComparison.Ordinal) ? words : $"{title}\n\n{words}";
                return about with { Text = text, Marking = MarkingWords.AtTop(text) };
            }

            var markup = Text(root, "body_xhtml") ?? Text(root, "body_html") ?? Listed(root, "bodies", "value", "html", "xhtml") ?? throw Broken();
            var page = $"<!doctype html><meta charset=\"utf-8\"><article>{(title is null ? "" : $"<h1>{System.Net.WebUtility.HtmlEncode(title)}</h1>")}{markup}</article>";
            var found = SourceFormats.Of(SourceKind.Html).Extract(Encoding.UTF8.GetBytes(page), options, cancel);
            return about with { Text = found.Text, Zones = found.Zones, HasStructure = found.HasStructure, Marking = found.Marking, Notes = found.Notes };
        }
        catch (JsonException)
        {
            throw Broken();
        }
    }

    private static UnreadableSourceException Broken() => new("broken", "It is no article in ninjs: it has no body_text, body_xhtml or bodies.");

    private static string? Text(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;

    private static string? Named(JsonElement root, string list) => Listed(root, list, "name");

    // The first of a list whose type of content or role has one of the words, or whatever it is where no words are given.
    private static string? Listed(JsonElement root, string list, string field, params ReadOnlySpan<string> kinds)
    {
        if (!root.TryGetProperty(list, out var items) || items.ValueKind != JsonValueKind.Array) return null;
        foreach (var item in items.EnumerateArray())
        {
            if (item.ValueKind != JsonValueKind.Object || Text(item, field) is not { } value) continue;
            if (kinds.IsEmpty) return value;
            var kind = (Text(item, "contenttype") ?? Text(item, "contentType") ?? Text(item, "role") ?? "text").ToLowerInvariant();
            foreach (var word in kinds)
                if (word == "text" ? kind is "text" or "text/plain" : kind.Contains(word, StringComparison.Ordinal)) return value;
        }

        return null;
    }
}
