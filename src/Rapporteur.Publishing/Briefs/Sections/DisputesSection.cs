using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>Accounts that differ, in two columns.</summary>
internal static class DisputesSection
{
    private const string Id = "disputes";

    public static ImmutableArray<Block> Build(BriefDesk desk) =>
        desk.Fold(desk.Snapshot.Disputes.Where(IsShown).Select(d => Card(desk, d)), "header.more-disputes");

    /// <summary>Whether both accounts rest on something that is not told as history.</summary>
    public static bool IsShown(Dispute dispute) => dispute.One.Any(BriefDesk.IsLive) && dispute.Other.Any(BriefDesk.IsLive);

    private static Card Card(BriefDesk desk, Dispute dispute) => new()
    {
        Id = desk.Id("t", Id, dispute.Key),
        Heading = [Parts.Term(dispute.Subject)],
        Badges = [ClaimPhrase.Badge(BadgeKind.Dispute, "dispute", dispute.Kind)],
        Lanes = [Lane(desk, dispute.Key + "/1", dispute.One, "header.account"), Lane(desk, dispute.Key + "/2", dispute.Other, "header.other-account")],
    };

    private static Lane Lane(BriefDesk desk, string key, ImmutableArray<RecordedClaim> claims, string unnamed)
    {
        var live = claims.Where(BriefDesk.IsLive).ToImmutableArray();
        var actors = live.Select(c => c.Claim.Holder ?? c.Claim.By).OfType<string>().Distinct(StringComparer.Ordinal).ToImmutableArray();
        return new(
            actors.IsEmpty ? [Parts.Plain(Words.Of(unnamed))] : desk.Names.All(actors),
            [],
            desk.Fold(live.Select((c, i) => desk.Line(
                Id, $"{key}/{Words.Number(i)}", ClaimPhrase.Of(c, Phrasing.Full, desk.Names), ClaimPhrase.Badges(c), [c]))));
    }
}
