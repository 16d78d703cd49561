using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>A line that a section could show. It rests on claims, on a finding through its claims, or on a facet; there is no other way to make one.</summary>
internal sealed record Candidate
{
    /// <summary>A line that rests on claims; throws <see cref="ArgumentException"/> where there is none.</summary>
    public Candidate(string key, ImmutableArray<TextPart> parts, ImmutableArray<Badge> badges, ImmutableArray<RecordedClaim> claims)
    {
        if (claims.IsDefaultOrEmpty) throw new ArgumentException("A line rests on at least one claim.", nameof(claims));
        (Key, Parts, Badges, Claims) = (key, parts, badges, claims);
    }

    /// <summary>A line that rests on a facet.</summary>
    public Candidate(RecordedFacet facet) => (Key, Parts, Badges, Claims, Facet) = (PassageMaker.Key(facet), [], [], [], facet);

    /// <summary>What it is about.</summary>
    public string Key { get; }

    /// <summary>Its text.</summary>
    public ImmutableArray<TextPart> Parts { get; }

    /// <summary>Labels.</summary>
    public ImmutableArray<Badge> Badges { get; }

    /// <summary>What it rests on, the claim that it tells first.</summary>
    public ImmutableArray<RecordedClaim> Claims { get; }

    /// <summary>The facet that it rests on; null for claims.</summary>
    public RecordedFacet? Facet { get; }

    /// <summary>Whether it tells a thing (a meeting, a deadline, a finding) that its claims tell together; else one claim.</summary>
    public bool IsThread { get; init; }

    /// <summary>Whether its words tell each of its claims, so that none of them need be told again; a finding only rests on them.</summary>
    public bool TellsAll { get; init; } = true;

    /// <summary>A line with the day on which it was reported, and said to be that: for what has no day of its own.</summary>
    public static Candidate Reported(Candidate line, DateOnly day) =>
        new(line.Key, [.. Template.Fill(Words.Of("sentence.reported"), _ => [Publishing.Parts.Date(Edtf.Day(day))]), .. line.Parts], line.Badges, line.Claims) { IsThread = line.IsThread, TellsAll = line.TellsAll };
}
