using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>Finds accounts that differ. Each detector names pairs; the class follows from who says them and when.</summary>
internal sealed class DisputeFinder(ImmutableArray<RecordedClaim> claims, Accounts accounts, Phrases phrases, Standing standing)
{
    /// <summary>Disputes by the day of the first account, then key.</summary>
    internal ImmutableArray<Dispute> Of(ImmutableArray<Meeting> meetings, ImmutableArray<Deadline> deadlines, ImmutableArray<Measure> measures) =>
        [.. new MeetingDisputes(accounts).Of(meetings)
            .Concat(new DeadlineDisputes(accounts).Of(deadlines))
            .Concat(new MeasureDisputes(accounts).Of(measures))
            .Concat(new DenialDisputes(claims, accounts, phrases).All())
            .Concat(new ReversalDisputes(claims, accounts, phrases, standing).All())
            .Concat(new BlameDisputes(claims, accounts, phrases).All())
            .Concat(new PartCountDisputes(claims, accounts).All())
            .DistinctBy(d => d.Key, StringComparer.Ordinal)
            .OrderBy(d => d.One[0], ClaimOrder.Instance).ThenBy(d => d.Key, StringComparer.Ordinal)];
}
