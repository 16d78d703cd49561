using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>Commitments by who made them, with state and condition.</summary>
internal static class CommitmentsSection
{
    private const string Id = "commitments";

    public static ImmutableArray<Block> Build(BriefDesk desk)
    {
        var groups = desk.Snapshot.Commitments
            .Where(c => c.Claims.Any(BriefDesk.IsLive))
            .GroupBy(c => c.By ?? "", StringComparer.Ordinal)
            .OrderBy(g => g.Key.Length == 0).ThenByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => ActorGroups.Of(desk, Id, g.Key.Length == 0 ? null : g.Key, g.OrderByDescending(c => c.Claims.Max(x => x.Document.Published.Anchor) ?? DateOnly.MinValue).SelectMany(c => Accounts(desk, c).Prepend(Line(desk, c)))));
        return desk.Fold(groups, "header.more-actors");
    }

    // What is said to have become of it, below it.
    private static IEnumerable<Line> Accounts(BriefDesk desk, Commitment commitment) => commitment.Accounts.Where(a => BriefDesk.IsLive(a.Ground)).Select((a, i) => desk.Line(
        Id,
        $"{commitment.Key}/{Words.Number(i)}",
        Template.Fill(Words.Of("thread.promise-account"), field => field switch
        {
            "party" => a.Party == Actor.Narrator ? [] : [desk.Names.Of(a.Party)],
            "outcome" => [Parts.Plain(Words.Of("promise", a.Outcome))],
            _ => [Parts.Quote(commitment.Claims[0].Words(commitment.Claims[0].Claim.What) ?? commitment.Claims[0].Evidence.Quote)],
        }),
        ClaimPhrase.Badges(a.Ground),
        [a.Ground]));

    private static Line Line(BriefDesk desk, Commitment commitment)
    {
        var live = commitment.Claims.Where(BriefDesk.IsLive).ToImmutableArray();
        var told = live.LastOrDefault(c => c.Claim.If is not null) ?? live[^1];
        return desk.Line(
            Id,
            commitment.Key,
            ClaimPhrase.Of(told, told.Claim.By == commitment.By && told.Claim.Type == ClaimType.Commitment ? Phrasing.UnderActor : Phrasing.Full, desk.Names),
            [ClaimPhrase.Badge(BadgeKind.State, "commitment", commitment.State), .. ClaimPhrase.Badges(told)],
            [told, .. live.Where(c => c != told), .. commitment.Condition is { } condition ? [condition] : Array.Empty<RecordedClaim>()]);
    }
}
