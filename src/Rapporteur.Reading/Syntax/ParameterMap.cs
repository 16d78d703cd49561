namespace Rapporteur.Reading;

/// <summary>Where every parameter of a network lies in one array.</summary>
internal sealed class ParameterMap
{
    private readonly Dictionary<string, (int Offset, int Rows, int Columns)> places = new(StringComparer.Ordinal);

    /// <summary>Lays the parameters one behind the other.</summary>
    public ParameterMap(NetworkShape shape)
    {
        foreach (var (name, rows, columns) in shape.Parameters())
        {
            places[name] = (Count, rows, columns);
            Count += rows * columns;
        }
    }

    /// <summary>Numbers in all.</summary>
    public int Count { get; }

    /// <summary>Rows and columns of a parameter.</summary>
    public (int Rows, int Columns) Size(string name) => (places[name].Rows, places[name].Columns);

    /// <summary>A parameter in an array that is laid out so.</summary>
    public Span<float> Of(string name, float[] values) => values.AsSpan(places[name].Offset, places[name].Rows * places[name].Columns);

    /// <summary>A row of a parameter.</summary>
    public Span<float> Row(string name, int row, float[] values) => values.AsSpan(places[name].Offset + (row * places[name].Columns), places[name].Columns);
}
