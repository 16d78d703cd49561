using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>One deadline with different dates.</summary>
internal sealed class DeadlineDisputes(Accounts accounts)
{
    internal IEnumerable<Dispute> Of(IReadOnlyList<Deadline> deadlines) => deadlines
        .Where(d => d.ReplacedBy is not null)
        .Select(d => (Old: d, New: deadlines.First(n => n.Key == d.ReplacedBy)))
        .Select(p => DisputePair.Of(DisputeGround.DueDate, p.Old.Name, p.Old.Claims, p.New.Claims, accounts));
}
