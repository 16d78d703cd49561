using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>What each side accepted and where it moved, by this record's own count, beside what is said of its concessions.</summary>
internal static class ConcessionsSection
{
    private const string Id = "concessions";
    private static readonly ImmutableArray<string> Kinds = ["accepted", "moved", "said"];

    public static ImmutableArray<Block> Build(BriefDesk desk, ImmutableArray<ConcessionTally> all) => SideGrid.Of(desk, "header.side",
        [.. Kinds.Select(k => Words.Of("tally." + k))],
        all.OrderBy(c => desk.Rank(c.Party)).ThenBy(c => c.Party, StringComparer.Ordinal).Select(c => Row(desk, c)).OfType<MatrixRow>());

    private static MatrixRow? Row(BriefDesk desk, ConcessionTally tally)
    {
        ImmutableArray<ImmutableArray<RecordedClaim>> columns = [tally.Acceptances, [.. tally.Moves.SelectMany(m => m.Positions).Select(p => p.Claim)], tally.Said];
        columns = [.. columns.Select(claims => claims.Where(desk.IsTold).ToImmutableArray())];
        if (columns.All(claims => claims.IsEmpty)) return null;
        var cells = columns.Select(claims => desk.Fold(desk.Lines(Id, claims.NewestFirst()))).ToImmutableArray();
        // What stands in the cells is counted, lines that read the same once.
        var counts = Kinds.Zip(cells, (kind, cell) => (kind, N: cell.Sum(b => b.Lines.Count()))).Where(c => c.N > 0).Select(c => Words.Fill("tally.count." + c.kind, ("n", Words.Number(c.N))));
        return new([desk.Names.Heading(tally.Party)], string.Join(" · ", counts), cells);
    }
}
