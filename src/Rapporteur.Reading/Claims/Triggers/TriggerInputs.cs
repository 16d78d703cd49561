using System.Collections.Immutable;

namespace Rapporteur.Reading;

/// <summary>
/// What the network of triggers looks at, word by word: whose vectors, and features of each verb, noun and adjective: tag, relation, tense, mood, voice, who acts and to whom, who says it, and its dependents. Which frames match there it does not see: it is to know more words than they do.
/// </summary>
internal sealed class TriggerInputs
{
    /// <summary>Places whose vectors count: the word, its head, who acts, to whom, the clause below, what hangs on it, the verb of its clause, and the cue of whoever says it.</summary>
    public const int Places = 8;

    private readonly ClaimScene _scene;
    private readonly NameClusters _clusters;
    private readonly ulong[] _lemmas, _relations;
    private readonly byte[] _kinds;
    private ulong[] _found = new ulong[64];
    private int _count;

    /// <summary>Looks at a document.</summary>
    /// <param name="scene">The document.</param>
    /// <param name="clusters">Classes of words that are used alike.</param>
    public TriggerInputs(ClaimScene scene, NameClusters clusters)
    {
        (_scene, _clusters) = (scene, clusters);
        var count = scene.Tokens.Length;
        (_lemmas, _relations, _kinds) = (new ulong[count], new ulong[count], new byte[count]);
    }

    /// <summary>The words of a sentence that may tell a claim.</summary>
    /// <param name="sentence">Index of the sentence.</param>
    public TriggerSentence Of(int sentence)
    {
        var (words, content) = (ImmutableArray.CreateBuilder<TriggerWord>(), new List<int>());
        var of = _scene.Document.Sentences[sentence];
        for (var t = of.FirstToken; t < of.EndToken; t++)
            if (_scene.Tokens[t].Upos is "VERB" or "NOUN" or "ADJ" or "PROPN") content.Add(t);
        for (var t = of.FirstToken; t < of.EndToken; t++)
            if (_scene.Tokens[t].Head < 0 || _scene.Tokens[t].Upos is "VERB" or "NOUN" or "ADJ") words.Add(Read(t, sentence, of));
        return new(words.ToImmutable(), [.. content]);
    }

    private TriggerWord Read(int t, int sentence, Sentence of)
    {
        var (trees, token) = (_scene.Trees, _scene.Tokens[t]);
        var root = AssessmentDetail.ClauseOf(_scene, t);
        var agent = Subjects.Agent(trees, t) is var own and >= 0 ? own : Subjects.Surface(trees, root);
        var patient = Subjects.Patient(trees, t);
        var clause = First(t, "xcomp", "ccomp", "advcl", "acl");
        var phrase = First(t, "obl", "nmod", "compound");
        var at = _scene.AttributionAt(t);
        var (subject, told) = (Kind(agent), at < 0 ? 0 : 1 + (ulong)_scene.Document.Attributions[at].Class);
        var (tense, xpos, relation) = (ClaimFeatures.Tense(_scene, root), Text(token.Xpos), Relation(t));
        var (fine, coarse) = _clusters.Of(NameHash.Lower(token.Lemma));
        Add(0, 0);
        Add(1, xpos);
        Add(2, relation);
        Add(3, Text(token.Upos), relation);
        Add(4, tense);
        Add(5, (ulong)ActReality.Of(_scene, t));
        Add(6, Hedges.IsNegated(_scene, t) ? 1u : 0u);
        Add(7, Subjects.IsPassive(trees, t) ? 1u : 0u, xpos);
        Add(8, (ulong)Hedges.ModalityOf(_scene, t));
        Add(9, subject);
        Add(10, Kind(patient));
        Add(11, Kind(phrase));
        Add(12, subject, tense);
        Add(13, subject, Kind(patient));
        Add(14, told, _scene.Quoted[t] ? 1u : 0u);
        Add(15, _scene.CueAt(t) >= 0 ? 1u : 0u);
        Add(16, (ulong)of.Zone, (ulong)Math.Min(of.TokenCount / 8, 5));
        Add(17, (ulong)Math.Min(sentence, 4));
        Add(18, root == t ? 1u : 0u, Relation(root));
        Dependents(t);
        foreach (var child in trees.ChildrenOf(root))
            if (_scene.Tokens[child].Relation is "aux" or "mark") Add(24, Relation(child), Lemma(child));
        if (token.Head >= 0) Add(25, Text(_scene.Tokens[token.Head].Upos), relation);
        Add(26, fine);
        Add(28, coarse);
        Add(29, Lemma(t));
        return new(t, Take(), [t, token.Head, agent, patient, clause, phrase, root == t ? -1 : root, at >= 0 ? _scene.Document.Attributions[at].CueToken : -1]);
    }

    private void Dependents(int t)
    {
        var trees = _scene.Trees;
        foreach (var child in trees.ChildrenOf(t))
        {
            var token = _scene.Tokens[child];
            var relation = Relation(child);
            Add(21, relation);
            Add(27, relation, Kind(child));
            if (token.Relation is "aux" or "aux:pass" or "advmod" or "mark" or "cop" or "det" or "case" or "compound:prt" or "expl")
            {
                Add(22, relation, Lemma(child));
                continue;
            }

            foreach (var below in trees.ChildrenOf(child))
                if (_scene.Tokens[below].Relation is "case" or "mark") Add(23, relation, Lemma(below));
        }
    }

    private int First(int t, params ReadOnlySpan<string> relations)
    {
        foreach (var relation in relations)
            if (_scene.Trees.Child(t, relation) is var child and >= 0) return child;
        return -1;
    }

    // 0 for nothing, 1 for what is no actor, 20 for a time, otherwise what kind of actor.
    private ulong Kind(int t)
    {
        if (t < 0) return 0;
        if (_kinds[t] == 0)
            _kinds[t] = ActorFinder.One(_scene, t) is { } id && _scene.Actors.TryGetValue(id, out var actor) ? (byte)(2 + (int)actor.Kind) : _scene.IsTime(t) ? (byte)20 : (byte)1;
        return _kinds[t];
    }

    private ulong Lemma(int t) => _lemmas[t] != 0 ? _lemmas[t] : _lemmas[t] = Text(_scene.Tokens[t].Lemma);

    private ulong Relation(int t) => _relations[t] != 0 ? _relations[t] : _relations[t] = Text(_scene.Tokens[t].Relation);

    // Each feature counts once.
    private void Add(int template, ulong a, ulong b = 0)
    {
        var feature = FeatureHash.Of(template, a, b);
        if (_found.AsSpan(0, _count).Contains(feature)) return;
        if (_count == _found.Length) Array.Resize(ref _found, 2 * _count);
        _found[_count++] = feature;
    }

    private ulong[] Take()
    {
        var taken = _found.AsSpan(0, _count).ToArray();
        _count = 0;
        return taken;
    }

    private static ulong Text(string text)
    {
        var hash = FeatureHash.Seed;
        foreach (var c in text) hash = FeatureHash.Step(hash, c);
        return hash;
    }
}
