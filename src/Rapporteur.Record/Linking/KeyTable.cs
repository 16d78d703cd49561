using System.Buffers;

namespace Rapporteur.Record;

/// <summary>Numbers by keys of 64 bits (<see cref="BlockKey"/>), in arrays that are lent: a fold needs large ones, and only for a moment.</summary>
internal sealed class KeyTable : IDisposable
{
    private readonly int _mask;
    private ulong[] _keys;
    // One more than the number; 0 where the place is free.
    private int[] _numbers;

    /// <param name="most">How many keys may come.</param>
    internal KeyTable(int most)
    {
        var size = 16;
        while (size < most * 2L && size < 1 << 30) size <<= 1;
        _mask = size - 1;
        (_keys, _numbers) = (ArrayPool<ulong>.Shared.Rent(size), ArrayPool<int>.Shared.Rent(size));
        _numbers.AsSpan(0, size).Clear();
    }

    /// <summary>The number of a key; -1 where it has none.</summary>
    internal int this[ulong key] => _numbers[Place(key)] - 1;

    /// <summary>Gives a key another number, and gives the one that it had; -1 for none.</summary>
    internal int Exchange(ulong key, int number)
    {
        var place = Place(key);
        var before = _numbers[place] - 1;
        (_keys[place], _numbers[place]) = (key, number + 1);
        return before;
    }

    public void Dispose()
    {
        ArrayPool<ulong>.Shared.Return(_keys);
        ArrayPool<int>.Shared.Return(_numbers);
        (_keys, _numbers) = ([], []);
    }

    private int Place(ulong key)
    {
        var place = (int)((key ^ (key >> 32)) * 0x9E3779B1UL >> 7) & _mask;
        while (_numbers[place] != 0 && _keys[place] != key) place = (place + 1) & _mask;
        return place;
    }
}
