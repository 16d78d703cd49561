using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>Compares the threads of one kind. A thread of the later look is that one of the earlier with which it shares most claims, so a key that changed makes no false news.</summary>
/// <param name="subject">The kind.</param>
/// <param name="find">Claims by their ids.</param>
internal sealed class ThreadDiff(ChangeSubject subject, Func<IEnumerable<string>, ImmutableArray<RecordedClaim>> find)
{
    /// <summary>The changes in the order of the later look, what is gone after them.</summary>
    internal IEnumerable<Change> Between(ImmutableArray<SeenThread> allBefore, ImmutableArray<SeenThread> allAfter)
    {
        var before = allBefore.Where(t => t.Subject == subject).ToList();
        var owner = new Dictionary<string, SeenThread>(StringComparer.Ordinal);
        foreach (var thread in before)
            foreach (var claim in thread.Claims) owner[claim] = thread;
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var heirs = new Dictionary<string, SeenThread>(StringComparer.Ordinal);
        foreach (var thread in allAfter.Where(t => t.Subject == subject))
        {
            var kin = thread.Claims.Select(owner.GetValueOrDefault).OfType<SeenThread>().GroupBy(t => t.Key, StringComparer.Ordinal)
                .OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => g.First()).ToList();
            foreach (var other in kin) heirs.TryAdd(other.Key, thread);
            var old = kin.Find(t => taken.Add(t.Key));
            foreach (var change in Changes(old, thread, owner)) yield return change;
        }

        foreach (var thread in before)
        {
            if (taken.Contains(thread.Key)) continue;
            yield return heirs.TryGetValue(thread.Key, out var heir)
                ? new(subject, ChangeKind.Joined, thread.Key, thread.Name, null, heir.Key, find(thread.Claims))
                : new(subject, ChangeKind.Gone, thread.Key, thread.Name, null, null, find(thread.Claims));
        }
    }

    private IEnumerable<Change> Changes(SeenThread? old, SeenThread thread, Dictionary<string, SeenThread> owner)
    {
        var news = find(thread.Claims.Where(c => !owner.ContainsKey(c)));
        if (old is null)
        {
            yield return new(subject, ChangeKind.New, thread.Key, thread.Name, null, null, find(thread.Claims.OrderBy(owner.ContainsKey)));
            yield break;
        }

        var silent = true;
        foreach (var (kind, party) in thread.Fields.Concat(old.Fields).Select(f => (f.Kind, f.Party)).Distinct())
        {
            var (was, now) = (Value(old, kind, party), Value(thread, kind, party));
            if (was == now) continue;
            silent = false;
            yield return new(subject, kind, thread.Key, thread.Name, was, now, news) { Party = party };
        }

        if (silent && !news.IsEmpty) yield return new(subject, ChangeKind.Mentioned, thread.Key, thread.Name, null, null, news);
    }

    private static string? Value(SeenThread thread, ChangeKind kind, string? party)
    {
        foreach (var field in thread.Fields)
            if (field.Kind == kind && field.Party == party) return field.Value;
        return null;
    }
}
