using System.Collections.Immutable;

namespace Rapporteur.Domain;

/// <summary>What somebody announced that can be followed.</summary>
public enum Announcement
{
    /// <summary>A date by which another, or the setter itself, has to act.</summary>
    Deadline,
    /// <summary>A measure that was threatened.</summary>
    Threat,
    /// <summary>A promise.</summary>
    Promise,
}

/// <summary>What became of what was announced, as far as it was read.</summary>
public enum AnnouncementOutcome
{
    /// <summary>It was carried out: the measure was taken, the promise kept, what was announced for the end of the deadline was done.</summary>
    CarriedOut,
    /// <summary>The addressee did what the deadline asked.</summary>
    Met,
    /// <summary>Its day passed and no action was reported, or somebody reports that it was broken.</summary>
    Lapsed,
    /// <summary>It may still come, or nobody can tell.</summary>
    Open,
}

/// <summary>One announcement and what became of it.</summary>
/// <param name="Outcome">What became of it.</param>
/// <param name="Thread">Deadline, measure or commitment.</param>
public sealed record FollowedThread(AnnouncementOutcome Outcome, Thread Thread);

/// <summary>How one side followed through towards another. A count, never a score: it says nothing of what was not read.</summary>
/// <param name="Issuer">Key of the side that announced.</param>
/// <param name="Target">Key of the side to which; null where no text says, the issuer itself where it bound itself.</param>
/// <param name="Kind">What was announced.</param>
/// <param name="Threads">Every announcement, in the order of the record; never empty.</param>
public sealed record FollowThrough(string Issuer, string? Target, Announcement Kind, ImmutableArray<FollowedThread> Threads)
{
    /// <summary>How many announcements it counts.</summary>
    public int N => Threads.Length;

    /// <summary>How many had an outcome.</summary>
    /// <param name="outcome">The outcome.</param>
    public int Count(AnnouncementOutcome outcome) => Threads.Count(t => t.Outcome == outcome);
}
