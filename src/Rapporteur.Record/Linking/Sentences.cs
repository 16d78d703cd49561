using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>Claims by the sentence that says them.</summary>
internal sealed class Sentences(ClaimTable claims)
{
    /// <summary>The claims that stand in the sentences of others, without these, in order.</summary>
    internal ImmutableArray<RecordedClaim> Beside(ImmutableArray<RecordedClaim> thread, Func<RecordedClaim, RecordedClaim, bool> isCompanion)
    {
        var found = new SortedSet<RecordedClaim>(ClaimOrder.Instance);
        foreach (var member in thread)
            foreach (var claim in claims.InSentence(member))
                if (isCompanion(claim, member)) found.Add(claim);
        return [.. found];
    }
}
