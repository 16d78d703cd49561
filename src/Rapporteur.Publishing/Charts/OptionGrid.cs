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

    private protected override (int Width, int Height) Size => (Width, Top + (_rows.Length * RowHeight) + 8);

    private protected override void Draw(Markup svg)
    {
        var column = (Width - Left) / _parties.Length;
        for (var i = 0; i < _parties.Length; i++)
            svg.Element("text", TextWidth.Fit(_parties[i], 11, column - 8), ("class", "whose middle"), ("x", Words.Number(Left + (column * i) + (column / 2))), ("y", "20"));
        for (var row = 0; row < _rows.Length; row++)
        {
            var y = Top + (row * RowHeight);
            svg.Open("path", ("class", "tick"), ("d", $"M0,{Words.Number(y)} L{Words.Number(Width)},{Words.Number(y)}"));
            svg.Close("path");
            var lines = TextWidth.Wrap(_rows[row].Name, 12, Left - 20, 2);
            for (var i = 0; i < lines.Count; i++)
                svg.Element("text", lines[i], ("class", "label"), ("x", "4"), ("y", Words.Number(y + (RowHeight / 2) + 4 + (i * 16) - ((lines.Count - 1) * 8))));
            for (var i = 0; i < _rows[row].Marks.Length; i++) Mark(svg, _rows[row].Marks[i], Left + (column * i) + (column / 2), y + (RowHeight / 2));
        }
    }

    private static void Mark(Markup svg, OptionMark mark, int x, int y)
    {
        if (mark == OptionMark.None) return;
        svg.Open("g", ("class", mark switch { OptionMark.Wants => "wants", OptionMark.Excludes => "bars", _ => "bars inferred" }));
        svg.Element("title", Words.Of("option-mark", mark));
        svg.Open("circle", ("cx", Words.Number(x)), ("cy", Words.Number(y)), ("r", mark == OptionMark.Wants ? "6" : "9"));
        svg.Close("circle");
        if (mark != OptionMark.Wants)
        {
            svg.Open("path", ("d", $"M{Words.Number(x - 4)},{Words.Number(y - 4)} L{Words.Number(x + 4)},{Words.Number(y + 4)} M{Words.Number(x + 4)},{Words.Number(y - 4)} L{Words.Number(x - 4)},{Words.Number(y + 4)}"));
            svg.Close("path");
        }

        svg.Close("g");
    }
}
