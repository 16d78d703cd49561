using System.Collections.Immutable;

namespace Rapporteur.Domain;

/// <summary>What sort of actor it is.</summary>
public enum ActorKind
{
    /// <summary>A named person.</summary>
    Person,
    /// <summary>A state with its government.</summary>
    State,
    /// <summary>An international organisation, ministry, party, medium, company or institute.</summary>
    Organisation,
    /// <summary>A collective without a single voice: "European leaders", "rebels", a coalition.</summary>
    Group,
    /// <summary>A source without a name: "a White House official".</summary>
    Unnamed,
}

/// <summary>One who holds a role in a claim, as one document knows him.</summary>
public sealed record Actor
{
    /// <summary>The voice of the reporter; stands in actor fields, never in the list of actors.</summary>
    public const string Narrator = "narrator";

    /// <summary>Id within its document (<c>a1</c>, <c>a2</c> …) in the order of first mention.</summary>
    public required string Id { get; init; }

    /// <summary>Fullest usual English name; persons without title, states by their short name.</summary>
    public required string Name { get; init; }

    /// <summary>What sort of actor it is.</summary>
    public required ActorKind Kind { get; init; }

    /// <summary>Office or function as the text gives it, lower case where it is no name; null where it gives none.</summary>
    public string? Role { get; init; }

    /// <summary>Id, within the document, of the state or body whose actor this is; null where unknown.</summary>
    public string? Of { get; init; }

    /// <summary>Slug of the world model (<c>data/world</c>) when the actor is in it, else null.</summary>
    public string? World { get; init; }

    /// <summary>Whether it is a newspaper, agency, broadcaster or platform of the world model: it reports and is no party.</summary>
    public bool IsMedium { get; init; }

    /// <summary>Everywhere that the text names it, pronouns included, sorted.</summary>
    public ImmutableArray<TextSpan> Mentions { get; init; } = [];
}
