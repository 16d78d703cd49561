namespace Rapporteur.Reading;

/// <summary>One matrix among the numbers of a network.</summary>
/// <param name="Name">Its name in the weights file.</param>
/// <param name="Start">Where it begins.</param>
/// <param name="Rows">Rows.</param>
/// <param name="Columns">Columns.</param>
internal sealed record Parameter(string Name, int Start, int Rows, int Columns)
{
    /// <summary>Numbers in it.</summary>
    public int Length => Rows * Columns;

    /// <summary>The matrix within the numbers of a network, or within their gradient.</summary>
    public Span<float> In(float[] numbers) => numbers.AsSpan(Start, Length);
}

/// <summary>The numbers that a network learns, one after the other, so that optimiser and weights file need not know its parts.</summary>
internal sealed class ParameterSet
{
    private readonly List<Parameter> all = [];

    /// <summary>The matrices in the order in which they were added.</summary>
    public IReadOnlyList<Parameter> All => all;

    /// <summary>The numbers; empty until <see cref="Allocate"/>.</summary>
    public float[] Values { get; private set; } = [];

    /// <summary>How many numbers there are.</summary>
    public int Count { get; private set; }

    /// <summary>Adds a matrix.</summary>
    public Parameter Add(string name, int rows, int columns)
    {
        var parameter = new Parameter(name, Count, rows, columns);
        Count += rows * columns;
        all.Add(parameter);
        return parameter;
    }

    /// <summary>Makes room when every matrix has been added.</summary>
    public void Allocate() => Values = new float[Count];
}
