using System.Runtime.InteropServices;

namespace Rapporteur.Reading;

/// <summary>What speaks for claims in a sentence, word by word: each verb, noun and adjective with its dependents, its subject, classes of words that are used alike, and the frames that match there.</summary>
internal sealed class SentenceFeatures
{
    private readonly ClaimScene _scene;
    private readonly ILookup<int, ClaimDraft> _bySentence;
    private readonly NameClusters _clusters;
    private readonly Word?[] _words;
    private readonly List<ulong> _found = [];

    /// <summary>Looks at a document.</summary>
    /// <param name="scene">The document.</param>
    /// <param name="clusters">Classes of words.</param>
    /// <param name="drafts">What the frames match in it.</param>
    public SentenceFeatures(ClaimScene scene, NameClusters clusters, IReadOnlyList<ClaimDraft> drafts)
    {
        _scene = scene;
        _bySentence = drafts.ToLookup(draft => scene.SentenceIndex(draft.Trigger));
        _clusters = clusters;
        _words = new Word?[scene.Tokens.Length];
    }

    /// <summary>The features of each word of a sentence that may tell a claim, in ascending order.</summary>
    /// <param name="sentence">Index of the sentence.</param>
    public List<ulong[]> Of(int sentence)
    {
        var words = new List<ulong[]>();
        Read(sentence, word =>
        {
            var features = word.ToArray();
            Array.Sort(features);
            words.Add(features);
        });
        return words;
    }

    /// <summary>Gives the features of each word of a sentence that may tell a claim, each feature once, in no order that means anything.</summary>
    /// <param name="sentence">Index of the sentence.</param>
    /// <param name="word">Takes the features of one word; they last until it returns.</param>
    public void Read(int sentence, Action<ReadOnlySpan<ulong>> word)
    {
        var (of, drafted) = (_scene.Document.Sentences[sentence], 0u);
        foreach (var draft in _bySentence[sentence]) drafted |= 1u << (int)draft.Type;
        for (var t = of.FirstToken; t < of.EndToken; t++)
            if (_scene.Tokens[t].Head < 0 || _scene.Tokens[t].Upos is "VERB" or "NOUN" or "ADJ") word(Of(t, sentence, of, drafted));
    }

    private ReadOnlySpan<ulong> Of(int t, int sentence, Sentence of, uint drafted)
    {
        _found.Clear();
        var token = _scene.Tokens[t];
        var (lemma, relation, fine, coarse) = At(t);
        var part = FeatureHash.Text(token.Upos);
        Add(0, part);
        Add(1, lemma, part);
        Add(2, fine, part);
        Add(3, coarse, part);
        Add(4, relation, part);
        Add(5, FeatureHash.Text(token.Xpos));
        if (token.Head >= 0)
        {
            var head = At(token.Head);
            Add(6, head.Lemma, relation);
            Add(7, head.Coarse, relation, part);
        }
        else
        {
            Add(8, (uint)Math.Min(of.TokenCount / 6, 6));
        }

        var (subject, negated) = Dependents(t, lemma, coarse);
        Add(20, subject, FeatureHash.Text(token.Xpos));
        Add(21, subject, lemma);
        if (negated) Add(22, lemma);
        if (negated) Add(23, coarse);
        Told(t, part);
        foreach (var draft in _bySentence[sentence])
            if (draft.Trigger == t) Add(26, (uint)draft.Type);
        for (var type = 0; type < 32; type++)
            if ((drafted >> type & 1) != 0) Add(27, (uint)type, token.Head < 0 ? 1u : 0u);
        return CollectionsMarshal.AsSpan(_found);
    }

    // The subject, and whether the word is negated.
    private (ulong Subject, bool Negated) Dependents(int t, ulong word, uint sort)
    {
        var (subject, negated) = (0UL, false);
        foreach (var child in _scene.Trees.ChildrenOf(t))
        {
            var token = _scene.Tokens[child];
            var (lemma, relation, fine, coarse) = At(child);
            Add(9, relation);
            switch (token.Relation)
            {
                case "aux" or "aux:pass" or "advmod" or "mark" or "cop" or "det" or "case" or "compound:prt" or "expl":
                    Add(10, relation, lemma);
                    negated |= token.Lemma is "not" or "n't" or "never" or "no" or "neither" or "nor";
                    break;
                case "nsubj" or "nsubj:pass" or "nmod:poss":
                    subject = FeatureHash.Of(0, relation, token.Upos == "PRON" ? lemma : Kind(child));
                    Add(11, subject);
                    Add(12, relation, coarse);
                    break;
                case "obj" or "xcomp" or "ccomp" or "obl" or "nmod" or "advcl" or "amod" or "compound":
                    Add(13, relation, lemma);
                    Add(14, relation, fine);
                    Add(15, relation, coarse, sort);
                    Add(16, relation, coarse, word);
                    if (Kind(child) > 1) Add(17, relation, word);
                    break;
            }

            foreach (var below in _scene.Trees.ChildrenOf(child))
                if (_scene.Tokens[below].Relation is "case" or "mark") Add(18, word, relation, At(below).Lemma);
        }

        return (subject, negated);
    }

    // Whether somebody says it, and by what word.
    private void Told(int t, ulong part)
    {
        if (_scene.CueAt(t) >= 0) Add(24, 0);
        var at = _scene.AttributionAt(t);
        Add(25, at < 0 ? 0 : 1 + (ulong)_scene.Document.Attributions[at].Class);
        if (at >= 0 && _scene.Document.Attributions[at].CueToken is var cue and >= 0) Add(28, At(cue).Lemma, part);
    }

    // 1 for what is no actor, otherwise what kind of actor.
    private ulong Kind(int t) => ActorFinder.One(_scene, t) is { } id && _scene.Actors.TryGetValue(id, out var actor) ? 2 + (ulong)actor.Kind : 1;

    private Word At(int t)
    {
        if (_words[t] is { } known) return known;
        var token = _scene.Tokens[t];
        var (fine, coarse) = _clusters.Of(NameHash.Lower(token.Lemma));
        var word = new Word(FeatureHash.Text(token.Lemma), FeatureHash.Text(token.Relation), fine, coarse);
        _words[t] = word;
        return word;
    }

    private void Add(int template, ulong a, ulong b = 0, ulong c = 0)
    {
        var feature = FeatureHash.Of(template, a, b, c);
        if (!_found.Contains(feature)) _found.Add(feature);
    }

    // A word as features see it: hashes of its lemma and relation, and its classes.
    private readonly record struct Word(ulong Lemma, ulong Relation, uint Fine, uint Coarse);
}
