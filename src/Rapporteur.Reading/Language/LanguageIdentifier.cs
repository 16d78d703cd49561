using System.Collections.Frozen;
using System.Numerics;

namespace Rapporteur.Reading;

/// <summary>Tells the language of a text, first by its script, then by its function words and the letters that only one language has.
/// Made to answer one question well: is this English? Thread-safe.</summary>
public sealed class LanguageIdentifier
{
    private const int SampleLength = 16_000;
    private const int FewestWords = 12;
    private const double LowestShare = 0.12;
    private static readonly Lazy<LanguageIdentifier> FromShipped = new(() => new(DataFolder.Shipped));
    private readonly LanguageProfile[] languages;
    private readonly FrozenDictionary<string, ulong>.AlternateLookup<ReadOnlySpan<char>> words;
    private readonly FrozenDictionary<char, ulong> letters;
    private readonly int english;

    /// <summary>An identifier with the profiles of a data folder.</summary>
    /// <param name="data">Holds <c>lexicons/languages/function-words.txt</c>.</param>
    public LanguageIdentifier(DataFolder data)
    {
        ArgumentNullException.ThrowIfNull(data);
        languages = [.. data.Lines("lexicons/languages/function-words.txt").Select(LanguageProfile.Parse)];
        if (languages.Length > 64) throw new InvalidDataException("At most 64 languages can be told apart.");
        var byWord = new Dictionary<string, ulong>(StringComparer.Ordinal);
        var byLetter = new Dictionary<char, ulong>();
        for (var i = 0; i < languages.Length; i++)
        {
            foreach (var word in languages[i].Words) byWord[word] = byWord.GetValueOrDefault(word) | (1UL << i);
            foreach (var letter in languages[i].Letters) byLetter[letter] = byLetter.GetValueOrDefault(letter) | (1UL << i);
        }

        words = byWord.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        letters = byLetter.ToFrozenDictionary();
        english = Array.FindIndex(languages, language => language.Code == "en");
    }

    /// <summary>The identifier with the shipped profiles.</summary>
    public static LanguageIdentifier Shipped => FromShipped.Value;

    /// <summary>The language that the text looks like, judged by its first 16,000 characters. Fewer than twelve words in Latin letters that no other language claims give <c>und</c>.</summary>
    /// <param name="text">The text.</param>
    public LanguageGuess Identify(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var sample = text.AsSpan(0, Math.Min(text.Length, SampleLength));
        var script = WritingScript.Of(sample);
        if (script is null) return LanguageGuess.Undetermined;
        var (hits, count) = Count(sample);
        return script == WritingScript.Latin ? Latin(hits, count) : Other(script, hits);
    }

    private LanguageGuess Latin(int[] hits, int count)
    {
        var best = Best(hits, WritingScript.Latin);
        var (own, other) = (hits[english], hits[best]);
        if (best != english && own < 0.75 * other)
        {
            var plain = count >= FewestWords ? other >= LowestShare * count && other >= 3 : other >= 3 && other >= 0.4 * count && own * 3 <= other;
            return plain ? Guess(best) : LanguageGuess.Undetermined;
        }

        return count >= FewestWords && own >= LowestShare * count ? Guess(english) : LanguageGuess.Undetermined;
    }

    private LanguageGuess Other(string script, int[] hits)
    {
        var best = Best(hits, script);
        return best < 0 ? new("und-" + script, script) : Guess(best);
    }

    private int Best(int[] hits, string script)
    {
        var best = -1;
        for (var i = 0; i < languages.Length; i++)
            if (languages[i].Script == script && (best < 0 || hits[i] > hits[best])) best = i;
        return best;
    }

    private LanguageGuess Guess(int index) => new(languages[index].Code, languages[index].Name);

    private (int[] Hits, int Words) Count(ReadOnlySpan<char> sample)
    {
        var hits = new int[languages.Length];
        var count = 0;
        Span<char> word = stackalloc char[24];
        for (int at = 0; at < sample.Length;)
        {
            if (!char.IsLetter(sample[at]))
            {
                at++;
                continue;
            }

            int length = 0;
            ulong marked = 0;
            for (; at < sample.Length && char.IsLetter(sample[at]); at++)
            {
                var letter = char.ToLowerInvariant(sample[at]);
                if (length < word.Length) word[length] = letter;
                length++;
                if (letters.TryGetValue(letter, out var only)) marked |= only;
            }

            count++;
            if (length <= word.Length && words.TryGetValue(word[..length], out var claimed)) marked |= claimed;
            for (; marked != 0; marked &= marked - 1) hits[BitOperations.TrailingZeroCount(marked)]++;
        }

        return (hits, count);
    }
}
