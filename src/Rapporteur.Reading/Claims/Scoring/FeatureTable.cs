using System.Numerics;
using System.Runtime.CompilerServices;

namespace Rapporteur.Reading;

/// <summary>Weights by hash of the feature, laid out so that most look-ups touch one place in memory. Immutable and thread-safe.</summary>
internal sealed class FeatureTable
{
    private readonly (ulong Key, int Weight)[] _slots;
    private readonly int _mask;
    // A zero marks an empty slot, so the weight of the feature zero stands apart.
    private readonly int _zero;

    /// <summary>Takes the weights.</summary>
    public FeatureTable(IReadOnlyDictionary<ulong, int> weights)
    {
        _slots = new (ulong, int)[BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, weights.Count * 2))];
        _mask = _slots.Length - 1;
        foreach (var (key, weight) in weights)
        {
            if (key == 0) _zero = weight;
            else _slots[Slot(key)] = (key, weight);
        }
    }

    /// <summary>Weight of a feature; 0 for one that has none.</summary>
    public int this[ulong feature] => feature == 0 ? _zero : _slots[Slot(feature)].Weight;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Slot(ulong key)
    {
        var slot = (int)key & _mask;
        while (_slots[slot].Key != key && _slots[slot].Key != 0) slot = (slot + 1) & _mask;
        return slot;
    }
}
