using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>Takes the chains of another record into this one, whole, with their contents.</summary>
internal sealed class ChainMerge(RecordStore here, ContentStore contents, RecordStore there, ContentStore foreign)
{
    private readonly EventLog _here = new(here.Sql);
    private readonly EventLog _there = new(there.Sql);
    private readonly Projections _projections = new(here, contents);

    /// <summary>Merges in one transaction, or not at all.</summary>
    /// <param name="limit">Strictest marking whose contents come along.</param>
    /// <param name="unmarked">What unmarked documents of the other record count as.</param>
    internal MergeResult Run(Marking limit, Marking unmarked)
    {
        var chains = there.Guarded(_there.All);
        var faults = there.Guarded(() => Faults(chains));
        if (faults.Count > 0) return new(0, 0, 0, 0, [], [.. faults]);
        return here.Write(() => Merge(chains, limit, unmarked));
    }

    private MergeResult Merge(List<EventRow> chains, Marking limit, Marking unmarked)
    {
        var (fresh, forks) = Compare(chains);
        if (forks.Count > 0) return new(0, 0, 0, 0, [.. forks], []);
        var withdrawals = new Withdrawals(here.Sql, contents, _here, _projections);
        var follows = new HashSet<string>(StringComparer.Ordinal);
        var withdrawn = new List<DocumentWithdrawn>();
        foreach (var row in fresh)
        {
            _here.Write(row);
            var happened = EventPayload.Parse(row);
            if (happened is DocumentEvent document)
            {
                _projections.Follow(row.Id, row.Recorded, document.Follows);
                follows.UnionWith(document.Follows);
            }
            else if (happened is DocumentWithdrawn withdrawal)
            {
                Copy(withdrawal.Guard);
                withdrawn.Add(withdrawal);
            }
        }

        SnapshotShelf.Outdate(here.Sql, "");
        foreach (var withdrawal in withdrawn) withdrawals.Apply(withdrawal);
        var withheld = Contents(chains, limit, unmarked, withdrawals);
        var touched = _projections.LearnMissing().ToHashSet(StringComparer.Ordinal);

        // An event whose contents stayed behind may follow a version that is known here.
        var documents = touched.Concat(follows.Select(DocumentOf).OfType<string>()).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        foreach (var document in documents) _projections.Settle(document);
        return new(fresh.Count, documents.Count, withdrawn.Count, withheld, [], []);
    }

    private (List<EventRow> Fresh, List<Fork> Forks) Compare(List<EventRow> chains)
    {
        var (fresh, forks) = (new List<EventRow>(), new List<Fork>());
        foreach (var chain in chains.GroupBy(row => row.Ledger, StringComparer.Ordinal))
        {
            var known = _here.Of(chain.Key, 1);
            foreach (var row in chain)
            {
                if (row.Sequence > known.Count)
                {
                    fresh.Add(row);
                }
                else if (known[(int)row.Sequence - 1] is var mine && mine.Id != row.Id)
                {
                    forks.Add(new(chain.Key, row.Sequence, mine.Id, row.Id));
                    break;
                }
            }
        }

        return (fresh, forks);
    }

    // Copies what is not here and may come; gives how many documents stayed behind because of their marking.
    private int Contents(List<EventRow> chains, Marking limit, Marking unmarked, Withdrawals withdrawals)
    {
        var gone = here.Sql.All("SELECT event FROM absent WHERE why = 'withdrawn'", row => row.GetString(0)).ToHashSet(StringComparer.Ordinal);
        var markings = new StandingMarkings(there, limit, unmarked);
        var versions = markings.Of("v.event, v.document, v.text", StandingMarkings.Versions, "", row => (Event: row.GetString(0), Document: row.GetString(1), Text: row.GetString(2)))
            .ToDictionary(v => v.Value.Event, v => (v.Value.Document, v.Value.Text, v.Shown), StringComparer.Ordinal);
        var mayCome = markings.OfTexts();
        var absent = there.Sql.All("SELECT event, why FROM absent", row => (row.GetString(0), row.GetString(1))).ToDictionary(v => v.Item1, v => v.Item2, StringComparer.Ordinal);
        var withheld = 0;
        foreach (var row in chains)
        {
            if (gone.Contains(row.Id)) continue;
            switch (EventPayload.Parse(row))
            {
                // One may have come under the reference of another event, and its source not: what belongs to several documents goes with the last of them.
                case DocumentEvent document when contents.Has(document.Reading) && contents.Has(document.Text) && contents.Has(document.Source):
                    break;
                case DocumentEvent when !versions.ContainsKey(row.Id):
                    NoteAbsent(row.Id, absent.GetValueOrDefault(row.Id, "marking"));
                    break;
                case DocumentEvent when versions[row.Id] is var known && withdrawals.Covers(known.Document, known.Text):
                    NoteAbsent(row.Id, "withdrawn");
                    break;
                case DocumentEvent when !versions[row.Id].Shown:
                    withheld++;
                    NoteAbsent(row.Id, "marking");
                    break;
                case DocumentEvent document:
                    foreach (var reference in new[] { document.Source, document.Text, document.Reading }) Copy(reference);
                    break;
                case RulingMade made when !contents.Has(made.Body):
                    Words(row.Id, made, mayCome, absent, withdrawals);
                    break;
                default:
                    break;
            }
        }

        return withheld;
    }

    // The words of a ruling are marked as the text to which they belong; those that belong to none, as an unmarked one.
    private void Words(string happened, RulingMade made, Func<string?, bool> mayCome, Dictionary<string, string> absent, Withdrawals withdrawals)
    {
        if (foreign.Get(made.Body) is not { } body)
        {
            NoteAbsent(happened, absent.GetValueOrDefault(happened, "marking"));
            return;
        }

        var text = RulingBody.TextOf(body);
        if (withdrawals.Covers(made.Key, text)) NoteAbsent(happened, "withdrawn");
        else if (!mayCome(text)) NoteAbsent(happened, "marking");
        else
        {
            Copy(made.Body);
            here.Sql.Run("DELETE FROM absent WHERE event = @event", ("@event", happened));
        }
    }

    private void Copy(string reference)
    {
        if (contents.Has(reference) || foreign.Key(reference) is not { } key || foreign.Get(reference) is not { } body) return;
        contents.Put(reference, key.Hash, key.Salt, body);
    }

    private void NoteAbsent(string happened, string why) =>
        here.Sql.Run("INSERT INTO absent (event, why) VALUES (@event, @why) ON CONFLICT (event) DO NOTHING", ("@event", happened), ("@why", why));

    private string? DocumentOf(string happened) => here.Sql.Scalar("SELECT document FROM version WHERE event = @event", ("@event", happened)) as string;

    // Chains and contents of the other record; its projections are of no matter here.
    private List<Difference> Faults(List<EventRow> chains)
    {
        var found = ChainVerification.Of(chains);
        ContentVerification.Of(foreign, found);
        if (found.Count == 0) found.AddRange(LedgerVerification.Missing(there, foreign, chains));
        return found;
    }
}
