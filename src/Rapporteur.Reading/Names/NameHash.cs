namespace Rapporteur.Reading;

/// <summary>32-bit hashes of words and features (FNV-1a with a final mix); never zero, the same on every machine.</summary>
internal static class NameHash
{
    private const uint Basis = 2166136261, Prime = 16777619;

    /// <summary>Hash of a word in lower case.</summary>
    public static uint Lower(ReadOnlySpan<char> word)
    {
        var hash = Basis;
        foreach (var letter in word) hash = (hash ^ (letter < 0x80 ? (uint)(letter is >= 'A' and <= 'Z' ? letter | 0x20 : letter) : char.ToLowerInvariant(letter))) * Prime;
        return hash;
    }

    /// <summary>Hash of a word as it stands.</summary>
    public static uint Exact(ReadOnlySpan<char> word)
    {
        var hash = Basis;
        foreach (var letter in word) hash = (hash ^ letter) * Prime;
        return hash;
    }

    /// <summary>Hash of a word's shape: runs of upper-case letters, lower-case letters, digits and the rest, runs of one kept apart from longer ones.</summary>
    public static uint Shape(ReadOnlySpan<char> word)
    {
        uint hash = Basis, before = 0;
        var run = 0;
        foreach (var letter in word)
        {
            var kind = char.IsUpper(letter) ? 1u : char.IsLetter(letter) ? 2u : char.IsDigit(letter) ? 3u : letter is '\'' or '’' ? 4u : letter == '.' ? 5u : 6u;
            run = kind == before ? run + 1 : 1;
            before = kind;
            if (run <= 2) hash = (hash ^ kind) * Prime;
        }

        return hash;
    }

    /// <summary>Feature of a template and a value.</summary>
    public static uint Feature(uint template, uint value)
    {
        var hash = (value ^ (template * 0x9E3779B1u)) * 0x85EBCA6Bu;
        hash ^= hash >> 15;
        hash *= 0xC2B2AE35u;
        hash ^= hash >> 13;
        return hash == 0 ? 1u : hash;
    }

    /// <summary>Feature of a template and two values.</summary>
    public static uint Feature(uint template, uint first, uint second) => Feature(template, (first * 31) ^ (second * 0x27D4EB2Fu) ^ (first >> 16));
}
