using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>Counts what became of deadlines, threatened measures and promises, per issuer and target.</summary>
internal static class FollowThroughFold
{
    internal static ImmutableArray<FollowThrough> Of(RecordSnapshot snapshot)
    {
        var all = new List<(string Issuer, string? Target, Announcement Kind, FollowedThread Thread)>();
        foreach (var deadline in snapshot.Deadlines)
            if (deadline.SetBy is { } setter) Add(setter, deadline.SelfSet && deadline.Addressees.IsEmpty ? [setter] : deadline.Addressees, Announcement.Deadline, Of(deadline), deadline);
        foreach (var measure in snapshot.Measures)
            if (measure.By is { } by && by != Actor.Narrator && measure.Claims.Any(IsThreatened)) Add(by, measure.Targets, Announcement.Threat, Of(measure), measure);
        foreach (var commitment in snapshot.Commitments)
            if (commitment.By is { } maker && maker != Actor.Narrator) Add(maker, [.. commitment.Claims.SelectMany(c => c.Claim.To)], Announcement.Promise, Of(commitment), commitment);
        return
        [
            .. all.GroupBy(a => (a.Issuer, a.Target, a.Kind)).Select(g => new FollowThrough(g.Key.Issuer, g.Key.Target, g.Key.Kind, [.. g.Select(a => a.Thread)]))
                .OrderBy(f => f.Issuer, StringComparer.Ordinal).ThenBy(f => f.Target, StringComparer.Ordinal).ThenBy(f => f.Kind),
        ];

        void Add(string issuer, ImmutableArray<string> targets, Announcement kind, AnnouncementOutcome outcome, Rapporteur.Domain.Thread thread)
        {
            string?[] sides = targets.IsEmpty ? [null] : [.. targets.Select(t => TallyFold.Side(snapshot, t)).Distinct(StringComparer.Ordinal)];
            foreach (var target in sides) all.Add((TallyFold.Side(snapshot, issuer), target, kind, new(outcome, thread)));
        }
    }

    // The harm of a deadline is done when a measure of the setter is reported among what follows up on it.
    private static AnnouncementOutcome Of(Deadline deadline)
    {
        if (deadline.State == DeadlineState.Met) return AnnouncementOutcome.Met;
        // Who takes it back lets it pass.
        if (deadline.State == DeadlineState.Withdrawn) return AnnouncementOutcome.Lapsed;
        if (deadline.State != DeadlineState.Lapsed) return AnnouncementOutcome.Open;
        return deadline.Companions.Any(c => c.Claim is { Type: ClaimType.Measure, Status: ClaimStatus.Imposed or ClaimStatus.Given, Polarity: Polarity.Positive, Modality: Modality.Certain } && c.Document.Published.Anchor > deadline.Claims[0].Document.Published.Anchor)
            ? AnnouncementOutcome.CarriedOut : AnnouncementOutcome.Lapsed;
    }

    private static AnnouncementOutcome Of(Measure measure) =>
        measure.State is ClaimStatus.Imposed or ClaimStatus.Given or ClaimStatus.Lifted or ClaimStatus.Ended ? AnnouncementOutcome.CarriedOut : AnnouncementOutcome.Open;

    private static AnnouncementOutcome Of(Commitment commitment) => commitment.State switch
    {
        CommitmentState.Kept => AnnouncementOutcome.CarriedOut,
        CommitmentState.Broken => AnnouncementOutcome.Lapsed,
        _ => AnnouncementOutcome.Open,
    };

    private static bool IsThreatened(RecordedClaim claim) => claim.Claim is { Status: ClaimStatus.Threatened, Polarity: Polarity.Positive, Modality: not (Modality.Historical or Modality.Hypothetical) };
}
