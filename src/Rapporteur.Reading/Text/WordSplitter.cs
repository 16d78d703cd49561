using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Cuts a chunk without blanks, freed of surrounding punctuation, at hyphens, slashes, dashes, signs and clitics.</summary>
internal sealed class WordSplitter(TextLexicon lexicon)
{
    /// <summary>Whether the chunk is nothing but a clitic such as "'s".</summary>
    public static bool IsClitic(ReadOnlySpan<char> chunk) => CliticLength(chunk) == chunk.Length && chunk.Length > 1;

    /// <summary>Appends the tokens of <c>[start, end)</c>.</summary>
    public void Split(string text, int start, int end, List<TextSpan> into)
    {
        if (IsSymbol(text.AsSpan(start, end - start)))
        {
            into.Add(new(start, end));
            return;
        }

        var from = start;
        for (var i = start; i < end;)
        {
            var numbers = i == from ? DashedNumber(text, i, end) : 0;
            if (numbers > 0)
            {
                i += numbers;
                continue;
            }

            var length = Separator(text, from, i, end);
            if (length == 0)
            {
                if (i > from && end < text.Length && text[end] == ' ' && lexicon.OpensGlued(text, i, end))
                {
                    Piece(text, from, i, into);
                    from = i;
                }

                i += char.IsHighSurrogate(text[i]) && i + 1 < end ? 2 : 1;
                continue;
            }

            Piece(text, from, i, into);
            into.Add(new(i, i + length));
            i += length;
            from = i;
        }

        Piece(text, from, end, into);
    }

    /// <summary>Length of the separator at <paramref name="i"/>; zero where the character goes on with the piece that began at <paramref name="from"/>.</summary>
    private int Separator(string text, int from, int i, int end)
    {
        var c = text[i];
        if (Characters.IsWord(c)) return 0;
        var before = i > from ? text[i - 1] : ' ';
        var after = i + 1 < end ? text[i + 1] : ' ';
        if (char.IsHighSurrogate(c) && char.IsLowSurrogate(after)) return Characters.PairIsWord(text, i) ? 0 : Emoji(text, i, end);
        var digits = char.IsAsciiDigit(before) && char.IsAsciiDigit(after);
        switch (c)
        {
            case '-': return Hyphen(text, from, i, end);
            case '/': return digits || IsShorthand(text, from, i, end) ? 0 : 1;
            case ',' or ':': return digits ? 0 : 1;
            case '.': return Stop(text, from, i, end);
            case '&': return char.IsLetterOrDigit(before) && char.IsLetterOrDigit(after) ? 0 : 1;
            case '@': return char.IsLetterOrDigit(before) || char.IsLetterOrDigit(after) ? 0 : 1;
            case '+': return i == from && char.IsAsciiDigit(after) ? 0 : i + 1 == end && char.IsLetter(before) ? 0 : 1;
            case '\'' or '\u2019' or '\u02bc': return char.IsLetterOrDigit(after) ? 0 : 1;
            case '\u200c' or '\u200d' or '\ufe0f': return i > from ? 0 : 1;
            default: break;
        }

        if (Characters.IsDash(c) || c is '=' or '*' or '~' or '|' or '<' or '>') return Same(text, i, end);
        if (Characters.IsCurrency(c)) return i > from && char.IsAsciiDigit(after) && i - from <= 3 && char.IsUpper(text[from]) ? 0 : 1;
        return 1;
    }

    private int Hyphen(string text, int from, int i, int end)
    {
        var run = Same(text, i, end);
        if (run > 1) return run;
        if (i == from) return i + 1 < end && char.IsAsciiDigit(text[i + 1]) ? 0 : 1;
        return i + 1 < end && char.IsLetterOrDigit(text[i + 1]) && lexicon.HyphenPrefixes.Contains(text.AsSpan(from, i - from)) ? 0 : 1;
    }

    private int Stop(string text, int from, int i, int end)
    {
        var run = Same(text, i, end);
        if (run > 1) return run;
        if (i == from) return i + 1 < end && char.IsAsciiDigit(text[i + 1]) ? 0 : 1;
        if (i + 1 == end) return 0;
        var after = text[i + 1];
        if (!char.IsLetterOrDigit(after)) return lexicon.Abbreviation(text.AsSpan(from, i + 1 - from)) == AbbreviationKind.None ? 1 : 0;
        // A sentence that ends without a blank: "war.The".
        return i - from >= 3 && char.IsLower(text[i - 1]) && char.IsUpper(after) ? 1 : 0;
    }

