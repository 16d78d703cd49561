using System.Globalization;

namespace Rapporteur.Reading;

/// <summary>Cuts a text into <see cref="TimeWord"/>s in one pass.</summary>
internal static class TimeLexer
{
    private const int LongestNumber = 9;

    internal static List<TimeWord> Cut(string text, TimeVocabulary vocabulary)
    {
        var words = new List<TimeWord>(text.Length / 5 + 8);
        var at = 0;
        while (at < text.Length)
        {
            var c = text[at];
            if (char.IsWhiteSpace(c)) at++;
            else if (char.IsLetter(c)) at = Letters(text, at, vocabulary, words);
            else if (char.IsAsciiDigit(c)) at = Digits(text, at, words);
            else at = Mark(text, at, vocabulary, words);
        }

        return words;
    }

    private static int Letters(string text, int start, TimeVocabulary vocabulary, List<TimeWord> words)
    {
        var end = start;
        while (end < text.Length && char.IsLetter(text[end])) end++;
        if (end - start == 1 && end + 1 < text.Length && text[end] == '.' && char.IsLetter(text[end + 1]))
            return Initials(text, start, vocabulary, words);
        var entry = vocabulary.Find(text.AsSpan(start, end - start));
        var bare = end;
        if (entry >= 0 && vocabulary.IsAbbreviation(entry) && end < text.Length && text[end] == '.') end++;
        words.Add(new(start, end, bare, TimeWordKind.Word, 0, entry));
        return end;
    }

    // "a.m." and "U.S." are one word, known by their letters alone.
    private static int Initials(string text, int start, TimeVocabulary vocabulary, List<TimeWord> words)
    {
        Span<char> letters = stackalloc char[8];
        var (end, count) = (start, 0);
        while (count < letters.Length && end + 1 < text.Length && char.IsLetter(text[end]) && text[end + 1] == '.')
        {
            letters[count++] = text[end];
            end += 2;
        }

        if (end < text.Length && count < letters.Length && char.IsLetter(text[end]) && (end + 1 == text.Length || !char.IsLetter(text[end + 1])))
            letters[count++] = text[end++];
        var bare = text[end - 1] == '.' && (end == text.Length || end + 1 < text.Length && text[end] is '\n') ? end - 1 : end;
        words.Add(new(start, end, bare, TimeWordKind.Word, 0, vocabulary.Find(letters[..count])));
        return end;
    }

    private static int Digits(string text, int start, List<TimeWord> words)
    {
        var end = start;
        while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
        var number = end - start <= LongestNumber ? int.Parse(text.AsSpan(start, end - start), NumberStyles.None, CultureInfo.InvariantCulture) : int.MaxValue;
        var tail = end;
        while (tail < text.Length && char.IsLetter(text[tail])) tail++;
        var suffix = text.AsSpan(end, tail - end);
        if (suffix.Length == 2 && (Is(suffix, "st") || Is(suffix, "nd") || Is(suffix, "rd") || Is(suffix, "th")))
        {
            words.Add(new(start, tail, tail, TimeWordKind.Ordinal, number, -1));
            return tail;
        }

        if (Is(suffix, "s") && end - start is 2 or 4 && number % 10 == 0)
        {
            words.Add(new(start, tail, tail, TimeWordKind.Decade, number, -1));
            return tail;
        }

        words.Add(new(start, end, end, TimeWordKind.Number, number, -1));
        return end;
    }

    private static int Mark(string text, int at, TimeVocabulary vocabulary, List<TimeWord> words)
    {
        var c = text[at] switch
        {
            '–' or '—' or '‑' or '‐' or '−' => '-',
            '’' or '‘' or '`' => '\'',
            var other => other,
        };
        words.Add(new(at, at + 1, at + 1, TimeWordKind.Mark, 0, vocabulary.Find([c])));
        return at + 1;
    }

    private static bool Is(ReadOnlySpan<char> text, string ending) => text.Equals(ending, StringComparison.OrdinalIgnoreCase);
}
