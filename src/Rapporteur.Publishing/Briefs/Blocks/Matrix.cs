using System.Collections.Immutable;

namespace Rapporteur.Publishing;

/// <summary>A table of actors, grouped by party, by kinds of position.</summary>
/// <param name="Corner">Heading of the column of actors.</param>
/// <param name="Columns">Headings of the other columns.</param>
/// <param name="Parties">Rows, grouped by party.</param>
public sealed record Matrix(string Corner, ImmutableArray<string> Columns, ImmutableArray<MatrixParty> Parties) : Block
{
    /// <inheritdoc/>
    public override IEnumerable<Line> Lines => Parties.SelectMany(p => p.Rows).SelectMany(r => r.Cells).SelectMany(c => c).SelectMany(b => b.Lines);

    /// <inheritdoc/>
    public override void Render(IBlockRenderer renderer) => renderer.Matrix(this);
}

/// <summary>Rows of one party.</summary>
/// <param name="Heading">Name of the party; empty for a table whose rows are not grouped.</param>
/// <param name="Rows">Its actors.</param>
public sealed record MatrixParty(ImmutableArray<TextPart> Heading, ImmutableArray<MatrixRow> Rows);

/// <summary>One actor of a matrix.</summary>
/// <param name="Heading">Name of the actor.</param>
/// <param name="Note">Office; null where unknown.</param>
/// <param name="Cells">One cell a column; an empty one says that nothing was read.</param>
public sealed record MatrixRow(ImmutableArray<TextPart> Heading, string? Note, ImmutableArray<ImmutableArray<Block>> Cells);
