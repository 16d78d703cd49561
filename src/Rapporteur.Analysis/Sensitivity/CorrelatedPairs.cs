using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Analysis;

/// <summary>Finds the pairs of numbers that statements of correlation mean.</summary>
internal static class CorrelatedPairs
{
    /// <summary>The pairs, in the order of the table's numbers.</summary>
    public static ImmutableArray<NumberCorrelation> Of(StakeholderTable table, ImmutableArray<CorrelationStatement> statements, ImmutableArray<StakeholderGroup> groups)
    {
        var (all, said) = (TableNumbers.Of(table), new Dictionary<(int, int), double>());
        foreach (var statement in statements)
        {
            var one = Numbers(table, all, statement.One, groups);
            var other = statement.Other is null ? one : Numbers(table, all, statement.Other, groups);
            var found = false;
            foreach (var i in one)
                foreach (var j in other)
                {
                    if (i == j) continue;
                    found = true;
                    var pair = (Math.Min(i, j), Math.Max(i, j));
                    if (said.TryGetValue(pair, out var rank) && rank != statement.Rank)
                        throw new ArgumentException($"The correlation of {all[i].In(table)} and {all[j].In(table)} is given twice, with different numbers.", nameof(statements));
                    said[pair] = statement.Rank;
                }

            if (!found) throw new ArgumentException($"The correlation {statement} names no two numbers.", nameof(statements));
        }

        return [.. said.OrderBy(s => s.Key).Select(s => new NumberCorrelation(all[s.Key.Item1], all[s.Key.Item2], s.Value))];
    }

    private static List<int> Numbers(StakeholderTable table, ImmutableArray<TableNumber> all, NumberSet set, ImmutableArray<StakeholderGroup> groups)
    {
        var issue = -1;
        if (set.Issue is { } name && (issue = table.Dimensions.ToList().FindIndex(d => d.Name.Equals(name, StringComparison.OrdinalIgnoreCase))) < 0)
            throw new ArgumentException($"{set}: the table has no issue {name}; it has {string.Join(", ", table.Dimensions.Select(d => d.Name))}.", nameof(set));
        var members = Members(table, set, groups);
        var (numbers, known) = (new List<int>(), false);
        for (var i = 0; i < all.Length; i++)
        {
            if (all[i].Quantity != set.Quantity || !members.Contains(all[i].Stakeholder) || (issue >= 0 && all[i].Dimension != issue) || !TableNumbers.IsReal(table, all[i])) continue;
            known = true;
            if (!TableNumbers.Estimate(table, all[i]).IsExact) numbers.Add(i);
        }

        if (numbers.Count > 0) return numbers;
        throw new ArgumentException(known ? $"{set}: no such number has a range, so there is nothing to draw together (--vary gives every number one)." : $"{set}: there is no such number in the table.", nameof(set));
    }

    private static HashSet<int> Members(StakeholderTable table, NumberSet set, ImmutableArray<StakeholderGroup> groups)
    {
        var names = table.Stakeholders.Select(s => s.Name).ToList();
        if (set.Who == "*") return [.. Enumerable.Range(0, names.Count)];
        if (names.IndexOf(set.Who) is >= 0 and var only) return [only];
        if (groups.FirstOrDefault(g => g.Name == set.Who) is not { } group)
            throw new ArgumentException($"{set}: there is no stakeholder and no group {set.Who}; there are {string.Join(", ", names.Concat(groups.Select(g => g.Name)))}.", nameof(set));
        var unknown = group.Members.FirstOrDefault(m => !names.Contains(m));
        return unknown is null ? [.. group.Members.Select(names.IndexOf)] : throw new ArgumentException($"The group {group.Name} has the member {unknown}, and no stakeholder has that name.", nameof(groups));
    }
}
