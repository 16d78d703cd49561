using System.Collections.Immutable;
using System.CommandLine;

namespace Rapporteur.Cli;

/// <summary>A command whose help ends with examples.</summary>
/// <param name="name">Name on the command line.</param>
/// <param name="description">One or two sentences.</param>
/// <param name="examples">Whole calls that work as they stand.</param>
internal sealed class ExampleCommand(string name, string description, params ImmutableArray<string> examples) : Command(name, description)
{
    /// <summary>Whole calls that work as they stand.</summary>
    public ImmutableArray<string> Examples { get; } = examples;
}
