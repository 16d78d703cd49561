using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>Finds the ties between the sides of a record. Only who has a name is a side here.</summary>
internal static class TieMaker
{
    private const int MostAtOnce = 8;

    /// <summary>The chart; null where no two sides are joined.</summary>
    public static ActorNetwork? Of(ChartDesk desk, string id, ImmutableArray<Blame> blame)
    {
        var ties = Meetings(desk).Concat(Demands(desk)).Concat(blame.SelectMany(b => b.Claims.Where(desk.Brief.IsTold).Select(c => (TieKind.Blames, From: b.By, To: b.On, Claim: c))))
            .Where(t => t.From != t.To && desk.IsNamed(t.From) && desk.IsNamed(t.To)).GroupBy(t => (Kind: t.Item1, t.From, t.To))
            .OrderBy(g => g.Key.Kind).ThenBy(g => g.Key.From, StringComparer.Ordinal).ThenBy(g => g.Key.To, StringComparer.Ordinal).Select(g => Tie(desk, g.Key, [.. g.Select(t => t.Claim)])).ToImmutableArray();
        return ties.IsEmpty ? null : new(id, ties);
    }

    // A meeting of very many says little of any two of them.
    private static IEnumerable<(TieKind, string From, string To, RecordedClaim Claim)> Meetings(ChartDesk desk)
    {
        foreach (var meeting in desk.Brief.Snapshot.Meetings)
        {
            if (meeting.Claims.LastOrDefault(BriefDesk.IsLive) is not { } claim) continue;
            var sides = meeting.Participants.Select(desk.Side).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToImmutableArray();
            if (sides.Length > MostAtOnce) continue;
            for (var a = 0; a < sides.Length; a++)
                for (var b = a + 1; b < sides.Length; b++) yield return (TieKind.Meets, sides[a], sides[b], claim);
        }
    }

    private static IEnumerable<(TieKind, string From, string To, RecordedClaim Claim)> Demands(ChartDesk desk) =>
        from claim in desk.Brief.Live
        where claim.Claim is { Type: ClaimType.Demand, Polarity: Polarity.Positive, By: not null }
        from to in claim.Claim.To.Select(desk.Side).Distinct(StringComparer.Ordinal)
        select (TieKind.Demands, desk.Side(claim.Claim.By!), to, claim);

    private static ActorTie Tie(ChartDesk desk, (TieKind Kind, string From, string To) key, ImmutableArray<RecordedClaim> claims)
    {
        var (from, to) = (desk.Name(key.From), desk.Name(key.To));
        var words = $"{from}, {Words.Of("chart.tie", key.Kind)}: {to}, {Words.Fill("tally.n", ("n", Words.Number(claims.Length)))}";
        return new(key.Kind, from, to, claims.Length, desk.Mark(words, claims.NewestFirst().First()));
    }
}
