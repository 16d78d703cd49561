using System.Collections.Immutable;

namespace Rapporteur.Reading;

/// <summary>The dependency trees of a document, with dependents and extents at hand.</summary>
internal sealed class Dependencies
{
    private readonly int[] _firstChild;
    private readonly int[] _nextSibling;
    private readonly int[] _left;
    private readonly int[] _right;
    private ILookup<int, Attribution>? _attributions;

    /// <summary>Mends the trees and looks at who hangs on whom.</summary>
    /// <param name="document">The document.</param>
    /// <param name="sets">Named sets of lemmas (<c>data/frames/*.sets</c>).</param>
    public Dependencies(AnnotatedDocument document, IReadOnlyDictionary<string, IReadOnlySet<string>> sets)
    {
        Document = document;
        Tokens = DashedPhrases.Mend(TimeParticles.Mend(ToldClauses.Mend(DemandedLists.Mend(TrailingParticiples.Mend(AlternativeVerbs.Mend(MarkedClauses.Mend(ComparedObjects.Mend(MistakenNouns.Mend(WithoutMarksAsHeads(document.Tokens)))))), sets["demanding"]), sets["telling-to"])), document.Text);
        var n = Tokens.Length;
        (_firstChild, _nextSibling, _left, _right) = (new int[n], new int[n], new int[n], new int[n]);
        Array.Fill(_firstChild, -1);
        Array.Fill(_nextSibling, -1);
        for (var i = n - 1; i >= 0; i--)
        {
            (_left[i], _right[i]) = (i, i);
            var head = Tokens[i].Head;
            if (head < 0) continue;
            _nextSibling[i] = _firstChild[head];
            _firstChild[head] = i;
        }

        for (var i = 0; i < n; i++)
        {
            var steps = 0;
            for (var up = Tokens[i].Head; up >= 0 && steps < 200; up = Tokens[up].Head, steps++)
            {
                if (i < _left[up]) _left[up] = i;
                if (i > _right[up]) _right[up] = i;
            }
        }
    }

    public AnnotatedDocument Document { get; }

    /// <summary>The attributions by the token of their cue.</summary>
    public ILookup<int, Attribution> AttributionsByCue => _attributions ??= Document.Attributions.ToLookup(attribution => attribution.CueToken);

    public ImmutableArray<Token> Tokens { get; }

    // A word that the parser hung on a punctuation mark belongs to the head of the mark.
    private static ImmutableArray<Token> WithoutMarksAsHeads(ImmutableArray<Token> tokens)
    {
        ImmutableArray<Token>.Builder? mended = null;
        for (var i = 0; i < tokens.Length; i++)
        {
            var head = tokens[i].Head;
            if (head < 0 || tokens[head].Upos != "PUNCT" || tokens[head].Head < 0 || tokens[head].Head == i) continue;
            mended ??= tokens.ToBuilder();
            mended[i] = tokens[i] with { Head = tokens[head].Head };
        }

        return mended?.MoveToImmutable() ?? tokens;
    }

    /// <summary>First token of the subtree.</summary>
    public int Left(int token) => _left[token];

    /// <summary>Last token of the subtree.</summary>
    public int Right(int token) => _right[token];

    /// <summary>First dependent in text order; -1 for none.</summary>
    public int FirstChild(int token) => _firstChild[token];

    /// <summary>Next dependent of the same head in text order; -1 for none.</summary>
    public int NextSibling(int token) => _nextSibling[token];

    public Children ChildrenOf(int token) => new(this, token);

    /// <summary>First dependent with the relation (or one of its subtypes); -1 for none.</summary>
    public int Child(int token, string relation)
    {
        foreach (var child in ChildrenOf(token))
            if (Matches(Tokens[child].Relation, relation)) return child;
        return -1;
    }

    public bool Has(int token, string relation) => Child(token, relation) >= 0;

    /// <summary>Whether a relation is the one asked for or one of its subtypes.</summary>
    public static bool Matches(string relation, string asked) =>
        ReferenceEquals(relation, asked) || asked.Length == 0 || (relation.StartsWith(asked, StringComparison.Ordinal) && (relation.Length == asked.Length || relation[asked.Length] == ':'));

    /// <summary>Lemma of the first preposition or conjunction of a word, "because of" and the like by their first word; empty for none.</summary>
    public string Marker(int token)
    {
        foreach (var child in ChildrenOf(token))
            if (Tokens[child].Relation is "case" or "mark") return Tokens[child].Lemma;
        return "";
    }

    public bool HasMarker(int token, string lemma)
    {
        foreach (var child in ChildrenOf(token))
            if (Tokens[child].Relation is "case" or "mark" && Tokens[child].Lemma == lemma) return true;
        return false;
    }

    public bool IsBelow(int token, int ancestor)
    {
        for (var steps = 0; token >= 0 && steps < 200; token = Tokens[token].Head, steps++)
            if (token == ancestor) return true;
        return false;
    }

    public bool IsVerbal(int token) => Tokens[token].Upos is "VERB" or "AUX" || Has(token, "cop");

    /// <summary>A word where it is verbal, else the nearest above it that is; -1 for none among so many words.</summary>
    public int VerbalFrom(int token, int most)
    {
        for (var (at, steps) = (token, 0); at >= 0 && steps < most; at = Tokens[at].Head, steps++)
            if (IsVerbal(at)) return at;
        return -1;
    }

    /// <summary>Dependents of a word, without allocation.</summary>
    public readonly struct Children(Dependencies trees, int token)
    {
        public Enumerator GetEnumerator() => new(trees, token);

        public struct Enumerator(Dependencies trees, int token)
        {
            private int _next = trees.FirstChild(token);

            public int Current { get; private set; } = -1;

            public bool MoveNext()
            {
                if (_next < 0) return false;
                Current = _next;
                _next = trees.NextSibling(Current);
                return true;
            }
        }
    }
}
