using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>Issues as rows, sides as columns: where each stands, the latest first, with an arrow where it moved.</summary>
internal static class IssueMatrix
{
    private const string Id = "positions";
    private const int MostSteps = 4;

    public static Matrix? Of(BriefDesk desk)
    {
        var lines = desk.Snapshot.PositionLines.Where(l => l.Positions.Any()).ToList();
        if (lines.Count == 0) return null;
        var grid = new SideGrid(desk, lines.SelectMany(l => l.Positions.Select(_ => l.Party)));
        var rows = desk.Snapshot.Issues.Where(i => lines.Exists(l => l.Issue == i.Key)).Select(i => new MatrixRow([Parts.Term(i.Name)], null,
            grid.Cells(side => desk.Fold(lines.Where(l => l.Issue == i.Key && l.Party == side).SelectMany(l => Lines(desk, l))))));
        return new(Words.Of("header.issue"), grid.Columns, [new([], [.. rows])]);
    }

    private static IEnumerable<Line> Lines(BriefDesk desk, PositionLine line)
    {
        foreach (var step in line.Steps.Reverse().Take(MostSteps))
            foreach (var told in Lines(desk, line, step.Positions.Reverse(), step.Move)) yield return told;
        foreach (var told in Lines(desk, line, line.Undated, PositionMove.First)) yield return told;
    }

    // One line for each option and firmness, with its verb, since no column says whether it is wanted or refused; the arrow stands at the first of a step.
    private static IEnumerable<Line> Lines(BriefDesk desk, PositionLine line, IEnumerable<Position> positions, PositionMove move)
    {
        var first = move != PositionMove.First;
        foreach (var same in positions.GroupBy(p => (p.Option, p.Firmness)))
        {
            ImmutableArray<RecordedClaim> claims = [.. same.Select(p => p.Claim)];
            var parts = ClaimPhrase.Of(claims[0], Phrasing.Full, desk.Names);
            ImmutableArray<Badge> badges = ClaimPhrase.Badges(claims[0]);
            if (first) (parts, badges) = ([Parts.Plain(Words.Of("arrow", move) + " "), .. parts], [new(BadgeKind.State, Words.Code(move), Words.Of("move", move)), .. badges]);
            first = false;
            yield return desk.Line(Id, $"{line.Issue}/{line.Party}/{claims[0].Claim.Id}", parts, badges, claims);
        }
    }
}
