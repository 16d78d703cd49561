using System.Collections.Immutable;

namespace Rapporteur.Domain;

/// <summary>Who blames whom.</summary>
/// <param name="By">Key of the side that blames; <see cref="Actor.Narrator"/> for reporters.</param>
/// <param name="On">Key of the side that is blamed.</param>
/// <param name="Claims">The accusations, by reported date; never empty. The holder of each, where there is one, says that the side blames.</param>
public sealed record Blame(string By, string On, ImmutableArray<RecordedClaim> Claims);

/// <summary>What one side tells of a contact.</summary>
/// <param name="Party">Key of the side.</param>
/// <param name="Claims">Its words on the contact; empty where none were read.</param>
public sealed record Readout(string Party, ImmutableArray<RecordedClaim> Claims);

/// <summary>A contact that took place or goes on, with what each side tells of it.</summary>
/// <param name="Meeting">The meeting, talks, call or visit.</param>
/// <param name="Readouts">One a side, those without words included, by key.</param>
public sealed record ContactReadouts(Meeting Meeting, ImmutableArray<Readout> Readouts);

/// <summary>What one side gave, by this record's own count, beside what is said of its concessions.</summary>
/// <param name="Party">Key of the side.</param>
/// <param name="Acceptances">What it accepted.</param>
/// <param name="Moves">Steps by which it softened, or came to want what it had refused.</param>
/// <param name="Said">What anybody says of concessions by this side.</param>
public sealed record ConcessionTally(string Party, ImmutableArray<RecordedClaim> Acceptances, ImmutableArray<PositionStep> Moves, ImmutableArray<RecordedClaim> Said);

/// <summary>How a side takes part in a meeting.</summary>
public enum Seat
{
    /// <summary>It is named as one who takes part.</summary>
    Named,
    /// <summary>It asks for the meeting, or for a part in it, while that has not begun.</summary>
    Asks,
    /// <summary>By its own word the meeting, or its part in it, does not take place.</summary>
    Declines,
}

/// <summary>A row of the participation grid.</summary>
/// <param name="Meeting">The meeting.</param>
/// <param name="Seats">Sides in any way concerned, by key.</param>
public sealed record Participation(Meeting Meeting, ImmutableArray<(string Party, Seat Seat)> Seats);

/// <summary>Counts and grids over a snapshot.</summary>
public sealed record RecordTallies
{
    /// <summary>Follow-through by issuer, then target, then kind.</summary>
    public ImmutableArray<FollowThrough> FollowThrough { get; init; } = [];

    /// <summary>Who blames whom, the most often first.</summary>
    public ImmutableArray<Blame> Blame { get; init; } = [];

    /// <summary>Contacts with readouts, in the order of the snapshot.</summary>
    public ImmutableArray<ContactReadouts> Contacts { get; init; } = [];

    /// <summary>Concessions by side.</summary>
    public ImmutableArray<ConcessionTally> Concessions { get; init; } = [];

    /// <summary>Who sits where, in the order of the snapshot's meetings.</summary>
    public ImmutableArray<Participation> Participation { get; init; } = [];
}
