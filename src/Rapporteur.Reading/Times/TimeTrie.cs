using System.Collections.Immutable;

namespace Rapporteur.Reading;

/// <summary>A way through a pattern that ends here.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Names">Name of each part on the way; null for words.</param>
internal readonly record struct TimeTerminal(TimeRule Rule, ImmutableArray<string?> Names);

/// <summary>A node of the tree of all patterns of one level.</summary>
internal sealed class TimeTrie
{
    private readonly Dictionary<int, TimeTrie> edges = [];
    private readonly List<(string Category, bool Glued, TimeTrie Node)> calls = [];
    private readonly List<TimeTerminal> terminals = [];

    internal List<TimeTerminal> Terminals => terminals;

    internal List<(string Category, bool Glued, TimeTrie Node)> Calls => calls;

    internal bool IsLeaf => edges.Count == 0 && calls.Count == 0;

    /// <summary>The node behind a class or word.</summary>
    /// <param name="atom">Number of the class or word.</param>
    /// <param name="glued">Whether the way is for parts that touch.</param>
    internal TimeTrie? Next(int atom, bool glued) => edges.GetValueOrDefault(Key(atom, glued));

    internal void Add(ImmutableArray<TimePart> parts, TimeRule rule, TimeVocabulary vocabulary)
    {
        var node = this;
        foreach (var part in parts) node = node.Step(part, vocabulary);
        node.terminals.Add(new(rule, [.. parts.Select(part => part.Name)]));
    }

    private TimeTrie Step(TimePart part, TimeVocabulary vocabulary)
    {
        if (part.Kind == TimePartKind.Call)
        {
            foreach (var call in calls)
                if (call.Category == part.Text && call.Glued == part.Glued) return call.Node;
            var called = new TimeTrie();
            calls.Add((part.Text, part.Glued, called));
            return called;
        }

        var key = Key(part.Kind == TimePartKind.Class ? vocabulary.Class(part.Text) : vocabulary.Literal(part.Text), part.Glued);
        if (!edges.TryGetValue(key, out var next)) edges.Add(key, next = new());
        return next;
    }

    private static int Key(int atom, bool glued) => atom * 2 + (glued ? 1 : 0);
}
