namespace Rapporteur.Analysis;

/// <summary>A stream of chance: xoshiro256** (Blackman and Vigna 2021), seeded by SplitMix64. Streams of one seed do not depend on each other or on the number of threads.</summary>
/// <remarks>Not safe for threads: each draw of a simulation has a stream of its own.</remarks>
public sealed class ChanceStream
{
    private ulong _a;
    private ulong _b;
    private ulong _c;
    private ulong _d;

    /// <summary>Begins a stream.</summary>
    /// <param name="seed">Seed of the simulation.</param>
    /// <param name="index">Which stream of the seed, such as the number of the draw.</param>
    public ChanceStream(ulong seed, ulong index = 0)
    {
        var state = Mix(seed) ^ Mix(index + 0x632be59bd9b4e019);
        _a = Mix(state += Step);
        _b = Mix(state += Step);
        _c = Mix(state += Step);
        _d = Mix(state + Step);
    }

    private const ulong Step = 0x9e3779b97f4a7c15;

    /// <summary>Sixty-four random bits.</summary>
    public ulong Bits()
    {
        var result = ulong.RotateLeft(_b * 5, 7) * 9;
        var shifted = _b << 17;
        _c ^= _a;
        _d ^= _b;
        _b ^= _c;
        _a ^= _d;
        _c ^= shifted;
        _d = ulong.RotateLeft(_d, 45);
        return result;
    }

    /// <summary>A number in [0, 1), a multiple of 2⁻⁵³.</summary>
    public double Unit() => (Bits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>A whole number in [0, count), each as likely as any other.</summary>
    /// <param name="count">How many there are; above 0.</param>
    public int Below(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        // Lemire 2019: multiplied, and drawn again where the low part would favour some.
        var range = (ulong)count;
        var product = (UInt128)Bits() * range;
        if ((ulong)product < range)
            for (var least = (0 - range) % range; (ulong)product < least;) product = (UInt128)Bits() * range;
        return (int)(ulong)(product >> 64);
    }

    /// <summary>A number of the standard normal distribution (Marsaglia's polar method).</summary>
    public double Normal()
    {
        while (true)
        {
            var (x, y) = ((2 * Unit()) - 1, (2 * Unit()) - 1);
            var square = (x * x) + (y * y);
            if (square is > 0 and < 1) return x * Math.Sqrt(-2 * Math.Log(square) / square);
        }
    }

    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9;
        value = (value ^ (value >> 27)) * 0x94d049bb133111eb;
        return value ^ (value >> 31);
    }
}
