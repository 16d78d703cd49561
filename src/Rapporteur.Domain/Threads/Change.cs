using System.Collections.Immutable;

namespace Rapporteur.Domain;

/// <summary>In what way a thing of the record changed between two looks at it.</summary>
public enum ChangeKind
{
    /// <summary>It was not there before.</summary>
    New,
    /// <summary>Its state is another.</summary>
    State,
    /// <summary>Its day is another.</summary>
    Date,
    /// <summary>Its place is another, or one was added.</summary>
    Place,
    /// <summary>A party's account of it is another.</summary>
    Account,
    /// <summary>Its day is near; told by a watch alone.</summary>
    Near,
    /// <summary>It has new claims, and nothing of the above changed.</summary>
    Mentioned,
    /// <summary>It is told as part of another thing now.</summary>
    Joined,
    /// <summary>It is not there any more: a reading was corrected, or its source withdrawn.</summary>
    Gone,
}

/// <summary>What a change is about.</summary>
public enum ChangeSubject
{
    /// <summary>A document.</summary>
    Document,
    /// <summary>A <see cref="Domain.Meeting"/>.</summary>
    Meeting,
    /// <summary>A <see cref="Domain.Deadline"/>.</summary>
    Deadline,
    /// <summary>A <see cref="Domain.Measure"/>.</summary>
    Measure,
    /// <summary>A <see cref="Domain.Commitment"/>.</summary>
    Commitment,
    /// <summary>A <see cref="Domain.Position"/>.</summary>
    Position,
    /// <summary>A <see cref="Domain.Dispute"/>.</summary>
    Dispute,
    /// <summary>A <see cref="Domain.Demand"/>.</summary>
    Demand,
    /// <summary>A <see cref="GuaranteeScheme"/>.</summary>
    Guarantee,
}

/// <summary>One difference between two snapshots of a record.</summary>
/// <param name="Subject">What it is about.</param>
/// <param name="Kind">In what way it changed.</param>
/// <param name="Key">Key of the thing in the later snapshot; in the earlier one for what is gone or joined.</param>
/// <param name="Name">One line that names it.</param>
/// <param name="Before">What it was, in the spelling of the interchange format (a state, an EDTF date, a place); null where there was nothing.</param>
/// <param name="After">What it is now, likewise; the key of the other thing for <see cref="ChangeKind.Joined"/>; null where there is nothing.</param>
/// <param name="Claims">The claims that the change rests on, those that the earlier snapshot did not have first of all; empty for documents and for a change that the passing of a day alone made.</param>
public sealed record Change(ChangeSubject Subject, ChangeKind Kind, string Key, string Name, string? Before, string? After, ImmutableArray<RecordedClaim> Claims)
{
    /// <summary>Key of the party whose account changed, for <see cref="ChangeKind.Account"/>; null otherwise.</summary>
    public string? Party { get; init; }
}
