using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Rapporteur.Reading;

/// <summary>Rows of small whole numbers by 32-bit key, such as word vectors by the hash of the word. Thread-safe.</summary>
internal sealed class WordTable
{
    private readonly uint[] keys;
    private readonly sbyte[] values;
    private readonly float scale;
    private readonly uint[] slots;
    private readonly int[] places;
    private readonly int shift;

    /// <summary>Makes the table.</summary>
    /// <param name="width">Numbers a row.</param>
    /// <param name="scale">What a one in a row stands for.</param>
    /// <param name="keys">One key a row, none of them zero, no two alike.</param>
    /// <param name="values">The rows.</param>
    public WordTable(int width, float scale, uint[] keys, sbyte[] values)
    {
        if (values.Length != keys.Length * width) throw new InvalidDataException("The table of words is damaged; restore data/models from the release.");
        (Width, this.scale, this.keys, this.values) = (width, scale, keys, values);
        var size = 16;
        while (size < keys.Length * 2) size *= 2;
        slots = new uint[size];
        places = new int[size];
        shift = 32 - int.Log2(size);
        for (var i = 0; i < keys.Length; i++)
        {
            var index = Find(keys[i]);
            (slots[index], places[index]) = (keys[i], i);
        }
    }

    /// <summary>Numbers a row.</summary>
    public int Width { get; }

    /// <summary>Number of rows.</summary>
    public int Rows => keys.Length;

    /// <summary>Row of a key; -1 where there is none.</summary>
    public int Row(uint key)
    {
        var index = Find(key);
        return slots[index] == 0 ? -1 : places[index];
    }

    /// <summary>Writes out a row; zeros for row -1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Copy(int row, Span<float> into)
    {
        into[..Width].Clear();
        AddTo(row, into);
    }

    /// <summary>Adds a row to numbers; nothing for row -1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void AddTo(int row, Span<float> numbers)
    {
        if (row < 0) return;
        var from = values.AsSpan(row * Width, Width);
        var i = 0;
        for (; i <= from.Length - Vector128<sbyte>.Count; i += Vector128<sbyte>.Count)
        {
            var (low, high) = Vector256.Widen(Vector256.Create(Vector128.WidenLower(Vector128.Create(from[i..])), Vector128.WidenUpper(Vector128.Create(from[i..]))));
            var wide = Vector512.ConvertToSingle(Vector512.Create(low, high)) * scale;
            (Vector512.Create<float>(numbers.Slice(i, 16)) + wide).CopyTo(numbers.Slice(i, 16));
        }

        for (; i < from.Length; i++) numbers[i] += from[i] * scale;
    }

    /// <summary>Writes the table.</summary>
    public void Write(BinaryWriter writer)
    {
        writer.Write(keys.Length);
        writer.Write(Width);
        writer.Write(scale);
        writer.Write(MemoryMarshal.AsBytes(keys.AsSpan()));
        writer.Write(MemoryMarshal.AsBytes(values.AsSpan()));
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static WordTable Read(BlobReader reader)
    {
        var count = reader.Int();
        var width = reader.Int();
        if (count is < 0 or > 10_000_000 || width is < 0 or > 4096) throw new InvalidDataException("The table of words is damaged; restore data/models from the release.");
        var scale = BitConverter.Int32BitsToSingle(reader.Int());
        var keys = MemoryMarshal.Cast<byte, uint>(reader.Bytes(count * 4)).ToArray();
        return new(width, scale, keys, MemoryMarshal.Cast<byte, sbyte>(reader.Bytes(count * width)).ToArray());
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Find(uint key)
    {
        var mask = slots.Length - 1;
        var index = (int)((key * 0x9E3779B9U) >> shift);
        while (slots[index] != 0 && slots[index] != key) index = (index + 1) & mask;
        return index;
    }
}
