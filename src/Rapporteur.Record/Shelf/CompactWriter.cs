using System.Buffers;
using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text;
using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>Writes values in few bytes: numbers of seven bits a byte, spans from where the one before them began, each word that comes again once. The same values give the same bytes.</summary>
internal sealed class CompactWriter
{
    private readonly Dictionary<string, int> _words = new(StringComparer.Ordinal);
    private readonly List<string> _order = [];
    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(4096);
    private int _at;

    /// <summary>What was written: the words that come again, then everything else. Nothing can be written after it.</summary>
    /// <param name="room">How many bytes are left free before it.</param>
    internal byte[] ToArray(int room = 0)
    {
        var words = new CompactWriter();
        words.Number(_order.Count);
        foreach (var word in _order) words.Once(word);
        var all = new byte[room + words._at + _at];
        words._bytes.AsSpan(0, words._at).CopyTo(all.AsSpan(room));
        _bytes.AsSpan(0, _at).CopyTo(all.AsSpan(room + words._at));
        words.Return();
        Return();
        return all;
    }

    private void Return()
    {
        ArrayPool<byte>.Shared.Return(_bytes);
        (_bytes, _at) = ([], 0);
    }

    /// <summary>A number that is not negative.</summary>
    internal void Number(long value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        var room = Room(10);
        var length = 0;
        for (; value >= 0x80; value >>= 7) room[length++] = (byte)(value | 0x80);
        room[length++] = (byte)value;
        _at += length;
    }

    /// <summary>A number of either sign.</summary>
    internal void Signed(long value) => Number((value << 1) ^ (value >> 63));

    internal void Flag(bool value) => Number(value ? 1 : 0);

    internal void Share(double value)
    {
        BinaryPrimitives.WriteDoubleLittleEndian(Room(8), value);
        _at += 8;
    }

    /// <summary>A number of 64 bits.</summary>
    internal void Fixed(ulong value)
    {
        BinaryPrimitives.WriteUInt64LittleEndian(Room(8), value);
        _at += 8;
    }

    internal void Exact(decimal value)
    {
        foreach (var part in decimal.GetBits(value)) Signed(part);
    }

    /// <summary>A word that may come again, or null.</summary>
    internal void Word(string? word)
    {
        if (word is null)
        {
            Number(0);
            return;
        }

        if (!_words.TryGetValue(word, out var number))
        {
            _words.Add(word, number = _order.Count + 1);
            _order.Add(word);
        }

        Number(number);
    }

    /// <summary>Words that may come again.</summary>
    internal void Words(ImmutableArray<string> words) => Each(words, Word);

    /// <summary>How many values there are, and each of them.</summary>
    internal void Each<T>(ImmutableArray<T> values, Action<T> write)
    {
        if (values.IsDefault) values = [];
        Number(values.Length);
        foreach (var value in values) write(value);
    }

    /// <summary>How many values there are, how long each is, and each of them: any can be read without the others.</summary>
    internal void Parts<T>(ImmutableArray<T> values, Action<T> write)
    {
        if (values.IsDefault) values = [];
        Number(values.Length);
        var (start, lengths) = (_at, new int[values.Length]);
        for (var i = 0; i < lengths.Length; i++)
        {
            var from = _at;
            write(values[i]);
            lengths[i] = _at - from;
        }

        var parts = _bytes.AsSpan(start, _at - start).ToArray();
        _at = start;
        foreach (var length in lengths) Number(length);
        parts.CopyTo(Room(parts.Length));
        _at += parts.Length;
    }

    /// <summary>A text that hardly comes again.</summary>
    internal void Once(string text)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        Number(length);
        _at += Encoding.UTF8.GetBytes(text, Room(length));
    }

    /// <summary>A span, told from a place nearby.</summary>
    internal void Span(TextSpan span, int from)
    {
        Signed(span.Start - from);
        Signed(span.Length);
    }

    /// <summary>Spans in the order of the text.</summary>
    internal void Spans(ImmutableArray<TextSpan> spans, int from)
    {
        Each(spans, span =>
        {
            Span(span, from);
            from = span.Start;
        });
    }

    internal void Date(Edtf? date) => Word(date?.Value);

    /// <summary>An enumerated value; 0 stands for null.</summary>
    internal void Choice<T>(T? value) where T : struct, Enum => Number(value is { } set ? Convert.ToInt32(set, null) + 1 : 0);

    private Span<byte> Room(int count)
    {
        if (_at + count > _bytes.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_bytes.Length * 2, _at + count));
            _bytes.AsSpan(0, _at).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_bytes);
            _bytes = larger;
        }

        return _bytes.AsSpan(_at);
    }
}
