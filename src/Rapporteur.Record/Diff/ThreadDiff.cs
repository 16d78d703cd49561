using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>Compares the threads of one kind. A thread of the later snapshot is that one of the earlier with which it shares most claims, so a key that changed makes no false news.</summary>
/// <param name="subject">The kind.</param>
/// <param name="known">Ids of every claim of the earlier snapshot.</param>
/// <param name="compare">Fields of a thread before and after, equal ones included.</param>
internal sealed class ThreadDiff<T>(ChangeSubject subject, HashSet<string> known, Func<T, T, ImmutableArray<SnapshotDiff.Difference>> compare)
    where T : Domain.Thread
{
    public IEnumerable<Change> Between(ImmutableArray<T> before, ImmutableArray<T> after)
    {
        var owner = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var thread in before)
            foreach (var claim in thread.Claims) owner[claim.Claim.Id] = thread;
        var taken = new Dictionary<string, T>(StringComparer.Ordinal);
        var heirs = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var thread in after)
        {
            var kin = thread.Claims.Select(c => owner.GetValueOrDefault(c.Claim.Id)).OfType<T>().GroupBy(t => t.Key, StringComparer.Ordinal)
                .OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => g.First()).ToList();
            foreach (var other in kin) heirs.TryAdd(other.Key, thread);
            if (kin.Find(t => !taken.ContainsKey(t.Key)) is { } old) taken.Add(old.Key, thread);
            else old = null;
            foreach (var change in Changes(old, thread)) yield return change;
        }

        foreach (var thread in before)
        {
            if (taken.ContainsKey(thread.Key)) continue;
            yield return heirs.TryGetValue(thread.Key, out var heir)
                ? new(subject, ChangeKind.Joined, thread.Key, thread.Name, null, heir.Key, thread.Claims)
                : new(subject, ChangeKind.Gone, thread.Key, thread.Name, null, null, thread.Claims);
        }
    }

    private IEnumerable<Change> Changes(T? old, T thread)
    {
        ImmutableArray<RecordedClaim> news = [.. thread.Claims.Where(c => !known.Contains(c.Claim.Id))];
        if (old is null)
        {
            yield return new(subject, ChangeKind.New, thread.Key, thread.Name, null, null, [.. news, .. thread.Claims.Where(c => known.Contains(c.Claim.Id))]);
            yield break;
        }

        var silent = true;
        foreach (var (kind, was, now, party) in compare(old, thread))
        {
            if (was == now) continue;
            silent = false;
            yield return new(subject, kind, thread.Key, thread.Name, was, now, news) { Party = party };
        }

        if (silent && !news.IsEmpty) yield return new(subject, ChangeKind.Mentioned, thread.Key, thread.Name, null, null, news);
    }
}
