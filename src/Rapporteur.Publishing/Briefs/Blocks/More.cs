using System.Collections.Immutable;

namespace Rapporteur.Publishing;

/// <summary>Blocks that are folded away until asked for; nothing is dropped without a word.</summary>
/// <param name="Label">What is folded, with its number: "12 more".</param>
/// <param name="Blocks">The folded blocks; never empty.</param>
public sealed record More(string Label, ImmutableArray<Block> Blocks) : Block
{
    /// <inheritdoc/>
    public override IEnumerable<Line> Lines => Blocks.SelectMany(b => b.Lines);

    /// <inheritdoc/>
    public override void Render(IBlockRenderer renderer) => renderer.More(this);
}
