using System.Collections.Immutable;

namespace Rapporteur.Reading;

/// <summary>World files that cannot be used; names every line that is wrong.</summary>
/// <param name="problems">What is wrong, in the order of files and lines; at least one.</param>
public sealed class WorldException(ImmutableArray<WorldProblem> problems) : Exception(string.Join('\n', problems))
{
    /// <summary>What is wrong, in the order of files and lines.</summary>
    public ImmutableArray<WorldProblem> Problems { get; } = problems;
}
