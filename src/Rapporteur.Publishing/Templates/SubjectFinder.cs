using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>What a name stands for in a record.</summary>
/// <param name="Key">The key; null where the name stands for nothing, or for several things.</param>
/// <param name="Near">Where there is no key, names that come near, the nearest first; those that the name could stand for where there are several.</param>
public sealed record FoundSubject(string? Key, ImmutableArray<string> Near);

/// <summary>Finds the actor or issue that a person means by a name.</summary>
public static class SubjectFinder
{
    private const int MostNear = 6;

    /// <summary>The actor of a name: its name or another spelling of it, else the only one whose name holds the words. Only actors that the claims speak of are known.</summary>
    /// <param name="snapshot">The record, without what may not be shown.</param>
    /// <param name="name">The name.</param>
    public static FoundSubject Actor(RecordSnapshot snapshot, string name)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var counts = snapshot.Claims.SelectMany(c => new[] { c.Claim.By, c.Claim.Holder }.Concat(c.Claim.To).Concat(c.Claim.Participants).Concat(c.Claim.About).OfType<string>().Distinct(StringComparer.Ordinal))
            .SelectMany(k => snapshot.Actors.TryGetValue(k, out var a) && a.Party is { } party && party != k ? new[] { k, party } : [k])
            .CountBy(k => k, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var actors = snapshot.Actors.Values.Where(a => counts.ContainsKey(a.Key) && !ActorNames.IsDescription(a))
            .OrderByDescending(a => counts[a.Key]).ThenBy(a => a.Key, StringComparer.Ordinal);
        return Find([.. actors.Select(a => (a.Key, a.Name, a.SurfaceForms))], name);
    }

    /// <summary>The issue of a name: its name or key, else the only one whose name holds the words.</summary>
    /// <param name="snapshot">The record with its issues, without what may not be shown.</param>
    /// <param name="name">The name.</param>
    public static FoundSubject Issue(RecordSnapshot snapshot, string name)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var used = snapshot.PositionLines.Select(l => l.Issue).ToHashSet(StringComparer.Ordinal);
        return Find([.. snapshot.Issues.Where(i => used.Contains(i.Key)).Select(i => (i.Key, i.Name, ImmutableArray<string>.Empty))], name);
    }

    private static FoundSubject Find(ImmutableArray<(string Key, string Name, ImmutableArray<string> Forms)> all, string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var asked = Folding.Normalise(name);
        if (asked.Length == 0) return new(null, Names(all));
        foreach (var test in (Func<(string Key, string Name, ImmutableArray<string> Forms), bool>[])
            [a => Same(a.Name) || a.Key.Equals(name.Trim(), StringComparison.OrdinalIgnoreCase), a => a.Forms.Any(Same), a => Holds(a.Name), a => a.Forms.Any(Holds)])
        {
            var found = all.Where(test).ToImmutableArray();
            if (found.Length == 1) return new(found[0].Key, []);
            if (found.Length > 1) return new(null, Names(found));
        }

        return new(null, [.. all.Select(a => (a.Name, Distance: a.Forms.Append(a.Name).Min(f => Distance(Folding.Normalise(f), asked)))).OrderBy(a => a.Distance).Take(MostNear).Select(a => Quoting.Clean(a.Name))]);

        bool Same(string other) => Folding.Normalise(other) == asked;
        bool Holds(string other) => $" {Folding.Normalise(other)} ".Contains($" {asked} ", StringComparison.Ordinal);
    }

    private static ImmutableArray<string> Names(ImmutableArray<(string Key, string Name, ImmutableArray<string> Forms)> some) => [.. some.Take(MostNear).Select(a => Quoting.Clean(a.Name))];

    // Letters to change (Levenshtein), over the length of the longer: a slip of the pen is near, another name is far.
    private static double Distance(string one, string other)
    {
        if (one.Length == 0) return 1;
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var corner = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
                (corner, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, corner + (one[i - 1] == other[j - 1] ? 0 : 1)));
        }

        return (double)row[^1] / Math.Max(one.Length, other.Length);
    }
}
