using System.Runtime.InteropServices;

namespace Rapporteur.Reading;

/// <summary>Matrices in a weights file: whole numbers of 8 bits with a factor for each row; a single row, such as biases, stays as it is.</summary>
internal static class RoundedMatrix
{
    private const int Most = 127;

    /// <summary>Writes a matrix.</summary>
    public static void Write(BinaryWriter writer, ReadOnlySpan<float> values, Parameter parameter)
    {
        if (parameter.Rows == 1)
        {
            foreach (var value in values) writer.Write(value);
            return;
        }

        for (var start = 0; start < values.Length; start += parameter.Columns)
        {
            var row = values.Slice(start, parameter.Columns);
            var largest = 0f;
            foreach (var value in row) largest = Math.Max(largest, Math.Abs(value));
            var scale = largest / Most;
            writer.Write(scale);
            foreach (var value in row) writer.Write((sbyte)(scale == 0 ? 0 : Math.Round(value / scale)));
        }
    }

    /// <summary>Reads a matrix.</summary>
    public static void Read(BlobReader reader, Span<float> values, Parameter parameter)
    {
        if (parameter.Rows == 1)
        {
            for (var i = 0; i < values.Length; i++) values[i] = BitConverter.Int32BitsToSingle(reader.Int());
            return;
        }

        for (var start = 0; start < values.Length; start += parameter.Columns)
        {
            var scale = BitConverter.Int32BitsToSingle(reader.Int());
            var row = MemoryMarshal.Cast<byte, sbyte>(reader.Bytes(parameter.Columns));
            for (var i = 0; i < row.Length; i++) values[start + i] = row[i] * scale;
        }
    }
}
