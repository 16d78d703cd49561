namespace Rapporteur.Record;

/// <summary>Sums over the words of an index, by which two can be compared without holding them: for each entry the sum of hashes of its words with their places.</summary>
/// <param name="Text">Sum of the text; 0 where it has no word.</param>
/// <param name="Claims">Sums of the claims.</param>
internal sealed record IndexSums(ulong Text, ulong[] Claims)
{
    /// <summary>The sums that an index of the words should have.</summary>
    /// <param name="words">The words.</param>
    /// <param name="places">Whether the index knows where each word stands; else it knows each word once.</param>
    internal static IndexSums Of(IndexedWords words, bool places) => new(Sum(words.Text, places), [.. words.Claims.Select(line => Sum(line, places))]);

    /// <summary>Hash of a word at a place (FNV-1a, 64 bits, finished by SplitMix64).</summary>
    internal static ulong Of(ReadOnlySpan<char> word, long place)
    {
        var hash = 14695981039346656037UL;
        foreach (var unit in word) hash = (hash ^ unit) * 1099511628211UL;
        hash = (hash ^ (ulong)place) * 0xBF58476D1CE4E5B9UL;
        return (hash ^ (hash >> 31)) * 0x94D049BB133111EBUL;
    }

    private static ulong Sum(string line, bool places)
    {
        if (!places) return line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal).Aggregate(0UL, (all, word) => all + Of(word, 0));
        var (sum, place) = (0UL, 0L);
        foreach (var range in line.AsSpan().Split(' '))
            if (line[range] is { Length: > 0 } word) sum += Of(word, place++);
        return sum;
    }
}
