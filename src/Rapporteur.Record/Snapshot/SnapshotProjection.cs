using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>Folds readings into the record as of a day. A document published after the day is left out; one without a date stays in.
/// Documents without a date are bounded by meetings that others date (<see cref="EventDating"/>).</summary>
/// <param name="minimumCoverage">How many documents have to be read after a due day before a deadline counts as lapsed; 1 by default.</param>
/// <param name="rulings">What people ruled, in any order; null for nothing.</param>
/// <param name="dossier">What was said beforehand of parties, marking and coverage; null for nothing.</param>
public sealed class SnapshotProjection(int minimumCoverage = 1, IEnumerable<Ruling>? rulings = null, Dossier? dossier = null) : Projection<RecordSnapshot>
{
    /// <summary>How many documents have to be read after a due day before a deadline counts as lapsed.</summary>
    public int MinimumCoverage { get; } = dossier?.MinimumCoverage ?? minimumCoverage;

    /// <inheritdoc/>
    public override RecordSnapshot Fold(IEnumerable<DocumentReading> readings, DateOnly? asOf)
    {
        ArgumentNullException.ThrowIfNull(readings);
        return FoldWithActors(readings, asOf).Snapshot;
    }

    /// <summary>The snapshot with the keys that its actors were given.</summary>
    internal (RecordSnapshot Snapshot, ActorResolution Actors) FoldWithActors(IEnumerable<DocumentReading> readings, DateOnly? asOf)
    {
        var book = RulingBook.Of(rulings ?? []);
        var all = DocumentRulings.Apply([.. dossier is null ? readings : DossierTouch.Apply(readings, dossier)], book);
        var (snapshot, actors) = Once(all, asOf, book);
        var dates = EventDating.Of(snapshot.Later is ClaimTable table ? table.OfType(ClaimType.Meeting) : snapshot.Claims);
        if (dates.Count > 0) (snapshot, actors) = Once([.. all.Select(r => EventDating.Apply(r, dates))], asOf, book);
        return (book.IsEmpty ? snapshot : Ruled(snapshot, book), actors);
    }

    /// <summary>Documents that were read and repeat no other.</summary>
    internal static List<DocumentReading> Counted(IEnumerable<DocumentReading> documents, IEnumerable<Duplicate> copies)
    {
        var aside = copies.Select(c => c.Document.Id).ToHashSet(StringComparer.Ordinal);
        return [.. documents.Where(r => r.Error is null && !aside.Contains(r.Document.Id))];
    }

    private static RecordSnapshot Ruled(RecordSnapshot snapshot, RulingBook book)
    {
        var report = new List<AppliedRuling>(snapshot.Rulings);
        report.AddRange(DocumentRulings.Report(book, snapshot));
        report.AddRange(ThreadRulings.Report(book, snapshot));
        report.AddRange(NoteRulings.Report(book, snapshot));
        snapshot = OutcomeRulings.Apply(snapshot, book, report);
        return snapshot with { Rulings = [.. report.OrderBy(r => r.Ruling.Verdict, StringComparer.Ordinal).ThenBy(r => r.Ruling.Key, StringComparer.Ordinal).ThenBy(r => r.Ruling.Time).ThenBy(r => r.Ruling.Id, StringComparer.Ordinal)] };
    }

    private (RecordSnapshot Snapshot, ActorResolution Actors) Once(List<DocumentReading> original, DateOnly? asOf, RulingBook book)
    {
        var ruled = ClaimRulings.Apply([.. OneEach(original).Where(r => asOf is not { } day || r.Document.Published.Value?.Earliest is not { } published || published <= day)], book);
        var (documents, together, people) = (ruled.Readings, ThreadRulings.Of(book), ActorRulings.Of(book));
        var today = asOf ?? documents.Max(r => r.Document.Published.Anchor);
        var copies = NearCopies.Among([.. documents.Where(r => r.Error is null)]);
        var both = Counted(documents, copies);
        var counted = both.ConvertAll(SecondReadings.Without);
        var (actors, distinct) = (default(ActorResolution)!, false);
        Parallel.Invoke(() => actors = ActorResolution.Of(counted, people), () => distinct = ClaimTable.AreDistinct(counted));
        var claims = new ClaimTable(counted, actors.Of, distinct: distinct, byId: ruled.ByClaim);
        var accounts = new Accounts(actors.Actors, claims);
        var phrases = new Phrases(claims);
        var sentences = new Sentences(claims);
        var standing = new Standing(claims);
        var mentioned = new ClaimActors(counted, actors);
        var facets = FacetBook.Of(counted, actors.Of);
        ImmutableArray<Meeting> meetings = [];
        ImmutableArray<Deadline> deadlines = [];
        ImmutableArray<Measure> measures = [];
        ImmutableArray<Commitment> commitments = [];
        ImmutableArray<Demand> demands = [];
        ImmutableArray<GuaranteeScheme> guarantees = [];
        ImmutableArray<Position> positions = [];
        // None looks at what another finds.
        var finder = new DisputeFinder(claims, accounts, phrases, standing, mentioned, facets);
        var detectors = finder.Detectors();
        var disputes = new List<Dispute>[detectors.Count];
        Action[] folds =
        [
            () => meetings = MeetingThreads.Of(claims, accounts, mentioned, standing, together),
            () => deadlines = new DeadlineThreads(claims, accounts, phrases, sentences, new(counted), new(claims, accounts), new(claims, accounts, phrases, mentioned), MinimumCoverage, together).AsOf(today),
            () => measures = new MeasureThreads(claims, accounts, phrases, sentences, standing, mentioned, together).All(),
            () => commitments = new CommitmentThreads(claims, accounts, phrases, sentences, standing, together, new(facets, claims, accounts)).All(),
            () => demands = new DemandThreads(claims, accounts, phrases, sentences, mentioned, together).All(),
            () => guarantees = new GuaranteeThreads(claims, accounts, mentioned, facets).All(),
            () => positions = new PositionFold(claims, accounts, standing, sentences).All(),
        ];
        Parallel.For(0, folds.Length + disputes.Length, i =>
        {
            if (i < folds.Length) folds[i]();
            else disputes[i - folds.Length] = [.. detectors[i - folds.Length]];
        });
        var snapshot = new RecordSnapshot
        {
            AsOf = today,
            Documents = [.. documents],
            Duplicates = [.. copies],
            Actors = actors.Actors,
            Later = claims,
            Facets = facets,
            SecondReading = ClaimBook.Of(both.Select(SecondReadings.Only), actors.Of),
            Meetings = meetings,
            Deadlines = deadlines,
            Measures = measures,
            Commitments = commitments,
            Demands = demands,
            Guarantees = guarantees,
            Positions = positions,
            Rulings = [.. ruled.Report(claims, actors), .. people.Report(book, actors.Known, key => actors.Actors.TryGetValue(key, out var actor) ? actor.Name : key)],
            Disputes = finder.Of(meetings, deadlines, measures, disputes),
        };
        return (snapshot, actors);
    }

    // The same bytes under two names are one document, under the first of the names.
    private static IEnumerable<DocumentReading> OneEach(IEnumerable<DocumentReading> readings) => readings
        .GroupBy(r => DocumentKey.Of(r.Document), StringComparer.Ordinal)
        .Select(g => g.OrderBy(r => r.Document.Source, StringComparer.Ordinal).ThenBy(r => r.Reader.Fingerprint, StringComparer.Ordinal).First())
        .OrderBy(r => r, ReadingOrder.Instance);
}
