using System.Buffers.Binary;
using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Says how likely a draft is a claim: a logistic model over <see cref="ClaimFeatures"/>, in whole numbers so that the sum is the same on every machine.</summary>
internal sealed class ClaimScorer
{
    /// <summary>Weights are multiples of one over this.</summary>
    public const int Scale = 1024;

    private const uint Magic = 0x34534352;
    private const int Types = 15;
    private const int Head = 8 + (6 * Types) + 2;
    private readonly Dictionary<ulong, int> _weights;
    private readonly FeatureTable _table;

    /// <summary>Takes weights as multiples of 1/<see cref="Scale"/>.</summary>
    /// <param name="weights">Weights by feature.</param>
    /// <param name="thresholds">Least probability of a claim that is kept, by type, in [0, 1].</param>
    /// <param name="trust">How far the weights count against what the frame says, by type, in [0, 1]: less where few claims of the type were learned from.</param>
    public ClaimScorer(Dictionary<ulong, int> weights, ImmutableArray<double> thresholds, ImmutableArray<double> trust)
    {
        _weights = weights;
        _table = new(weights);
        Thresholds = thresholds;
        Trust = trust;
    }

    /// <summary>How far the weights count against what the frame says, by type, in [0, 1].</summary>
    public ImmutableArray<double> Trust { get; }

    /// <summary>How a score becomes a confidence: slope and shift, by type, of its log-odds.</summary>
    public Calibration Calibration { get; init; } = Calibration.None;

    /// <summary>Least probability of a claim that is kept, by type, in [0, 1].</summary>
    public ImmutableArray<double> Thresholds { get; }

    /// <summary>Reads the weights; null where they do not ship.</summary>
    /// <param name="data">The data folder.</param>
    public static ClaimScorer? Load(DataFolder data)
    {
        if (data.Files("claims", ".weights") is not [var file, ..]) return null;
        using var stream = data.Open(file);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        if (bytes.Length < Head || BinaryPrimitives.ReadUInt32LittleEndian(bytes) != Magic) throw new InvalidDataException($"{file} holds no weights of claims.");
        var count = BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(4));
        var thresholds = FeatureWeights.Fractions(bytes.AsSpan(8), Types, Scale);
        var trust = FeatureWeights.Fractions(bytes.AsSpan(8 + (2 * Types)), Types, Scale);
        var shifts = FeatureWeights.Fractions(bytes.AsSpan(8 + (4 * Types)), Types, Scale);
        var slope = FeatureWeights.Fractions(bytes.AsSpan(Head - 2), 1, Scale)[0];
        return new(FeatureWeights.Read(bytes.AsSpan(Head), count), [.. thresholds], [.. trust]) { Calibration = new(slope, [.. shifts]) };
    }

    /// <summary>Writes the weights, sorted by feature.</summary>
    /// <param name="stream">Where to.</param>
    public void Save(Stream stream)
    {
        Span<byte> head = stackalloc byte[Head];
        BinaryPrimitives.WriteUInt32LittleEndian(head, Magic);
        BinaryPrimitives.WriteInt32LittleEndian(head[4..], _weights.Count);
        FeatureWeights.Write(head[8..], Thresholds.AsSpan(), Scale);
        FeatureWeights.Write(head[(8 + (2 * Types))..], Trust.AsSpan(), Scale);
        FeatureWeights.Write(head[(8 + (4 * Types))..], Calibration.Shifts.AsSpan(), Scale);
        FeatureWeights.Write(head[(Head - 2)..], [Calibration.Slope], Scale);
        stream.Write(head);
        FeatureWeights.Write(stream, _weights);
    }

    /// <summary>What one feature adds to the log-odds of a claim, as <see cref="Score"/> counts it; 0 for one never seen in training.</summary>
    /// <param name="type">Type of the draft.</param>
    /// <param name="feature">Its hash.</param>
    public double Weight(ClaimType type, ulong feature) => Trust[(int)type] * _weights.GetValueOrDefault(feature) / Scale;

    /// <summary>Probability that a draft with these features is a claim, in (0, 1), rounded to three digits.</summary>
    /// <param name="type">Its type.</param>
    /// <param name="features">Its features.</param>
    /// <param name="prior">How sure its frame is before anything else is seen, in (0, 1).</param>
    public double Score(ClaimType type, IReadOnlyList<ulong> features, double prior)
    {
        var sum = 0L;
        for (var i = 0; i < features.Count; i++) sum += _table[features[i]];
        var log = Math.Log(prior / (1 - prior)) + (Trust[(int)type] * sum / Scale);
        return Math.Round(1 / (1 + Math.Exp(-log)), 3);
    }
}
