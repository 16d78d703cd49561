namespace Rapporteur.Reading;

/// <summary>The dependency trees of a document, walked from head to dependents.</summary>
internal sealed class DependencyTrees
{
    private readonly AnnotatedDocument _document;
    private readonly int[] _first;
    private readonly int[] _next;

    public DependencyTrees(AnnotatedDocument document)
    {
        _document = document;
        var tokens = document.Tokens;
        _first = new int[tokens.Length];
        _next = new int[tokens.Length];
        Array.Fill(_first, -1);
        for (var i = tokens.Length - 1; i >= 0; i--)
        {
            var head = tokens[i].Head;
            _next[i] = -1;
            if (head < 0 || head >= tokens.Length || head == i) continue;
            _next[i] = _first[head];
            _first[head] = i;
        }
    }

    /// <summary>First dependent of a token in text order; -1 for none.</summary>
    public int First(int token) => _first[token];

    /// <summary>The next dependent of the same head; -1 after the last.</summary>
    public int Next(int token) => _next[token];

    /// <summary>First dependent with the relation; a subtype matches its relation, not the other way round; -1 for none.</summary>
    public int Child(int token, string relation)
    {
        for (var child = _first[token]; child >= 0; child = _next[child])
            if (Has(child, relation)) return child;
        return -1;
    }

    /// <summary>Whether the token bears the relation or a subtype of it.</summary>
    public bool Has(int token, string relation)
    {
        var own = _document.Tokens[token].Relation;
        return own.StartsWith(relation, StringComparison.Ordinal) && (own.Length == relation.Length || own[relation.Length] == ':');
    }

    /// <summary>Lemma of the preposition or marker that introduces the token; "" for none.</summary>
    public string Introducer(int token)
    {
        for (var child = _first[token]; child >= 0 && child < token; child = _next[child])
            if (Has(child, "case") || Has(child, "mark")) return Lower(child);
        return "";
    }

    /// <summary>Lemma or form in lower case.</summary>
    public string Lower(int token)
    {
        var lemma = _document.Tokens[token].Lemma;
        return lemma.Length > 0 && !char.IsUpper(lemma[0]) ? lemma : lemma.ToLowerInvariant();
    }

    /// <summary>Adds the token and all below it, in no particular order, leaving out each dependent for which the filter says so together with what is below it.</summary>
    public void Collect(int token, List<int> into, Func<int, bool>? leaveOut = null)
    {
        var at = into.Count;
        into.Add(token);
        for (; at < into.Count && into.Count <= _first.Length; at++)
            for (var child = _first[into[at]]; child >= 0; child = _next[child])
                if (leaveOut is null || !leaveOut(child)) into.Add(child);
    }

    /// <summary>Whether the first token lies below the second.</summary>
    public bool IsBelow(int token, int ancestor)
    {
        for (var steps = 0; token >= 0 && steps < 200; steps++)
        {
            if (token == ancestor) return true;
            token = _document.Tokens[token].Head;
        }

        return false;
    }
}
