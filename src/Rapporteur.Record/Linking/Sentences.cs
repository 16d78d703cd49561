using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>Claims by the sentence that says them.</summary>
internal sealed class Sentences(ClaimTable claims)
{
    /// <summary>The claims that stand in the sentences of others, without these, in order; of some types, or of all.</summary>
    internal ImmutableArray<RecordedClaim> Beside(ImmutableArray<RecordedClaim> thread, Func<RecordedClaim, RecordedClaim, bool> isCompanion, params ClaimType[] types)
    {
        if (thread is [var only])
        {
            // Those of one sentence lie in order.
            List<RecordedClaim>? beside = null;
            foreach (var claim in claims.InSentence(only, types))
                if (isCompanion(claim, only)) (beside ??= []).Add(claim);
            return beside is null ? [] : [.. beside];
        }

        var found = new SortedSet<RecordedClaim>(ClaimOrder.Instance);
        foreach (var member in thread)
            foreach (var claim in claims.InSentence(member, types))
                if (isCompanion(claim, member)) found.Add(claim);
        return [.. found];
    }
}
