using System.Runtime.InteropServices;

namespace Rapporteur.Reading;

/// <summary>
/// What the network of triggers looks at, word by word: whose vectors, and features of each verb, and of each noun and adjective that does not merely describe another: tag, relation, tense, mood, voice, who acts and to whom, who says it, and its dependents. Which frames match there it does not see: it is to know more words than they do. Not thread-safe.
/// </summary>
internal sealed class TriggerInputs
{
    /// <summary>Places whose vectors count: the word, its head, who acts, to whom, the clause below, what hangs on it, the verb of its clause, and the cue of whoever says it.</summary>
    public const int Places = 8;

    private readonly ClaimScene _scene;
    private readonly NameClusters _clusters;
    private readonly byte[] _kinds;
    // Of the sentence that was looked at last; where the features of each word end.
    private readonly List<int> _tokens = [], _content = [], _ends = [], _places = [];
    private readonly List<ulong> _features = [];

    /// <summary>Looks at a document.</summary>
    /// <param name="scene">The document.</param>
    /// <param name="clusters">Classes of words that are used alike.</param>
    public TriggerInputs(ClaimScene scene, NameClusters clusters) => (_scene, _clusters, _kinds) = (scene, clusters, new byte[scene.Tokens.Length]);

    /// <summary>The words of a sentence that may tell a claim, to keep.</summary>
    /// <param name="sentence">Index of the sentence.</param>
    public TriggerSentence Of(int sentence)
    {
        Look(sentence);
        return new([.. _tokens.Select((token, word) => new TriggerWord(token, FeaturesOf(word).ToArray(), PlacesOf(word).ToArray()))], [.. _content]);
    }

    /// <summary>Looks at a sentence; what was seen of the one before is gone.</summary>
    /// <param name="sentence">Index of the sentence.</param>
    public void Look(int sentence)
    {
        foreach (var list in (ReadOnlySpan<List<int>>)[_tokens, _content, _ends, _places]) list.Clear();
        _features.Clear();
        var of = _scene.Document.Sentences[sentence];
        for (var t = of.FirstToken; t < of.EndToken; t++)
        {
            var part = _scene.Tokens[t].Upos;
            if (part is "VERB" or "NOUN" or "ADJ" or "PROPN") _content.Add(t);
            if (!MayTell(t, part)) continue;
            _tokens.Add(t);
            Read(t, sentence, of);
            _ends.Add(_features.Count);
        }
    }

    /// <summary>Words of the sentence that may tell a claim, in order.</summary>
    public ReadOnlySpan<int> Tokens => CollectionsMarshal.AsSpan(_tokens);

    /// <summary>Words of the sentence whose mean vector stands for the whole.</summary>
    public ReadOnlySpan<int> Content => CollectionsMarshal.AsSpan(_content);

    /// <summary>Hashes of what is known about a word, each once.</summary>
    /// <param name="word">Index into <see cref="Tokens"/>.</param>
    public ReadOnlySpan<ulong> FeaturesOf(int word) => CollectionsMarshal.AsSpan(_features)[Start(word).._ends[word]];

    /// <summary>Tokens whose vectors are looked at; -1 for none.</summary>
    /// <param name="word">Index into <see cref="Tokens"/>.</param>
    public ReadOnlySpan<int> PlacesOf(int word) => CollectionsMarshal.AsSpan(_places).Slice(word * Places, Places);

    private int Start(int word) => word == 0 ? 0 : _ends[word - 1];

    // "Peace" of "peace talks" and "nuclear" of "nuclear talks" tell nothing that their noun does not, nor does a date.
    private bool MayTell(int t, string part)
    {
        var token = _scene.Tokens[t];
        if (token.Head < 0 || part == "VERB") return true;
        if (part is not ("NOUN" or "ADJ") || _scene.IsTime(t)) return false;
        return token.Relation is not ("amod" or "compound") || _scene.Trees.Has(t, "nsubj") || _scene.Trees.Has(t, "cop");
    }

