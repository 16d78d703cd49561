namespace Rapporteur.Training;

/// <summary>A small generator of pseudo-random numbers (xorshift64*, Vigna 2016), the same on every runtime.</summary>
/// <param name="seed">Any number but zero.</param>
internal sealed class SeededOrder(ulong seed)
{
    private ulong state = seed == 0 ? 0x9E3779B97F4A7C15UL : seed;

    /// <summary>A number in [0, <paramref name="below"/>).</summary>
    public int Next(int below)
    {
        state ^= state >> 12;
        state ^= state << 25;
        state ^= state >> 27;
        return (int)(((state * 0x2545F4914F6CDD1DUL) >> 33) % (ulong)below);
    }

    /// <summary>Shuffles in place (Fisher and Yates).</summary>
    public void Shuffle(int[] items)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            var j = Next(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }
}
