using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>What somebody saw of a record at one look: enough to tell later what changed, and small enough to keep.</summary>
public sealed record RecordSight
{
    /// <summary>Strictest marking of what was looked at.</summary>
    public Marking Limit { get; init; } = Marking.Red;

    /// <summary>The day as of which the record was seen; null where no document has a date.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>Documents by id, with the name to show and the date of publication.</summary>
    public ImmutableSortedDictionary<string, (string Name, string? Published)> Documents { get; init; } = ImmutableSortedDictionary.Create<string, (string, string?)>(StringComparer.Ordinal);

    /// <summary>Threads in the order of the snapshot.</summary>
    public ImmutableArray<SeenThread> Threads { get; init; } = [];

    /// <summary>Positions: actor, id of the claim, firmness, name of the actor.</summary>
    public ImmutableArray<(string Actor, string Claim, string Firmness, string Name)> Positions { get; init; } = [];

    /// <summary>Disputes by key, with class and subject.</summary>
    public ImmutableSortedDictionary<string, (string Kind, string Subject)> Disputes { get; init; } = ImmutableSortedDictionary.Create<string, (string, string)>(StringComparer.Ordinal);

    /// <summary>Deadlines that were told to be near: first claim and day.</summary>
    public ImmutableSortedSet<string> Near { get; init; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    /// <summary>What a snapshot shows.</summary>
    /// <param name="snapshot">The snapshot.</param>
    public static RecordSight Of(RecordSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return new()
        {
            Day = snapshot.AsOf,
            Documents = snapshot.Documents.Select(d => d.Document).DistinctBy(DocumentKey.Of, StringComparer.Ordinal)
                .ToImmutableSortedDictionary(DocumentKey.Of, d => (string.IsNullOrWhiteSpace(d.Title) ? d.Source : d.Title, d.Published.Value?.Value), StringComparer.Ordinal),
            Threads =
            [
                .. snapshot.Meetings.Select(m => SeenThread.Of(ChangeSubject.Meeting, m, MeetingFields(m))),
                .. snapshot.Deadlines.Select(d => SeenThread.Of(ChangeSubject.Deadline, d, [State<DeadlineState>(d.State), new(ChangeKind.Date, null, d.Due?.Value)])),
                .. snapshot.Measures.Select(m => SeenThread.Of(ChangeSubject.Measure, m, [State(m.State)])),
                .. snapshot.Commitments.Select(c => SeenThread.Of(ChangeSubject.Commitment, c, [State<CommitmentState>(c.State)])),
                .. snapshot.Demands.Select(d => SeenThread.Of(ChangeSubject.Demand, d, [State<DemandState>(d.State)])),
                .. snapshot.Guarantees.Select(g => SeenThread.Of(ChangeSubject.Guarantee, g, [State<GuaranteeState>(g.State), .. g.Lanes.Select(l => new SeenField(ChangeKind.Account, l.Party, EnumSpelling.Of(l.State)))])),
            ],
            Positions = [.. snapshot.Positions.Select(p => (p.Actor, p.Claim.Claim.Id, EnumSpelling.Of(p.Firmness), snapshot.NameOf(p.Actor)))],
            Disputes = snapshot.Disputes.DistinctBy(d => d.Key, StringComparer.Ordinal).ToImmutableSortedDictionary(d => d.Key, d => (EnumSpelling.Of(d.Kind), d.Subject), StringComparer.Ordinal),
        };
    }

    private static SeenField State<T>(T? state) where T : struct, Enum => new(ChangeKind.State, null, state is { } s ? EnumSpelling.Of(s) : null);

    private static ImmutableArray<SeenField> MeetingFields(Meeting meeting) =>
    [
        State(meeting.State),
        new(ChangeKind.Date, null, meeting.When?.Value),
        new(ChangeKind.Place, null, meeting.Venues.IsDefaultOrEmpty ? null : string.Join(", ", meeting.Venues)),
        .. meeting.Lanes.Select(l => new SeenField(ChangeKind.Account, l.Party, l.State is { } s ? EnumSpelling.Of(s) : null)),
    ];
}

/// <summary>A thread as it was seen.</summary>
/// <param name="Subject">What it is.</param>
/// <param name="Key">Its key.</param>
/// <param name="Name">One line that names it.</param>
/// <param name="Claims">Ids of its claims, in their order.</param>
/// <param name="Fields">What is compared.</param>
public sealed record SeenThread(ChangeSubject Subject, string Key, string Name, ImmutableArray<string> Claims, ImmutableArray<SeenField> Fields)
{
    internal static SeenThread Of(ChangeSubject subject, Domain.Thread thread, ImmutableArray<SeenField> fields) =>
        new(subject, thread.Key, thread.Name, [.. thread.Claims.Select(c => c.Claim.Id)], fields);
}

/// <summary>One field of a thread as it was seen.</summary>
/// <param name="Kind">State, date, place, or a party's account.</param>
/// <param name="Party">Whose account; null for the other kinds.</param>
/// <param name="Value">What it was, in the spelling of files; null where nothing was known.</param>
public readonly record struct SeenField(ChangeKind Kind, string? Party, string? Value);
