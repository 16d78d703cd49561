using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>What each side accepted and where it moved, by this record's own count, beside what is said of its concessions.</summary>
internal static class ConcessionsSection
{
    private const string Id = "concessions";

    public static ImmutableArray<Block> Build(BriefDesk desk, ImmutableArray<ConcessionTally> all) => SideGrid.Of(desk, "header.side",
        [Words.Of("tally.accepted"), Words.Of("tally.moved"), Words.Of("tally.said")],
        all.OrderBy(c => desk.Rank(c.Party)).ThenBy(c => c.Party, StringComparer.Ordinal).Select(c => Row(desk, c)).OfType<MatrixRow>());

    private static MatrixRow? Row(BriefDesk desk, ConcessionTally tally)
    {
        ImmutableArray<ImmutableArray<RecordedClaim>> columns = [tally.Acceptances, [.. tally.Moves.SelectMany(m => m.Positions).Select(p => p.Claim)], tally.Said];
        columns = [.. columns.Select(claims => claims.Where(desk.IsTold).ToImmutableArray())];
        if (columns.All(claims => claims.IsEmpty)) return null;
        var cells = columns.Select(claims => desk.Fold(desk.Lines(Id, claims.NewestFirst()))).ToImmutableArray();
        // What stands in the cells is counted, lines that read the same once.
        var counts = cells.Select(cell => Words.Number(cell.Sum(b => b.Lines.Count()))).ToImmutableArray();
        return new([desk.Names.Heading(tally.Party)], Words.Fill("tally.concessions", ("accepted", counts[0]), ("moved", counts[1]), ("said", counts[2])), cells);
    }
}