    private void Read(int t, int sentence, Sentence of)
    {
        var (trees, token) = (_scene.Trees, _scene.Tokens[t]);
        var root = AssessmentDetail.ClauseOf(_scene, t);
        var agent = Subjects.Agent(trees, t) is var own and >= 0 ? own : Subjects.Surface(trees, root);
        var patient = Subjects.Patient(trees, t);
        var clause = First(t, "xcomp", "ccomp", "advcl", "acl");
        var phrase = First(t, "obl", "nmod", "compound");
        var at = _scene.AttributionAt(t);
        var (subject, told) = (Kind(agent), at < 0 ? 0 : 1 + (ulong)_scene.Document.Attributions[at].Class);
        var (tense, xpos, relation) = (_scene.TenseOf(root), FeatureHash.Text(token.Xpos), FeatureHash.Text(token.Relation));
        var (fine, coarse) = _clusters.Of(NameHash.Lower(token.Lemma));
        Add(0, 0);
        Add(1, xpos);
        Add(2, relation);
        Add(3, FeatureHash.Text(token.Upos), relation);
        Add(4, tense);
        Add(5, (ulong)_scene.RealityOf(t));
        Add(7, Subjects.IsPassive(trees, t) ? 1u : 0u, xpos);
        Add(9, subject);
        Add(10, Kind(patient));
        Add(11, Kind(phrase));
        Add(12, subject, tense);
        Add(13, subject, Kind(patient));
        Add(14, told, _scene.Quoted[t] ? 1u : 0u);
        Add(15, _scene.CueAt(t) >= 0 ? 1u : 0u);
        Add(16, (ulong)of.Zone, (ulong)Math.Min(of.TokenCount / 8, 5));
        Add(17, (ulong)Math.Min(sentence, 4));
        Add(18, root == t ? 1u : 0u, FeatureHash.Text(_scene.Tokens[root].Relation));
        Add(26, fine);
        Add(28, coarse);
        Add(29, FeatureHash.Text(token.Lemma));
        if (token.Head >= 0) Add(25, FeatureHash.Text(_scene.Tokens[token.Head].Upos), relation);
        var from = _features.Count;
        Dependents(t, from);
        foreach (var child in trees.ChildrenOf(root))
            if (_scene.Tokens[child] is { Relation: "aux" or "mark" } mark) AddOnce(from, 24, FeatureHash.Text(mark.Relation), FeatureHash.Text(mark.Lemma));
        _places.AddRange([t, token.Head, agent, patient, clause, phrase, root == t ? -1 : root, at >= 0 ? _scene.Document.Attributions[at].CueToken : -1]);
    }

    private void Dependents(int t, int from)
    {
        var trees = _scene.Trees;
        foreach (var child in trees.ChildrenOf(t))
        {
            var token = _scene.Tokens[child];
            var relation = FeatureHash.Text(token.Relation);
            AddOnce(from, 21, relation);
            AddOnce(from, 27, relation, Kind(child));
            if (token.Relation is "aux" or "aux:pass" or "advmod" or "mark" or "cop" or "det" or "case" or "compound:prt" or "expl")
            {
                AddOnce(from, 22, relation, FeatureHash.Text(token.Lemma));
                continue;
            }

            foreach (var below in trees.ChildrenOf(child))
                if (_scene.Tokens[below].Relation is "case" or "mark") AddOnce(from, 23, relation, FeatureHash.Text(_scene.Tokens[below].Lemma));
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

    private void Add(int template, ulong a, ulong b = 0) => _features.Add(FeatureHash.Of(template, a, b));

    // Where several words may give the same feature, it counts once.
    private void AddOnce(int from, int template, ulong a, ulong b = 0)
    {
        var feature = FeatureHash.Of(template, a, b);
        if (!CollectionsMarshal.AsSpan(_features)[from..].Contains(feature)) _features.Add(feature);
    }
}
