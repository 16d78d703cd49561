using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>Where the brief's day comes from.</summary>
public enum DayBasis
{
    /// <summary>No document has a date and none was given.</summary>
    Unknown,
    /// <summary>The caller gave it.</summary>
    Given,
    /// <summary>The latest publication date of the documents.</summary>
    LatestPublication,
}

/// <summary>What stands above the sections of a brief.</summary>
public sealed record BriefHeader
{
    /// <summary>Title.</summary>
    public required string Title { get; init; }

    /// <summary>Name of the template; null for the full brief.</summary>
    public string? Template { get; init; }

    /// <summary>What form of brief it is, such as "Situation report"; null for the full one.</summary>
    public string? Form { get; init; }

    /// <summary>Name of the actor or issue that it is about; null where it is about the whole.</summary>
    public string? Subject { get; init; }

    /// <summary>Whether it tells what changed since <see cref="Since"/>, and nothing was left out for being older.</summary>
    public bool OnlySince { get; init; }

    /// <summary>The brief's day; null when no document has a date.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>Where the day comes from.</summary>
    public DayBasis DayBasis { get; init; }

    /// <summary>Only what was reported since this day is shown; null when everything is.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>Number of documents read and shown.</summary>
    public int Read { get; init; }

    /// <summary>Number of publishers among them; documents without one are not counted.</summary>
    public int Publishers { get; init; }

    /// <summary>Number of documents that could not be read.</summary>
    public int Unread { get; init; }

    /// <summary>Number of documents left out because of their marking: for who makes the brief, never for who reads it, so no exporter writes it.</summary>
    public int Withheld { get; init; }

    /// <summary>Number of claims left out because they were reported before <see cref="Since"/>.</summary>
    public int Older { get; init; }

    /// <summary>Number of claims that the brief rests on.</summary>
    public int Claims { get; init; }

    /// <summary>Strictest marking of the documents shown; <see cref="Marking.Unmarked"/> where the strictest ones bear none.</summary>
    public Marking Marking { get; init; }

    /// <summary>Which readers made the readings, sorted; normally one.</summary>
    public ImmutableArray<ReaderIdentity> Readers { get; init; } = [];
}

/// <summary>One document as the section of sources lists it.</summary>
/// <param name="Id">Anchor, a hash of the document.</param>
/// <param name="Document">The document.</param>
/// <param name="Label">Short name on citation markers.</param>
/// <param name="Claims">Number of claims of it in the brief.</param>
/// <param name="Error">Why it was not read; null when it was.</param>
/// <param name="DuplicateOf">The document that holds nearly the same text and counts in its place; null when it counts itself.</param>
public sealed record BriefSource(string Id, SourceDocument Document, string Label, int Claims, ReadingError? Error, SourceDocument? DuplicateOf);
