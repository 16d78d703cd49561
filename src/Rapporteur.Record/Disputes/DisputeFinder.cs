using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>Finds accounts that differ. Each detector names pairs; the class follows from who says them and when.</summary>
internal sealed class DisputeFinder(ImmutableArray<RecordedClaim> claims, Accounts accounts, Phrases phrases, Standing standing)
{
    /// <summary>Disputes by the day of the first account, then key.</summary>
    internal ImmutableArray<Dispute> Of(ImmutableArray<Meeting> meetings, ImmutableArray<Deadline> deadlines, ImmutableArray<Measure> measures)
    {
        var ofThreads = new MeetingDisputes(accounts).Of(meetings)
            .Concat(new DeadlineDisputes(accounts).Of(deadlines))
            .Concat(new MeasureDisputes(accounts).Of(measures)).ToList();
        return [.. ofThreads
            .Concat(new DenialDisputes(claims, accounts, phrases).All())
            .Concat(new ReversalDisputes(claims, accounts, phrases, standing).All().Where(r => !ofThreads.Exists(t => IsSame(r, t))))
            .Concat(new BlameDisputes(claims, accounts, phrases).All())
            .Concat(new PartCountDisputes(claims, accounts).All())
            .DistinctBy(d => d.Key, StringComparer.Ordinal)
            .OrderBy(d => d.One[0], ClaimOrder.Instance).ThenBy(d => d.Key, StringComparer.Ordinal)];
    }

    // The dispute of a thread that has a claim of either account says the same.
    private static bool IsSame(Dispute one, Dispute thread) =>
        (Share(one.One, thread.One) && Share(one.Other, thread.Other)) || (Share(one.One, thread.Other) && Share(one.Other, thread.One));

    private static bool Share(ImmutableArray<RecordedClaim> a, ImmutableArray<RecordedClaim> b) => a.Any(x => b.Any(y => x.Claim.Id == y.Claim.Id));
}
