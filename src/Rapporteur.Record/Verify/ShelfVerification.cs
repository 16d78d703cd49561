using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>Folds every kept snapshot anew from the stored readings, and makes every short form anew, and compares them byte by byte. What another version kept is thrown away before it is used, and passed over here.</summary>
internal sealed class ShelfVerification(RecordStore store)
{
    private readonly HashSet<string> _folds = new(StringComparer.Ordinal);
    private readonly HashSet<string> _pieces = store.HasShelf ? store.Sql.All("SELECT event FROM piece", row => row.GetString(0)).ToHashSet(StringComparer.Ordinal) : [];

    /// <summary>Compares the short form of a reading, where there is one.</summary>
    internal void Take(string happened, DocumentReading reading, List<Difference> found)
    {
        if (!_pieces.Remove(happened)) return;
        if (store.Sql.All("SELECT fold, bytes FROM piece WHERE event = @event", row => (row.GetString(0), (byte[])row[1]), ("@event", happened)) is not [var (fold, bytes)])
        {
            found.Add(new(DifferenceKind.Projection, "the table piece", $"one row for event {happened}", "another number"));
            return;
        }

        _folds.Add(fold);
        if (fold == SnapshotShelf.Fold && !bytes.AsSpan().SequenceEqual(ReadingShelf.Form(happened, reading))) found.Add(new(DifferenceKind.Projection, "the table piece", $"the short form of the reading of event {happened}", "something else"));
    }

    /// <summary>Compares the snapshots; after every reading was taken.</summary>
    /// <param name="rulings">The rulings known on a day, under a limit, where unmarked documents count as something.</param>
    /// <param name="found">Where differences go.</param>
    internal void Snapshots(Func<DateOnly?, Marking, Marking, IReadOnlyList<Ruling>> rulings, List<Difference> found)
    {
        foreach (var happened in _pieces) found.Add(new(DifferenceKind.Projection, "the table piece", "no such row", happened));
        if (!store.HasShelf) return;
        foreach (var number in store.Sql.All("SELECT number FROM snapshot ORDER BY number", row => row.GetInt64(0)))
        {
            if (store.Sql.All("SELECT number, fold, basis, as_of, known_on, marking, dossier, through, bytes FROM snapshot WHERE number = @number", r => (SnapshotRow.Of(r), (byte[])r[8]), ("@number", number)) is not [var (row, bytes)])
            {
                found.Add(new(DifferenceKind.Projection, "the table snapshot", $"one row of number {number}", "another number"));
                continue;
            }

            _folds.Add(row.Fold);
            if (row.Fold == SnapshotShelf.Fold && !Follows(row, bytes, rulings)) found.Add(new(DifferenceKind.Projection, "the table snapshot", $"snapshot {number} as it follows from the events", "something else"));
        }

        if (_folds.Count > 1) found.Add(new(DifferenceKind.Projection, "the tables piece and snapshot", "rows of one version", string.Join(' ', _folds.Order(StringComparer.Ordinal))));
    }

    private bool Follows(SnapshotRow row, byte[] bytes, Func<DateOnly?, Marking, Marking, IReadOnlyList<Ruling>> rulings)
    {
        try
        {
            var question = SnapshotQuestion.Parse(row.AsOf, row.KnownOn, row.Marking, row.Dossier);
            var basis = SnapshotBasis.Of(store, question, rulings(question.KnownOn, question.Limit, question.Unmarked));
            if (basis.Digest != row.Basis || basis.Through != row.Through) return false;
            var readings = basis.Events.Select((happened, i) => StandingReadings.Now(new ReadingShelf(store).Stored(happened), basis.Strictness[i])).ToArray();
            var (snapshot, actors) = SnapshotShelf.Folded(question, basis.Rulings, readings);
            return SnapshotForm.Write(snapshot, actors, readings) is { } form && bytes.AsSpan().SequenceEqual([.. row.Seal(form), .. form]);
        }
        catch (Exception e) when (RecordStore.IsDamage(e) || e is RecordException)
        {
            return false;
        }
    }
}
