using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>The words of a phrase that say what it is about: all but those of <c>data/publishing/function-words.txt</c>.</summary>
internal static class TellingWords
{
    /// <summary>How many content words a quotation needs to be understood without its sentence.</summary>
    public const int Least = 2;

    private static readonly FrozenSet<string> Function = Load();

    /// <summary>Content words in lower case, in the order of the text, repeated where they are.</summary>
    public static ImmutableArray<string> Of(string text) => [.. Split(text).Select(Normal).Where(w => !Function.Contains(w))];

    /// <summary>Whether words at a span say too little on their own: a pronoun, less than two content words, or a piece of a word.</summary>
    public static bool IsThin(TextSpan span, string text) => CutsWord(span, text) || Of(span.Slice(text)).Length < Least;

    /// <summary>Whether two phrases are about the same thing: they share more than two thirds of the content words of the shorter one.</summary>
    public static bool Overlap(IReadOnlyCollection<string> one, IReadOnlyCollection<string> other) =>
        one.Count > 0 && other.Count > 0 && one.Intersect(other, StringComparer.Ordinal).Count() * 3 > 2 * Math.Min(one.Distinct(StringComparer.Ordinal).Count(), other.Distinct(StringComparer.Ordinal).Count());

    // A span that begins or ends inside a word: "n’t say" of "wouldn’t say".
    private static bool CutsWord(TextSpan span, string text)
    {
        if (span.IsEmpty) return true;
        var before = span.Start > 0 && char.IsLetterOrDigit(text[span.Start - 1]);
        var after = span.End < text.Length && char.IsLetterOrDigit(text[span.End]);
        return (before && (char.IsLetterOrDigit(text[span.Start]) || IsApostrophe(text[span.Start]))) || (after && char.IsLetterOrDigit(text[span.End - 1]));
    }

    private static IEnumerable<string> Split(string text)
    {
        for (var i = 0; i < text.Length;)
        {
            if (!IsWord(text[i]))
            {
                i++;
                continue;
            }

            var start = i;
            while (i < text.Length && IsWord(text[i])) i++;
            if (text.AsSpan(start, i - start).IndexOfAnyExcept("'’-") >= 0) yield return text[start..i];
        }
    }

    private static string Normal(string word) => word.Replace('’', '\'').Trim('-').ToLowerInvariant();

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || c == '-' || IsApostrophe(c);

    private static bool IsApostrophe(char c) => c is '\'' or '’';

    private static FrozenSet<string> Load()
    {
        using var stream = typeof(TellingWords).Assembly.GetManifestResourceStream("function-words.txt")
            ?? throw new InvalidOperationException("The assembly lacks its function words; data/publishing/function-words.txt was not there when it was built.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(w => w[0] != '#').ToFrozenSet(StringComparer.Ordinal);
    }
}