    private void Piece(string text, int from, int end, List<TextSpan> into)
    {
        if (from >= end) return;
        var word = text.AsSpan(from, end - from);
        var clitic = CliticLength(word);
        if (clitic > 0 && clitic < word.Length)
        {
            var second = CliticLength(word[..^clitic]);
            if (second > 0 && second < word.Length - clitic)
            {
                Stem(text, from, end - clitic - second, into);
                into.Add(new(end - clitic - second, end - clitic));
            }
            else
            {
                Stem(text, from, end - clitic, into);
            }

            into.Add(new(end - clitic, end));
            return;
        }

        Stem(text, from, end, into);
    }

    private void Stem(string text, int from, int end, List<TextSpan> into)
    {
        var word = text.AsSpan(from, end - from);
        if (lexicon.Seams(word) is { } lengths)
        {
            foreach (var length in lengths)
            {
                into.Add(new(from, from + length));
                from += length;
            }

            return;
        }

        var cut = NumberCut(word);
        if (cut > 0) into.Add(new(from, from + cut));
        into.Add(new(from + cut, end));
    }

    /// <summary>Where a number ends and its unit, or a currency's letters and its number, part; zero where they do not.</summary>
    private int NumberCut(ReadOnlySpan<char> word)
    {
        var sign = word.IndexOfAny("$€£¥");
        if (sign > 0 && sign + 1 < word.Length) return sign + 1;
        if (!char.IsAsciiDigit(word[0]) && !(word.Length > 1 && word[0] is '+' or '-' or '.' && char.IsAsciiDigit(word[1]))) return 0;
        var i = 1;
        while (i < word.Length && (char.IsAsciiDigit(word[i]) || (word[i] is '.' or ',' or ':' && i + 1 < word.Length && char.IsAsciiDigit(word[i + 1])))) i++;
        // "01M" is a name, "5m" an amount.
        if (i + 1 == word.Length && word[0] == '0' && char.IsAsciiDigit(word[1])) return 0;
        return i < word.Length && lexicon.Units.Contains(word[i..]) ? i : 0;
    }

    private static int CliticLength(ReadOnlySpan<char> word)
    {
        var mark = word.Length - 1;
        while (mark >= 0 && word.Length - mark <= 3 && !Characters.IsApostrophe(word[mark])) mark--;
        if (mark < 0 || word.Length - mark > 3) return 0;
        Span<char> lower = stackalloc char[3];
        var tail = word[(mark + 1)..];
        for (var i = 0; i < tail.Length; i++) lower[i] = char.ToLowerInvariant(tail[i]);
        ReadOnlySpan<char> ending = lower[..tail.Length];
        if (ending is "t") return mark > 0 && word[mark - 1] is 'n' or 'N' ? 3 : 0;
        return ending is "s" or "m" or "d" or "re" or "ve" or "ll" ? tail.Length + 1 : 0;
    }

    /// <summary>Length of digits joined by two or more hyphens, as in dates and telephone numbers; zero where there are none.</summary>
    private static int DashedNumber(string text, int start, int end)
    {
        if (!char.IsAsciiDigit(text[start])) return 0;
        var i = start;
        var hyphens = 0;
        while (i < end && (char.IsAsciiDigit(text[i]) || (text[i] == '-' && i + 1 < end && char.IsAsciiDigit(text[i + 1]))))
            if (text[i++] == '-') hyphens++;
        return hyphens >= 2 && (i == end || !char.IsLetter(text[i])) ? i - start : 0;
    }

    /// <summary>One letter on either side of the slash: "w/o", "I/C".</summary>
    private static bool IsShorthand(string text, int from, int i, int end)
    {
        if (i - from != 1 || !char.IsLetter(text[from])) return false;
        return i + 1 == end || (char.IsLetter(text[i + 1]) && (i + 2 == end || !char.IsLetterOrDigit(text[i + 2])));
    }

    /// <summary>The symbol of a document: "S/RES/2202", "A/65/270".</summary>
    private static bool IsSymbol(ReadOnlySpan<char> word)
    {
        if (word.Length is < 5 or > 24 || !char.IsAsciiLetterUpper(word[0]) || word.Count('/') < 2) return false;
        var digit = false;
        foreach (var c in word)
        {
            if (!char.IsAsciiLetterUpper(c) && !char.IsAsciiDigit(c) && c is not ('/' or '.')) return false;
            digit |= char.IsAsciiDigit(c);
        }

        return digit && char.IsAsciiLetterOrDigit(word[^1]);
    }

    private static int Emoji(string text, int i, int end)
    {
        var stop = i;
        while (stop < end)
            if (stop + 1 < end && char.IsHighSurrogate(text[stop]) && char.IsLowSurrogate(text[stop + 1]) && !Characters.PairIsWord(text, stop)) stop += 2;
            else if (text[stop] is '\u200d' or '\ufe0f') stop++;
            else break;
        return stop - i;
    }

    private static int Same(string text, int i, int end)
    {
        var stop = i;
        while (stop < end && text[stop] == text[i]) stop++;
        return stop - i;
    }
}
