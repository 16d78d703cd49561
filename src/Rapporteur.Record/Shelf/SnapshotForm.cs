using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>A snapshot in few bytes. Written down is what is costly to find: which documents repeat others, dates that follow from others, keys of actors, threads, positions, disputes, what rulings
/// came to. Readings and texts stay where they are, and claims and facets are made of them again. The same snapshot gives the same bytes.</summary>
internal static class SnapshotForm
{
    /// <summary>The bytes; null where the snapshot holds something that does not follow from its readings in the usual way.</summary>
    /// <param name="snapshot">The snapshot.</param>
    /// <param name="actors">The keys that its actors were given.</param>
    /// <param name="inputs">The readings that it was folded from.</param>
    /// <param name="room">How many bytes are left free before it.</param>
    internal static byte[]? Write(RecordSnapshot snapshot, ActorResolution actors, IReadOnlyList<DocumentReading> inputs, int room = 0)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < inputs.Count; i++) places[DocumentKey.Of(inputs[i].Document)] = i;
        var to = new CompactWriter();
        to.Number((snapshot.AsOf?.DayNumber ?? -1) + 1);
        to.Number(snapshot.Documents.Length);
        foreach (var reading in snapshot.Documents)
        {
            if (!places.TryGetValue(DocumentKey.Of(reading.Document), out var at)) return null;
            var same = ReferenceEquals(inputs[at], reading);
            to.Number((at * 2L) + (same ? 0 : 1));
            if (!same) ReadingForm.Write(to, reading);
        }

        var references = new ClaimReferences(snapshot);
        to.Each(snapshot.Duplicates, copy =>
        {
            to.Signed(references.Place(copy.Document));
            to.Signed(references.Place(copy.Of));
            to.Share(copy.Similarity);
        });
        ActorForm.Write(to, snapshot.Actors.Values);
        var counted = Counted(snapshot.Documents, snapshot.Duplicates);
        to.Flag(snapshot.Later is ClaimTable table ? table.IsDistinct : counted.Sum(reading => SecondReadings.Without(reading).Claims.Length) == snapshot.Claims.Length);
        foreach (var reading in counted)
        {
            var keys = actors.Of(reading);
            foreach (var actor in reading.Actors) to.Word(keys[actor.Id]);
        }

        var marked = (snapshot.Later is ClaimTable known ? known.Ruled : snapshot.Claims.Where(c => c.Ruling is not null)).ToList();
        to.Number(marked.Count);
        foreach (var claim in marked)
        {
            references.Write(to, claim);
            to.Word(claim.Ruling!.Id);
        }

        ThreadForm.Write(to, snapshot, references);
        to.Each(snapshot.Rulings, applied => Write(to, applied, references));
        return references.AreWhole && snapshot.Issues.IsEmpty && snapshot.PositionLines.IsEmpty ? to.ToArray(room) : null;
    }

    /// <summary>The snapshot.</summary>
    /// <param name="from">What was written.</param>
    /// <param name="inputs">The readings, in the order in which they were given then.</param>
    /// <param name="rulings">The rulings of then.</param>
    internal static RecordSnapshot Read(CompactReader from, IReadOnlyList<DocumentReading> inputs, IReadOnlyList<Ruling> rulings)
    {
        var day = (int)from.Number() - 1;
        var documents = from.Many(r =>
        {
            var at = r.Number();
            var input = inputs[(int)(at / 2)];
            return at % 2 == 0 ? input : ReadingForm.Read(r, input.Document.Text);
        });
        var duplicates = from.Many(r => new Duplicate(documents[(int)r.Signed()].Document, documents[(int)r.Signed()].Document, r.Share()));
        var actors = ActorForm.Read(from);
        var distinct = from.Flag();
        var both = Counted(documents, duplicates);
        var keys = new Dictionary<SourceDocument, ReadingKeys>(both.Count, ReferenceEqualityComparer.Instance);
        foreach (var reading in both)
        {
            var known = new Dictionary<string, string>(reading.Actors.Length, StringComparer.Ordinal);
            foreach (var actor in reading.Actors) known[actor.Id] = from.Known();
            keys[reading.Document] = new(reading.Document.TextId, known);
        }

        var byId = rulings.ToDictionary(r => r.Id, StringComparer.Ordinal);
        var marks = new Dictionary<int, Ruling>();
        for (var left = from.Count(); left > 0; left--) marks[(int)from.Number() - 1] = byId[from.Known()];
        var claims = new ClaimTable(both, reading => keys[reading.Document], marks, distinct);
        var references = new ClaimReferences(claims, documents);
        var snapshot = ThreadForm.Read(from, new()
        {
            AsOf = day < 0 ? null : DateOnly.FromDayNumber(day),
            Documents = documents,
            Duplicates = duplicates,
            Actors = actors,
            Later = claims,
            LaterFacets = new(() => FacetBook.Of(both, r => keys[r.Document])),
            SecondReading = claims.Second,
        }, references, byId);
        return snapshot with { Rulings = from.Many(r => Applied(r, references, byId)) };
    }

    private static List<DocumentReading> Counted(ImmutableArray<DocumentReading> documents, ImmutableArray<Duplicate> duplicates) => SnapshotProjection.Counted(documents, duplicates);

    private static void Write(CompactWriter to, AppliedRuling applied, ClaimReferences references)
    {
        to.Word(applied.Ruling.Id);
        to.Number((int)applied.Standing);
        to.Word(applied.Reason);
        to.Word(applied.Value);
        to.Word(applied.Subject);
        references.WriteAny(to, applied.Claim);
        references.WriteAny(to, applied.Reading);
        to.Words(applied.Fields);
        to.Words(applied.Against);
    }

    private static AppliedRuling Applied(CompactReader from, ClaimReferences references, Dictionary<string, Ruling> rulings) => new()
    {
        Ruling = rulings[from.Known()],
        Standing = (RulingStanding)from.Number(),
        Reason = from.Word(),
        Value = from.Word(),
        Subject = from.Known(),
        Claim = references.ReadAny(from),
        Reading = references.ReadAny(from),
        Fields = from.Words(),
        Against = from.Words(),
    };
}
