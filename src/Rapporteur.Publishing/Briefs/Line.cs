using System.Collections.Immutable;

namespace Rapporteur.Publishing;

/// <summary>One line of a brief: words that claims carry, and where each can be opened.</summary>
public sealed record Line
{
    /// <summary>Anchor: a hash of the section and of what the line rests on; the same in every run and renderer, unique within a brief.</summary>
    public required string Id { get; init; }

    /// <summary>Its text in parts, in reading order.</summary>
    public required ImmutableArray<TextPart> Parts { get; init; }

    /// <summary>Labels after the text.</summary>
    public ImmutableArray<Badge> Badges { get; init; } = [];

    /// <summary>What it rests on; never empty.</summary>
    public required ImmutableArray<Passage> Passages { get; init; }

    /// <summary>The text of all parts without markup, quotes in quotation marks.</summary>
    public string Text => Parts.AsText();
}
