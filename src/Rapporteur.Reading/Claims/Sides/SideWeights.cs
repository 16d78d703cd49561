using System.Buffers.Binary;

namespace Rapporteur.Reading;

/// <summary>Says how likely an actor acts, or takes part, in what a draft tells: a logistic model for each role over <see cref="SideFeatures"/>, in whole numbers so that the sum is the same on every machine. Immutable and thread-safe.</summary>
internal sealed class SideWeights
{
    /// <summary>Weights are multiples of one over this.</summary>
    public const int Scale = 1024;

    /// <summary>The roles that are judged, in the order of the file.</summary>
    public const int Roles = 2;

    private const uint Magic = 0x31534452; // "RDS1"
    private readonly Dictionary<ulong, int>[] _weights;
    private readonly FeatureTable[] _tables;

    /// <summary>Takes weights as multiples of 1/<see cref="Scale"/>, role by role.</summary>
    public SideWeights(Dictionary<ulong, int>[] weights) => (_weights, _tables) = (weights, [.. weights.Select(table => new FeatureTable(table))]);

    /// <summary>Takes weights, which are rounded; those that come to nothing are left out.</summary>
    /// <param name="weights">Weights by feature, role by role.</param>
    public static SideWeights Of(IEnumerable<IReadOnlyDictionary<ulong, double>> weights) =>
        new([.. weights.Select(role => role.Select(w => (w.Key, Value: (int)Math.Round(w.Value * Scale))).Where(w => w.Value != 0).ToDictionary(w => w.Key, w => w.Value))]);

    /// <summary>Reads the weights; null where they do not ship.</summary>
    /// <param name="data">The data folder.</param>
    public static SideWeights? Load(DataFolder data)
    {
        if (data.Files("claims", ".sides") is not [var file, ..]) return null;
        using var stream = data.Open(file);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        if (bytes.Length < 4 + (4 * Roles) || BinaryPrimitives.ReadUInt32LittleEndian(bytes) != Magic) throw new InvalidDataException($"{file} holds no weights of sides.");
        var (weights, at) = (new Dictionary<ulong, int>[Roles], 4 + (4 * Roles));
        for (var role = 0; role < Roles; role++)
        {
            var count = BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(4 + (4 * role)));
            weights[role] = FeatureWeights.Read(bytes.AsSpan(at), count);
            at += count * FeatureWeights.Entry;
        }

        return new(weights);
    }

    /// <summary>Writes the weights, role by role, sorted by feature.</summary>
    /// <param name="stream">Where to.</param>
    public void Save(Stream stream)
    {
        Span<byte> head = stackalloc byte[4 + (4 * Roles)];
        BinaryPrimitives.WriteUInt32LittleEndian(head, Magic);
        for (var role = 0; role < Roles; role++) BinaryPrimitives.WriteInt32LittleEndian(head[(4 + (4 * role))..], _weights[role].Count);
        stream.Write(head);
        foreach (var role in _weights) FeatureWeights.Write(stream, role);
    }

    /// <summary>Probability, in (0, 1), rounded to three digits.</summary>
    /// <param name="role">Index of the role.</param>
    /// <param name="features">What is seen of the actor, each feature once.</param>
    public double Probability(int role, IReadOnlyList<ulong> features)
    {
        var sum = 0L;
        for (var i = 0; i < features.Count; i++) sum += _tables[role][features[i]];
        return Math.Round(1 / (1 + Math.Exp(-(double)sum / Scale)), 3);
    }
}
