using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>What the paragraph styles of a document are for, by id.</summary>
internal sealed class WordStyles
{
    private readonly Dictionary<string, ZoneKind> kinds = new(StringComparer.Ordinal);

    /// <summary>The kind of a style: headline, heading, caption, or body.</summary>
    public ZoneKind Kind(string? style) => style is null ? ZoneKind.Body : kinds.TryGetValue(style, out var kind) ? kind : ByName(style);

    public static WordStyles Read(StyleDefinitionsPart? part)
    {
        var styles = new WordStyles();
        if (part is null) return styles;
        using var reader = OpenXmlReader.Create(part);
        string? id = null;
        while (reader.Read())
        {
            if (!reader.IsStartElement) continue;
            if (reader.ElementType == typeof(Style)) id = WordText.Attribute(reader, "styleId");
            else if (id is not null && reader.ElementType == typeof(StyleName)) styles.Set(id, ByName(WordText.Attribute(reader, "val") ?? ""));
            else if (id is not null && reader.ElementType == typeof(OutlineLevel) && WordText.Attribute(reader, "val") != "9") styles.Set(id, ZoneKind.Summary);
        }

        return styles;
    }

    private void Set(string id, ZoneKind kind)
    {
        if (!kinds.TryGetValue(id, out var known) || known == ZoneKind.Body) kinds[id] = kind;
    }

    private static ZoneKind ByName(string name)
    {
        var bare = name.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant();
        return bare switch
        {
            "title" => ZoneKind.Title,
            "subtitle" => ZoneKind.Summary,
            "caption" => ZoneKind.Caption,
            "header" or "footer" => ZoneKind.Furniture,
            _ when bare.StartsWith("heading", StringComparison.Ordinal) => ZoneKind.Summary,
            _ when bare.StartsWith("toc", StringComparison.Ordinal) && bare.Length <= 10 => ZoneKind.Furniture,
            _ => ZoneKind.Body,
        };
    }
}
