using System.Runtime.InteropServices;
using Rapporteur.Domain;

namespace Rapporteur.Analysis;

/// <summary>Puts things together that are the same by a test that holds for two. Each goes to the first group whose first member it is the same as, else begins one; only groups whose first member shares enough
/// words with it are tested.</summary>
internal static class Alike
{
    /// <summary>The groups in the order in which they began.</summary>
    /// <typeparam name="T">What is grouped.</typeparam>
    /// <param name="things">In the order in which they come.</param>
    /// <param name="marks">Words of a thing, and how many of them another that is the same has at least.</param>
    /// <param name="same">Whether two are the same; given the first member of a group, then the thing.</param>
    internal static List<List<T>> Group<T>(IEnumerable<T> things, Func<T, Marks> marks, Func<T, T, bool> same)
    {
        var groups = new List<List<T>>();
        var least = new List<int>();
        var shared = new List<int>();
        var byWord = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        var near = new List<int>();
        foreach (var thing in things)
        {
            var own = marks(thing);
            Count(own.Words, byWord, shared, near);
            near.Sort();
            var found = -1;
            foreach (var at in near)
            {
                if (found < 0 && shared[at] >= least[at] && same(groups[at][0], thing)) found = at;
                shared[at] = 0;
            }

            if (found >= 0)
            {
                groups[found].Add(thing);
                continue;
            }

            foreach (var word in own.Words) (CollectionsMarshal.GetValueRefOrAddDefault(byWord, word, out _) ??= []).Add(groups.Count);
            groups.Add([thing]);
            least.Add(own.Least);
            shared.Add(0);
        }

        return groups;
    }

    /// <summary>What an option shares with every option that is the same: of what is asked for first, else of the terms that it adds to its matter.</summary>
    /// <param name="first">What is asked for first; null for nothing.</param>
    /// <param name="matter">The matter of what is wanted.</param>
    /// <param name="terms">What it adds to the words of the matter.</param>
    internal static Marks MarksOf(Subject? first, Matter matter, IReadOnlyList<string> terms)
    {
        if (first is null) return terms.Count == 0 ? new([matter.Code], 1) : new([.. terms.Select(term => $"{matter.Code} {term}")], ContentWords.Least(terms.Count, Subject.AlikeFrom));
        var stems = first.Stems.Select(stem => "after " + stem);
        return first.Merging is { } merging ? new([.. stems, "after all " + merging.Code], 1) : new([.. stems], ContentWords.Least(first.Stems.Length, Subject.AlikeFrom));
    }

    // How many words each group shares, and which share any.
    private static void Count(IReadOnlyList<string> words, Dictionary<string, List<int>> byWord, List<int> shared, List<int> near)
    {
        near.Clear();
        var counts = CollectionsMarshal.AsSpan(shared);
        foreach (var word in words)
        {
            if (!byWord.TryGetValue(word, out var there)) continue;
            foreach (var at in there)
                if (counts[at]++ == 0) near.Add(at);
        }
    }

    /// <summary>By what things that are the same are found.</summary>
    /// <param name="Words">Words, each once.</param>
    /// <param name="Least">How many of them another that is the same has at least; 1 or more.</param>
    internal readonly record struct Marks(IReadOnlyList<string> Words, int Least);
}
