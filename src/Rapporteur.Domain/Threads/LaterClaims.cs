using System.Collections.Immutable;

namespace Rapporteur.Domain;

/// <summary>Claims of a snapshot of which each is made when it is first asked for; the same one every time, on any thread.</summary>
internal abstract class LaterClaims
{
    /// <summary>How many there are.</summary>
    internal abstract int Count { get; }

    /// <summary>All of them.</summary>
    internal abstract ImmutableArray<RecordedClaim> All { get; }

    /// <summary>The claim with an id; null where there is none.</summary>
    internal abstract RecordedClaim? Find(string id);
}
