namespace Rapporteur.Reading;

/// <summary>What lists say about a word: given name, title, surname of a known person.</summary>
internal sealed class NameLexicon
{
    private readonly Dictionary<string, char> givenNames = new(StringComparer.Ordinal);
    private readonly HashSet<string> titleWords = new(StringComparer.Ordinal);
    private readonly HashSet<string> shortNames = new(StringComparer.Ordinal);
    private readonly Dictionary<string, char>.AlternateLookup<ReadOnlySpan<char>> givenLookup;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> titleLookup, shortLookup;

    public NameLexicon(DataFolder data, World world)
    {
        Clusters = NameClusters.Load(data);
        foreach (var field in WorldFiles.Rows(data, "lexicons/names/first-names.tsv", 2)) givenNames[field[0]] = field[1][0];
        foreach (var field in WorldFiles.Rows(data, "lexicons/names/titles.tsv", 2))
            foreach (var word in field[0].Split(' ')) titleWords.Add(word);
        foreach (var entry in world.Entries)
            if (entry.ShortName is { } name) shortNames.Add(name);
        givenLookup = givenNames.GetAlternateLookup<ReadOnlySpan<char>>();
        titleLookup = titleWords.GetAlternateLookup<ReadOnlySpan<char>>();
        shortLookup = shortNames.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public NameClusters Clusters { get; }

    /// <summary>m, f or u for a given name, else a zero character.</summary>
    public char Gender(ReadOnlySpan<char> word) => givenLookup.TryGetValue(word, out var gender) ? gender : '\0';

    /// <summary>Bits: given name 1, title word 2, short name of a known person 4.</summary>
    public uint Bits(ReadOnlySpan<char> word)
    {
        if (word.IsEmpty || word.Length > 24) return 0;
        Span<char> lower = stackalloc char[24];
        word.ToLowerInvariant(lower);
        return (givenLookup.ContainsKey(word) ? 1u : 0) | (titleLookup.Contains(lower[..word.Length]) ? 2u : 0) | (shortLookup.Contains(word) ? 4u : 0);
    }
}
