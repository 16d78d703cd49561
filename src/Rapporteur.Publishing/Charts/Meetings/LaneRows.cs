using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>A step at its place in a lane.</summary>
internal sealed record LanePlace(LaneStep Step, double X, int Row, int Count);

/// <summary>A lane with its places.</summary>
/// <param name="Lane">The lane.</param>
/// <param name="Places">Steps that are drawn.</param>
/// <param name="Rows">Rows that it takes; at least one.</param>
/// <param name="Left">Steps for which there is no room.</param>
internal sealed record LaneRow(PartyLane Lane, ImmutableArray<LanePlace> Places, int Rows, int Left);

/// <summary>Places the steps of a lane: those of one day and state are one mark, those that would touch stand below each other.</summary>
internal static class LaneRows
{
    private const int Apart = 16;
    private const int MostRows = 3;

    /// <summary>Places a lane.</summary>
    /// <param name="lane">The lane.</param>
    /// <param name="scale">Axis of days; null where no document has a date.</param>
    /// <param name="undated">Where steps without a date begin.</param>
    /// <param name="wide">Width of the place for them.</param>
    public static LaneRow Of(PartyLane lane, TimeScale? scale, double undated, double wide)
    {
        var places = ImmutableArray.CreateBuilder<LanePlace>();
        var taken = new List<List<double>>();
        var (left, next) = (0, undated + 8);
        foreach (var same in lane.Steps.GroupBy(s => (s.Reported, s.Status, s.IsFirm)))
        {
            var count = same.Count();
            double x;
            if (same.Key.Reported is { } day && scale is not null) x = scale.Middle(day);
            else
            {
                if (next > undated + wide - 8) next = undated + 8;
                x = next;
                next += Apart + 1;
            }

            var row = taken.FindIndex(r => r.TrueForAll(t => Math.Abs(t - x) >= Apart));
            if (row < 0 && taken.Count == MostRows)
            {
                left += count;
                continue;
            }

            if (row < 0) row = taken.Count;
            if (row == taken.Count) taken.Add([]);
            taken[row].Add(x);
            places.Add(new(same.First(), x, row, count));
        }

        return new(lane, places.ToImmutable(), Math.Max(1, taken.Count), left);
    }

    /// <summary>Shape and colour of a state.</summary>
    public static (Glyph Glyph, string Kind) Sign(ClaimStatus status) => status switch
    {
        ClaimStatus.Floated => (Glyph.Faint, "ask"),
        ClaimStatus.Proposed => (Glyph.Ring, "ask"),
        ClaimStatus.CalledFor => (Glyph.Call, "ask"),
        ClaimStatus.Agreed => (Glyph.Half, "agree"),
        ClaimStatus.Scheduled => (Glyph.Dot, "agree"),
        ClaimStatus.Ongoing => (Glyph.Diamond, "agree"),
        ClaimStatus.Held => (Glyph.Square, "agree"),
        ClaimStatus.Postponed => (Glyph.Pause, "stuck"),
        ClaimStatus.Cancelled => (Glyph.Cross, "stuck"),
        ClaimStatus.Denied => (Glyph.Slashed, "stuck"),
        _ => (Glyph.Point, "plain"),
    };
}
