using System.Collections.Immutable;

namespace Rapporteur.Publishing;

/// <summary>The columns of a grid with a column a side: the parties in the order of the brief, then who has most to say, and one for the others where there are many.</summary>
internal sealed class SideGrid
{
    private const int MostSides = 5;
    private const int FewSides = 3;

    private readonly ImmutableArray<string> _shown;
    private readonly ImmutableArray<string> _others;

    /// <summary>The columns for sides, each as often as it has something to say.</summary>
    public SideGrid(BriefDesk desk, IEnumerable<string> sides)
    {
        var all = sides.GroupBy(s => s, StringComparer.Ordinal).OrderBy(g => desk.Rank(g.Key)).ThenByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).ToImmutableArray();
        // Where many sides would make the columns narrow, those that say one thing share the last.
        var wide = all.Length <= FewSides ? all : [.. all.Where((g, i) => i < FewSides || g.Count() > 1)];
        _shown = [.. (all.Length - wide.Length == 1 && all.Length <= MostSides + 1 ? all : wide.Length > MostSides ? wide[..MostSides] : wide).Select(g => g.Key)];
        _others = [.. all.Select(g => g.Key).Where(s => !_shown.Contains(s))];
        Columns = [.. _shown.Select(s => desk.Names.Heading(s).Text), .. _others.IsEmpty ? [] : new[] { Words.Of("header.other-sides") }];
    }

    /// <summary>Headings.</summary>
    public ImmutableArray<string> Columns { get; }

    /// <summary>Whether a side has a column of its own, so that its cells need not name it.</summary>
    public bool IsShown(string side) => _shown.Contains(side);

    /// <summary>The cells of a row.</summary>
    /// <param name="of">What is said of a side.</param>
    public ImmutableArray<ImmutableArray<Block>> Cells(Func<string, ImmutableArray<Block>> of) =>
        [.. _shown.Select(of), .. _others.IsEmpty ? [] : new[] { _others.SelectMany(side => of(side)).ToImmutableArray() }];

    /// <summary>A grid of rows, the first of them shown and the rest folded, without columns in which nothing stands; nothing where there is no row.</summary>
    /// <param name="desk">The brief.</param>
    /// <param name="corner">Key of the words that head the rows.</param>
    /// <param name="columns">Headings of the columns.</param>
    /// <param name="rows">The rows.</param>
    public static ImmutableArray<Block> Of(BriefDesk desk, string corner, ImmutableArray<string> columns, IEnumerable<MatrixRow> rows)
    {
        var all = rows.ToImmutableArray();
        var shown = desk.Options.ShownThreads;
        var filled = Enumerable.Range(0, columns.Length).Where(i => all.Any(r => !r.Cells[i].IsEmpty)).ToImmutableArray();
        Matrix Grid(ImmutableArray<MatrixRow> some) => new(Words.Of(corner), [.. filled.Select(i => columns[i])], [new([], [.. some.Select(r => r with { Cells = [.. filled.Select(i => r.Cells[i])] })])]);
        if (all.IsEmpty) return [];
        return all.Length <= shown + 1 ? [Grid(all)] : [Grid(all[..shown]), new More(Words.Count("header.more", all.Length - shown), [Grid(all[shown..])])];
    }
}
