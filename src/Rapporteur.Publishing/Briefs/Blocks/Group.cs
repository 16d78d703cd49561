using System.Collections.Immutable;

namespace Rapporteur.Publishing;

/// <summary>Blocks under a heading, such as a speaker and what he said.</summary>
/// <param name="Id">Anchor.</param>
/// <param name="Heading">Heading in parts.</param>
/// <param name="Note">What follows the heading in small type, such as the office; null where there is none.</param>
/// <param name="Blocks">What stands under it; never empty.</param>
public sealed record Group(string Id, ImmutableArray<TextPart> Heading, string? Note, ImmutableArray<Block> Blocks) : Block
{
    /// <inheritdoc/>
    public override IEnumerable<Line> Lines => Blocks.SelectMany(b => b.Lines);

    /// <inheritdoc/>
    public override void Render(IBlockRenderer renderer) => renderer.Group(this);
}
