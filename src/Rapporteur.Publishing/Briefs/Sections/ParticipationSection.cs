using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>Who takes part in which meeting, asks for it, or declines it by its own word.</summary>
internal static class ParticipationSection
{
    private const string Id = "participation";

    public static ImmutableArray<Block> Build(BriefDesk desk, ImmutableArray<Participation> all)
    {
        var told = all.Select(p => (p.Meeting, Seats: p.Seats.Select(s => (s.Party, s.Seat, Ground: Ground(desk, p.Meeting, s.Party, s.Seat))).Where(s => s.Ground is not null).ToImmutableArray()))
            .Where(p => p.Meeting.State is not null && p.Seats.Length > 1)
            .OrderByDescending(p => MeetingWeight.IsInPlay(desk, p.Meeting)).ThenByDescending(p => MeetingWeight.Of(desk, p.Meeting)).ToImmutableArray();
        var grid = new SideGrid(desk, told.SelectMany(p => p.Seats).Select(s => s.Party));
        return SideGrid.Of(desk, "header.meeting", grid.Columns, told.Select(p => new MatrixRow(MeetingName.Of(p.Meeting, desk.Names), ContactsSection.Day(p.Meeting), grid.Cells(side =>
            p.Seats.Where(s => s.Party == side).Select(s => new LineList([Line(desk, p.Meeting, side, grid.IsShown(side), s.Seat, s.Ground!)])).ToImmutableArray<Block>()))));
    }

    private static Line Line(BriefDesk desk, Meeting meeting, string side, bool isNamed, Seat seat, RecordedClaim ground) =>
        desk.Line(Id, $"{meeting.Key}/{side}", Template.Fill(Words.Of("seat", seat), _ => isNamed ? [] : [desk.Names.Of(side)]), [], [ground]);

    // The newest claim that gives the side its seat: of its own account where that decides, else one that names it.
    private static RecordedClaim? Ground(BriefDesk desk, Meeting meeting, string side, Seat seat)
    {
        bool IsOf(string key) => (desk.Names.PartyOf(key) ?? key) == side;
        var own = meeting.Lanes.Where(l => IsOf(l.Party)).SelectMany(l => l.Claims).Where(desk.IsTold);
        var naming = meeting.Claims.Where(c => desk.IsTold(c) && c.Claim.Participants.Any(IsOf));
        return (seat == Seat.Named ? naming.Concat(own) : own.Where(c => c.Claim.Status is not null).Concat(own)).Select((c, i) => (c, i)).OrderByDescending(x => seat == Seat.Named ? x.c.Claim.Participants.Any(IsOf) : x.c.Claim.Status is not null)
            .ThenByDescending(x => x.c.Document.Published.Anchor ?? DateOnly.MinValue).ThenBy(x => x.i).Select(x => x.c).FirstOrDefault();
    }
}
