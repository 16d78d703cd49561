using System.Collections.Frozen;
using System.Text.Json;
using AngleSharp.Html.Dom;

namespace Rapporteur.Reading;

/// <summary>What the JSON-LD of a page says about its article (schema.org).</summary>
internal sealed record JsonLd(string? Headline, string? DatePublished, string? Publisher, string? Rights, string? Description)
{
    private const int MostObjects = 2000;
    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 };

    public static JsonLd None { get; } = new(null, null, null, null, null);

    /// <summary>Reads every script of the page; the first article that has a date wins, else the first article. Broken scripts are passed over.</summary>
    public static JsonLd Read(IHtmlDocument document, FrozenSet<string> types)
    {
        JsonLd? first = null;
        foreach (var script in document.QuerySelectorAll("script[type='application/ld+json']"))
        {
            foreach (var article in Articles(script.TextContent, types))
            {
                if (article.DatePublished is not null) return article;
                first ??= article;
            }
        }

        return first ?? None;
    }

    private static List<JsonLd> Articles(string script, FrozenSet<string> types)
    {
        var found = new List<JsonLd>();
        try
        {
            using var json = JsonDocument.Parse(script.Trim().TrimEnd(';'), Lenient);
            var open = new Queue<JsonElement>([json.RootElement]);
            var publishers = new Dictionary<string, string>(StringComparer.Ordinal);
            for (var seen = 0; open.TryDequeue(out var element) && seen < MostObjects; seen++)
            {
                if (element.ValueKind == JsonValueKind.Array)
                {
                    foreach (var item in element.EnumerateArray()) open.Enqueue(item);
                }

                if (element.ValueKind != JsonValueKind.Object) continue;
                if (Text(element, "@id") is { } id && Text(element, "name") is { } name) publishers.TryAdd(id, name);
                if (IsArticle(element, types)) found.Add(Of(element));
                foreach (var property in element.EnumerateObject())
                    if (property.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array) open.Enqueue(property.Value);
            }

            return [.. found.Select(article => article.Publisher is { } key && publishers.TryGetValue(key, out var name) ? article with { Publisher = name } : article)];
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            return found;
        }
    }

    private static bool IsArticle(JsonElement element, FrozenSet<string> types)
    {
        if (!element.TryGetProperty("@type", out var type)) return false;
        if (type.ValueKind == JsonValueKind.String) return types.Contains(type.GetString()!);
        return type.ValueKind == JsonValueKind.Array && type.EnumerateArray().Any(item => item.ValueKind == JsonValueKind.String && types.Contains(item.GetString()!));
    }

    private static JsonLd Of(JsonElement article)
    {
        var holder = Name(article, "copyrightHolder");
        var rights = Text(article, "license") ?? Text(article, "copyrightNotice") ?? (holder is null ? null : "\u00a9 " + holder);
        return new(Text(article, "headline") ?? Text(article, "name"), Text(article, "datePublished") ?? Text(article, "dateCreated"), Name(article, "publisher"), rights, Text(article, "description"));
    }

    // The publisher's name, or the @id that leads to it.
    private static string? Name(JsonElement element, string property)
    {
        if (!element.TryGetProperty(property, out var value)) return null;
        if (value.ValueKind == JsonValueKind.Array && value.GetArrayLength() > 0) value = value[0];
        return value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Object => Text(value, "name") ?? Text(value, "@id"),
            _ => null,
        };
    }

    private static string? Text(JsonElement element, string property)
    {
        if (!element.TryGetProperty(property, out var value) || value.ValueKind != JsonValueKind.String) return null;
        var text = System.Net.WebUtility.HtmlDecode(value.GetString()!).Trim();
        return text.Length > 0 ? text : null;
    }
}
