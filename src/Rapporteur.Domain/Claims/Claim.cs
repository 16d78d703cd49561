using System.Collections.Immutable;

namespace Rapporteur.Domain;

/// <summary>One thing that one text says. Fields that its type does not have are null or empty.
/// Actor fields hold ids of <see cref="DocumentReading.Actors"/> or <see cref="Actor.Narrator"/>.</summary>
public sealed record Claim
{
    /// <summary>Key: hash of text id, type, trigger span and evidence span (and <see cref="By"/> where a twin differs only in it).</summary>
    public required string Id { get; init; }

    /// <summary>What it says that happened.</summary>
    public required ClaimType Type { get; init; }

    /// <summary>Who does it.</summary>
    public string? By { get; init; }

    /// <summary>Who says that <see cref="By"/> does it, when that is another party; null when the same or the narrator.</summary>
    public string? Holder { get; init; }

    /// <summary>To whom it is done.</summary>
    public ImmutableArray<string> To { get; init; } = [];

    /// <summary>The word that evokes the claim.</summary>
    public required TextSpan Trigger { get; init; }

    /// <summary>The whole sentence that says it.</summary>
    public required TextSpan Evidence { get; init; }

    /// <summary>Statement: the words that attribute.</summary>
    public TextSpan? Cue { get; init; }

    /// <summary>Statement: the words attributed, without quotation marks.</summary>
    public ImmutableArray<TextSpan> Content { get; init; } = [];

    /// <summary>Statement: how they are quoted.</summary>
    public Quotation? Quoted { get; init; }

    /// <summary>The act, thing or judgement in question.</summary>
    public TextSpan? What { get; init; }

    /// <summary>What has to come first, or the trigger of a threat or commitment.</summary>
    public TextSpan? If { get; init; }

    /// <summary>Condition: what may follow.</summary>
    public TextSpan? Then { get; init; }

    /// <summary>Deadline: what follows when it is not met.</summary>
    public TextSpan? Consequence { get; init; }

    /// <summary>Deadline: the words that name the time.</summary>
    public TextSpan? Time { get; init; }

    /// <summary>Deadline: by when.</summary>
    public Edtf? Due { get; init; }

    /// <summary>Meeting or incident: when it is, was or is to be.</summary>
    public Edtf? When { get; init; }

    /// <summary>Meeting or incident: where, in the words of the text.</summary>
    public string? Where { get; init; }

    /// <summary>Meeting: who takes part.</summary>
    public ImmutableArray<string> Participants { get; init; } = [];

    /// <summary>Assessment: about whom.</summary>
    public ImmutableArray<string> About { get; init; } = [];

    /// <summary>Meeting: its form.</summary>
    public MeetingForm? Form { get; init; }

    /// <summary>Meeting: the level of those who meet, by the words of the text or their offices.</summary>
    public MeetingLevel? Level { get; init; }

    /// <summary>Meeting: how many sides meet, and how.</summary>
    public MeetingFormat? Format { get; init; }

    /// <summary>Meeting or measure: its state.</summary>
    public ClaimStatus? Status { get; init; }

    /// <summary>Measure or incident: its kind, such as <c>tariff</c> or <c>strike</c>.</summary>
    public string? Kind { get; init; }

    /// <summary>Numbers that belong to it.</summary>
    public ImmutableArray<Quantity> Quantities { get; init; } = [];

    /// <summary>Affirmed or negated.</summary>
    public Polarity Polarity { get; init; }

    /// <summary>How sure the text makes it.</summary>
    public Modality Modality { get; init; }

    /// <summary>Whose voice carries it.</summary>
    public Voice Voice { get; init; }

    /// <summary>How sure the reader is that the text says this, in [0, 1].</summary>
    public double Confidence { get; init; } = 1;

    /// <summary>Id of the frame or rule that found it.</summary>
    public required string Rule { get; init; }

    /// <summary>Name of the second reader that found it (<c>docs/second-reader.md</c>); null for the reader that ships.</summary>
    public string? Origin { get; init; }

    /// <summary>Lemma of the head of <see cref="What"/>, for linking over documents; null where there is none.</summary>
    public string? HeadLemma { get; init; }

    /// <summary>Type of event by PLOVER, such as <c>SANCTION</c>; null where the claim tells none, or none that is plain.</summary>
    public string? Event { get; init; }
}
