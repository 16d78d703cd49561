using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Finds where sentences end among the tokens of one block. Thread-safe; linear.</summary>
internal sealed class SentenceSplitter(TextLexicon lexicon)
{
    private const int ReportingWindow = 5;
    private const int LongAbbreviation = 4;
    private const int LongClause = 8;

    /// <summary>Appends one past the last token of every sentence; the last is <paramref name="end"/>. A square bracket that closes nothing ends what markup has left over.</summary>
    /// <param name="text">The text.</param>
    /// <param name="tokens">Tokens of the whole document so far.</param>
    /// <param name="start">First token of the block.</param>
    /// <param name="end">One past its last token.</param>
    /// <param name="into">Where the ends go.</param>
    public void Split(string text, List<TextSpan> tokens, int start, int end, List<int> into)
    {
        var first = start;
        var brackets = 0;
        for (var i = start; i < end;)
        {
            if (text[tokens[i].Start] == '[') brackets++;
            else if (text[tokens[i].Start] == ']' && --brackets < 0)
            {
                brackets = 0;
                if (i > first && i + 1 < end && char.IsUpper(text[tokens[i + 1].Start]))
                {
                    into.Add(i + 1);
                    first = ++i;
                    continue;
                }
            }

            if (!Ends(text, tokens[i], out var strong))
            {
                if (++i < end && tokens[i].Start == tokens[i - 1].End && lexicon.OpensGlued(text, tokens[i].Start, tokens[i].End))
                {
                    into.Add(i);
                    first = i;
                }

                continue;
            }

            var next = Absorb(text, tokens, i + 1, end, ref strong);
            if (next < end && IsBoundary(text, tokens, first, i, next, end, strong))
            {
                into.Add(next);
                first = next;
            }

            i = next;
        }

        if (first < end) into.Add(end);
    }

    /// <summary>Whether the token can end a sentence; strong where it is nothing but final punctuation.</summary>
    private static bool Ends(string text, TextSpan token, out bool strong)
    {
        strong = false;
        var last = text[token.End - 1];
        if (last is not ('.' or '!' or '?' or '\u2026' or '\u203d')) return false;
        strong = true;
        for (var i = token.Start; i < token.End; i++)
            if (text[i] is not ('.' or '!' or '?' or '\u2026' or '\u203d')) strong = false;
        return strong || last == '.';
    }

    /// <summary>Skips further final punctuation and the quotation marks and brackets that close right behind it.</summary>
    private static int Absorb(string text, List<TextSpan> tokens, int i, int end, ref bool strong)
    {
        while (i < end)
        {
            var token = tokens[i];
            if (Ends(text, token, out var more) && more && (token.Start == tokens[i - 1].End || !IsEllipsis(text, token) || IsOmission(text, tokens, i, end)))
            {
                strong = true;
                i++;
                continue;
            }

            if (token.Start != tokens[i - 1].End || token.Length > 2 || !Characters.IsCloser(text[token.Start])) break;
            i++;
        }

        return i;
    }

    private bool IsBoundary(string text, List<TextSpan> tokens, int first, int stop, int next, int end, bool strong)
    {
        var apart = tokens[next].Start > tokens[next - 1].End;
        var opened = false;
        var word = next;
        while (word < end && tokens[word].Length <= 3 && (Characters.IsOpener(text[tokens[word].Start]) || Characters.IsDash(text[tokens[word].Start])))
        {
            opened |= Characters.IsOpener(text[tokens[word].Start]);
            word++;
        }

        if (word >= end) return strong && apart && !opened;
        var initial = text[tokens[word].Start];
        if (char.IsLower(initial) && !IsName(text, tokens, word, end)) return strong && apart && word == next && next == stop + 1 && IsPlainEnd(text, tokens, stop);
        if (!apart) return strong && text[tokens[stop].Start] != '\u2026' && tokens[stop].Length == 1 && (char.IsUpper(initial) || opened) && (opened || LongWordBefore(text, tokens, stop));
        if (strong)
        {
            if (IsEllipsis(text, tokens[stop]) && next == stop + 1 && stop > first && stop - first < LongClause && tokens[stop].Start > tokens[stop - 1].End) return false;
            if (word == next && !char.IsLetterOrDigit(initial) && initial is ',' or ';' or ':') return false;
            if (IsLabel(text, tokens, first, stop)) return false;
            return !(next > stop + 1 && text[tokens[stop].End - 1] is '!' or '?' && Reports(text, tokens, word, end));
        }

        var abbreviation = text.AsSpan(tokens[stop].Start, tokens[stop].Length);
        var kind = lexicon.Abbreviation(abbreviation);
        if (kind is AbbreviationKind.Title or AbbreviationKind.Inner or AbbreviationKind.Number) return false;
        return lexicon.Openers.Contains(text.AsSpan(tokens[word].Start, tokens[word].Length));
    }

