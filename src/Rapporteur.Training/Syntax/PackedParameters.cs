using Rapporteur.Reading;

namespace Rapporteur.Training;

/// <summary>The parameters of a network as <see cref="Gemm"/> wants them, for the way forward and back; packed anew after every step.</summary>
internal sealed class PackedParameters
{
    private readonly NetworkShape shape;
    private readonly ParameterMap map;
    private readonly Dictionary<string, (PackedMatrix Forward, PackedMatrix Back)> panels = new(StringComparer.Ordinal);
    private readonly Dictionary<string, float[]> plain = new(StringComparer.Ordinal);

    /// <summary>Makes room.</summary>
    public PackedParameters(NetworkShape shape, ParameterMap map, float[] values)
    {
        (this.shape, this.map, Values) = (shape, map, values);
        foreach (var (name, rows, columns) in shape.Parameters())
        {
            if (name.StartsWith("gates", StringComparison.Ordinal)) plain[name] = new float[rows * columns];
            else if (rows > 1) panels[name] = (new(), new());
        }
    }

    /// <summary>The parameters, one behind the other.</summary>
    public float[] Values { get; }

    /// <summary>Packs what <see cref="Values"/> holds now.</summary>
    public void Pack()
    {
        foreach (var (name, rows, columns) in shape.Parameters())
        {
            if (plain.TryGetValue(name, out var copy)) map.Of(name, Values).CopyTo(copy);
            if (!panels.TryGetValue(name, out var panel)) continue;
            panel.Forward.Pack(map.Of(name, Values), rows, columns, columns, 1);
            panel.Back.Pack(map.Of(name, Values), columns, rows, 1, columns);
        }
    }

    /// <summary>A matrix in panels.</summary>
    public PackedMatrix Of(string name) => panels[name].Forward;

    /// <summary>Its transpose in panels.</summary>
    public PackedMatrix Transposed(string name) => panels[name].Back;

    /// <summary>A parameter as it is.</summary>
    public float[] Plain(string name) => plain[name];
}
