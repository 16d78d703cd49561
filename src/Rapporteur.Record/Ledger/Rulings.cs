using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>Adds rulings to the ledger's own chain and lists those of all chains.</summary>
internal sealed class Rulings(string ledger, TimeProvider clock, Statements sql, ContentStore contents, EventLog events, Withdrawals withdrawals)
{
    /// <summary>Adds one; runs inside a transaction of the caller.</summary>
    internal Appended Add(Ruling ruling)
    {
        if (Ruling.IdOf(ruling.Key, ruling.Verdict, ruling.Author, ruling.Time, ruling.Follows) != ruling.Id) throw new ArgumentException("The id of a ruling belongs to its fields; make it with Ruling.Of.", nameof(ruling));
        if (withdrawals.Covers(ruling.Key, ruling.TextId)) return Appended.Withdrawn;
        var body = RulingBody.Write(ruling);
        foreach (var known in events.OfRuling(ruling.Id).Select(row => (RulingMade)EventPayload.Parse(row)).Where(made => made.Ruling == ruling.Id))
        {
            // One whose words are not here is added with them.
            if (contents.Get(known.Body) is not { } kept) continue;
            if (!RulingBody.Agree(kept, body)) throw new ArgumentException($"There is another ruling of {ruling.Author} on {ruling.Key} of the same time.", nameof(ruling));
            return Appended.Unchanged;
        }

        SnapshotShelf.Outdate(sql, "");
        events.Append(ledger, clock.GetUtcNow(), new RulingMade
        {
            Follows = ruling.Follows,
            Ruling = ruling.Id,
            Key = ruling.Key,
            Verdict = ruling.Verdict,
            Author = ruling.Author,
            Time = ruling.Time,
            Body = contents.Put(body),
        });
        return Appended.Added;
    }

    /// <summary>Every ruling once, by time, then id. One whose words were withdrawn or withheld has an empty payload.</summary>
    internal List<Ruling> All(DateOnly? knownOn)
    {
        var known = Made().Where(made => knownOn is not { } day || DateOnly.FromDateTime(made.Recorded.UtcDateTime) <= day);
        return [.. known.GroupBy(made => made.Ruling, StringComparer.Ordinal)
            .Select(same => same.Select(made => (Made: made, Body: contents.Get(made.Body))).OrderByDescending(r => r.Body is not null).ThenBy(r => r.Made.Id, StringComparer.Ordinal).First())
            .Select(r => RulingBody.Read(r.Made, r.Body)).OrderBy(r => r.Time).ThenBy(r => r.Id, StringComparer.Ordinal)];
    }

    private IEnumerable<RulingMade> Made() => events.OfKind(EventPayload.Ruling).Select(row => (RulingMade)EventPayload.Parse(row));
}
