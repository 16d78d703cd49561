using System.Collections.Immutable;

namespace Rapporteur.Publishing;

/// <summary>One thread: its name and state, what is known of it, and the accounts side by side.</summary>
public sealed record Card : Block
{
    /// <summary>Anchor.</summary>
    public required string Id { get; init; }

    /// <summary>Name of the thread in parts.</summary>
    public required ImmutableArray<TextPart> Heading { get; init; }

    /// <summary>State and other labels of the whole thread.</summary>
    public ImmutableArray<Badge> Badges { get; init; } = [];

    /// <summary>What is known of it; may be empty when there are lanes.</summary>
    public ImmutableArray<Block> Blocks { get; init; } = [];

    /// <summary>Accounts side by side; empty when there is only one.</summary>
    public ImmutableArray<Lane> Lanes { get; init; } = [];

    /// <inheritdoc/>
    public override IEnumerable<Line> Lines => Blocks.Concat(Lanes.SelectMany(l => l.Blocks)).SelectMany(b => b.Lines);

    /// <inheritdoc/>
    public override void Render(IBlockRenderer renderer) => renderer.Card(this);
}

/// <summary>One account within a <see cref="Card"/>.</summary>
/// <param name="Heading">Whose account it is.</param>
/// <param name="Badges">Its state by this account.</param>
/// <param name="Blocks">What the account says; never empty.</param>
public sealed record Lane(ImmutableArray<TextPart> Heading, ImmutableArray<Badge> Badges, ImmutableArray<Block> Blocks);
