using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text;

namespace Rapporteur.Reading;

/// <summary>A log-linear model over classes: weights that all classes share, for how well they fit, and weights of each class; whole numbers, so that sums are the same on every machine.</summary>
internal sealed class EventModel
{
    private const uint Magic = 0x31544E45;
    private readonly Dictionary<ulong, int> _weights;
    private readonly FeatureTable _table;

    /// <summary>Takes weights as multiples of 1/<see cref="ClaimScorer.Scale"/>.</summary>
    public EventModel(ImmutableArray<string> classes, Dictionary<ulong, int> weights) => (Classes, _weights, _table) = (classes, weights, new(weights));

    /// <summary>Names of the classes.</summary>
    public ImmutableArray<string> Classes { get; }

    /// <summary>Key of a feature that has a weight of its own for each class.</summary>
    public static ulong Key(ulong feature, int type) => FeatureHash.Of(99, feature, (ulong)type + 1);

    /// <summary>Probability of each class.</summary>
    /// <param name="shared">Shared features of each class; empty lists where there are none.</param>
    /// <param name="own">Features that weigh for each class by itself.</param>
    public double[] Probabilities(IReadOnlyList<List<ulong>> shared, IReadOnlyList<ulong> own)
    {
        var sums = new long[Classes.Length];
        for (var type = 0; type < sums.Length; type++)
            foreach (var feature in shared[type]) sums[type] += _table[feature];
        return Probabilities(sums, own);
    }

    /// <summary>Probability of each class.</summary>
    /// <param name="shared">Shared features, each with the types that it fits.</param>
    /// <param name="types">Number of each class's type among those; -1 for a class that is none of them.</param>
    /// <param name="own">Features that weigh for each class by itself.</param>
    public double[] Probabilities(IReadOnlyList<(ulong Feature, uint Types)> shared, ImmutableArray<int> types, IReadOnlyList<ulong> own)
    {
        var sums = new long[Classes.Length];
        for (var i = 0; i < shared.Count; i++)
        {
            var (feature, fits) = shared[i];
            if (fits == 0 || _table[feature] is not (not 0 and var weight)) continue;
            for (var type = 0; type < sums.Length; type++)
                if (types[type] >= 0 && (fits >> types[type] & 1) != 0) sums[type] += weight;
        }

        return Probabilities(sums, own);
    }

    private double[] Probabilities(long[] sums, IReadOnlyList<ulong> own)
    {
        for (var i = 0; i < own.Count; i++)
            for (var type = 0; type < sums.Length; type++) sums[type] += _table[Key(own[i], type)];
        var scores = new double[sums.Length];
        for (var type = 0; type < scores.Length; type++) scores[type] = (double)sums[type] / ClaimScorer.Scale;
        var most = scores.Max();
        var total = 0.0;
        for (var type = 0; type < scores.Length; type++) total += scores[type] = Math.Exp(scores[type] - most);
        for (var type = 0; type < scores.Length; type++) scores[type] = Math.Round(scores[type] / total, 3);
        return scores;
    }

    /// <summary>Reads the weights; null where they do not ship.</summary>
    public static EventModel? Load(DataFolder data, string file)
    {
        var path = Path.Combine(data.Root, file);
        if (!File.Exists(path)) return null;
        var bytes = File.ReadAllBytes(path);
        if (bytes.Length < 12 || BinaryPrimitives.ReadUInt32LittleEndian(bytes) != Magic) throw new InvalidDataException($"{file} holds no weights of events.");
        var names = BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(4));
        var count = BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(8));
        if (names < 0 || bytes.Length < 12 + names) throw new InvalidDataException($"{file} is cut short.");
        return new([.. Encoding.UTF8.GetString(bytes, 12, names).Split('\n')], FeatureWeights.Read(bytes.AsSpan(12 + names), count));
    }

    /// <summary>Writes the weights, sorted by feature.</summary>
    public void Save(Stream stream)
    {
        var names = Encoding.UTF8.GetBytes(string.Join('\n', Classes));
        Span<byte> head = stackalloc byte[12];
        BinaryPrimitives.WriteUInt32LittleEndian(head, Magic);
        BinaryPrimitives.WriteInt32LittleEndian(head[4..], names.Length);
        BinaryPrimitives.WriteInt32LittleEndian(head[8..], _weights.Count);
        stream.Write(head);
        stream.Write(names);
        FeatureWeights.Write(stream, _weights);
    }
}
