using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>Finds claims of a snapshot by their ids. Those of threads and positions are looked at first, so that the others need not be made.</summary>
/// <param name="snapshot">The snapshot.</param>
internal sealed class ClaimsById(RecordSnapshot snapshot)
{
    private readonly Lazy<Dictionary<string, RecordedClaim>> _linked = new(() => Of(snapshot.Later is null ? snapshot.Claims : snapshot.Threads().SelectMany(t => t.Claims).Concat(snapshot.Positions.Select(p => p.Claim))));

    /// <summary>The claim; null where there is none.</summary>
    internal RecordedClaim? Find(string id) => _linked.Value.GetValueOrDefault(id) ?? snapshot.Later?.Find(id);

    private static Dictionary<string, RecordedClaim> Of(IEnumerable<RecordedClaim> claims)
    {
        var byId = new Dictionary<string, RecordedClaim>(StringComparer.Ordinal);
        foreach (var claim in claims) byId.TryAdd(claim.Claim.Id, claim);
        return byId;
    }
}
