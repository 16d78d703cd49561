using System.Collections.Immutable;
using System.Globalization;
using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>Findings of reasoning in the words of a brief, as plain text for a terminal or a field.</summary>
public sealed class FindingWords
{
    private const int LongestSentence = 240;
    private readonly ActorNames _names;
    private readonly DeadlockWords _deadlocks;

    /// <summary>Words for findings on a graph.</summary>
    /// <param name="snapshot">The record that the graph was built from.</param>
    /// <param name="graph">The graph.</param>
    public FindingWords(RecordSnapshot snapshot, ConditionGraph graph)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(graph);
        _names = new(snapshot);
        _deadlocks = new(_names, graph.Nodes);
    }

    /// <summary>The words at a key of the group <c>finding</c> in <c>data/publishing/words.json</c>, with its fields filled in; throws <see cref="KeyNotFoundException"/> for an unknown one.</summary>
    /// <param name="key">Such as <c>supposed</c>.</param>
    /// <param name="fields">Fields and their values.</param>
    public static string Of(string key, params ReadOnlySpan<(string Field, string Value)> fields) => Words.Fill("finding." + key, fields);

    /// <summary>The words at a key for a number.</summary>
    /// <param name="key">Such as <c>deadlocks</c>.</param>
    /// <param name="n">The number.</param>
    public static string Count(string key, int n) => Words.Count("finding." + key, n);

    /// <summary>The heading over effects of one kind; throws <see cref="KeyNotFoundException"/> for a kind without words.</summary>
    /// <param name="kind">Value of an enumeration of effects.</param>
    public static string Effect<T>(T kind) where T : struct, Enum => Words.Of("effect", kind);

    /// <summary>What a deadlock is called, and whether it was inferred.</summary>
    /// <param name="deadlock">The deadlock.</param>
    public static string Heading(Deadlock deadlock)
    {
        ArgumentNullException.ThrowIfNull(deadlock);
        return DeadlockWords.Heading(deadlock).AsText() + (deadlock.IsInferred ? $" ({Words.Of("badge.inferred")})" : "");
    }

    /// <summary>What stands over the concessions that would break a deadlock, or that there are none.</summary>
    /// <param name="deadlock">The deadlock.</param>
    public static string Breaks(Deadlock deadlock)
    {
        ArgumentNullException.ThrowIfNull(deadlock);
        return !deadlock.Breaks.IsEmpty ? DeadlockWords.Breaks(deadlock) : Words.Of(deadlock.AllBreaks ? "thread.breaks-none" : "thread.breaks-unsought");
    }

    /// <summary>A name, fit to be shown.</summary>
    /// <param name="words">The name.</param>
    public static string Name(string words) => Quoting.Cut(Quoting.Clean(words), Quoting.Longest);

    /// <summary>Words of a source in quotation marks, fit to be shown.</summary>
    /// <param name="words">The words.</param>
    public static string Quote(string words) => ImmutableArray.Create(Parts.Quote(words)).AsText();

    /// <summary>The sentence of a claim and where it stands.</summary>
    /// <param name="claim">The claim.</param>
    public static string Citation(RecordedClaim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return string.Create(CultureInfo.InvariantCulture,
            $"“{Quoting.Cut(Quoting.Tidy(claim.Evidence.Quote), LongestSentence)}” – {PassageMaker.Label(claim.Document, null)}, {claim.Document.Source}:{claim.Evidence.Span.Start}–{claim.Evidence.Span.End}");
    }

    /// <summary>Name of a party; says so where nobody is named.</summary>
    /// <param name="party">Its key, or null.</param>
    public string Party(string? party) => _names.By(party).Text;

    /// <summary>A condition with its number.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="number">Its number in the list.</param>
    public string Edge(Condition condition, int number)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return _deadlocks.Edge(condition, number).AsText();
    }

    /// <summary>Who wants an option.</summary>
    /// <param name="option">The option.</param>
    public string Wanted(Option option)
    {
        ArgumentNullException.ThrowIfNull(option);
        return _deadlocks.Wanted(option).AsText();
    }

    /// <summary>Who leaves no room for an option.</summary>
    /// <param name="exclusion">Why it is excluded.</param>
    /// <param name="option">The option.</param>
    public string Bars(Exclusion exclusion, Option option)
    {
        ArgumentNullException.ThrowIfNull(exclusion);
        ArgumentNullException.ThrowIfNull(option);
        return _deadlocks.Bars(exclusion, option).AsText();
    }

    /// <summary>A promise that waits.</summary>
    /// <param name="pledge">The promise.</param>
    public string Pledge(DormantPledge pledge)
    {
        ArgumentNullException.ThrowIfNull(pledge);
        return _deadlocks.Pledge(pledge).AsText();
    }

    /// <summary>What one party would drop.</summary>
    /// <param name="concession">The concession.</param>
    public string Concession(Concession concession)
    {
        ArgumentNullException.ThrowIfNull(concession);
        return _deadlocks.Concession(concession).AsText();
    }
}