    private static bool IsEllipsis(string text, TextSpan token) =>
        text[token.Start] == '\u2026' || (token.Length > 1 && text[token.Start] == '.' && text[token.Start + 1] == '.');

    /// <summary>A name that begins with a small particle: "al-Farra".</summary>
    private static bool IsName(string text, List<TextSpan> tokens, int word, int end) =>
        word + 2 < end && tokens[word].Length <= 3 && tokens[word + 1].Start == tokens[word].End && text[tokens[word + 1].Start] == '-' && tokens[word + 2].Start == tokens[word + 1].End && char.IsUpper(text[tokens[word + 2].Start]);

    /// <summary>Dots that stand alone between a full stop and a capital: something was left out between two sentences.</summary>
    private static bool IsOmission(string text, List<TextSpan> tokens, int i, int end) =>
        i + 1 < end && text[tokens[i - 1].End - 1] is '.' or '!' or '?' && !IsEllipsis(text, tokens[i - 1]) && tokens[i + 1].Start > tokens[i].End && char.IsUpper(text[tokens[i + 1].Start]);

    /// <summary>A single mark behind a word in small letters that no abbreviation looks like; hasty writers go on with a small letter there.</summary>
    private static bool IsPlainEnd(string text, List<TextSpan> tokens, int stop)
    {
        if (tokens[stop].Length > 1 || text[tokens[stop].Start] == '\u2026' || stop == 0 || tokens[stop - 1].End != tokens[stop].Start) return false;
        var word = text.AsSpan(tokens[stop - 1].Start, tokens[stop - 1].Length);
        if (word.Length < (text[tokens[stop].Start] == '.' ? LongAbbreviation : 2)) return false;
        foreach (var c in word)
            if (!char.IsLower(c)) return false;
        return true;
    }

    private static bool LongWordBefore(string text, List<TextSpan> tokens, int stop) =>
        stop > 0 && tokens[stop - 1].Length >= 2 && char.IsLetterOrDigit(text[tokens[stop - 1].End - 1]);

    /// <summary>A number or letter with a full stop at the beginning labels an item: "1. Kyiv withdraws".</summary>
    private static bool IsLabel(string text, List<TextSpan> tokens, int first, int stop) =>
        stop == first + 1 && text[tokens[stop].Start] == '.' && tokens[stop].Length == 1
        && tokens[first].Length <= 3 && (char.IsAsciiDigit(text[tokens[first].Start]) || tokens[first].Length == 1);

    /// <summary>A verb of saying within a few words, before anything that parts clauses.</summary>
    private bool Reports(string text, List<TextSpan> tokens, int word, int end)
    {
        for (var i = word; i < end && i < word + ReportingWindow; i++)
        {
            var token = text.AsSpan(tokens[i].Start, tokens[i].Length);
            if (lexicon.ReportingVerbs.Contains(token)) return true;
            if (token.Length == 1 && token[0] is ',' or '.' or ';' or ':' or '?' or '!') return false;
            if (lexicon.Openers.Contains(token) && token is not ("He" or "She" or "They" or "I" or "We" or "The" or "One" or "His" or "Her")) return false;
        }

        return false;
    }
}
