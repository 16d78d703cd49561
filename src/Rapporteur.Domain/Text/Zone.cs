namespace Rapporteur.Domain;

/// <summary>What a part of an article is for.</summary>
public enum ZoneKind
{
    /// <summary>Running text.</summary>
    Body,
    /// <summary>The headline of the article.</summary>
    Title,
    /// <summary>A subtitle, standfirst, heading or the publisher's own summary.</summary>
    Summary,
    /// <summary>The caption or credit of a picture.</summary>
    Caption,
    /// <summary>Menus, log-in links, comment forms, related links: carries no claims.</summary>
    Furniture,
}

/// <summary>A part of a text with one purpose. Zones of a document are sorted and do not overlap.</summary>
/// <param name="Span">Where it lies.</param>
/// <param name="Kind">What it is for.</param>
public sealed record Zone(TextSpan Span, ZoneKind Kind);
