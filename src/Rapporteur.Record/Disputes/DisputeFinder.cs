using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>Finds accounts that differ. Each detector names pairs; the class follows from who says them and when.</summary>
internal sealed class DisputeFinder(ClaimTable claims, Accounts accounts, Phrases phrases, Standing standing, ClaimActors mentioned, ImmutableArray<RecordedFacet> facets)
{
    /// <summary>What sets claims against each other, the surest detectors first; none looks at what another finds, nor at threads.</summary>
    internal IReadOnlyList<IEnumerable<Dispute>> Detectors()
    {
        var sayings = new Sayings(accounts, mentioned);
        return
        [
            new DenialDisputes(claims, accounts, phrases).All(),
            new ReversalDisputes(claims, accounts, phrases, standing).All(),
            new BlameDisputes(claims, accounts, phrases).All(),
            new BlameDegreeDisputes(claims, accounts).All(),
            new PartCountDisputes(claims, accounts).All(),
            new FormatDisputes(claims, accounts, sayings).All(),
            new OriginDisputes(claims, facets, accounts, sayings).All(),
            new RejoinderDisputes(claims, accounts).All(),
            new ReadinessDisputes(claims, accounts, sayings).All(),
            new RetreatDisputes(claims, accounts, sayings).All(),
            new OpenVenueDisputes(claims, accounts).All(),
            new ProspectDisputes(claims, accounts).All(),
            new OutlookDisputes(claims, accounts, sayings).All(),
            new ExtentDisputes(claims, accounts, sayings).All(),
            new OtherTargetDisputes(claims, accounts, sayings).All(),
            new FormatDenialDisputes(claims, accounts, sayings).All(),
        ];
    }

    /// <summary>Disputes by the day of the first account, then key.</summary>
    /// <param name="meetings">Meetings.</param>
    /// <param name="deadlines">Deadlines.</param>
    /// <param name="measures">Measures.</param>
    /// <param name="each">What each of the detectors found.</param>
    internal ImmutableArray<Dispute> Of(ImmutableArray<Meeting> meetings, ImmutableArray<Deadline> deadlines, ImmutableArray<Measure> measures, IReadOnlyList<List<Dispute>> each)
    {
        var found = new MeetingDisputes(accounts).Of(meetings)
            .Concat(new DeadlineDisputes(accounts).Of(deadlines))
            .Concat(new MeasureDisputes(accounts).Of(measures)).ToList();
        // What a surer detector has set against each other is not told again on other grounds.
        foreach (var more in each) Add(found, more);
        return [.. found.DistinctBy(d => d.Key, StringComparer.Ordinal).OrderBy(d => d.One[0], ClaimOrder.Instance).ThenBy(d => d.Key, StringComparer.Ordinal)];
    }

    private static void Add(List<Dispute> found, List<Dispute> added)
    {
        if (added.Count == 0) return;
        var byClaim = found.SelectMany(f => f.One.Concat(f.Other).Select(c => (c.Claim.Id, Dispute: f))).ToLookup(f => f.Id, f => f.Dispute, StringComparer.Ordinal);
        found.AddRange(added.FindAll(dispute => !dispute.One.SelectMany(c => byClaim[c.Claim.Id]).Any(f => IsSame(dispute, f))));
    }

    private static bool IsSame(Dispute one, Dispute other) =>
        (Share(one.One, other.One) && Share(one.Other, other.Other)) || (Share(one.One, other.Other) && Share(one.Other, other.One));

    private static bool Share(ImmutableArray<RecordedClaim> a, ImmutableArray<RecordedClaim> b) => a.Any(x => b.Any(y => x.Claim.Id == y.Claim.Id));
}
