using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>Content words as hashes of 64 bits, which are compared many times as fast as the words and lie with the short form of a reading.</summary>
internal static class Stems
{
    /// <summary>The hash of a stem.</summary>
    internal static ulong Of(string stem) => CompactReader.Hash(MemoryMarshal.AsBytes(stem.AsSpan()));

    /// <summary>The hashes of stems, in their order.</summary>
    internal static ulong[] Of(ImmutableArray<string> stems)
    {
        var hashes = new ulong[stems.Length];
        for (var i = 0; i < hashes.Length; i++) hashes[i] = Of(stems[i]);
        return hashes;
    }

    /// <summary>One bit of 64 for each stem; phrases whose bits do not meet share none.</summary>
    internal static ulong Signature(ReadOnlySpan<ulong> stems)
    {
        var bits = 0UL;
        foreach (var stem in stems) bits |= 1UL << (int)(stem >> 58);
        return bits;
    }

    /// <summary>Whether two phrases share so much of the stems of both (Jaccard, as <see cref="ContentWords.Similarity"/>).</summary>
    internal static bool AreAlike(ReadOnlySpan<ulong> one, ReadOnlySpan<ulong> other, double least)
    {
        if (one.Length == 0 || other.Length == 0) return 0 >= least;
        // No pair shares more than the shorter of both.
        if (Math.Min(one.Length, other.Length) < least * Math.Max(one.Length, other.Length)) return false;
        var shared = Shared(one, other);
        return (double)shared / (one.Length + other.Length - shared) >= least;
    }

    /// <summary>How many of the stems of one are among those of the other.</summary>
    internal static int Shared(ReadOnlySpan<ulong> one, ReadOnlySpan<ulong> other)
    {
        var shared = 0;
        foreach (var stem in one)
            if (other.Contains(stem)) shared++;
        return shared;
    }
}
