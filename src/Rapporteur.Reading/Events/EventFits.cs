using System.Collections.Immutable;
using System.Numerics;
using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>How the words and claims of a sentence stand to the words of each type of event. Types come as a set of bits, the first type lowest.</summary>
internal sealed class EventFits
{
    private readonly EventScene _scene;
    private readonly ImmutableArray<EventType> _types;
    private readonly EventClasses _classes;
    private readonly EventVectors _vectors;
    private readonly EventCodes _codes;
    private readonly IReadOnlyList<Claim> _claims;
    // Features that fit a type, each with the types that it fits.
    private readonly List<(ulong Feature, uint Types)> _fits = [];

    public EventFits(EventScene scene, ImmutableArray<EventType> types, EventClasses classes, EventVectors vectors, EventCodes codes, IReadOnlyList<Claim> claims)
    {
        (_scene, _types, _classes, _vectors, _codes, _claims) = (scene, types, classes, vectors, codes, claims);
        Fits();
        Nearness();
        Tenses();
        Outermost();
    }

    /// <summary>The types that have the main word as a verb.</summary>
    public uint Main { get; private set; }

    /// <summary>The types that have a word of the chain as a noun.</summary>
    public uint Chained { get; private set; }

    /// <summary>The types that have a verb of the sentence with a noun of it.</summary>
    public uint Pairs { get; private set; }

    /// <summary>The types that have a verb of the sentence.</summary>
    public uint Verbs { get; private set; }

    /// <summary>The types that have a noun of the sentence.</summary>
    public uint Nouns { get; private set; }

    /// <summary>The features, each with the types that it fits.</summary>
    public IReadOnlyList<(ulong Feature, uint Types)> All => _fits;

    /// <summary>The features that fit a type.</summary>
    public List<ulong> Of(int type)
    {
        var found = new List<ulong>();
        foreach (var (feature, types) in _fits)
            if ((types >> type & 1) != 0) found.Add(feature);
        return found;
    }

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
        (Main, Chained, Pairs, Verbs, Nouns) = (verb, chainedNoun | _classes.Noun(main), pairs, verbs, nouns);
        Fit(1, 1, verb);
        Fit(2, 1, chainedNoun);
        Fit(3, 1, verb & chainedNoun);
        Fit(4, 1, mainPairs);
        Fit(5, 1, pairs);
        Fit(6, 1, chained);
        Fit(7, 1, verbs);
        Fit(8, 1, moreVerbs);
        Fit(9, 1, nouns);
        Fit(10, 1, moreNouns);
        Fit(11, 1, ~(verb | chainedNoun | verbs | nouns));
        Fit(12, 1, BitOperations.IsPow2(verb) ? verb : 0);
        Fit(13, 1, _classes.Noun(main));
        Fit(14, 1, _scene.Chain.Count > 1 ? _classes.Verb(_scene.Lemma(_scene.Chain[1])) : 0);
        Fit(15, 1, claimed);
        Fit(16, 1, claimedHere);
        Fit(17, 1, near);
        Fit(18, 1, near & ~verb);
        Fit(19, 1, chainedNounLike);
        Fit(35, 1, mainPairLike);
        Fit(36, 1, verbLike);
        Fit(37, 1, nounLike);
    }

    // How near the words stand to those of each type: in steps, and in the order of the types.
    private void Nearness()
    {
        var verbWords = _scene.Verbs.ConvertAll(t => _vectors.Of(_scene.Lemma(t)));
        var nounWords = _scene.Nouns.ConvertAll(t => _vectors.Of(_scene.Lemma(t)));
        var verbs = _vectors.Mean(verbWords);
        var nouns = _vectors.Mean(nounWords);
        var all = _vectors.Mean([.. verbWords, .. nounWords]);
        Near(42, _vectors.ToBoth(all), 10);
        Near(43, _vectors.ToVerbs(_vectors.Of(_scene.Lemma(_scene.Main))), 6);
        Near(44, _vectors.ToNouns(nouns), 6);
        Near(45, _vectors.ToVerbs(verbs), 6);
    }

    // Steps of a twentieth from so many twentieths on; first, among the first two, four, eight.
    private void Near(int template, double[] cosines, int from)
    {
        Span<int> ranks = stackalloc int[cosines.Length];
        for (var type = 0; type < cosines.Length; type++)
            foreach (var other in cosines)
                if (other > cosines[type]) ranks[type]++;
        for (var step = 0; step < 10; step++)
        {
            var (types, least) = (0u, (from + step) / 20.0);
            for (var type = 0; type < cosines.Length; type++)
                if (cosines[type] >= least) types |= 1u << type;
            Fit(template, 100 + (ulong)step, types);
        }

        for (var rank = 0; rank < 4; rank++)
        {
            var types = 0u;
            for (var type = 0; type < ranks.Length; type++)
                if (ranks[type] < 1 << rank) types |= 1u << type;
            Fit(template, 200 + (ulong)rank, types);
        }
    }

    // What is to come, may be or is not counts otherwise than what is done.
    private void Tenses()
    {
        var tense = (_scene.IsFuture ? 1UL : 0) + (_scene.IsModal ? 2UL : 0) + (_scene.IsNegated ? 4UL : 0);
        var count = _fits.Count;
        for (var i = 0; i < count; i++) _fits.Add((FeatureHash.Of(46, _fits[i].Feature, tense), _fits[i].Types));
    }

    // The first word of the chain that is a verb of some type.
    private void Outermost()
    {
        for (var i = 0; i < _scene.Chain.Count; i++)
        {
            if (_classes.Verb(_scene.Lemma(_scene.Chain[i])) is not (not 0 and var types)) continue;
            Fit(47, i == 0 ? 1UL : 2UL, types);
            return;
        }
    }

    private void Fit(int template, ulong value, uint types) => _fits.Add((FeatureHash.Of(template, value), types));

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
}
