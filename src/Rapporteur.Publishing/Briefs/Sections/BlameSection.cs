using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>Who blames whom: a row for each who blames, a column for each who is blamed, with what was said.</summary>
internal static class BlameSection
{
    private const string Id = "blame";
    private const int LeastDrawn = 3;

    public static ImmutableArray<Block> Build(BriefDesk desk, ImmutableArray<Blame> all)
    {
        var told = all.Select(b => b with { Claims = [.. b.Claims.Where(desk.IsTold)] }).Where(b => !b.Claims.IsEmpty).ToImmutableArray();
        // One side that blames one other is told among the accusations.
        if (told.Length < 2) return [];
        var grid = new SideGrid(desk, told.Select(b => b.On));
        var words = SideGrid.Of(desk, "header.who-blames", grid.Columns, told.GroupBy(b => b.By, StringComparer.Ordinal)
            .OrderBy(g => desk.Rank(g.Key)).ThenBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new MatrixRow([desk.Names.Heading(g.Key)], null, grid.Cells(on => desk.Fold(desk.Lines(Id, g.Where(b => b.On == on).SelectMany(b => b.Claims).NewestFirst()))))));
        return told.Length < LeastDrawn || GridMaker.Blame(ChartDesk.Of(desk), Id + "-grid", all) is not { } chart ? words : [new Figure(chart, [new More(Words.Of("header.in-words"), words)])];
    }
}
