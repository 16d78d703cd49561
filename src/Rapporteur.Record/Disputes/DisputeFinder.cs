using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>Finds accounts that differ. Each detector names pairs; the class follows from who says them and when.</summary>
internal sealed class DisputeFinder(ImmutableArray<RecordedClaim> claims, Accounts accounts, Phrases phrases, Standing standing, ClaimActors mentioned, ImmutableArray<RecordedFacet> facets)
{
    /// <summary>Disputes by the day of the first account, then key.</summary>
    internal ImmutableArray<Dispute> Of(ImmutableArray<Meeting> meetings, ImmutableArray<Deadline> deadlines, ImmutableArray<Measure> measures)
    {
        var sayings = new Sayings(accounts, mentioned);
        var found = new MeetingDisputes(accounts).Of(meetings)
            .Concat(new DeadlineDisputes(accounts).Of(deadlines))
            .Concat(new MeasureDisputes(accounts).Of(measures)).ToList();
        // What a surer detector has set against each other is not told again on other grounds.
        Add(found, new DenialDisputes(claims, accounts, phrases).All());
        Add(found, new ReversalDisputes(claims, accounts, phrases, standing).All());
        Add(found, new BlameDisputes(claims, accounts, phrases).All());
        Add(found, new BlameDegreeDisputes(claims, accounts).All());
        Add(found, new PartCountDisputes(claims, accounts).All());
        Add(found, new FormatDisputes(claims, accounts, sayings).All());
        Add(found, new OriginDisputes(claims, facets, accounts, sayings).All());
        Add(found, new RejoinderDisputes(claims, accounts).All());
        Add(found, new ReadinessDisputes(claims, accounts, sayings).All());
        Add(found, new RetreatDisputes(claims, accounts, sayings).All());
        Add(found, new OpenVenueDisputes(claims, accounts).All());
        Add(found, new ProspectDisputes(claims, accounts).All());
        Add(found, new OutlookDisputes(claims, accounts, sayings).All());
        Add(found, new ExtentDisputes(claims, accounts, sayings).All());
        Add(found, new OtherTargetDisputes(claims, accounts, sayings).All());
        return [.. found.DistinctBy(d => d.Key, StringComparer.Ordinal).OrderBy(d => d.One[0], ClaimOrder.Instance).ThenBy(d => d.Key, StringComparer.Ordinal)];
    }

    private static void Add(List<Dispute> found, IEnumerable<Dispute> more)
    {
        List<Dispute> added = [.. more];
        if (added.Count == 0) return;
        var byClaim = found.SelectMany(f => f.One.Concat(f.Other).Select(c => (c.Claim.Id, Dispute: f))).ToLookup(f => f.Id, f => f.Dispute, StringComparer.Ordinal);
        found.AddRange(added.FindAll(dispute => !dispute.One.SelectMany(c => byClaim[c.Claim.Id]).Any(f => IsSame(dispute, f))));
    }

    private static bool IsSame(Dispute one, Dispute other) =>
        (Share(one.One, other.One) && Share(one.Other, other.Other)) || (Share(one.One, other.Other) && Share(one.Other, other.One));

    private static bool Share(ImmutableArray<RecordedClaim> a, ImmutableArray<RecordedClaim> b) => a.Any(x => b.Any(y => x.Claim.Id == y.Claim.Id));
}
