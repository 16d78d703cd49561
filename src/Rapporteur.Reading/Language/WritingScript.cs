namespace Rapporteur.Reading;

/// <summary>Scripts by the blocks of Unicode.</summary>
internal static class WritingScript
{
    public const string Latin = "Latin";

    // First and last code unit of the blocks in which the letters of a script lie.
    private static readonly (char First, char Last, string Script)[] Blocks =
    [
        ('A', '\u024f', Latin), ('\u0370', '\u03ff', "Greek"), ('\u0400', '\u052f', "Cyrillic"), ('\u0530', '\u058f', "Armenian"), ('\u0590', '\u05ff', "Hebrew"),
        ('\u0600', '\u06ff', "Arabic"), ('\u0750', '\u077f', "Arabic"), ('\u0900', '\u097f', "Devanagari"), ('\u0980', '\u09ff', "Bengali"), ('\u0b80', '\u0bff', "Tamil"),
        ('\u0e00', '\u0e7f', "Thai"), ('\u1000', '\u109f', "Myanmar"), ('\u10a0', '\u10ff', "Georgian"), ('\u1200', '\u137f', "Ethiopic"), ('\u1e00', '\u1eff', Latin), ('\u1f00', '\u1fff', "Greek"),
        ('\u3040', '\u30ff', "Kana"), ('\u3400', '\u9fff', "Han"), ('\uac00', '\ud7af', "Hangul"), ('\ufb50', '\ufdff', "Arabic"), ('\ufe70', '\ufeff', "Arabic"),
    ];

    /// <summary>The script of more than half of the letters; Japanese where a tenth of Han and Kana is Kana. Null where there are fewer than four letters or none prevails.</summary>
    public static string? Of(ReadOnlySpan<char> text)
    {
        Span<int> counts = stackalloc int[Blocks.Length];
        var letters = 0;
        var last = 0;
        foreach (var c in text)
        {
            if (!char.IsLetter(c)) continue;
            letters++;
            if (c < Blocks[last].First || c > Blocks[last].Last) last = Block(c);
            if (c >= Blocks[last].First && c <= Blocks[last].Last) counts[last]++;
        }

        if (letters < 4) return null;
        var totals = new SortedDictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < Blocks.Length; i++) totals[Blocks[i].Script] = totals.GetValueOrDefault(Blocks[i].Script) + counts[i];
        var (kana, han) = (totals["Kana"], totals["Han"]);
        if ((kana + han) * 2 > letters) return kana * 10 >= kana + han ? "Kana" : "Han";
        foreach (var (script, count) in totals)
            if (count * 2 > letters) return script;
        return null;
    }

    private static int Block(char letter)
    {
        for (var i = 0; i < Blocks.Length; i++)
            if (Blocks[i].First <= letter && letter <= Blocks[i].Last) return i;
        return 0;
    }
}
