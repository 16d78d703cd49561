using System.Buffers.Binary;
using System.Text;

namespace Rapporteur.Reading;

/// <summary>Reads little-endian values from a weights file held in memory; throws <see cref="InvalidDataException"/> where it ends too early.</summary>
internal sealed class BlobReader(byte[] blob)
{
    private int position;

    /// <summary>Whether nothing is left.</summary>
    public bool IsAtEnd => position == blob.Length;

    /// <summary>Bytes that are left.</summary>
    public int Left => blob.Length - position;

    /// <summary>The next 32-bit number.</summary>
    public int Int() => BinaryPrimitives.ReadInt32LittleEndian(Bytes(4));

    /// <summary>The next bytes.</summary>
    public ReadOnlySpan<byte> Bytes(int count)
    {
        if (count < 0 || position > blob.Length - count) throw new InvalidDataException("The weights file is cut short or damaged; restore data/models from the release.");
        position += count;
        return blob.AsSpan(position - count, count);
    }

    /// <summary>The next list of strings.</summary>
    public string[] Strings()
    {
        var count = Int();
        if (count is < 0 or > 10_000_000) throw new InvalidDataException("The weights file is damaged; restore data/models from the release.");
        var strings = new string[count];
        for (var i = 0; i < count; i++) strings[i] = Encoding.UTF8.GetString(Bytes(Bytes(1)[0]));
        return strings;
    }

    /// <summary>Writes a list of strings of at most 255 bytes each.</summary>
    public static void Write(BinaryWriter writer, IReadOnlyCollection<string> strings)
    {
        writer.Write(strings.Count);
        foreach (var text in strings)
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            writer.Write(checked((byte)bytes.Length));
            writer.Write(bytes);
        }
    }
}
