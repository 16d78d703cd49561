using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Cuts a stretch of text into syntactic words by the conventions of the English Web Treebank:
/// clitics and the parts of hyphenated compounds are tokens, abbreviations keep their full stop. Thread-safe; linear.</summary>
internal sealed class Tokenizer(TextLexicon lexicon)
{
    private const int LongestAddress = 2048;
    private const int LongestAbbreviation = 12;
    private readonly WordSplitter words = new(lexicon);

    /// <summary>Appends the tokens of <c>[start, end)</c>; every character that is not blank belongs to exactly one.</summary>
    public void Tokenize(string text, int start, int end, List<TextSpan> into)
    {
        var trailing = new Stack<TextSpan>();
        for (var i = start; i < end;)
        {
            if (Characters.IsBlank(text[i]))
            {
                i++;
                continue;
            }

            var stop = i + 1;
            while (stop < end && !Characters.IsBlank(text[stop])) stop++;
            Chunk(text, i, stop, end, trailing, into);
            i = stop;
        }
    }

    private void Chunk(string text, int start, int end, int limit, Stack<TextSpan> trailing, List<TextSpan> into)
    {
        if (end - start <= 4 && lexicon.Emoticons.Contains(text.AsSpan(start, end - start)))
        {
            into.Add(new(start, end));
            return;
        }

        while (start < end)
        {
            var length = Leading(text, start, end);
            if (length == 0) break;
            into.Add(new(start, start + length));
            start += length;
        }

        var depth = 0;
        var address = end - start is > 3 and <= LongestAddress && Addresses.LooksLikeOne(text.AsSpan(start, end - start));
        while (start < end)
        {
            var length = Trailing(text, start, end, limit, depth, address);
            if (length == 0) break;
            trailing.Push(new(end - length, end));
            end -= length;
            depth++;
        }

        if (start < end)
        {
            if (end - start <= LongestAddress && Addresses.IsOne(text.AsSpan(start, end - start), lexicon)) into.Add(new(start, end));
            else words.Split(text, start, end, into);
        }

        while (trailing.TryPop(out var span)) into.Add(span);
    }

    private static int Leading(string text, int start, int end)
    {
        var c = text[start];
        var next = start + 1 < end ? text[start + 1] : ' ';
        if (Characters.IsApostrophe(c))
        {
            if (char.IsAsciiDigit(next) && c != '\u2018') return 0;
            if (next == c) return 2;
            return WordSplitter.IsClitic(text.AsSpan(start, end - start)) ? 0 : 1;
        }

        if (c == '`') return next == '`' ? 2 : 1;
        if (Characters.IsQuote(c) || c is '(' or '[' or '{' or ')' or ']' or '}') return 1;
        if (c == '.') return char.IsAsciiDigit(next) ? 0 : Run(text, start, end, static x => x == '.');
        if (c is '!' or '?') return Run(text, start, end, static x => x is '!' or '?');
        if (c is '+' or '-' && char.IsAsciiDigit(next)) return 0;
        if (Characters.IsDash(c) || c is '*' or '=' or '<' or '>' or '|' or '~' or '/' or '\\' or '^') return Same(text, start, end);
        if (Characters.IsCurrency(c)) return Same(text, start, end);
        return c is ',' or ';' or ':' or '\u2026' or '#' || Characters.IsBullet(c) ? 1 : 0;
    }

    private int Trailing(string text, int start, int end, int limit, int depth, bool address)
    {
        var c = text[end - 1];
        if (c == '.')
        {
            var dots = Back(text, start, end, static x => x == '.');
            if (dots > 1) return dots;
            return KeepsStop(text, start, end, limit, depth) ? 0 : 1;
        }

        if (c is '!' or '?') return Back(text, start, end, static x => x is '!' or '?');
        if (c is ',' or ';' or ':' or '\u2026' || Characters.IsQuote(c) || c is ')' or ']' or '}' or '(' or '[' or '{')
            return c == '\'' && end - 2 >= start && text[end - 2] == '\'' ? 2 : 1;
        if (address) return 0;
        return Characters.IsDash(c) || c is '*' or '=' or '<' or '>' or '|' or '~' or '\\' or '^'
            ? Back(text, start, end, x => x == c) : 0;
    }

    /// <summary>Whether the full stop at the end of <c>[start, end)</c> belongs to an abbreviation, number label or initial.</summary>
    private bool KeepsStop(string text, int start, int end, int limit, int depth)
    {
        var from = end - 1;
        while (from > start && end - from <= LongestAbbreviation && (Characters.IsWord(text[from - 1]) || text[from - 1] == '.')) from--;
        var word = text.AsSpan(from, end - from);
        if (word.Length < 2) return false;
        var next = end;
        while (next < limit && Characters.IsBlank(text[next])) next++;
        var follower = next < limit ? text[next] : '\0';
        switch (lexicon.Abbreviation(word))
        {
            case AbbreviationKind.End: return true;
            case AbbreviationKind.Number: return depth == 0 && char.IsAsciiDigit(follower);
            case AbbreviationKind.Title or AbbreviationKind.Inner: return depth > 0 || follower != '\0';
            default: break;
        }

        if (word.Length != 2 || !char.IsUpper(word[0]) || depth > 0) return false;
        if (FollowsInitial(text, from)) return true;
        if (!char.IsUpper(follower)) return false;
        var last = next;
        while (last < limit && char.IsLetter(text[last])) last++;
        return !lexicon.Openers.Contains(text.AsSpan(next, last - next));
    }

    /// <summary>The second initial of two that a blank parts: "U. N.".</summary>
    private static bool FollowsInitial(string text, int from) =>
        from >= 3 && text[from - 1] == ' ' && text[from - 2] == '.' && char.IsUpper(text[from - 3]) && (from == 3 || !char.IsLetterOrDigit(text[from - 4]));

    private static int Run(string text, int start, int end, Func<char, bool> member)
    {
        var i = start;
        while (i < end && member(text[i])) i++;
        return i - start;
    }

    private static int Same(string text, int start, int end)
    {
        var i = start;
        while (i < end && text[i] == text[start]) i++;
        return i - start;
    }

    private static int Back(string text, int start, int end, Func<char, bool> member)
    {
        var i = end;
        while (i > start && member(text[i - 1])) i--;
        return end - i;
    }
}
