using Rapporteur.Reading;

namespace Rapporteur.Training;

/// <summary>An averaged perceptron (Freund and Schapire 1999; Collins 2002) over hashed features. All sums are of integers, so training gives the same
/// weights on every machine.</summary>
internal sealed class Perceptron : IScorer
{
    private const int Scale = 256;
    private ulong[] keys = new ulong[1 << 20];
    private int[] rows = new int[1 << 20];
    private int shift = 44;
    private int features;
    private Row[] heads = new Row[1 << 16];
    private Cell[] cells = new Cell[1 << 20];
    private int cellCount;
    private long step = 1;

    private record struct Row(int Start, int Count, int Room);

    private record struct Cell(byte Class, int Weight, long Total, long Stamp);

    /// <summary>Features that have a weight.</summary>
    public int Features => features;

    /// <inheritdoc/>
    public void Score(ReadOnlySpan<ulong> keys, Span<int> scores)
    {
        scores.Clear();
        foreach (var key in keys)
        {
            var index = Find(key);
            if (this.keys[index] == 0) continue;
            var row = heads[rows[index]];
            foreach (ref readonly var cell in cells.AsSpan(row.Start, row.Count)) scores[cell.Class] += cell.Weight;
        }
    }

    /// <summary>Counts one decision, right or wrong.</summary>
    public void Next() => step++;

    /// <summary>Adds to the weight of a class for every feature.</summary>
    public void Update(ReadOnlySpan<ulong> keys, int @class, int delta)
    {
        foreach (var key in keys)
        {
            var index = Find(key);
            if (this.keys[index] == 0) index = Add(key, index);
            ref var cell = ref CellOf(ref heads[rows[index]], (byte)@class);
            cell.Total += cell.Weight * (step - cell.Stamp);
            cell.Stamp = step;
            cell.Weight += delta;
        }
    }

    /// <summary>The averaged weights, without those that are nearly zero.</summary>
    /// <param name="least">Smallest weight that is kept, in 256ths.</param>
    public LinearModel Freeze(int least)
    {
        var kept = new List<(ulong Key, int[] Entries)>();
        var entries = new List<int>();
        for (var i = 0; i < keys.Length; i++)
        {
            if (keys[i] == 0) continue;
            var row = heads[rows[i]];
            entries.Clear();
            foreach (ref readonly var cell in cells.AsSpan(row.Start, row.Count))
            {
                var total = cell.Total + (cell.Weight * (step - cell.Stamp));
                var weight = total * Scale / step;
                if (Math.Abs(weight) < least) continue;
                var rounded = WeightCode.Weight(WeightCode.Of(weight));
                if (rounded != 0) entries.Add((rounded << 8) | cell.Class);
            }

            if (entries.Count > 0) kept.Add((keys[i], entries.OrderBy(entry => entry & 0xFF).ToArray()));
        }

        kept.Sort((left, right) => left.Key.CompareTo(right.Key));
        var size = 1024;
        while (size * 3L < kept.Count * 4L) size *= 2;
        var table = new int[size];
        var slots = new ulong[size];
        Array.Fill(table, -1);
        var bits = 64 - int.Log2(size);
        for (var i = 0; i < kept.Count; i++)
        {
            var index = (int)(kept[i].Key >> bits);
            while (table[index] >= 0) index = (index + 1) & (size - 1);
            table[index] = i;
        }

        var weights = new List<int>();
        for (var i = 0; i < size; i++)
        {
            if (table[i] < 0) continue;
            var (key, row) = kept[table[i]];
            slots[i] = ((key & 0xFFFF) << 32) | ((ulong)weights.Count << 8) | (uint)row.Length;
            weights.AddRange(row);
        }

        if (weights.Count >= 1 << 24) throw new InvalidOperationException("Too many weights for the table; raise the least weight that is kept.");
        return new(slots, [.. weights]);
    }

    private int Find(ulong key)
    {
        var mask = keys.Length - 1;
        var index = (int)(key >> shift);
        while (keys[index] != 0 && keys[index] != key) index = (index + 1) & mask;
        return index;
    }

    private int Add(ulong key, int index)
    {
        if (features * 2 > keys.Length)
        {
            var (oldKeys, oldRows) = (keys, rows);
            keys = new ulong[oldKeys.Length * 2];
            rows = new int[keys.Length];
            shift--;
            for (var i = 0; i < oldKeys.Length; i++)
            {
                if (oldKeys[i] == 0) continue;
                var place = Find(oldKeys[i]);
                (keys[place], rows[place]) = (oldKeys[i], oldRows[i]);
            }

            index = Find(key);
        }

        if (features == heads.Length) Array.Resize(ref heads, features * 2);
        keys[index] = key;
        rows[index] = features;
        heads[features++] = new(Reserve(2), 0, 2);
        return index;
    }

    private ref Cell CellOf(ref Row row, byte @class)
    {
        for (var i = 0; i < row.Count; i++)
            if (cells[row.Start + i].Class == @class) return ref cells[row.Start + i];
        if (row.Count == row.Room)
        {
            var start = Reserve(row.Room * 2);
            Array.Copy(cells, row.Start, cells, start, row.Count);
            row = new(start, row.Count, row.Room * 2);
        }

        cells[row.Start + row.Count] = new(@class, 0, 0, step);
        return ref cells[row.Start + row.Count++];
    }

    private int Reserve(int room)
    {
        if (cellCount + room > cells.Length) Array.Resize(ref cells, Math.Max(cells.Length * 2, cellCount + room));
        cellCount += room;
        return cellCount - room;
    }
}
