using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>Who takes part in which meeting, asks for it, or declines it by its own word. Meetings of which nothing but the names is known are folded below the others.</summary>
internal static class ParticipationSection
{
    private const string Id = "participation";
    private const int LeastDrawn = 3;

    public static ImmutableArray<Block> Build(BriefDesk desk, ImmutableArray<Participation> all)
    {
        var told = Told(desk, all);
        var (telling, named) = (told.RemoveAll(p => p.Seats.All(s => s.Seat == Seat.Named)), told.RemoveAll(p => p.Seats.Any(s => s.Seat != Seat.Named)));
        ImmutableArray<Block> words = telling.IsEmpty || named.Length < 2 ? Grid([.. telling, .. named]) : [.. Grid(telling), new More(Words.Count("header.more-named", named.Length), Grid(named))];
        if (told.Length < LeastDrawn || GridMaker.Participation(ChartDesk.Of(desk), Id + "-grid", all) is not { } chart) return words;
        return [new Figure(chart, [new More(Words.Of("header.in-words"), words)])];

        ImmutableArray<Block> Grid(ImmutableArray<(Meeting Meeting, ImmutableArray<(string Party, Seat Seat, RecordedClaim? Ground)> Seats)> some)
        {
            var grid = new SideGrid(desk, some.SelectMany(p => p.Seats).Select(s => s.Party));
            return SideGrid.Of(desk, "header.meeting", grid.Columns, some.Select(p => new MatrixRow(MeetingName.Of(p.Meeting, desk.Names), MeetingName.State(p.Meeting), grid.Cells(side =>
                p.Seats.Where(s => s.Party == side).Select(s => new LineList([Line(desk, p.Meeting, side, grid.IsShown(side), s.Seat, s.Ground!)])).ToImmutableArray<Block>()))));
        }
    }

    /// <summary>Meetings of two sides and more, the most important first, each seat with the claim that gives it.</summary>
    public static ImmutableArray<(Meeting Meeting, ImmutableArray<(string Party, Seat Seat, RecordedClaim? Ground)> Seats)> Told(BriefDesk desk, ImmutableArray<Participation> all) =>
    [
        .. all.Select(p => (p.Meeting, Seats: p.Seats.Select(s => (s.Party, s.Seat, Ground: Ground(desk, p.Meeting, s.Party, s.Seat))).Where(s => s.Ground is not null).ToImmutableArray()))
            .Where(p => p.Meeting.State is not null && p.Seats.Length > 1)
            .OrderByDescending(p => MeetingWeight.IsInPlay(desk, p.Meeting)).ThenByDescending(p => MeetingWeight.Of(desk, p.Meeting)),
    ];

    private static Line Line(BriefDesk desk, Meeting meeting, string side, bool isNamed, Seat seat, RecordedClaim ground) =>
        desk.Line(Id, $"{meeting.Key}/{side}", Template.Fill(Words.Of("seat", seat), _ => isNamed ? [] : [desk.Names.Of(side)]), [], [ground]);

    // The newest claim that gives the side its seat: of its own account where that decides, else one that names it.
    private static RecordedClaim? Ground(BriefDesk desk, Meeting meeting, string side, Seat seat)
    {
        bool IsOf(string key) => (desk.Names.PartyOf(key) ?? key) == side;
        var own = meeting.Lanes.Where(l => IsOf(l.Party)).SelectMany(l => l.Claims).Where(desk.IsTold);
        var naming = meeting.Claims.Where(c => desk.IsTold(c) && c.Claim.Participants.Any(IsOf));
        var first = seat == Seat.Named ? naming : own.Where(c => c.Claim.Status is not null);
        return first.NewestFirst().Concat(own.NewestFirst()).FirstOrDefault();
    }
}
