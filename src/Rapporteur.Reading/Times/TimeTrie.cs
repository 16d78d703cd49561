namespace Rapporteur.Reading;

/// <summary>A way through a pattern that ends here.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Names">Name of each part on the way; null for words.</param>
internal readonly record struct TimeTerminal(TimeRule Rule, string?[] Names);

/// <summary>A node of the tree of all patterns of one level.</summary>
internal sealed class TimeTrie
{
    private static readonly List<TimeTerminal> NoTerminals = [];
    private static readonly List<(string Category, bool Glued, TimeTrie Node)> NoCalls = [];

    private Dictionary<int, TimeTrie>? _edges;
    private List<(string Category, bool Glued, TimeTrie Node)>? _calls;
    private List<TimeTerminal>? _terminals;

    internal List<TimeTerminal> Terminals => _terminals ?? NoTerminals;

    internal List<(string Category, bool Glued, TimeTrie Node)> Calls => _calls ?? NoCalls;

    internal bool IsLeaf => _edges is null && _calls is null;

    /// <summary>The node behind a class or word.</summary>
    /// <param name="atom">Number of the class or word.</param>
    /// <param name="glued">Whether the way is for parts that touch.</param>
    internal TimeTrie? Next(int atom, bool glued) => _edges?.GetValueOrDefault(Key(atom, glued));

    /// <summary>The node behind a class or word, made when it is not there.</summary>
    internal TimeTrie Step(int atom, bool glued)
    {
        _edges ??= [];
        if (!_edges.TryGetValue(Key(atom, glued), out var next)) _edges.Add(Key(atom, glued), next = new());
        return next;
    }

    /// <summary>The node behind a match of another rule, made when it is not there.</summary>
    internal TimeTrie Call(string category, bool glued)
    {
        _calls ??= [];
        foreach (var call in _calls)
            if (call.Category == category && call.Glued == glued) return call.Node;
        var next = new TimeTrie();
        _calls.Add((category, glued, next));
        return next;
    }

    internal void End(TimeRule rule, string?[] names)
    {
        _terminals ??= [];
        foreach (var terminal in _terminals)
            if (terminal.Rule == rule) return;
        _terminals.Add(new(rule, names));
    }

    private static int Key(int atom, bool glued) => atom * 2 + (glued ? 1 : 0);
}
