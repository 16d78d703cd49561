using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>Makes the grids of participation and blame from what was counted over a record.</summary>
internal static class GridMaker
{
    /// <summary>Who takes part; null where no meeting tells of two sides.</summary>
    public static ParticipationGrid? Participation(ChartDesk desk, string id, ImmutableArray<Participation> all)
    {
        var told = ParticipationSection.Told(desk.Brief, all);
        if (told.IsEmpty) return null;
        var sides = told.SelectMany(p => p.Seats).CountBy(s => s.Party, StringComparer.Ordinal).OrderByDescending(s => s.Value).ThenBy(s => desk.Brief.Rank(s.Key)).ThenBy(s => s.Key, StringComparer.Ordinal).Select(s => s.Key).ToImmutableArray();
        var rows = told.Select(p =>
        {
            var name = string.Concat(MeetingName.Of(p.Meeting, desk.Brief.Names).Select(t => t.Text));
            return new SeatRow(name, MeetingName.State(p.Meeting), [.. sides.Select(side => p.Seats.Where(s => s.Party == side)
                .Select(s => new SeatSign(s.Seat, desk.Mark($"{name}: {desk.Name(side)}, {Words.Of("chart.seat-" + Words.Code(s.Seat))}", s.Ground!))).FirstOrDefault())]);
        });
        return new(id, [.. sides.Select(desk.Name)], [.. rows]);
    }

    /// <summary>Who blames whom; null where nobody does.</summary>
    public static BlameGrid? Blame(ChartDesk desk, string id, ImmutableArray<Blame> all)
    {
        var told = all.Select(b => b with { Claims = [.. b.Claims.Where(desk.Brief.IsTold)] }).Where(b => !b.Claims.IsEmpty).ToImmutableArray();
        if (told.IsEmpty) return null;
        var sides = told.GroupBy(b => b.On, StringComparer.Ordinal).OrderByDescending(g => g.Sum(b => b.Claims.Length)).ThenBy(g => desk.Brief.Rank(g.Key)).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Key).ToImmutableArray();
        var rows = told.GroupBy(b => b.By, StringComparer.Ordinal).OrderBy(g => desk.Brief.Rank(g.Key)).ThenBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new BlameRow(desk.Name(g.Key), [.. sides.Select(side => Sign(desk, g.Key, side, [.. g.Where(b => b.On == side).SelectMany(b => b.Claims)]))]));
        return new(id, [.. sides.Select(desk.Name)], [.. rows]);
    }

    private static BlameSign? Sign(ChartDesk desk, string by, string on, ImmutableArray<RecordedClaim> claims) => claims.IsEmpty ? null
        : new(claims.Length, desk.Mark($"{desk.Name(by)} → {desk.Name(on)}, {Words.Fill("tally.n", ("n", Words.Number(claims.Length)))}", claims.NewestFirst().First()));
}
