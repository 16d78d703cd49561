namespace Rapporteur.Domain;

/// <summary>How the day of publication is known.</summary>
public enum DateBasis
{
    /// <summary>Not known at all.</summary>
    Unknown,
    /// <summary>The user gave it.</summary>
    Given,
    /// <summary>The file's own metadata says it.</summary>
    Metadata,
    /// <summary>Worked out from the text; <see cref="PublicationDate.Reason"/> says how.</summary>
    Inferred,
}

/// <summary>When a document was published: a day or an interval, with how that is known.</summary>
/// <param name="Value">Day or interval; null when the basis is <see cref="DateBasis.Unknown"/>.</param>
/// <param name="Basis">How it is known.</param>
/// <param name="Reason">For inferred dates, one sentence with the words of the text that say so; else null.</param>
public sealed record PublicationDate(Edtf? Value, DateBasis Basis, string? Reason = null)
{
    /// <summary>A date about which nothing is known.</summary>
    public static PublicationDate None { get; } = new(null, DateBasis.Unknown);

    /// <summary>The day against which relative expressions are resolved: the last day of a closed interval; null when unknown, when the interval is open, and when it was
    /// inferred and is longer than a day, since bounds alone do not say which Friday "on Friday" is.</summary>
    public DateOnly? Anchor => Value is { Earliest: { } first, Latest: { } last } && (Basis != DateBasis.Inferred || first == last) ? last : null;
}
