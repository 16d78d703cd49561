using System.Collections.Immutable;

namespace Rapporteur.Record;

/// <summary>What is looked for: every word, every phrase in quotation marks, every beginning of a word that ends in <c>*</c>.</summary>
public sealed class SearchQuery
{
    private SearchQuery(ImmutableArray<(string Words, bool IsPrefix)> terms) => Terms = terms;

    /// <summary>Words with single spaces; of a prefix the last word is the beginning of one.</summary>
    internal ImmutableArray<(string Words, bool IsPrefix)> Terms { get; }

    /// <summary>Whether words have to follow one another.</summary>
    internal bool HasPhrase => Terms.Any(term => term.Words.Contains(' ', StringComparison.Ordinal));

    /// <summary>Reads what a person typed; null where there is no word in it.</summary>
    /// <param name="text">Words, <c>"phrases"</c> and beginnings such as <c>sanction*</c>; a word such as <c>cease-fire</c> counts as a phrase.</param>
    public static SearchQuery? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var terms = ImmutableArray.CreateBuilder<(string, bool)>();
        for (var at = 0; at < text.Length;)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }

            var quoted = IsQuote(text[at]);
            var start = quoted ? at + 1 : at;
            var end = start;
            while (end < text.Length && (quoted ? !IsQuote(text[end]) : !char.IsWhiteSpace(text[end]))) end++;
            var words = SearchWords.Line(text[start..end]);
            at = Math.Min(text.Length, end + 1);
            var prefix = end > start && text[end - 1] == '*';
            if (words.Length > 0) terms.Add((words, prefix));
        }

        return terms.Count == 0 ? null : new(terms.DrainToImmutable());
    }

    /// <summary>Whether a line of words has every term.</summary>
    internal bool Holds(string line) => CountIn(line) == Terms.Length;

    /// <summary>How many terms a line of words has.</summary>
    internal int CountIn(string line)
    {
        var padded = " " + line + " ";
        var count = 0;
        foreach (var (words, prefix) in Terms)
            if (padded.Contains(prefix ? " " + words : " " + words + " ", StringComparison.Ordinal)) count++;
        return count;
    }

    private static bool IsQuote(char unit) => unit is '"' or '“' or '”' or '„' or '«' or '»';
}
