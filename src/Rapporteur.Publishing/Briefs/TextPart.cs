namespace Rapporteur.Publishing;

/// <summary>What a part of a line is, so that a renderer can set it apart.</summary>
public enum PartKind
{
    /// <summary>Words of the brief itself, from <c>data/publishing/words.json</c>.</summary>
    Plain,
    /// <summary>Words of a source; shown in quotation marks.</summary>
    Quote,
    /// <summary>Name of an actor.</summary>
    Actor,
    /// <summary>A date or interval.</summary>
    Date,
    /// <summary>Words of a source that name a cue, place or kind; shown without quotation marks.</summary>
    Term,
}

/// <summary>A run of text within a line. Its text is data: renderers escape it.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The text as it is shown: white space collapsed, control characters left out, long quotes cut with an ellipsis.</param>
public sealed record TextPart(PartKind Kind, string Text)
{
    /// <summary>For an actor the key of the party on whose side it stands; null where unknown and for other kinds.</summary>
    public string? Party { get; init; }
}

/// <summary>Parts as text.</summary>
internal static class TextParts
{
    /// <summary>The text of all parts without markup, quotes in quotation marks.</summary>
    internal static string AsText(this IEnumerable<TextPart> parts) => string.Concat(parts.Select(p => p.Kind == PartKind.Quote ? $"“{p.Text}”" : p.Text));
}
