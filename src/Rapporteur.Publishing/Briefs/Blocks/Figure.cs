using System.Collections.Immutable;

namespace Rapporteur.Publishing;

/// <summary>A chart with the same content as text.</summary>
/// <param name="Chart">The chart.</param>
/// <param name="Alternative">The text alternative: every event of the chart as a line with its citations; empty where the lines stand beside the chart in the same section.</param>
public sealed record Figure(Chart Chart, ImmutableArray<Block> Alternative) : Block
{
    /// <inheritdoc/>
    public override IEnumerable<Line> Lines => Alternative.SelectMany(b => b.Lines);

    /// <inheritdoc/>
    public override void Render(IBlockRenderer renderer) => renderer.Figure(this);
}
