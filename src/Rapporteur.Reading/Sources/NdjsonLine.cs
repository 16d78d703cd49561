using System.Text.Json;
using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>One document as a line of JSON.</summary>
internal static class NdjsonLine
{
    /// <summary>The result for one line.</summary>
    /// <param name="line">Its bytes.</param>
    /// <param name="place">What to call it where it names no source: stream and line.</param>
    /// <param name="number">One-based number of the line.</param>
    /// <param name="maker">Makes the document.</param>
    public static SourceResult Read(byte[] line, string place, int number, DocumentMaker maker)
    {
        var source = place;
        try
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            if (root.ValueKind != JsonValueKind.Object) return Bad(source, number, "it is no JSON object");
            source = Text(root, "source") ?? Text(root, "id") ?? place;
            if (!root.TryGetProperty("text", out var text) || text.ValueKind != JsonValueKind.String) return Bad(source, number, "it has no \"text\"");
            if (!TryPublished(root, out var published, out var basis)) return Bad(source, number, "its \"published\" is no date such as 2025-08-22");
            var words = text.GetString()!;
            var label = Text(root, "marking");
            var marking = MarkingWords.Parse(label);
            if (label is not null && marking is null) return Bad(source, number, "its \"marking\" is no TLP label such as TLP:AMBER");
            var found = new Extraction(words)
            {
                Title = Text(root, "title"),
                Publisher = Text(root, "publisher"),
                Rights = Text(root, "rights"),
                Published = published,
                PublishedBasis = basis,
                Marking = Stricter(marking ?? Marking.Unmarked, MarkingWords.AtTop(words)),
            };
            return maker.Make(found, source, ContentHash.Of(words));
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException or ArgumentException)
        {
            return Bad(source, number, "it is not valid JSON in UTF-8");
        }
    }

    private static SourceResult Bad(string source, int number, string why) =>
        SourceResult.Failed(source, "bad-line", $"Line {number} was left out: {why}.");

    private static Marking Stricter(Marking a, Marking b) => a > b ? a : b;

    private static string? Text(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;

    // A spelling, or {"value","basis"} as the interchange format has it; null, "" and a missing one are no date.
    private static bool TryPublished(JsonElement root, out Edtf? date, out DateBasis basis)
    {
        (date, basis) = (null, DateBasis.Given);
        if (!root.TryGetProperty("published", out var value) || value.ValueKind == JsonValueKind.Null) return true;
        if (value.ValueKind == JsonValueKind.Object)
        {
            var kind = Text(value, "basis");
            if (kind is "unknown" or "inferred") return true;
            if (kind == "metadata") basis = DateBasis.Metadata;
            if (!value.TryGetProperty("value", out value) || value.ValueKind == JsonValueKind.Null) return true;
        }

        if (value.ValueKind != JsonValueKind.String) return false;
        if (string.IsNullOrWhiteSpace(value.GetString())) return true;
        date = MetadataDate.Parse(value.GetString());
        return date is not null;
    }
}
