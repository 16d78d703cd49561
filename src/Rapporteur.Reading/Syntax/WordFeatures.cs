namespace Rapporteur.Reading;

/// <summary>What the network sees of one word, as hashes. Typographic quotation marks and dashes look like the treebank's.</summary>
internal struct WordFeatures
{
    /// <summary>As written, digits as zero.</summary>
    public ulong Form;
    /// <summary>In lower case, digits as zero.</summary>
    public ulong Lower;
    /// <summary>Runs of capitals, small letters and digits.</summary>
    public ulong Shape;
    /// <summary>Last character, and so on up to the last five.</summary>
    public ulong Suffix1, Suffix2, Suffix3, Suffix4, Suffix5;
    /// <summary>First character, and so on up to the first three.</summary>
    public ulong Prefix1, Prefix2, Prefix3;
}

/// <summary>Turns a word into its features.</summary>
internal static class WordShape
{
    private const int Longest = 64;

    /// <summary>Fills in everything.</summary>
    public static void Describe(ReadOnlySpan<char> word, ref WordFeatures features)
    {
        Span<char> buffer = stackalloc char[Longest];
        var plain = buffer[..Normalize(word, buffer)];
        ulong form = FeatureHash.Seed, shape = FeatureHash.Seed;
        var last = '\0';
        var run = 0;
        foreach (var c in plain)
        {
            form = FeatureHash.Step(form, c);
            var kind = char.IsUpper(c) ? 'X' : char.IsLower(c) ? 'x' : c;
            run = kind == last ? run + 1 : 0;
            if (run < 2) shape = FeatureHash.Step(shape, kind);
            last = kind;
        }

        for (var i = 0; i < plain.Length; i++) plain[i] = char.ToLowerInvariant(plain[i]);
        features.Form = form;
        features.Shape = shape;
        features.Lower = FeatureHash.Text(plain);
        features.Prefix1 = FeatureHash.Text(plain[..Math.Min(1, plain.Length)]);
        features.Prefix2 = FeatureHash.Text(plain[..Math.Min(2, plain.Length)]);
        features.Prefix3 = FeatureHash.Text(plain[..Math.Min(3, plain.Length)]);
        features.Suffix1 = FeatureHash.Text(Tail(plain, 1));
        features.Suffix2 = FeatureHash.Text(Tail(plain, 2));
        features.Suffix3 = FeatureHash.Text(Tail(plain, 3));
        features.Suffix4 = FeatureHash.Text(Tail(plain, 4));
        features.Suffix5 = FeatureHash.Text(Tail(plain, 5));
    }

    /// <summary>Hash of a word in lower case with its digits as zero, as in <see cref="WordFeatures.Lower"/>.</summary>
    public static ulong Lower(ReadOnlySpan<char> word)
    {
        Span<char> buffer = stackalloc char[Longest];
        var plain = buffer[..Normalize(word, buffer)];
        for (var i = 0; i < plain.Length; i++) plain[i] = char.ToLowerInvariant(plain[i]);
        return FeatureHash.Text(plain);
    }

    /// <summary>Writes the word with typewriter punctuation and digits as zero; long words keep their beginning and end.</summary>
    private static int Normalize(ReadOnlySpan<char> word, Span<char> into)
    {
        if (word.Length == 1 && word[0] == '\u2026') return Copy("...", into);
        if (word.Length == 2 && Characters.IsApostrophe(word[0]) && Characters.IsApostrophe(word[1])) return Copy("\"", into);
        if (word is "--" or "---" or "``") return Copy(word[0] == '`' ? "\"" : "\u2014", into);
        var skipped = word.Length > Longest ? word.Length - Longest : 0;
        var length = 0;
        for (var i = 0; i < word.Length; i++)
        {
            if (skipped > 0 && i == Longest / 2) i += skipped;
            into[length++] = Plain(word[i]);
        }

        return length;
    }

    private static char Plain(char c) => c switch
    {
        >= '0' and <= '9' => '0',
        < '\u0080' => c,
        '\u2019' or '\u2018' or '\u02bc' or '\u201a' => '\'',
        '\u201c' or '\u201d' or '\u201e' or '\u201f' or '\u00ab' or '\u00bb' => '"',
        '\u2010' or '\u2011' or '\u2212' => '-',
        '\u2012' => '\u2013',
        '\u2015' => '\u2014',
        _ => c,
    };

    private static int Copy(string text, Span<char> into)
    {
        text.CopyTo(into);
        return text.Length;
    }

    private static ReadOnlySpan<char> Tail(ReadOnlySpan<char> word, int length) => word.Length <= length ? word : word[^length..];
}
