namespace Rapporteur.Reading;

/// <summary>Vectors of words in whole numbers, which no training changes, found by the hash of the word in lower case. Thread-safe.</summary>
/// <param name="width">Numbers in a vector.</param>
/// <param name="keys">Hashes of the words, rising.</param>
/// <param name="rows">The vectors in the same order.</param>
/// <param name="scale">What a whole number stands for.</param>
internal sealed class FixedVectors(int width, uint[] keys, sbyte[] rows, float scale)
{
    /// <summary>Numbers in a vector.</summary>
    public int Width => width;

    /// <summary>Words.</summary>
    public int Count => keys.Length;

    /// <summary>Row of a word; -1 where there is none.</summary>
    public int Find(uint key)
    {
        var at = Array.BinarySearch(keys, key);
        return at < 0 ? -1 : at;
    }

    /// <summary>Writes out a row; zeros for row -1.</summary>
    public void Copy(int row, Span<float> into)
    {
        if (row < 0)
        {
            into[..width].Clear();
            return;
        }

        var from = rows.AsSpan(row * width, width);
        for (var i = 0; i < width; i++) into[i] = from[i] * scale;
    }

    /// <summary>Writes the table.</summary>
    public void Write(BinaryWriter writer)
    {
        writer.Write(width);
        writer.Write(keys.Length);
        writer.Write(scale);
        foreach (var key in keys) writer.Write(key);
        writer.Write(System.Runtime.InteropServices.MemoryMarshal.AsBytes(rows.AsSpan()));
    }

    /// <summary>Reads a table.</summary>
    public static FixedVectors Read(BlobReader reader)
    {
        var (width, count) = (reader.Int(), reader.Int());
        var scale = BitConverter.Int32BitsToSingle(reader.Int());
        var keys = System.Runtime.InteropServices.MemoryMarshal.Cast<byte, uint>(reader.Bytes(checked(4 * count))).ToArray();
        return new(width, keys, System.Runtime.InteropServices.MemoryMarshal.Cast<byte, sbyte>(reader.Bytes(checked(width * count))).ToArray(), scale);
    }
}
