namespace Rapporteur.Record;

/// <summary>Keys under which claims meet that are to be compared, as hashes of 64 bits. Two that share one by chance are compared once more, and nothing else.</summary>
internal static class BlockKey
{
    /// <summary>The key of a name.</summary>
    internal static ulong Of(string name) => Stems.Of(name);

    /// <summary>The key of a name within a sort of keys.</summary>
    internal static ulong Of(char sort, string name) => With(sort, Of(name));

    /// <summary>The key of two keys, in their order.</summary>
    internal static ulong With(ulong one, ulong other)
    {
        // The finaliser of SplitMix64.
        var mixed = (one * 0x9E3779B97F4A7C15) ^ other;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        return mixed ^ (mixed >> 27);
    }
}
