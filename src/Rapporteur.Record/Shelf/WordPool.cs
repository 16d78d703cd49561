using System.Text;

namespace Rapporteur.Record;

/// <summary>Words that come again from reading to reading (names, rules, values), each kept as one string: a record of many readings holds fewer of them, and less is thrown away. It holds the words that
/// came last, a bounded number; what it gives is the same with or without it.</summary>
internal static class WordPool
{
    private const int Size = 8192;
    private const int Longest = 48;

    private static readonly string?[] Known = new string?[Size];

    /// <summary>The word that the bytes spell in UTF-8.</summary>
    internal static string Of(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > Longest) return Encoding.UTF8.GetString(bytes);
        ref var place = ref Known[(int)(Mixed(CompactReader.Hash(bytes)) & (Size - 1))];
        var known = Volatile.Read(ref place);
        if (known is not null && known.Length == bytes.Length && Ascii.Equals(bytes, known)) return known;
        var word = Encoding.UTF8.GetString(bytes);
        Volatile.Write(ref place, word);
        return word;
    }

    private static ulong Mixed(ulong hash) => hash ^ (hash >> 32);
}
