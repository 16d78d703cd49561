using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>Words that count the parts of a plan.</summary>
/// <param name="Words">The words.</param>
/// <param name="Number">The number.</param>
/// <param name="IsOrdinal">Whether they name one part ("the third stage") and so say that there are at least so many.</param>
/// <param name="Plan">Stems of the words after "of", which name the plan; empty where they do not follow.</param>
internal sealed record PartCount(string Words, int Number, bool IsOrdinal, ImmutableArray<string> Plan)
{
    private static readonly FrozenSet<string> Parts = WordList.Load("part-words.txt");
    private static readonly SearchValues<string> PartLetters = SearchValues.Create([.. Parts], StringComparison.OrdinalIgnoreCase);
    private static readonly string[] Cardinals = ["", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
    private static readonly string[] Ordinals = ["", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];

    /// <summary>Every count in a sentence.</summary>
    internal static IEnumerable<PartCount> In(string sentence)
    {
        if (!sentence.AsSpan().ContainsAny(PartLetters)) yield break;
        var words = sentence.Split([' ', '-', '\n', '‑'], StringSplitOptions.RemoveEmptyEntries).Select(w => w.Trim(',', '.', ';', ':', '“', '”', '"', '(', ')')).ToArray();
        for (var i = 0; i + 1 < words.Length; i++)
        {
            if (!IsPart(words[i + 1])) continue;
            var word = Folding.Normalise(words[i]);
            var (ordinal, number) = (true, Array.IndexOf(Ordinals, word));
            if (number < 1 && !int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out number)) number = Array.IndexOf(Cardinals, word);
            if (Array.IndexOf(Ordinals, word) < 1) ordinal = false;
            // One part is no count, and a first part says nothing of how many follow.
            if (number < 2) continue;
            var plan = i + 2 < words.Length && words[i + 2] is "of" or "to" or "in" ? ContentWords.Of(string.Join(' ', words.Skip(i + 3).Take(8))) : [];
            yield return new($"{words[i]} {words[i + 1]}", number, ordinal, [.. plan.Take(3)]);
        }
    }

    /// <summary>Whether both counts cannot be of one plan.</summary>
    internal bool Excludes(PartCount other) => (IsOrdinal, other.IsOrdinal) switch
    {
        (false, false) => Number != other.Number,
        (true, false) => Number > other.Number,
        (false, true) => other.Number > Number,
        _ => false,
    };

    private static bool IsPart(string word)
    {
        var folded = Folding.Normalise(word);
        return Parts.Contains(folded) || (folded.Length > 1 && folded[^1] == 's' && Parts.Contains(folded[..^1]));
    }
}
