using System.Collections.Immutable;

namespace Rapporteur.Domain;

/// <summary>An actor merged over the documents of a record.</summary>
public sealed record RecordActor
{
    /// <summary>Slug of the world model, else a hash of kind and normalised full name; for unnamed sources of document and mention.</summary>
    public required string Key { get; init; }

    /// <summary>Name to show.</summary>
    public required string Name { get; init; }

    /// <summary>What sort of actor it is.</summary>
    public required ActorKind Kind { get; init; }

    /// <summary>Office as last reported; null where no text gives one.</summary>
    public string? Role { get; init; }

    /// <summary>Key of the state or body whose actor this is; null where unknown.</summary>
    public string? Of { get; init; }

    /// <summary>Key of the party on whose side it stands: the end of the chain of <see cref="Of"/>, itself for states; null where unknown.</summary>
    public string? Party { get; init; }

    /// <summary>Whether it is a newspaper, agency, broadcaster or platform, which reports and is no party.</summary>
    public bool IsMedium { get; init; }

    /// <summary>Every spelling met, sorted.</summary>
    public ImmutableArray<string> SurfaceForms { get; init; } = [];
}
