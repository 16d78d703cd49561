using System.Buffers.Binary;

namespace Rapporteur.Reading;

/// <summary>Says how likely an actor takes part in a meeting: a logistic model over <see cref="ParticipantFeatures"/>, in whole numbers so that the sum is the same on every machine. Immutable and thread-safe.</summary>
internal sealed class ParticipantWeights
{
    /// <summary>Weights are multiples of one over this.</summary>
    public const int Scale = 1024;

    private const uint Magic = 0x31545052; // "RPT1"
    private const int Head = 8;
    private readonly Dictionary<ulong, int> _weights;
    private readonly FeatureTable _table;

    /// <summary>Takes weights, which are rounded to multiples of 1/<see cref="Scale"/>; those that come to nothing are left out.</summary>
    /// <param name="weights">Weights by feature.</param>
    public ParticipantWeights(IReadOnlyDictionary<ulong, double> weights)
        : this(weights.Select(w => (w.Key, Value: (int)Math.Round(w.Value * Scale))).Where(w => w.Value != 0).ToDictionary(w => w.Key, w => w.Value))
    {
    }

    private ParticipantWeights(Dictionary<ulong, int> weights) => (_weights, _table) = (weights, new(weights));

    /// <summary>Reads the weights; null where they do not ship.</summary>
    /// <param name="data">The data folder.</param>
    public static ParticipantWeights? Load(DataFolder data)
    {
        if (data.Files("claims", ".participants") is not [var file, ..]) return null;
        using var stream = data.Open(file);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        if (bytes.Length < Head || BinaryPrimitives.ReadUInt32LittleEndian(bytes) != Magic) throw new InvalidDataException($"{file} holds no weights of participants.");
        return new(FeatureWeights.Read(bytes.AsSpan(Head), BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(4))));
    }

    /// <summary>Writes the weights, sorted by feature.</summary>
    /// <param name="stream">Where to.</param>
    public void Save(Stream stream)
    {
        Span<byte> head = stackalloc byte[Head];
        BinaryPrimitives.WriteUInt32LittleEndian(head, Magic);
        BinaryPrimitives.WriteInt32LittleEndian(head[4..], _weights.Count);
        stream.Write(head);
        FeatureWeights.Write(stream, _weights);
    }

    /// <summary>Probability, in (0, 1), rounded to three digits.</summary>
    /// <param name="features">What is seen of the actor, each feature once.</param>
    public double Probability(IReadOnlyList<ulong> features)
    {
        var sum = 0L;
        for (var i = 0; i < features.Count; i++) sum += _table[features[i]];
        return Math.Round(1 / (1 + Math.Exp(-(double)sum / Scale)), 3);
    }
}
