namespace Rapporteur.Publishing;

/// <summary>A piece of a section. Every renderer draws each of the seven kinds through <see cref="IBlockRenderer"/>.</summary>
public abstract record Block
{
    /// <summary>Its lines in reading order, folded ones included.</summary>
    public abstract IEnumerable<Line> Lines { get; }

    /// <summary>Draws itself.</summary>
    /// <param name="renderer">What draws.</param>
    public abstract void Render(IBlockRenderer renderer);
}
