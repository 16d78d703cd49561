using System.Collections.Immutable;
using Rapporteur.Analysis;

namespace Rapporteur.Training;

/// <summary>The data set of the Union's decisions, as a folder with <c>deu3-actors.csv</c> and <c>deu3-outcomes.csv</c>.</summary>
public static class DeuFolder
{
    /// <summary>Reads the issues of a folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <exception cref="InvalidDataException">A row is wrong; the message names table, row and column.</exception>
    public static ImmutableArray<DisputedIssue> Read(string folder)
    {
        using var actors = File.OpenText(Path.Combine(folder, "deu3-actors.csv"));
        using var outcomes = File.OpenText(Path.Combine(folder, "deu3-outcomes.csv"));
        try
        {
            return DeuTable.Read(actors, outcomes);
        }
        catch (FormatException wrong)
        {
            throw new InvalidDataException(wrong.Message, wrong);
        }
    }
}
