
namespace Rapporteur.Reading;

/// <summary>The words of a sentence that tell what happens: its main verb, what hangs on it, and the other verbs and nouns.</summary>
internal sealed class EventScene
{
    private const int MostSteps = 6;
    private readonly int _first;
    private readonly string?[] _lemmas;

    /// <summary>Looks at a sentence from its main verb, or from a word of it.</summary>
    /// <param name="document">A document with syntax.</param>
    /// <param name="trees">Its trees.</param>
    /// <param name="sentence">The sentence.</param>
    /// <param name="anchor">Word that tells the event; -1 for the main verb.</param>
    /// <param name="reporting">Lemmas of verbs that only report.</param>
    public EventScene(AnnotatedDocument document, Dependencies trees, Sentence sentence, int anchor, IReadOnlySet<string> reporting)
    {
        Document = document;
        _first = sentence.FirstToken;
        _lemmas = new string?[sentence.TokenCount];
        Main = anchor >= 0 ? anchor : MainOf(trees, sentence, reporting);
        Chain.Add(Main);
        Follow(trees, Main, 0);
        for (var t = sentence.FirstToken; t < sentence.EndToken; t++)
        {
            var token = trees.Tokens[t];
            if (token.Upos is "VERB") Verbs.Add(t);
            else if (token.Upos is "NOUN" or "PROPN") Nouns.Add(t);
            for (var (head, steps) = (token.Head, 0); token.Upos is "NOUN" && head >= 0 && steps < 2; head = trees.Tokens[head].Head, steps++)
            {
                if (trees.Tokens[head].Upos != "VERB") continue;
                Pairs.Add((head, t));
                break;
            }
        }

        IsFuture = Hedges.IsFuture(trees, Main);
        IsModal = Hedges.HasModal(trees, Main, "would", "could", "might", "may", "should", "must");
        IsNegated = trees.Has(Main, "advmod") && Negated(trees, Main);
        IsPassive = Subjects.IsPassive(trees, Main);
    }

    public AnnotatedDocument Document { get; }

    /// <summary>The verb that tells the event.</summary>
    public int Main { get; }

    /// <summary>The main verb with its infinitives and objects, outermost first.</summary>
    public List<int> Chain { get; } = [];

    public List<int> Verbs { get; } = [];

    public List<int> Nouns { get; } = [];

    /// <summary>Verbs with the nouns that hang on them, straight or over one noun.</summary>
    public List<(int Verb, int Noun)> Pairs { get; } = [];

    public bool IsFuture { get; }

    public bool IsModal { get; }

    public bool IsNegated { get; }

    public bool IsPassive { get; }

    /// <summary>Lemma of a token of the sentence, in lower case.</summary>
    public string Lemma(int token) => _lemmas[token - _first] ??= Document.Tokens[token].Lemma.ToLowerInvariant();

    private static int MainOf(Dependencies trees, Sentence sentence, IReadOnlySet<string> reporting)
    {
        var main = sentence.FirstToken;
        for (var t = sentence.FirstToken; t < sentence.EndToken; t++)
            if (trees.Tokens[t].Head < 0) main = t;
        for (var steps = 0; steps < MostSteps && reporting.Contains(trees.Tokens[main].Lemma); steps++)
        {
            var told = -1;
            foreach (var child in trees.ChildrenOf(main))
                if (trees.Tokens[child].Relation is "ccomp" or "parataxis") told = child;
            if (told < 0) break;
            main = told;
        }

        return main;
    }

    private void Follow(Dependencies trees, int token, int depth)
    {
        if (depth > 3) return;
        foreach (var child in trees.ChildrenOf(token))
        {
            if (trees.Tokens[child].Relation is not ("xcomp" or "obj" or "ccomp" or "nsubj:pass" or "acl" or "obl")) continue;
            Chain.Add(child);
            if (trees.Tokens[child].Relation is "xcomp" or "ccomp" or "obj") Follow(trees, child, depth + 1);
        }
    }

    private static bool Negated(Dependencies trees, int token)
    {
        foreach (var child in trees.ChildrenOf(token))
            if (trees.Tokens[child].Lemma is "not" or "never" or "n't") return true;
        return false;
    }
}
