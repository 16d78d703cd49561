namespace Rapporteur.Domain;

/// <summary>What a person adds to a brief in his own name. It is no claim: no source says it, nothing rests on it, and it is shown apart from what sources say.</summary>
/// <param name="Text">What it says, in one paragraph.</param>
/// <param name="Author">Who says it.</param>
/// <param name="Date">The day on which it was written.</param>
public sealed record AnalystNote(string Text, string Author, DateOnly Date)
{
    /// <summary>How likely the author holds what the text says; null for a remark that judges no likelihood.</summary>
    public Likelihood? Likelihood { get; init; }

    /// <summary>How much the author trusts the basis; null where none is given.</summary>
    public AnalyticalConfidence? Confidence { get; init; }

    /// <summary>Its marking; <see cref="Domain.Marking.Unmarked"/> counts as AMBER.</summary>
    public Marking Marking { get; init; }

    /// <summary>Name of the actor or issue that it is about; null where it is about the whole.</summary>
    public string? About { get; init; }

    /// <summary>Id, or the first digits of it, of the claim that it is on, or id of the document; null where it is on none.</summary>
    public string? On { get; init; }
}
