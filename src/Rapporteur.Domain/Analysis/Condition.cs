using System.Collections.Immutable;

namespace Rapporteur.Domain;

/// <summary>How what comes before bears on what comes after.</summary>
public enum ConditionKind
{
    /// <summary>It has to come first.</summary>
    Requires,
    /// <summary>It must not come: the two exclude each other.</summary>
    Excludes,
}

/// <summary>Why an edge stands in the graph although no text states it.</summary>
/// <param name="Rule">Id of the rule, such as <c>assent</c>; see <c>docs/reasoning.md</c>.</param>
/// <param name="Reason">One sentence that says why, for readers.</param>
public sealed record Inference(string Rule, string Reason);

/// <summary>One thing that has to come, or must not come, before another.</summary>
/// <param name="Party">Key of whose condition it is; null where no text says.</param>
/// <param name="Before">Key of the node that has to come first, or is excluded.</param>
/// <param name="After">Key of the node that may follow.</param>
/// <param name="Claims">The claims that state it or, for an inferred one, that it is inferred from; by reported date, never empty.</param>
public sealed record Condition(string? Party, string Before, string After, ImmutableArray<RecordedClaim> Claims)
{
    /// <summary>A condition that one claim states.</summary>
    /// <param name="party">Key of whose condition it is; null where no text says.</param>
    /// <param name="before">Key of the node that has to come first.</param>
    /// <param name="after">Key of the node that may follow.</param>
    /// <param name="claim">The claim that says so.</param>
    public Condition(string? party, string before, string after, RecordedClaim claim)
        : this(party, before, after, [claim])
    {
    }

    /// <summary>How the first bears on the second.</summary>
    public ConditionKind Kind { get; init; }

    /// <summary>Why it is in the graph although no text states it; null for a stated one.</summary>
    public Inference? Inference { get; init; }

    /// <summary>Whether no text states it.</summary>
    public bool IsInferred => Inference is not null;

    /// <summary>Key of the condition or position that a party would have to drop for this edge to fall; edges of one stance fall together.
    /// Null where nothing that was said can be dropped.</summary>
    public string? Stance { get; init; }

    /// <summary>The first claim.</summary>
    public RecordedClaim Claim => Claims[0];

    /// <summary>Key, the same whatever the order of documents.</summary>
    public string Key => ContentHash.Key("condition", Kind == ConditionKind.Excludes ? "x" : "r", Party, Before, After, Inference?.Rule);
}
