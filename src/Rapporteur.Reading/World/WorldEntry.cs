using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>A state, body or person that the program knows before it reads (<c>data/world</c>).</summary>
public sealed record WorldEntry
{
    /// <summary>Short unique name in lower-case ASCII letters, digits and hyphens.</summary>
    public required string Slug { get; init; }

    /// <summary>Usual English name.</summary>
    public required string Name { get; init; }

    /// <summary>Person, state, organisation or group; never unnamed.</summary>
    public required ActorKind Kind { get; init; }

    /// <summary>For states: member, observer, disputed, associated, autonomous or former; else null.</summary>
    public string? Status { get; init; }

    /// <summary>For states: the full name that it gives itself; else null.</summary>
    public string? Official { get; init; }

    /// <summary>For bodies: medium, institute, armed, party …; else null.</summary>
    public string? Class { get; init; }

    /// <summary>Whether it is a newspaper, agency, broadcaster or platform: it reports and is no party.</summary>
    public bool IsMedium => Class == "medium";

    /// <summary>Whether it is an armed body.</summary>
    public bool IsArmed => Class == "armed";

    /// <summary>Where the entry is from: a key of <c>sources.tsv</c>, or a note of the user's; <c>unverified</c> where nobody has checked it.</summary>
    public required string Source { get; init; }

    /// <summary>Other names, spellings and abbreviations.</summary>
    public ImmutableArray<string> OtherNames { get; init; } = [];

    /// <summary>For states: adjectives ("Saudi").</summary>
    public ImmutableArray<string> Adjectives { get; init; } = [];

    /// <summary>For states: names of the people in the plural ("Saudis"; "the Dutch" with its article).</summary>
    public ImmutableArray<string> People { get; init; } = [];

    /// <summary>For states: cities that stand for the government when they act.</summary>
    public ImmutableArray<string> Capitals { get; init; } = [];

    /// <summary>Buildings, streets and places that stand for it when they act.</summary>
    public ImmutableArray<string> Seats { get; init; } = [];

    /// <summary>Slug of the state or body to which it belongs; null where there is none.</summary>
    public string? Of { get; init; }

    /// <summary>For persons: the part of the name that texts use after the first mention; else null.</summary>
    public string? ShortName { get; init; }

    /// <summary>For persons: <c>m</c> or <c>f</c>; else null.</summary>
    public string? Gender { get; init; }

    /// <summary>For persons: offices in the order of the file.</summary>
    public ImmutableArray<Post> Posts { get; init; } = [];
}
