using System.Collections.Immutable;

namespace Rapporteur.Publishing;

/// <summary>A section of a brief.</summary>
/// <param name="Id">Anchor and stable code, such as <c>meetings</c>.</param>
/// <param name="Title">Heading.</param>
/// <param name="Note">One sentence on how to read the section; null where none is needed.</param>
/// <param name="Blocks">Its content; never empty.</param>
public sealed record Section(string Id, string Title, string? Note, ImmutableArray<Block> Blocks)
{
    /// <summary>Every line of the section in reading order, folded ones included.</summary>
    public IEnumerable<Line> Lines => Blocks.SelectMany(b => b.Lines);
}
