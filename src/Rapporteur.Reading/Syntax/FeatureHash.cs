using System.Runtime.CompilerServices;

namespace Rapporteur.Reading;

/// <summary>64-bit keys of features: a template's number mixed with the values that it looks at.</summary>
internal static class FeatureHash
{
    private const ulong Odd = 0x9E3779B97F4A7C15UL;
    private const ulong Other = 0xC2B2AE3D27D4EB4FUL;

    /// <summary>Where the hash of characters begins.</summary>
    public const ulong Seed = 0xCBF29CE484222325UL;

    /// <summary>Key of a template over one value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Of(int template, ulong a) => Finish(((ulong)template * Other) ^ (a * Odd));

    /// <summary>Key of a template over two values.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Of(int template, ulong a, ulong b) => Finish(((ulong)template * Other) ^ (Fold(a * Odd) + (b * Other)));

    /// <summary>Key of a template over three values.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Of(int template, ulong a, ulong b, ulong c) => Finish(((ulong)template * Other) ^ (Fold((Fold(a * Odd) + (b * Other)) * Odd) + (c * Other)));

    /// <summary>Key of a template over four values.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Of(int template, ulong a, ulong b, ulong c, ulong d) => Of(template, Fold((Fold(a * Odd) + (b * Other)) * Odd), c, d);

    /// <summary>Hash of characters, one after the other; begin with <see cref="Seed"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Step(ulong hash, char c) => (hash ^ c) * 0x100000001B3UL;

    /// <summary>Hash of all characters of a text.</summary>
    public static ulong Text(ReadOnlySpan<char> text)
    {
        var hash = Seed;
        foreach (var c in text) hash = Step(hash, c);
        return hash;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Fold(ulong value) => value ^ (value >> 32);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Finish(ulong value)
    {
        value = Fold(value) * 0xD6E8FEB86659FD93UL;
        return Fold(value) * 0xD6E8FEB86659FD93UL;
    }
}
