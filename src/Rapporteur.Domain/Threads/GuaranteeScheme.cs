using System.Collections.Immutable;

namespace Rapporteur.Domain;

/// <summary>How far a guarantee scheme has come by one account, or by all.</summary>
public enum GuaranteeState
{
    /// <summary>It is spoken of.</summary>
    Discussed,
    /// <summary>It is asked for.</summary>
    Demanded,
    /// <summary>It is offered or proposed.</summary>
    Offered,
    /// <summary>It is promised.</summary>
    Pledged,
    /// <summary>It is agreed.</summary>
    Agreed,
    /// <summary>It is refused, or refused as it stands.</summary>
    Refused,
}

/// <summary>What one party says of a guarantee scheme.</summary>
/// <param name="Party">Key of the party; <see cref="Actor.Narrator"/> for the reporters' own voice.</param>
/// <param name="State">The last state by this account.</param>
/// <param name="Claims">The claims of this account in order.</param>
public sealed record GuaranteeLane(string Party, GuaranteeState State, ImmutableArray<RecordedClaim> Claims);

/// <summary>Security guarantees for one side, over all texts that tell of them. Its layers, guarantors and triggers are facets of the sentences of its claims (<see cref="Parts"/>).</summary>
public sealed record GuaranteeScheme : Thread
{
    /// <summary>Key of the side that is to be guaranteed.</summary>
    public required string For { get; init; }

    /// <summary>The furthest that anybody went; <see cref="GuaranteeState.Refused"/> only where nobody asks, offers or promises.</summary>
    public GuaranteeState State { get; init; }

    /// <summary>Accounts, one a party.</summary>
    public ImmutableArray<GuaranteeLane> Lanes { get; init; } = [];

    /// <summary>Layers, components, guarantors and triggers that the sentences of the scheme tell, in the order of the record.</summary>
    /// <param name="snapshot">The snapshot of the scheme.</param>
    public ImmutableArray<RecordedFacet> Parts(RecordSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var sentences = Claims.Select(c => (c.Document.TextId, c.Claim.Evidence)).ToHashSet();
        return [.. snapshot.Facets.Where(f => f.Facet.Kind == "guarantee" && sentences.Contains((f.Document.TextId, f.Facet.Evidence)))];
    }
}
