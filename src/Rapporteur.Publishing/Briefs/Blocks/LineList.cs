using System.Collections.Immutable;

namespace Rapporteur.Publishing;

/// <summary>A list of lines.</summary>
/// <param name="Items">The lines in order; never empty.</param>
public sealed record LineList(ImmutableArray<Line> Items) : Block
{
    /// <inheritdoc/>
    public override IEnumerable<Line> Lines => Items;

    /// <inheritdoc/>
    public override void Render(IBlockRenderer renderer) => renderer.Lines(this);
}
