using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Words, thoughts or beliefs that a text attributes to somebody.</summary>
public sealed record Attribution
{
    /// <summary>Id of the actor they are attributed to; null where the text leaves it open ("it is said").</summary>
    public string? Source { get; init; }

    /// <summary>Ids of further actors who say it with <see cref="Source"/> ("Paris and Berlin said"); empty for most.</summary>
    public ImmutableArray<string> Joint { get; init; } = [];

    /// <summary>The words that name the source, a relative pronoun where that is the subject; null where there are none.</summary>
    public TextSpan? SourceSpan { get; init; }

    /// <summary>Whether the words come from a text or finding itself ("the agreement says", "a poll shows").</summary>
    public bool IsDocument { get; init; }

    /// <summary>Whether the words ask for an act and report none ("suggested that none be played"); such an attribution makes no statement.</summary>
    public bool IsDirective { get; init; }

    /// <summary>The words that attribute: "said", "according to", "warned".</summary>
    public required TextSpan Cue { get; init; }

    /// <summary>Index of the cue's head in <see cref="AnnotatedDocument.Tokens"/>.</summary>
    public required int CueToken { get; init; }

    /// <summary>Lemma of the cue's head.</summary>
    public required string CueLemma { get; init; }

    /// <summary>The words attributed, in text order, without quotation marks; may run over several sentences.</summary>
    public ImmutableArray<TextSpan> Content { get; init; } = [];

    /// <summary>How they are quoted.</summary>
    public Quotation Quoted { get; init; }

    /// <summary>Ids of the actors spoken to ("told reporters"); empty where the text names none.</summary>
    public ImmutableArray<string> To { get; init; } = [];

    /// <summary>Medium named for it ("in a post on X"), in the words of the text; null where there is none.</summary>
    public string? Medium { get; init; }

    /// <summary>Index in <see cref="AnnotatedDocument.Sentences"/> of the sentence with the cue.</summary>
    public required int Sentence { get; init; }

    /// <summary>Index of the attribution that this one is nested in; null at the top.</summary>
    public int? Within { get; init; }

    /// <summary>What the cue says that the source does; <see cref="CueClass.Stance"/> for an attitude ("wants", "criticized him for"), which is no statement.</summary>
    public CueClass Class { get; init; }

    /// <summary>How the text stands to the content.</summary>
    public Factuality Factuality { get; init; }

    /// <summary>Id of the rule that found it.</summary>
    public required string Rule { get; init; }
}
