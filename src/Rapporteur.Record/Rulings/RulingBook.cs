using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>The rulings that count: of each sort and key those that no other follows. A function of the set of rulings; their order of arrival changes nothing.</summary>
internal sealed class RulingBook
{
    private readonly SortedDictionary<(string Sort, string Key), List<Ruling>> _heads = [];

    private RulingBook()
    {
    }

    /// <summary>Whether there is none.</summary>
    internal bool IsEmpty => _heads.Count == 0;

    internal static RulingBook Of(IEnumerable<Ruling> rulings)
    {
        var book = new RulingBook();
        var all = rulings.DistinctBy(r => r.Id, StringComparer.Ordinal).OrderBy(r => r.Time).ThenBy(r => r.Id, StringComparer.Ordinal).ToList();
        if (all.Count == 0) return book;
        var byId = all.ToDictionary(r => r.Id, StringComparer.Ordinal);
        var followed = all.SelectMany(r => r.Follows).ToHashSet(StringComparer.Ordinal);
        foreach (var ruling in all)
        {
            if (followed.Contains(ruling.Id) || SortOf(ruling, byId) is not { } sort) continue;
            var place = (sort, ruling.Key);
            if (!book._heads.TryGetValue(place, out var heads)) book._heads.Add(place, heads = []);
            heads.Add(ruling);
        }

        return book;
    }

    /// <summary>The decisions of one sort, by key.</summary>
    internal IEnumerable<Decision> All(string sort)
    {
        foreach (var ((of, key), heads) in _heads)
        {
            if (of != sort) continue;
            if (sort == "note")
            {
                foreach (var note in heads)
                    if (note.Verdict != Verdict.Undo) yield return new(key, note, [note]);
                continue;
            }

            var agree = heads.TrueForAll(h => h.Verdict == heads[0].Verdict && RulingPayload.Decision(h.Payload) == RulingPayload.Decision(heads[0].Payload));
            if (agree && heads[0].Verdict == Verdict.Undo) continue;
            yield return new(key, agree ? heads[^1] : null, [.. heads]);
        }
    }

    /// <summary>The rulings that a new one of a sort on a key has to follow.</summary>
    internal ImmutableArray<Ruling> Heads(string sort, string key) => _heads.TryGetValue((sort, key), out var heads) ? [.. heads] : [];

    // An undoing is of the sort of what it undoes.
    private static string? SortOf(Ruling ruling, Dictionary<string, Ruling> byId)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var at = ruling;
        while (at.Verdict == Verdict.Undo && seen.Add(at.Id))
        {
            if (at.Follows.Select(id => byId.GetValueOrDefault(id)).FirstOrDefault(r => r is not null && r.Key == ruling.Key) is not { } next) return null;
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
        /// <summary>The rulings as they stand in a snapshot.</summary>
        internal IEnumerable<AppliedRuling> Applied(RulingStanding standing, string subject)
        {
            foreach (var ruling in Effective is { } one ? [one] : Heads)
            {
                var payload = RulingPayload.Parse(ruling.Payload, "");
                yield return new()
                {
                    Ruling = ruling,
                    Standing = Effective is null ? RulingStanding.Conflict : standing,
                    Reason = payload?.Reason,
                    Value = payload?.Value,
                    Subject = subject,
                    Against = Effective is null ? [.. Heads.Where(h => h.Id != ruling.Id).Select(h => h.Id)] : [],
                };
            }
        }
    }
}
