namespace Rapporteur.Record;

/// <summary>Joins items into threads: the strongest links first, and never two threads that hold a pair in conflict. What is not linked stays
/// alone: two threads are better than a wrong one.</summary>
internal static class Agglomeration
{
    // In a block beyond this size, which one thread rarely reaches, an item is compared with so many of its followers only.
    private const int Neighbours = 400;

    /// <summary>The threads as lists of item numbers, each sorted, in the order of their first items.</summary>
    /// <param name="count">Number of items; they are sorted by time.</param>
    /// <param name="blocks">Keys of an item; only items that share one are compared.</param>
    /// <param name="link">Strength of the link of two items; 0 for none.</param>
    /// <param name="conflict">Whether two items cannot be in one thread.</param>
    /// <param name="rulings">What people put together, whatever keeps it apart, and what they kept apart.</param>
    /// <param name="id">Id of the claim of an item.</param>
    internal static List<List<int>> Run(int count, Func<int, IEnumerable<string>> blocks, Func<int, int, double> link, Func<int, int, bool> conflict, ThreadRulings rulings, Func<int, string> id)
    {
        var threads = Enumerable.Range(0, count).Select(i => new List<int> { i }).ToArray();
        if (!rulings.IsEmpty)
        {
            var read = conflict;
            conflict = (i, j) => rulings.AreApart(id(i), id(j)) || read(i, j);
            Join(threads, rulings, id);
        }

        foreach (var (one, other) in Links(count, blocks, link, conflict))
        {
            var (a, b) = (threads[one], threads[other]);
            if (ReferenceEquals(a, b) || a.Any(i => b.Any(j => conflict(i, j)))) continue;
            a.AddRange(b);
            foreach (var item in b) threads[item] = a;
        }

        var done = threads.Distinct().ToList();
        foreach (var thread in done) thread.Sort();
        return [.. done.OrderBy(t => t[0])];
    }

    private static void Join(List<int>[] threads, ThreadRulings rulings, Func<int, string> id)
    {
        var at = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < threads.Length; i++) at.TryAdd(id(i), i);
        foreach (var (first, second) in rulings.Together)
        {
            if (!at.TryGetValue(first, out var one) || !at.TryGetValue(second, out var other) || ReferenceEquals(threads[one], threads[other])) continue;
            var (a, b) = (threads[one], threads[other]);
            if (a.Exists(i => b.Exists(j => rulings.AreApart(id(i), id(j))))) continue;
            a.AddRange(b);
            foreach (var item in b) threads[item] = a;
        }
    }

    private static IEnumerable<(int One, int Other)> Links(int count, Func<int, IEnumerable<string>> blocks, Func<int, int, double> link, Func<int, int, bool> conflict)
    {
        var byKey = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var i = 0; i < count; i++)
            foreach (var key in blocks(i))
            {
                if (!byKey.TryGetValue(key, out var items)) byKey.Add(key, items = []);
                items.Add(i);
            }

        var seen = new HashSet<(int, int)>();
        var links = new List<(double Strength, int One, int Other)>();
        foreach (var items in byKey.Values)
            for (var a = 0; a < items.Count; a++)
                for (var b = a + 1; b < items.Count && b - a <= Neighbours; b++)
                {
                    if (!seen.Add((items[a], items[b]))) continue;
                    var strength = link(items[a], items[b]);
                    if (strength > 0 && !conflict(items[a], items[b])) links.Add((strength, items[a], items[b]));
                }

        return links.OrderByDescending(l => l.Strength).ThenBy(l => l.One).ThenBy(l => l.Other).Select(l => (l.One, l.Other));
    }
}
