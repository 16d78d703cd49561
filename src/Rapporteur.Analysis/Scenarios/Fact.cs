using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Analysis;

/// <summary>Something that a scenario supposes. It is never recorded.</summary>
/// <param name="Text">The words in which it was asked for.</param>
public abstract record Fact(string Text)
{
    /// <summary>When; null where no day was given.</summary>
    public DateOnly? On { get; init; }
}

/// <summary>A thing comes about.</summary>
/// <param name="Text">The words in which it was asked for.</param>
/// <param name="Node">Key of its node.</param>
public sealed record ThingHolds(string Text, string Node) : Fact(Text);

/// <summary>A thing does not come about.</summary>
/// <param name="Text">The words in which it was asked for.</param>
/// <param name="Node">Key of its node.</param>
public sealed record ThingFails(string Text, string Node) : Fact(Text);

/// <summary>A party drops a condition or position.</summary>
/// <param name="Text">The words in which it was asked for.</param>
/// <param name="Stance">Key of the stance.</param>
public sealed record StanceDropped(string Text, string Stance) : Fact(Text);

/// <summary>A meeting gets a state.</summary>
/// <param name="Text">The words in which it was asked for.</param>
/// <param name="Meeting">Key of the meeting.</param>
/// <param name="Status">Its state.</param>
public sealed record MeetingBecomes(string Text, string Meeting, ClaimStatus Status) : Fact(Text);

/// <summary>A deadline gets a state.</summary>
/// <param name="Text">The words in which it was asked for.</param>
/// <param name="Deadline">Key of the deadline.</param>
/// <param name="State">Its state.</param>
public sealed record DeadlineBecomes(string Text, string Deadline, DeadlineState State) : Fact(Text);

/// <summary>A commitment gets a state.</summary>
/// <param name="Text">The words in which it was asked for.</param>
/// <param name="Commitment">Key of the commitment.</param>
/// <param name="State">Its state.</param>
public sealed record CommitmentBecomes(string Text, string Commitment, CommitmentState State) : Fact(Text);

/// <summary>What a text names as a risk comes true.</summary>
/// <param name="Text">The words in which it was asked for.</param>
/// <param name="Risk">What may go wrong, in the words of the text.</param>
/// <param name="Claims">The claims of the sentence that names it; never empty.</param>
public sealed record RiskComesTrue(string Text, string Risk, ImmutableArray<RecordedClaim> Claims) : Fact(Text);
