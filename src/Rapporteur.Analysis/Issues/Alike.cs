namespace Rapporteur.Analysis;

/// <summary>Puts things together that are the same by a test that holds for two. Each goes to the first group whose first member it is the same as, else begins one; only groups with which it shares a word are tested.</summary>
internal static class Alike
{
    /// <summary>The groups in the order in which they began.</summary>
    /// <typeparam name="T">What is grouped.</typeparam>
    /// <param name="things">In the order in which they come.</param>
    /// <param name="words">Words of a thing; two that are the same share one at least.</param>
    /// <param name="same">Whether two are the same; given the first member of a group, then the thing.</param>
    internal static List<List<T>> Group<T>(IEnumerable<T> things, Func<T, IEnumerable<string>> words, Func<T, T, bool> same)
    {
        var groups = new List<List<T>>();
        var byWord = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        var near = new SortedSet<int>();
        foreach (var thing in things)
        {
            near.Clear();
            var own = words(thing).ToList();
            foreach (var word in own)
                if (byWord.TryGetValue(word, out var there)) near.UnionWith(there);
            var found = -1;
            foreach (var at in near)
            {
                if (!same(groups[at][0], thing)) continue;
                found = at;
                break;
            }

            if (found >= 0)
            {
                groups[found].Add(thing);
                continue;
            }

            foreach (var word in own)
            {
                if (!byWord.TryGetValue(word, out var there)) byWord.Add(word, there = []);
                there.Add(groups.Count);
            }

            groups.Add([thing]);
        }

        return groups;
    }

    /// <summary>Words that an option shares with every option that is the same: of what is asked for first, else the terms that it adds to its matter.</summary>
    /// <param name="first">What is asked for first; null for nothing.</param>
    /// <param name="matter">The matter of what is wanted.</param>
    /// <param name="terms">What it adds to the words of the matter.</param>
    internal static IEnumerable<string> Words(Subject? first, Matter matter, IReadOnlyList<string> terms)
    {
        if (first is null) return terms.Count == 0 ? [matter.Code] : terms.Select(term => $"{matter.Code} {term}");
        var stems = first.Stems.Select(stem => "after " + stem);
        return first.Merging is { } merging ? stems.Append("after all " + merging.Code) : stems;
    }
}
