using System.Collections.Immutable;

namespace Rapporteur.Domain;

/// <summary>What a node of the condition graph stands for.</summary>
public enum ConditionNodeKind
{
    /// <summary>An act or a state of affairs that the texts name.</summary>
    Thing,
    /// <summary>A part that somebody demands of a thing: who takes part, what belongs to it.</summary>
    Part,
    /// <summary>One of several alternatives that a text names: "a truce or a treaty".</summary>
    Choice,
    /// <summary>The assent of a party to an agreement.</summary>
    Assent,
    /// <summary>An option on an issue that nobody's firm position excludes: it needs one of its options.</summary>
    Issue,
    /// <summary>One option on an issue.</summary>
    Option,
    /// <summary>That a party gives up a position. It never comes about by itself.</summary>
    Stance,
}

/// <summary>A node of the condition graph: an act or a state that is demanded, awaited or waited for.</summary>
/// <param name="Key">Key, the same whatever the order of documents.</param>
/// <param name="Name">Words of the texts that name it; of a node that no text names, the words of what it is made of.</param>
public sealed record ConditionNode(string Key, string Name)
{
    /// <summary>What it stands for.</summary>
    public ConditionNodeKind Kind { get; init; }

    /// <summary>Whether one of its requirements is enough (OR); else all of them have to hold (AND).</summary>
    public bool IsAny { get; init; }

    /// <summary>Key of the party whose assent or position it is; null for things.</summary>
    public string? Party { get; init; }

    /// <summary>Whether it never comes about by itself: only a concession opens it.</summary>
    public bool IsBarred { get; init; }

    /// <summary>Every wording of it in the texts, sorted.</summary>
    public ImmutableArray<string> Wordings { get; init; } = [];
}

/// <summary>What waits for what: a graph of acts and states in which a node needs all (AND) or one (OR) of those before it.</summary>
/// <param name="Nodes">Nodes by key.</param>
/// <param name="Edges">Conditions, sorted.</param>
public sealed record ConditionGraph(ImmutableArray<ConditionNode> Nodes, ImmutableArray<Condition> Edges)
{
    /// <summary>A graph without nodes.</summary>
    public static ConditionGraph Empty { get; } = new([], []);

    /// <summary>Issues proposed from what the parties want and refuse, by key.</summary>
    public ImmutableArray<Issue> Issues { get; init; } = [];

    /// <summary>Commitments that wait for a condition, each with the node of what was promised.</summary>
    public ImmutableArray<DormantPledge> Pledges { get; init; } = [];

    /// <summary>What it was built from: the day and what was read.</summary>
    public ImmutableArray<FindingInput> Inputs { get; init; } = [];

    /// <summary>How many documents it rests on; null where none is dated.</summary>
    public Coverage? Coverage { get; init; }
}

/// <summary>A promise that waits for something.</summary>
/// <param name="Node">Key of the node of what was promised.</param>
/// <param name="Trigger">Key of the node that it waits for.</param>
/// <param name="Party">Key of whose promise it is; null where no text says.</param>
/// <param name="Claims">The claims that say so.</param>
public sealed record DormantPledge(string Node, string Trigger, string? Party, ImmutableArray<RecordedClaim> Claims);
