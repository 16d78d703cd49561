using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>One deadline with different dates.</summary>
internal sealed class DeadlineDisputes(Accounts accounts)
{
    internal IEnumerable<Dispute> Of(IReadOnlyList<Deadline> deadlines)
    {
        var byKey = deadlines.ToLookup(d => d.Key, StringComparer.Ordinal);
        return deadlines.Where(d => d.ReplacedBy is not null).Select(d => DisputePair.Of(DisputeGround.DueDate, d.Name, d.Claims, byKey[d.ReplacedBy!].First().Claims, accounts));
    }
}
