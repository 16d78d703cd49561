using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>A mention before actors have their ids.</summary>
internal readonly record struct DraftMention(TextSpan Span, int HeadToken, int Sentence, MentionKind Kind);

/// <summary>An allusion before actors have their ids.</summary>
internal readonly record struct DraftAllusion(Draft Draft, int Token, AllusionKind Kind);

/// <summary>An actor while a document is being read.</summary>
internal sealed class Draft
{
    /// <summary>Hints that make an actor of a state without a mention: it was named twice as a place only, or once beside two adjectives.</summary>
    public const int EnoughHints = 4;

    public required ActorKind Kind { get; set; }

    public required string Name { get; set; }

    public WorldEntry? Entry { get; set; }

    public string? Role { get; set; }

    /// <summary>The state or body to which it belongs, as an actor of this document.</summary>
    public Draft? Of { get; set; }

    /// <summary>m, f, or zero where unknown.</summary>
    public char Gender { get; set; }

    /// <summary>Whether it stays an actor only where a claim has a use for it.</summary>
    public bool Passing { get; set; }

    /// <summary>Whether "they" fits and "he" does not.</summary>
    public bool Plural { get; set; }

    /// <summary>Lemma of the head noun of a description; empty for names.</summary>
    public string HeadLemma { get; set; } = "";

    /// <summary>How often it was named as a place or by its adjective only.</summary>
    public int Hints { get; set; }

    public List<DraftMention> Mentions { get; } = [];
}
