namespace Rapporteur.Publishing;

/// <summary>Draws the pieces of a brief; everything that a brief shows goes through it.</summary>
public interface IBlockRenderer
{
    /// <summary>Draws a list of lines.</summary>
    /// <param name="list">The list.</param>
    void Lines(LineList list);

    /// <summary>Draws blocks under a heading.</summary>
    /// <param name="group">The group.</param>
    void Group(Group group);

    /// <summary>Draws a thread with its lanes.</summary>
    /// <param name="card">The card.</param>
    void Card(Card card);

    /// <summary>Draws a table of actors by kinds of position.</summary>
    /// <param name="matrix">The matrix.</param>
    void Matrix(Matrix matrix);

    /// <summary>Draws a chart with its text alternative.</summary>
    /// <param name="figure">The figure.</param>
    void Figure(Figure figure);

    /// <summary>Draws blocks that are folded away until asked for.</summary>
    /// <param name="more">The folded blocks.</param>
    void More(More more);

    /// <summary>Draws a note of an analyst, so that nobody takes it for what a source says.</summary>
    /// <param name="note">The note.</param>
    void Note(NoteBlock note);
}
