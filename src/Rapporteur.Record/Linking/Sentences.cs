using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>Claims by the sentence that says them.</summary>
internal sealed class Sentences(ImmutableArray<RecordedClaim> claims)
{
    private readonly ILookup<(string, TextSpan), RecordedClaim> _claims = claims.ToLookup(c => (c.Document.TextId, c.Claim.Evidence));

    /// <summary>The claims that stand in the sentences of others, without these, in order.</summary>
    internal ImmutableArray<RecordedClaim> Beside(ImmutableArray<RecordedClaim> thread, Func<RecordedClaim, RecordedClaim, bool> isCompanion)
    {
        var found = new SortedSet<RecordedClaim>(ClaimOrder.Instance);
        foreach (var member in thread)
            foreach (var claim in _claims[(member.Document.TextId, member.Claim.Evidence)])
                if (isCompanion(claim, member)) found.Add(claim);
        return [.. found];
    }
}
