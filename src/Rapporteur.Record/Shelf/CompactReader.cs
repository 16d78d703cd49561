using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text;
using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>Reads what <see cref="CompactWriter"/> wrote. Throws <see cref="FormatException"/> where the bytes are something else.</summary>
internal sealed class CompactReader
{
    private readonly byte[] _bytes;
    private readonly string[] _words;
    private readonly Edtf?[] _dates;
    private int _at;

    /// <param name="bytes">The bytes.</param>
    /// <param name="from">Where they begin.</param>
    internal CompactReader(byte[] bytes, int from)
    {
        (_bytes, _at) = (bytes, from);
        _words = new string[Count()];
        for (var i = 0; i < _words.Length; i++) _words[i] = WordPool.Of(Next());
        _dates = new Edtf?[_words.Length];
    }

    private CompactReader(CompactReader other) => (_bytes, _words, _dates, _at) = (other._bytes, other._words, other._dates, other._at);

    /// <summary>A reader at the same place that goes on by itself, on any thread.</summary>
    internal CompactReader Here() => new(this);

    /// <summary>A reader at another place, for any thread.</summary>
    internal CompactReader At(int place) => new(this) { _at = place };

    /// <summary>Where each of the parts begins that <see cref="CompactWriter.Parts"/> wrote, and where the last ends; goes on behind them.</summary>
    internal int[] Parts()
    {
        var places = new int[Count() + 1];
        for (var i = 1; i < places.Length; i++) places[i] = Count();
        places[0] = _at;
        for (var i = 1; i < places.Length; i++) places[i] += places[i - 1];
        if (places[^1] > _bytes.Length) throw new FormatException("The bytes end too early.");
        _at = places[^1];
        return places;
    }

    internal long Number()
    {
        long value = 0;
        for (var shift = 0; shift < 64; shift += 7)
        {
            if (_at >= _bytes.Length) throw new FormatException("The bytes end too early.");
            var part = _bytes[_at++];
            value |= (long)(part & 0x7F) << shift;
            if (part < 0x80) return value;
        }

        throw new FormatException("A number is too long.");
    }

    internal long Signed()
    {
        var value = Number();
        return (long)((ulong)value >> 1) ^ -(value & 1);
    }

    /// <summary>How many follow; never more than there are bytes.</summary>
    internal int Count() => Number() is var count && count <= _bytes.Length - _at ? (int)count : throw new FormatException("A count is too large.");

    internal bool Flag() => Number() != 0;

    internal double Share()
    {
        var value = BinaryPrimitives.ReadDoubleLittleEndian(_bytes.AsSpan(_at));
        _at += 8;
        return value;
    }

    /// <summary>Numbers of 64 bits.</summary>
    internal ulong[] FixedMany(int count)
    {
        var values = FixedBehind(0, count);
        _at += count * sizeof(ulong);
        return values;
    }

    /// <summary>Numbers of 64 bits so many bytes behind; stays where it is.</summary>
    internal ulong[] FixedBehind(int skipped, int count)
    {
        if (count == 0) return [];
        var values = new ulong[count];
        var bytes = _bytes.AsSpan(_at + skipped, count * sizeof(ulong));
        for (var i = 0; i < count; i++) values[i] = BinaryPrimitives.ReadUInt64LittleEndian(bytes[(i * sizeof(ulong))..]);
        return values;
    }

    internal decimal Exact() => new([(int)Signed(), (int)Signed(), (int)Signed(), (int)Signed()]);

    internal string? Word() => Number() is var number && number == 0 ? null : _words[number - 1];

    internal string Known() => Word() ?? throw new FormatException("A word is missing.");

    internal ImmutableArray<string> Words()
    {
        var count = Count();
        return count == 0 ? [] : Many(count);
    }

    internal string Once() => Encoding.UTF8.GetString(Next());

    /// <summary>A text that hardly comes again, as bytes.</summary>
    internal ReadOnlySpan<byte> Next()
    {
        var length = Count();
        _at += length;
        return _bytes.AsSpan(_at - length, length);
    }

    /// <summary>A hash of the text behind the number that stands at a place, without the text; stays where it is, for any thread.</summary>
    internal ulong HashBehind(int place)
    {
        while (_bytes[place++] >= 0x80)
        {
        }

        var (length, shift) = (0, 0);
        for (; _bytes[place] >= 0x80; shift += 7) length |= (_bytes[place++] & 0x7F) << shift;
        length |= _bytes[place++] << shift;
        return Hash(_bytes.AsSpan(place, length));
    }

    /// <summary>Words as another knows them, each once.</summary>
    internal ImmutableArray<string> Words(ReadingKeys keys)
    {
        var count = Count();
        return count == 0 ? [] : count == 1 ? [keys[Known()]] : keys.Of(Many(count));
    }

    private ImmutableArray<string> Many(int count)
    {
        var words = new string[count];
        for (var i = 0; i < words.Length; i++) words[i] = Known();
        return Frozen(words);
    }

    /// <summary>FNV-1a over bytes.</summary>
    internal static ulong Hash(ReadOnlySpan<byte> bytes)
    {
        var hash = 14695981039346656037UL;
        foreach (var part in bytes) hash = (hash ^ part) * 1099511628211UL;
        return hash;
    }

    internal TextSpan Span(int from)
    {
        var start = from + (int)Signed();
        return new(start, start + (int)Signed());
    }

    internal ImmutableArray<TextSpan> Spans(int from)
    {
        var spans = new TextSpan[Count()];
        if (spans.Length == 0) return [];
        for (var i = 0; i < spans.Length; i++)
        {
            spans[i] = Span(from);
            from = spans[i].Start;
        }

        return Frozen(spans);
    }

    /// <summary>A date, or null; equal dates are one value.</summary>
    internal Edtf? Date()
    {
        var number = Number();
        return number == 0 ? null : _dates[number - 1] ??= Edtf.Parse(_words[number - 1]) ?? throw new FormatException("A date cannot be read.");
    }

    /// <summary>An enumerated value, or null.</summary>
    internal T? Optional<T>() where T : struct, Enum
    {
        var value = (int)Number() - 1;
        return value < 0 ? null : Unsafe.As<int, T>(ref value);
    }

    internal T[] Each<T>(Func<CompactReader, T> read)
    {
        var values = new T[Count()];
        for (var i = 0; i < values.Length; i++) values[i] = read(this);
        return values;
    }

    /// <summary>Values of a kept record, each read by itself.</summary>
    internal ImmutableArray<T> Many<T>(Func<CompactReader, T> read) => Frozen(Each(read));

    internal static ImmutableArray<T> Frozen<T>(T[] values) => System.Runtime.InteropServices.ImmutableCollectionsMarshal.AsImmutableArray(values);
}
