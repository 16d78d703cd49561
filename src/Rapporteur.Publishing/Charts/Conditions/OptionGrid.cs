using System.Collections.Immutable;

namespace Rapporteur.Publishing;

/// <summary>How a party stands to an option.</summary>
public enum OptionMark
{
    /// <summary>Nothing was read.</summary>
    None,
    /// <summary>It wants, offers or accepts it.</summary>
    Wants,
    /// <summary>Its words leave no room for it.</summary>
    Excludes,
    /// <summary>What it says of something else leaves no room for it.</summary>
    ExcludesByInference,
}

/// <summary>One option of a grid.</summary>
/// <param name="Name">Words for it.</param>
/// <param name="Marks">How each party stands to it, in the order of the columns.</param>
public sealed record OptionRow(string Name, ImmutableArray<OptionMark> Marks);

/// <summary>Options on an issue by parties: who wants it, whose firm position excludes it; inferred exclusions are dashed.</summary>
public sealed record OptionGrid : Chart
{
    private const int Width = 720;
    private const int Left = 330;
    private const int Top = 34;
    private const int RowHeight = 42;
    private readonly ImmutableArray<string> _parties;
    private readonly ImmutableArray<OptionRow> _rows;

    /// <summary>Makes the chart.</summary>
    /// <param name="id">Anchor.</param>
    /// <param name="issue">Name of the issue.</param>
    /// <param name="parties">Names of the parties; at least one.</param>
    /// <param name="rows">The options.</param>
    public OptionGrid(string id, string issue, ImmutableArray<string> parties, ImmutableArray<OptionRow> rows)
        : base(id, Words.Fill("chart.options", ("issue", issue)), Words.Of("chart.options-description"))
    {
        ArgumentOutOfRangeException.ThrowIfZero(parties.Length, nameof(parties));
        (_parties, _rows) = (parties, rows);
    }

    /// <inheritdoc/>
    public override ChartTable Table => new([Words.Of("chart.column.option"), .. _parties], [.. _rows.Select(r => new ChartRow([r.Name, .. r.Marks.Select(m => Words.Of("option-mark", m))]))]);

    private protected override (int Width, int Height) Size => (Width, Top + (_rows.Length * RowHeight) + 8);

    private protected override void Draw(Canvas canvas)
    {
        var column = (Width - Left) / (double)_parties.Length;
        for (var i = 0; i < _parties.Length; i++) canvas.Text(TextStyle.Strong.Fit(_parties[i], column - 8), Left + (column * i) + (column / 2), 20, TextStyle.Strong, TextEnd.Middle);
        for (var row = 0; row < _rows.Length; row++)
        {
            var (option, middle) = (_rows[row], Top + (row * RowHeight) + (RowHeight / 2));
            canvas.Line("tick", 0, middle - (RowHeight / 2), Width, middle - (RowHeight / 2));
            canvas.Lines(TextWidth.Wrap(option.Name, 12, Left - 20, 2), 4, middle, apart: 16);
            canvas.List(option.Name, () =>
            {
                for (var i = 0; i < option.Marks.Length; i++) Mark(canvas, option, i, Left + (column * i) + (column / 2), middle);
            });
        }
    }

    private void Mark(Canvas canvas, OptionRow option, int party, double x, double y)
    {
        var mark = option.Marks[party];
        if (mark == OptionMark.None) return;
        var (glyph, kind) = mark switch { OptionMark.Wants => (Glyph.Dot, "wants"), OptionMark.Excludes => (Glyph.Barred, "bars"), _ => (Glyph.FaintBarred, "bars inferred") };
        canvas.Mark(new($"{_parties[party]}: {Words.Of("option-mark", mark)}"), kind, () => canvas.Shape(glyph, mark == OptionMark.Wants ? "agree" : "stuck", x, y, mark == OptionMark.Wants ? 6 : 9));
    }
}
