using System.Collections.Immutable;
using System.Numerics;
using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>What speaks for a type of event: how the words of the sentence stand to the words of the type, and the words themselves.</summary>
internal sealed class EventFeatures
{
    private static readonly string[] Tags = ["future", "modal", "negated", "passive"];

    private readonly EventScene _scene;
    private readonly ImmutableArray<EventType> _types;
    private readonly EventClasses _classes;
    private readonly EventCodes _codes;
    private readonly List<ulong> _words = [];
    private readonly IReadOnlyList<Claim> _claims;
    // Features that fit a type, each with the types that it fits.
    private readonly List<(int Template, uint Types)> _fits = [];

    public EventFeatures(EventScene scene, ImmutableArray<EventType> types, EventClasses classes, EventCodes codes, IReadOnlyList<Claim> claims)
    {
        (_scene, _types, _classes, _codes, _claims) = (scene, types, classes, codes, claims);
        Fits();
        Words();
    }

    /// <summary>Features that have the same weight for each type of PLOVER: how well the words fit the type.</summary>
    public List<ulong> Fit(int type)
    {
        var found = new List<ulong>();
        foreach (var (template, types) in _fits)
            if ((types >> type & 1) != 0) found.Add(FeatureHash.Of(template, 1));
        return found;
    }

    /// <summary>Features that weigh differently for each type: words, tense, what other types the words fit.</summary>
    public IReadOnlyList<ulong> Own => _words;

    private void Fits()
    {
        var main = _scene.Lemma(_scene.Main);
        var verb = _classes.Verb(main);
        var near = _classes.VerbLike(_classes.Of(main));
        var (chained, chainedNoun, chainedNounLike) = (0u, 0u, 0u);
        foreach (var t in _scene.Chain)
        {
            if (t == _scene.Main) continue;
            chained |= _classes.Verb(_scene.Lemma(t));
            chainedNoun |= _classes.Noun(_scene.Lemma(t));
            chainedNounLike |= _classes.NounLike(_classes.Of(_scene.Lemma(t)));
        }

        var (verbs, moreVerbs, verbLike) = Count(_scene.Verbs, _classes.Verb, _classes.VerbLike);
        var (nouns, moreNouns, nounLike) = Count(_scene.Nouns, _classes.Noun, _classes.NounLike);
        var (pairs, mainPairs, mainPairLike) = (0u, 0u, 0u);
        foreach (var (v, n) in _scene.Pairs)
        {
            var pair = _classes.Pair(_scene.Lemma(v), _scene.Lemma(n));
            pairs |= pair;
            if (v != _scene.Main) continue;
            mainPairs |= pair;
            mainPairLike |= _classes.PairLike(_classes.Of(_scene.Lemma(v)), _classes.Of(_scene.Lemma(n)));
        }

        var (claimed, claimedHere) = Claimed();
        _fits.Add((1, verb));
        _fits.Add((2, chainedNoun));
        _fits.Add((3, verb & chainedNoun));
        _fits.Add((4, mainPairs));
        _fits.Add((5, pairs));
        _fits.Add((6, chained));
        _fits.Add((7, verbs));
        _fits.Add((8, moreVerbs));
        _fits.Add((9, nouns));
        _fits.Add((10, moreNouns));
        _fits.Add((11, ~(verb | chainedNoun | verbs | nouns)));
        _fits.Add((12, BitOperations.IsPow2(verb) ? verb : 0));
        _fits.Add((13, _classes.Noun(main)));
        _fits.Add((14, _scene.Chain.Count > 1 ? _classes.Verb(_scene.Lemma(_scene.Chain[1])) : 0));
        _fits.Add((15, claimed));
        _fits.Add((16, claimedHere));
        _fits.Add((17, near));
        _fits.Add((18, near & ~verb));
        _fits.Add((19, chainedNounLike));
        _fits.Add((35, mainPairLike));
        _fits.Add((36, verbLike));
        _fits.Add((37, nounLike));
    }

    // The types that one of the words tells, those that two tell, and those that a word of a like class tells.
    private (uint Once, uint Twice, uint Like) Count(List<int> tokens, Func<string, uint> listed, Func<uint, uint> like)
    {
        var (once, twice, alike) = (0u, 0u, 0u);
        foreach (var t in tokens)
        {
            var types = listed(_scene.Lemma(t));
            twice |= once & types;
            once |= types;
            alike |= like(_classes.Of(_scene.Lemma(t)));
        }

        return (once, twice, alike);
    }

    // The types that claims of the sentence have by their form, and those whose claim the main verb triggers.
    private (uint Any, uint Here) Claimed()
    {
        var (any, here) = (0u, 0u);
        var main = _scene.Document.Tokens[_scene.Main].Span;
        foreach (var claim in _claims)
        {
            if (_codes.Of(claim) is not { } name) continue;
            for (var i = 0; i < _types.Length; i++)
            {
                if (_types[i].Name != name) continue;
                any |= 1u << i;
                if (claim.Trigger == main || claim.Trigger.Contains(main)) here |= 1u << i;
            }
        }

        return (any, here);
    }

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
        var main = _classes.Noun(_scene.Lemma(_scene.Main));
        for (var i = 0; i < _types.Length; i++)
        {
            if (Has(1, i)) Add(26, _types[i].Name);
            if (Has(2, i) || (main >> i & 1) != 0) Add(27, _types[i].Name);
            if (Has(5, i)) Add(28, _types[i].Name);
            if (Has(7, i)) Add(29, _types[i].Name);
            if (Has(9, i)) Add(30, _types[i].Name);
        }

        foreach (var claim in _claims)
        {
            Add(31, claim.Type.ToString());
            if (claim.Kind is { } kind) Add(32, claim.Type + kind);
            if (claim.Status is { } status) Add(33, claim.Type.ToString() + status);
        }

        _words.Add(FeatureHash.Of(34, 1));
    }

    // Templates up to 19 stand in their order.
    private bool Has(int template, int type) => (_fits[template - 1].Types >> type & 1) != 0;

    private void Add(int template, string text)
    {
        var hash = FeatureHash.Seed;
        foreach (var c in text) hash = FeatureHash.Step(hash, c);
        _words.Add(FeatureHash.Of(template, hash));
    }
}
