namespace Rapporteur.Record;

/// <summary>Joins items into threads: the strongest links first, and never two threads that hold a pair in conflict. What is not linked stays
/// alone: two threads are better than a wrong one.</summary>
internal static class Agglomeration
{
    // In a block beyond this size, which one thread rarely reaches, an item is compared with so many of its followers only.
    private const int Neighbours = 400;
    private const int None = -1;

    /// <summary>The threads as lists of item numbers, each sorted, in the order of their first items.</summary>
    /// <param name="count">Number of items; they are sorted by time.</param>
    /// <param name="blocks">Keys of an item (<see cref="BlockKey"/>); only items that share one are compared.</param>
    /// <param name="link">Strength of the link of two items; 0 for none.</param>
    /// <param name="conflict">Whether two items cannot be in one thread.</param>
    /// <param name="rulings">What people put together, whatever keeps it apart, and what they kept apart.</param>
    /// <param name="id">Id of the claim of an item.</param>
    internal static List<List<int>> Run(int count, Func<int, IEnumerable<ulong>> blocks, Func<int, int, double> link, Func<int, int, bool> conflict, ThreadRulings rulings, Func<int, string> id)
    {
        var threads = new List<int>[count];
        for (var i = 0; i < count; i++) threads[i] = [i];
        if (!rulings.IsEmpty)
        {
            var read = conflict;
            conflict = (i, j) => rulings.AreApart(id(i), id(j)) || read(i, j);
            Join(threads, rulings, id);
        }

        foreach (var (_, one, other) in Links(count, blocks, link, conflict))
        {
            var (a, b) = (threads[one], threads[other]);
            if (ReferenceEquals(a, b) || Clash(a, b, conflict)) continue;
            a.AddRange(b);
            foreach (var item in b) threads[item] = a;
        }

        var done = threads.Distinct().ToList();
        foreach (var thread in done) thread.Sort();
        return [.. done.OrderBy(t => t[0])];
    }

    private static bool Clash(List<int> a, List<int> b, Func<int, int, bool> conflict)
    {
        foreach (var one in a)
            foreach (var other in b)
                if (conflict(one, other)) return true;
        return false;
    }

    private static void Join(List<int>[] threads, ThreadRulings rulings, Func<int, string> id)
    {
        var at = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < threads.Length; i++) at.TryAdd(id(i), i);
        foreach (var (first, second) in rulings.Together)
        {
            if (!at.TryGetValue(first, out var one) || !at.TryGetValue(second, out var other) || ReferenceEquals(threads[one], threads[other])) continue;
            var (a, b) = (threads[one], threads[other]);
            if (Clash(a, b, (i, j) => rulings.AreApart(id(i), id(j)))) continue;
            a.AddRange(b);
            foreach (var item in b) threads[item] = a;
        }
    }

    // The strongest first.
    private static List<(double Strength, int One, int Other)> Links(int count, Func<int, IEnumerable<ulong>> blocks, Func<int, int, double> link, Func<int, int, bool> conflict)
    {
        // The places of an item are its blocks; from each the next place of the same block is reached.
        var (first, keys) = (new int[count + 1], new List<ulong>(count * 8));
        for (var i = 0; i < count; i++)
        {
            keys.AddRange(blocks(i));
            first[i + 1] = keys.Count;
        }

        var (item, follower) = (new int[keys.Count], new int[keys.Count]);
        using (var last = new KeyTable(keys.Count))
            for (var i = count - 1; i >= 0; i--)
                for (var place = first[i + 1] - 1; place >= first[i]; place--) (item[place], follower[place]) = (i, last.Exchange(keys[place], place));

        // The item with which each was compared last: two may share many blocks.
        var compared = new int[count];
        var links = new List<(double Strength, int One, int Other)>();
        for (var one = 0; one < count; one++)
            for (var own = first[one]; own < first[one + 1]; own++)
            {
                var place = follower[own];
                for (var apart = 1; place != None && apart <= Neighbours; apart++, place = follower[place])
                {
                    var other = item[place];
                    if (other == one || compared[other] == one + 1) continue;
                    compared[other] = one + 1;
                    var strength = link(one, other);
                    if (strength > 0 && !conflict(one, other)) links.Add((strength, one, other));
                }
            }

        links.Sort(static (a, b) => b.Strength.CompareTo(a.Strength) is var order && order != 0 ? order : a.One != b.One ? a.One - b.One : a.Other - b.Other);
        return links;
    }
}
