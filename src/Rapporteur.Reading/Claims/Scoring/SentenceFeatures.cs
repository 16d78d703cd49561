namespace Rapporteur.Reading;

/// <summary>What speaks for claims in a sentence, word by word: each verb, noun and adjective with its dependents, its subject, classes of words that are used alike, and the frames that match there.</summary>
internal sealed class SentenceFeatures
{
    private readonly ClaimScene _scene;
    private readonly ILookup<int, ClaimDraft> _bySentence;
    private readonly ulong[] _lemmas;
    private readonly (uint Fine, uint Coarse)[] _classes;

    /// <summary>Looks at a document.</summary>
    /// <param name="scene">The document.</param>
    /// <param name="clusters">Classes of words.</param>
    /// <param name="drafts">What the frames match in it.</param>
    public SentenceFeatures(ClaimScene scene, NameClusters clusters, IReadOnlyList<ClaimDraft> drafts)
    {
        _scene = scene;
        _bySentence = drafts.ToLookup(draft => scene.SentenceIndex(draft.Trigger));
        _lemmas = [.. scene.Tokens.Select(token => Text(token.Lemma))];
        _classes = [.. scene.Tokens.Select(token => clusters.Of(NameHash.Lower(token.Lemma)))];
    }

    /// <summary>The features of each word of a sentence that may tell a claim.</summary>
    /// <param name="sentence">Index of the sentence.</param>
    public List<ulong[]> Of(int sentence)
    {
        var words = new List<ulong[]>();
        var (of, drafted) = (_scene.Document.Sentences[sentence], 0u);
        foreach (var draft in _bySentence[sentence]) drafted |= 1u << (int)draft.Type;
        for (var t = of.FirstToken; t < of.EndToken; t++)
            if (_scene.Tokens[t].Head < 0 || _scene.Tokens[t].Upos is "VERB" or "NOUN" or "ADJ") words.Add(Word(t, sentence, of, drafted));
        return words;
    }

    private ulong[] Word(int t, int sentence, Sentence of, uint drafted)
    {
        var found = new Features();
        var token = _scene.Tokens[t];
        var (lemma, (fine, coarse), part) = (_lemmas[t], _classes[t], Text(token.Upos));
        found.Add(0, part);
        found.Add(1, lemma, part);
        found.Add(2, fine, part);
        found.Add(3, coarse, part);
        found.Add(4, Text(token.Relation), part);
        found.Add(5, Text(token.Xpos));
        if (token.Head >= 0)
        {
            found.Add(6, _lemmas[token.Head], Text(token.Relation));
            found.Add(7, _classes[token.Head].Coarse, Text(token.Relation), part);
        }
        else
        {
            found.Add(8, (uint)Math.Min(of.TokenCount / 6, 6));
        }

        var (subject, negated) = Dependents(t, found);
        found.Add(20, subject, Text(token.Xpos));
        found.Add(21, subject, lemma);
        if (negated) found.Add(22, lemma);
        if (negated) found.Add(23, coarse);
        Told(t, found, part);
        foreach (var draft in _bySentence[sentence])
            if (draft.Trigger == t) found.Add(26, (uint)draft.Type);
        for (var type = 0; type < 32; type++)
            if ((drafted >> type & 1) != 0) found.Add(27, (uint)type, token.Head < 0 ? 1u : 0u);
        return [.. found.Distinct];
    }

    // The subject, and whether the word is negated.
    private (ulong Subject, bool Negated) Dependents(int t, Features found)
    {
        var (subject, negated) = (0UL, false);
        foreach (var child in _scene.Trees.ChildrenOf(t))
        {
            var token = _scene.Tokens[child];
            var (relation, lemma, (fine, coarse)) = (Text(token.Relation), _lemmas[child], _classes[child]);
            found.Add(9, relation);
            switch (token.Relation)
            {
                case "aux" or "aux:pass" or "advmod" or "mark" or "cop" or "det" or "case" or "compound:prt" or "expl":
                    found.Add(10, relation, lemma);
                    negated |= token.Lemma is "not" or "n't" or "never" or "no" or "neither" or "nor";
                    break;
                case "nsubj" or "nsubj:pass" or "nmod:poss":
                    subject = FeatureHash.Of(0, relation, token.Upos == "PRON" ? lemma : Kind(child));
                    found.Add(11, subject);
                    found.Add(12, relation, coarse);
                    break;
                case "obj" or "xcomp" or "ccomp" or "obl" or "nmod" or "advcl" or "amod" or "compound":
                    found.Add(13, relation, lemma);
                    found.Add(14, relation, fine);
                    found.Add(15, relation, coarse, _classes[t].Coarse);
                    found.Add(16, relation, coarse, _lemmas[t]);
                    if (Kind(child) > 1) found.Add(17, relation, _lemmas[t]);
                    break;
            }

            foreach (var below in _scene.Trees.ChildrenOf(child))
                if (_scene.Tokens[below].Relation is "case" or "mark") found.Add(18, _lemmas[t], relation, _lemmas[below]);
        }

        return (subject, negated);
    }

    // Whether somebody says it, and by what word.
    private void Told(int t, Features found, ulong part)
    {
        if (_scene.CueAt(t) >= 0) found.Add(24, 0);
        var at = _scene.AttributionAt(t);
        found.Add(25, at < 0 ? 0 : 1 + (ulong)_scene.Document.Attributions[at].Class);
        if (at >= 0 && _scene.Document.Attributions[at].CueToken is var cue and >= 0) found.Add(28, _lemmas[cue], part);
    }

    // 1 for what is no actor, otherwise what kind of actor.
    private ulong Kind(int t) => ActorFinder.One(_scene, t) is { } id && _scene.Actors.TryGetValue(id, out var actor) ? 2 + (ulong)actor.Kind : 1;

    private static ulong Text(string text)
    {
        var hash = FeatureHash.Seed;
        foreach (var c in text) hash = FeatureHash.Step(hash, c);
        return hash;
    }

    private sealed class Features
    {
        private readonly List<ulong> _all = [];

        public IEnumerable<ulong> Distinct => _all.Distinct();

        public void Add(int template, ulong a, ulong b = 0, ulong c = 0) => _all.Add(FeatureHash.Of(template, a, b, c));
    }
}
