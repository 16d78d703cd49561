using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Rapporteur.Domain;

/// <summary>The words of a phrase that say what it is about: folded, without function words, with endings cut, so that phrases of different texts
/// can be compared. The stems are keys, not words to show.</summary>
public static class ContentWords
{
    private static readonly FrozenSet<string> Functional = WordList.Load("function-words.txt");
    private static readonly FrozenSet<string> Meetings = WordList.Load("meeting-words.txt");
    private static readonly SearchValues<string> MeetingLetters = SearchValues.Create([.. Meetings], StringComparison.OrdinalIgnoreCase);

    /// <summary>The stem that stands for every word of negation.</summary>
    public const string Negation = "not";

    /// <summary>The stems of a phrase, each once, in the order of the phrase.</summary>
    /// <param name="phrase">The words as the text has them.</param>
    public static ImmutableArray<string> Of(string phrase)
    {
        ArgumentNullException.ThrowIfNull(phrase);
        var stems = ImmutableArray.CreateBuilder<string>();
        foreach (var word in Folding.Normalise(phrase).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (Functional.Contains(word)) continue;
            var stem = word is "no" or "not" or "never" or "without" or "cannot" or "wont" or "dont" or "isnt" or "cant" ? Negation : Stem(word);
            if (!stems.Contains(stem)) stems.Add(stem);
        }

        return stems.DrainToImmutable();
    }

    /// <summary>Whether the phrase names a meeting, talks, a call or a visit.</summary>
    /// <param name="phrase">The words as the text has them.</param>
    public static bool NameMeeting(string phrase)
    {
        ArgumentNullException.ThrowIfNull(phrase);
        return phrase.AsSpan().ContainsAny(MeetingLetters) && Of(phrase).Any(Meetings.Contains);
    }

    /// <summary>Shared stems over all stems of both (Jaccard), in [0, 1]; 0 where one is empty.</summary>
    /// <param name="one">Stems of one phrase.</param>
    /// <param name="other">Stems of the other.</param>
    public static double Similarity(ImmutableArray<string> one, ImmutableArray<string> other)
    {
        if (one.IsDefaultOrEmpty || other.IsDefaultOrEmpty) return 0;
        var shared = 0;
        foreach (var stem in one)
            if (other.AsSpan().Contains(stem)) shared++;
        return (double)shared / (one.Length + other.Length - shared);
    }

    /// <summary>How many of its stems a phrase shares at least with one of a <see cref="Similarity"/> from a value on.</summary>
    /// <param name="stems">How many stems the phrase has.</param>
    /// <param name="similarity">The value, in (0, 1].</param>
    public static int Least(int stems, double similarity)
    {
        var least = 1;
        while (least < stems && (double)least / stems < similarity) least++;
        return least;
    }

    // Cuts English inflection and the commonest noun endings; errs towards leaving words apart.
    private static string Stem(string word)
    {
        var stem = word;
        if (stem.Length > 4 && stem.EndsWith("ies", StringComparison.Ordinal)) stem = stem[..^3] + "y";
        else if (stem.Length > 3 && stem[^1] == 's' && stem[^2] is not ('s' or 'u' or 'i')) stem = stem[..^1];
        if (stem.Length > 5 && stem.EndsWith("ing", StringComparison.Ordinal)) stem = Single(stem[..^3]);
        else if (stem.Length > 4 && stem.EndsWith("ed", StringComparison.Ordinal)) stem = Single(stem[..^2]);
        if (stem.Length > 6 && (stem.EndsWith("tion", StringComparison.Ordinal) || stem.EndsWith("sion", StringComparison.Ordinal))) stem = stem[..^3];
        if (stem.Length > 6 && stem.EndsWith("izat", StringComparison.Ordinal)) stem = stem[..^2];
        return stem.Length > 3 && stem[^1] == 'e' ? stem[..^1] : stem;
    }

    private static string Single(string stem) =>
        stem.Length > 3 && stem[^1] == stem[^2] && stem[^1] is not ('s' or 'l') ? stem[..^1] : stem;
}
