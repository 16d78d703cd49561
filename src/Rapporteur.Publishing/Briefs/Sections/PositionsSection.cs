using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>Actors, grouped by party, by what they demand, offer, accept and refuse; by issue where issues are known.</summary>
internal static class PositionsSection
{
    private const string Id = "positions";
    private static readonly ImmutableArray<ClaimType> Columns = [ClaimType.Demand, ClaimType.Offer, ClaimType.Acceptance, ClaimType.Rejection];

    public static ImmutableArray<Block> Build(BriefDesk desk)
    {
        var byIssue = IssueMatrix.Of(desk);
        var placed = desk.Snapshot.PositionLines.SelectMany(l => l.Positions).Select(p => PassageMaker.Key(p.Claim)).ToHashSet(StringComparer.Ordinal);
        var positions = desk.Snapshot.Positions.Where(p => BriefDesk.IsLive(p.Claim) && Columns.Contains(p.Claim.Claim.Type) && !placed.Contains(PassageMaker.Key(p.Claim))).ToImmutableArray();
        if (byIssue is null) return ByActor(desk, positions);
        return positions.IsEmpty ? [byIssue] : [byIssue, new More(Words.Count("header.no-issue", positions.Length), ByActor(desk, positions))];
    }

    private static ImmutableArray<Block> ByActor(BriefDesk desk, ImmutableArray<Position> positions)
    {
        if (positions.IsEmpty) return [];
        var parties = positions.GroupBy(p => desk.Names.PartyOf(p.Actor), StringComparer.Ordinal)
            .OrderBy(g => desk.Rank(g.Key))
            .Select(g => Party(desk, g.Key, g)).ToImmutableArray();
        var (shown, folded) = Split(parties, desk.Options.ShownThreads);
        if (folded.IsEmpty) return [Matrix(shown)];
        var rows = folded.Sum(p => p.Rows.Length);
        return [Matrix(shown), new More(Words.Fill("header.more-actors", ("n", Words.Number(rows))), [Matrix(folded)])];
    }

    private static Matrix Matrix(ImmutableArray<MatrixParty> parties) =>
        new(Words.Of("header.actor"), [.. Columns.Select(c => Words.Of("column", c))], parties);

    private static MatrixParty Party(BriefDesk desk, string? party, IEnumerable<Position> positions)
    {
        var rows = positions.GroupBy(p => p.Actor, StringComparer.Ordinal)
            .OrderBy(g => g.Key != party).ThenByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => Row(desk, g.Key, [.. g.Select(p => p.Claim).NewestFirst()]));
        return new(party is null ? [Parts.Plain(Words.Of("header.no-party"))] : [desk.Names.Of(party)], [.. rows]);
    }

    private static MatrixRow Row(BriefDesk desk, string actor, ImmutableArray<RecordedClaim> claims) => new(
        [desk.Names.Of(actor)],
        desk.Names.OfficeOf(actor),
        [.. Columns.Select(column => desk.Fold(Cell(desk, actor, claims.Where(c => c.Claim.Type == column))))]);

    // An actor's row may hold a claim of another, as a group's holds its member's: the line then names who it was.
    private static IEnumerable<Line> Cell(BriefDesk desk, string actor, IEnumerable<RecordedClaim> claims) => claims
        .GroupBy(c => c.Claim.By == actor ? Phrasing.UnderActor : Phrasing.Full)
        .SelectMany(g => desk.Lines(Id, g, g.Key));

    private static (ImmutableArray<MatrixParty> Shown, ImmutableArray<MatrixParty> Folded) Split(ImmutableArray<MatrixParty> parties, int limit)
    {
        var rows = 0;
        for (var i = 0; i < parties.Length; i++)
        {
            if (i > 0 && rows + parties[i].Rows.Length > limit * 2) return (parties[..i], parties[i..]);
            rows += parties[i].Rows.Length;
        }

        return (parties, []);
    }
}
