using System.Collections.Immutable;

namespace Rapporteur.Plugs;

/// <summary>What a parameter of a question takes.</summary>
public enum McpKind
{
    /// <summary>A text.</summary>
    Text,
    /// <summary>A whole number.</summary>
    Number,
    /// <summary><c>true</c> or <c>false</c>.</summary>
    Truth,
}

/// <summary>A parameter of a question that a program may ask.</summary>
/// <param name="Name">Its name, in camel case.</param>
/// <param name="Kind">What it takes.</param>
/// <param name="Description">One sentence for the program that asks.</param>
public sealed record McpParameter(string Name, McpKind Kind, string Description)
{
    /// <summary>Whether it has to be given; false by default.</summary>
    public bool IsRequired { get; init; }

    /// <summary>The only texts that it takes; empty (the default) for any.</summary>
    public ImmutableArray<string> Choices { get; init; } = [];

    /// <summary>Least number; 0 by default.</summary>
    public int Least { get; init; }

    /// <summary>Greatest number.</summary>
    public int Most { get; init; } = int.MaxValue;
}
