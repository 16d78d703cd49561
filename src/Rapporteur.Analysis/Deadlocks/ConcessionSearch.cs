using System.Collections.Immutable;

namespace Rapporteur.Analysis;

/// <summary>The smallest sets of stances whose dropping frees what they keep stuck: minimal hitting sets of the sets that keep it stuck, found by a tree of
/// hitting sets in order of size (Reiter 1987, "A theory of diagnosis from first principles"); a set that keeps it stuck is made minimal by QuickXplain (Junker 2004).
/// The limit is counted in steps, so that the answer is the same on every machine.</summary>
/// <param name="count">How many stances there are.</param>
/// <param name="frees">Whether it comes free when these are dropped; more dropped never free less.</param>
/// <param name="cost">How many steps one such question counts for.</param>
internal sealed class ConcessionSearch(int count, Func<bool[], bool> frees, long cost)
{
    /// <summary>Most sets listed.</summary>
    internal const int MostSets = 12;

    private readonly List<int[]> _conflicts = [];
    private readonly List<int[]> _found = [];
    private long _left;

    /// <summary>A search for the stances that keep nodes of a graph from coming about.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="goals">The nodes.</param>
    internal ConcessionSearch(RequirementGraph graph, ImmutableArray<int> goals)
        : this(graph.Stances.Length, dropped => graph.Attainable(dropped) is var can && goals.All(g => can[g]), graph.Size)
    {
    }

    /// <summary>Steps taken so far.</summary>
    internal long Steps { get; private set; }

    /// <summary>The sets, smallest first, then in order of stances; whether these are all.</summary>
    /// <param name="steps">Most steps (nodes and edges looked at).</param>
    internal (ImmutableArray<ImmutableArray<int>> Sets, bool All) Run(long steps)
    {
        _left = steps;
        var level = new List<int[]> { Array.Empty<int>() };
        var all = true;
        while (level.Count > 0 && all)
        {
            var next = new SortedSet<int[]>(Lexical.Instance);
            foreach (var set in level)
            {
                if (_found.Exists(f => IsSubset(f, set))) continue;
                if (_found.Count >= MostSets || _left <= 0)
                {
                    all = false;
                    break;
                }

                Spend(1 + _conflicts.Count);
                if (Conflict(set) is not { } conflict) _found.Add(set);
                else
                    foreach (var stance in conflict) next.Add(With(set, stance));
            }

            level = [.. next];
        }

        return ([.. _found.Select(f => f.ToImmutableArray())], all);
    }

    // Stances that keep the goals stuck although the set is dropped; null where it frees them. Empty where nothing that could be dropped frees them.
    private int[]? Conflict(int[] set)
    {
        if (_conflicts.Find(c => !c.AsSpan().ContainsAny(set)) is { } known) return known;
        var dropped = new bool[count];
        foreach (var stance in set) dropped[stance] = true;
        if (IsFree(dropped)) return null;
        var rest = Enumerable.Range(0, dropped.Length).Where(i => !dropped[i]).ToArray();
        Array.Fill(dropped, true);
        var conflict = IsFree(dropped) ? Minimal(dropped, rest, false) : [];
        Array.Sort(conflict);
        _conflicts.Add(conflict);
        return conflict;
    }

    // QuickXplain: of the candidates those that, kept beside what is not dropped, keep the goals stuck. "dropped" is as before the call when it returns.
    private int[] Minimal(bool[] dropped, int[] candidates, bool grew)
    {
        if (grew && !IsFree(dropped)) return [];
        if (candidates.Length == 1) return candidates;
        var (one, other) = (candidates[..(candidates.Length / 2)], candidates[(candidates.Length / 2)..]);
        Set(dropped, one, false);
        var second = Minimal(dropped, other, one.Length > 0);
        Set(dropped, one, true);
        Set(dropped, second, false);
        var first = Minimal(dropped, one, second.Length > 0);
        Set(dropped, second, true);
        return [.. first, .. second];
    }

    private bool IsFree(bool[] dropped)
    {
        Spend(cost);
        return frees(dropped);
    }

    private void Spend(long steps)
    {
        _left -= steps;
        Steps += steps;
    }

    private static void Set(bool[] dropped, int[] stances, bool value)
    {
        foreach (var stance in stances) dropped[stance] = value;
    }

    private static int[] With(int[] set, int stance)
    {
        int[] with = [.. set, stance];
        Array.Sort(with);
        return with;
    }

    private static bool IsSubset(int[] part, int[] whole) => part.All(p => Array.BinarySearch(whole, p) >= 0);

    private sealed class Lexical : IComparer<int[]>
    {
        internal static readonly Lexical Instance = new();

        public int Compare(int[]? x, int[]? y) => x.AsSpan().SequenceCompareTo(y);
    }
}
