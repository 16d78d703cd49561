using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>What speaks for a type of event: how the words of the sentence stand to the words of the type, and the words themselves.</summary>
internal sealed class EventFeatures
{
    private readonly EventScene _scene;
    private readonly ImmutableArray<EventType> _types;
    private readonly EventClasses _classes;
    private readonly EventCodes _codes;
    private readonly List<ulong> _words = [];
    private readonly IReadOnlyList<Claim> _claims;

    public EventFeatures(EventScene scene, ImmutableArray<EventType> types, EventClasses classes, EventCodes codes, IReadOnlyList<Claim> claims)
    {
        (_scene, _types, _classes, _codes, _claims) = (scene, types, classes, codes, claims);
        Words();
    }

    /// <summary>Features that have the same weight for each type of PLOVER: how well the words fit the type.</summary>
    public List<ulong> Fit(int type)
    {
        var found = new List<ulong>();
        var kind = _types[type];
        void Add(int template, bool holds)
        {
            if (holds) found.Add(FeatureHash.Of(template, 1));
        }

        var main = _scene.Lemma(_scene.Main);
        var verb = kind.Verbs.Contains(main);
        var noun = _scene.Chain.Any(t => t != _scene.Main && kind.Nouns.Contains(_scene.Lemma(t)));
        var pair = _scene.Pairs.Any(p => p.Verb == _scene.Main && IsPair(kind, p));
        var chained = _scene.Chain.Any(t => t != _scene.Main && kind.Verbs.Contains(_scene.Lemma(t)));
        var verbs = _scene.Verbs.Count(t => kind.Verbs.Contains(_scene.Lemma(t)));
        var nouns = _scene.Nouns.Count(t => kind.Nouns.Contains(_scene.Lemma(t)));
        Add(1, verb);
        Add(2, noun);
        Add(3, verb && noun);
        Add(4, pair);
        Add(5, _scene.Pairs.Any(p => IsPair(kind, p)));
        Add(6, chained);
        Add(7, verbs > 0);
        Add(8, verbs > 1);
        Add(9, nouns > 0);
        Add(10, nouns > 1);
        Add(11, !verb && !noun && verbs == 0 && nouns == 0);
        Add(12, verb && !Others(type, t => t.Verbs.Contains(main)));
        Add(13, kind.Nouns.Contains(main));
        Add(14, _scene.Chain.Count > 1 && kind.Verbs.Contains(_scene.Lemma(_scene.Chain[1])));
        Add(15, _claims.Any(c => _codes.Of(c) == kind.Name));
        Add(16, _claims.Any(c => _codes.Of(c) == kind.Name && (c.Trigger == _scene.Document.Tokens[_scene.Main].Span || c.Trigger.Contains(_scene.Document.Tokens[_scene.Main].Span))));
        var near = _classes.IsVerb(type, main);
        Add(17, near);
        Add(18, near && !verb);
        Add(19, _scene.Chain.Any(t => t != _scene.Main && _classes.IsNoun(type, _scene.Lemma(t))));
        Add(35, _scene.Pairs.Any(p => p.Verb == _scene.Main && _classes.IsPair(type, _scene.Lemma(p.Verb), _scene.Lemma(p.Noun))));
        Add(36, _scene.Verbs.Any(t => _classes.IsVerb(type, _scene.Lemma(t))));
        Add(37, _scene.Nouns.Any(t => _classes.IsNoun(type, _scene.Lemma(t))));
        return found;
    }

    /// <summary>Features that weigh differently for each type: words, tense, what other types the words fit.</summary>
    public IReadOnlyList<ulong> Own => _words;

    private static readonly string[] Tags = ["future", "modal", "negated", "passive"];

    private void Words()
    {
        Add(20, _scene.Lemma(_scene.Main));
        foreach (var t in _scene.Chain) Add(21, _scene.Lemma(t));
        _words.Add(FeatureHash.Of(38, _classes.Of(_scene.Lemma(_scene.Main))));
        foreach (var t in _scene.Chain) _words.Add(FeatureHash.Of(39, _classes.Of(_scene.Lemma(t))));
        foreach (var t in _scene.Verbs) _words.Add(FeatureHash.Of(40, _classes.Of(_scene.Lemma(t))));
        foreach (var t in _scene.Nouns) _words.Add(FeatureHash.Of(41, _classes.Of(_scene.Lemma(t))));
        foreach (var t in _scene.Verbs) Add(22, _scene.Lemma(t));
        foreach (var t in _scene.Nouns) Add(23, _scene.Lemma(t));
        foreach (var (v, n) in _scene.Pairs) Add(24, _scene.Lemma(v) + " " + _scene.Lemma(n));
        bool[] holds = [_scene.IsFuture, _scene.IsModal, _scene.IsNegated, _scene.IsPassive];
        for (var i = 0; i < Tags.Length; i++)
            if (holds[i]) Add(25, Tags[i]);
        foreach (var type in _types)
        {
            if (type.Verbs.Contains(_scene.Lemma(_scene.Main))) Add(26, type.Name);
            if (_scene.Chain.Any(t => type.Nouns.Contains(_scene.Lemma(t)))) Add(27, type.Name);
            if (_scene.Pairs.Any(p => IsPair(type, p))) Add(28, type.Name);
            if (_scene.Verbs.Any(t => type.Verbs.Contains(_scene.Lemma(t)))) Add(29, type.Name);
            if (_scene.Nouns.Any(t => type.Nouns.Contains(_scene.Lemma(t)))) Add(30, type.Name);
        }

        foreach (var claim in _claims)
        {
            Add(31, claim.Type.ToString());
            if (claim.Kind is { } kind) Add(32, claim.Type + kind);
            if (claim.Status is { } status) Add(33, claim.Type.ToString() + status);
        }

        _words.Add(FeatureHash.Of(34, 1));
    }

    private bool Others(int type, Func<EventType, bool> holds)
    {
        for (var i = 0; i < _types.Length; i++)
            if (i != type && holds(_types[i])) return true;
        return false;
    }

    private bool IsPair(EventType type, (int Verb, int Noun) pair) => type.Pairs.Contains(_scene.Lemma(pair.Verb) + " " + _scene.Lemma(pair.Noun));

    private void Add(int template, string text)
    {
        var hash = FeatureHash.Seed;
        foreach (var c in text) hash = FeatureHash.Step(hash, c);
        _words.Add(FeatureHash.Of(template, hash));
    }
}
