using System.Buffers.Binary;

namespace Rapporteur.Reading;

/// <summary>Weights of features as whole numbers: how they are kept in files, and what they add up to.</summary>
internal static class FeatureWeights
{
    /// <summary>Bytes of one weight with its feature.</summary>
    public const int Entry = 10;

    /// <summary>Reads as many weights as are said to be there.</summary>
    public static Dictionary<ulong, int> Read(ReadOnlySpan<byte> bytes, int count)
    {
        if (count < 0 || bytes.Length < (long)count * Entry) throw new InvalidDataException("The file of weights is cut short.");
        var weights = new Dictionary<ulong, int>(count);
        for (var i = 0; i < count; i++)
            weights[BinaryPrimitives.ReadUInt64LittleEndian(bytes[(i * Entry)..])] = BinaryPrimitives.ReadInt16LittleEndian(bytes[((i * Entry) + 8)..]);
        return weights;
    }

    /// <summary>Reads fractions that are kept as whole multiples of one over a scale.</summary>
    public static double[] Fractions(ReadOnlySpan<byte> bytes, int count, int scale)
    {
        var fractions = new double[count];
        for (var i = 0; i < count; i++) fractions[i] = BinaryPrimitives.ReadInt16LittleEndian(bytes[(2 * i)..]) / (double)scale;
        return fractions;
    }

    /// <summary>Writes fractions as whole multiples of one over a scale.</summary>
    public static void Write(Span<byte> bytes, ReadOnlySpan<double> fractions, int scale)
    {
        for (var i = 0; i < fractions.Length; i++) BinaryPrimitives.WriteInt16LittleEndian(bytes[(2 * i)..], (short)Math.Round(fractions[i] * scale));
    }

    /// <summary>Writes weights, sorted by feature.</summary>
    public static void Write(Stream stream, Dictionary<ulong, int> weights)
    {
        Span<byte> entry = stackalloc byte[Entry];
        foreach (var (feature, weight) in weights.OrderBy(w => w.Key))
        {
            BinaryPrimitives.WriteUInt64LittleEndian(entry, feature);
            BinaryPrimitives.WriteInt16LittleEndian(entry[8..], (short)Math.Clamp(weight, short.MinValue, short.MaxValue));
            stream.Write(entry);
        }
    }
}
