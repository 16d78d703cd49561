namespace Rapporteur.Reading;

/// <summary>What may follow an abbreviation that keeps its full stop.</summary>
internal enum AbbreviationKind
{
    /// <summary>No abbreviation.</summary>
    None,
    /// <summary>Stands before a name and never ends a sentence.</summary>
    Title,
    /// <summary>Never ends a sentence.</summary>
    Inner,
    /// <summary>Is one only before a digit.</summary>
    Number,
    /// <summary>May end a sentence.</summary>
    End,
}

/// <summary>The word lists of tokeniser and sentence splitter (<c>data/lexicons/text</c>). Thread-safe.</summary>
internal sealed class TextLexicon
{
    private const string Folder = "lexicons/text/";
    private const int ShortestGlued = 3;
    private readonly Dictionary<string, AbbreviationKind>.AlternateLookup<ReadOnlySpan<char>> abbreviations;
    private readonly Dictionary<string, int[]>.AlternateLookup<ReadOnlySpan<char>> contractions;

    /// <summary>Reads the lists; throws <see cref="IOException"/> where one is missing.</summary>
    public TextLexicon(DataFolder data)
    {
        var kinds = new Dictionary<string, AbbreviationKind>(StringComparer.Ordinal);
        foreach (var line in data.Lines(Folder + "abbreviations.tsv"))
        {
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            kinds[line[..tab]] = Enum.Parse<AbbreviationKind>(line[(tab + 1)..], ignoreCase: true);
        }

        var seams = new Dictionary<string, int[]>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in data.Lines(Folder + "contractions.txt"))
        {
            var parts = line.Split('|');
            seams[string.Concat(parts)] = [.. parts.Select(part => part.Length)];
        }

        abbreviations = kinds.GetAlternateLookup<ReadOnlySpan<char>>();
        contractions = seams.GetAlternateLookup<ReadOnlySpan<char>>();
        HyphenPrefixes = Words(data, "hyphen-prefixes.txt", StringComparer.OrdinalIgnoreCase);
        Openers = Words(data, "sentence-openers.txt", StringComparer.Ordinal);
        ReportingVerbs = Words(data, "reporting-verbs.txt", StringComparer.Ordinal);
        DomainEndings = Words(data, "domain-endings.txt", StringComparer.Ordinal);
        Units = Words(data, "units.txt", StringComparer.OrdinalIgnoreCase);
        Emoticons = Words(data, "emoticons.txt", StringComparer.Ordinal);
    }

    /// <summary>Prefixes after which a hyphen does not part tokens.</summary>
    public HashSet<string>.AlternateLookup<ReadOnlySpan<char>> HyphenPrefixes { get; }

    /// <summary>Capitalised words that begin a sentence after an abbreviation.</summary>
    public HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Openers { get; }

    /// <summary>Verbs of saying, as they stand after a quotation.</summary>
    public HashSet<string>.AlternateLookup<ReadOnlySpan<char>> ReportingVerbs { get; }

    /// <summary>Endings of internet addresses.</summary>
    public HashSet<string>.AlternateLookup<ReadOnlySpan<char>> DomainEndings { get; }

    /// <summary>Units that part from the number before them.</summary>
    public HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Units { get; }

    /// <summary>Faces in punctuation.</summary>
    public HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Emoticons { get; }

    /// <summary>The kind of the abbreviation, its full stop included; acronyms such as "U.S." count without being listed.</summary>
    public AbbreviationKind Abbreviation(ReadOnlySpan<char> word)
    {
        if (abbreviations.TryGetValue(word, out var kind)) return kind;
        return IsAcronym(word) ? AbbreviationKind.End : AbbreviationKind.None;
    }

    /// <summary>The lengths of the parts of a contraction without apostrophe; null where it is none, as for two capitals ("IM").</summary>
    public int[]? Seams(ReadOnlySpan<char> word) => !(word.Length == 2 && char.IsUpper(word[1])) && contractions.TryGetValue(word, out var lengths) ? lengths : null;

    /// <summary>Whether a word that opens sentences begins right behind a small letter, where the end of a line got lost: "Harbour NewsThe envoy". Words of two letters end names ("LinkedIn").</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where the word begins.</param>
    /// <param name="end">Where it ends.</param>
    public bool OpensGlued(string text, int start, int end) => end - start >= ShortestGlued && start > 0 && char.IsLower(text[start - 1]) && char.IsUpper(text[start]) && Openers.Contains(text.AsSpan(start, end - start));

    private static bool IsAcronym(ReadOnlySpan<char> word)
    {
        if (word.Length < 4 || word.Length > 16 || (word.Length & 1) != 0) return false;
        for (var i = 0; i < word.Length; i += 2)
            if (!char.IsLetter(word[i]) || word[i + 1] != '.') return false;
        return true;
    }

    private static HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Words(DataFolder data, string file, StringComparer comparer) =>
        data.Lines(Folder + file).ToHashSet(comparer).GetAlternateLookup<ReadOnlySpan<char>>();
}
