using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>The rulings that count: of each sort and key those that no other follows. A function of the set of rulings; their order of arrival changes nothing.</summary>
internal sealed class RulingBook
{
    private readonly Dictionary<string, SortedDictionary<string, List<Ruling>>> _heads = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Ruling> _byId = new(StringComparer.Ordinal);
    private readonly HashSet<string> _followed = new(StringComparer.Ordinal);

    private RulingBook()
    {
    }

    /// <summary>Whether there is none.</summary>
    internal bool IsEmpty => _byId.Count == 0;

    internal static RulingBook Of(IEnumerable<Ruling> rulings)
    {
        var book = new RulingBook();
        var all = rulings.DistinctBy(r => r.Id, StringComparer.Ordinal).OrderBy(r => r.Time).ThenBy(r => r.Id, StringComparer.Ordinal).ToList();
        foreach (var ruling in all)
        {
            book._byId.Add(ruling.Id, ruling);
            book._followed.UnionWith(ruling.Follows);
        }

        foreach (var ruling in all) book.Place(ruling);
        return book;
    }

    /// <summary>Takes in one more, of somebody who saw those that are here.</summary>
    internal void Take(Ruling ruling)
    {
        if (!_byId.TryAdd(ruling.Id, ruling)) return;
        _followed.UnionWith(ruling.Follows);
        foreach (var heads in _heads.Values)
            if (heads.TryGetValue(ruling.Key, out var of)) of.RemoveAll(r => _followed.Contains(r.Id));
        Place(ruling);
    }

    /// <summary>The ruling with an id; null where there is none.</summary>
    internal Ruling? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>Whether another ruling follows one.</summary>
    internal bool IsFollowed(string id) => _followed.Contains(id);

    /// <summary>Every ruling.</summary>
    internal IEnumerable<Ruling> Rulings => _byId.Values;

    /// <summary>The decisions of one sort, by key.</summary>
    internal IEnumerable<Decision> All(string sort)
    {
        if (!_heads.TryGetValue(sort, out var places)) yield break;
        foreach (var (key, heads) in places)
        {
            if (sort == "note")
            {
                foreach (var note in heads)
                    if (note.Verdict != Verdict.Undo) yield return new(key, note, [note]);
                continue;
            }

            var counted = heads.FindAll(h => h.Verdict != Verdict.Undo || heads.Exists(o => o.Id != h.Id && Rests(o, h.Follows)));
            if (counted.TrueForAll(h => h.Verdict == Verdict.Undo)) continue;
            var agree = counted.TrueForAll(h => h.Verdict == counted[0].Verdict && RulingPayload.Decision(h.Payload) == RulingPayload.Decision(counted[0].Payload));
            yield return new(key, agree ? counted[^1] : null, [.. counted]);
        }
    }

    /// <summary>The rulings that a new one of a sort on a key has to follow.</summary>
    internal ImmutableArray<Ruling> Heads(string sort, string key) => _heads.TryGetValue(sort, out var places) && places.TryGetValue(key, out var heads) ? [.. heads] : [];

    private void Place(Ruling ruling)
    {
        if (_followed.Contains(ruling.Id) || SortOf(ruling) is not { } sort) return;
        if (!_heads.TryGetValue(sort, out var places)) _heads.Add(sort, places = new(StringComparer.Ordinal));
        if (!places.TryGetValue(ruling.Key, out var heads)) places.Add(ruling.Key, heads = []);
        heads.Add(ruling);
    }

    // Whether a ruling came after one of those that were undone: only then an undoing speaks against it.
    private bool Rests(Ruling ruling, ImmutableArray<string> undone)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>(ruling.Follows);
        while (open.TryPop(out var id))
        {
            if (undone.Contains(id)) return true;
            if (seen.Add(id) && _byId.TryGetValue(id, out var earlier))
                foreach (var next in earlier.Follows) open.Push(next);
        }

        return false;
    }

    // An undoing is of the sort of what it undoes.
    private string? SortOf(Ruling ruling)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var at = ruling;
        while (at.Verdict == Verdict.Undo && seen.Add(at.Id))
        {
            if (at.Follows.Select(_byId.GetValueOrDefault).FirstOrDefault(r => r is not null && r.Key == ruling.Key) is not { } next) return null;
            at = next;
        }

        return Verdict.SortOf(at.Verdict);
    }

    /// <summary>What was decided on one key.</summary>
    /// <param name="Key">The key.</param>
    /// <param name="Effective">The ruling that holds; null where several say different things.</param>
    /// <param name="Heads">Every ruling that no other follows, by time.</param>
    internal sealed record Decision(string Key, Ruling? Effective, ImmutableArray<Ruling> Heads)
    {
        /// <summary>The rulings as they stand in a snapshot: in conflict where none holds, unless what they are on is absent.</summary>
        /// <param name="standing">How the one that holds stands; absent also where none holds and what they are on is not there.</param>
        /// <param name="subject">What they are on, to be shown.</param>
        /// <param name="text">The text to which the spans of their claims belong; empty for verdicts without a claim.</param>
        internal IEnumerable<AppliedRuling> Applied(RulingStanding standing, string subject, string text = "")
        {
            var conflict = Effective is null && standing != RulingStanding.Absent;
            foreach (var ruling in Effective is { } one ? [one] : Heads)
            {
                var payload = RulingPayload.Parse(ruling.Payload, text);
                yield return new()
                {
                    Ruling = ruling,
                    Standing = conflict ? RulingStanding.Conflict : standing,
                    Reason = payload?.Reason,
                    Value = payload?.Value,
                    Subject = subject,
                    Against = conflict ? [.. Heads.Where(h => h.Id != ruling.Id).Select(h => h.Id)] : [],
                };
            }
        }
    }
}
