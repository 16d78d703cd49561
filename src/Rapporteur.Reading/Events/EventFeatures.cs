using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>What speaks for a type of event: how the words of the sentence stand to the words of the type, and the words themselves.</summary>
internal sealed class EventFeatures
{
    private static readonly string[] Tags = ["future", "modal", "negated", "passive"];

    private readonly EventScene _scene;
    private readonly ImmutableArray<EventType> _types;
    private readonly EventClasses _classes;
    private readonly IReadOnlyList<Claim> _claims;
    private readonly EventFits _fits;
    private readonly List<ulong> _words = [];

    public EventFeatures(EventScene scene, ImmutableArray<EventType> types, EventClasses classes, EventVectors vectors, EventCodes codes, IReadOnlyList<Claim> claims)
    {
        (_scene, _types, _classes, _claims) = (scene, types, classes, claims);
        _fits = new(scene, types, classes, vectors, codes, claims);
        Words();
    }

    /// <summary>Features that have the same weight for each type of PLOVER: how well the words fit the type.</summary>
    public List<ulong> Fit(int type) => _fits.Of(type);

    /// <summary>The same features, each with the types that it fits.</summary>
    public IReadOnlyList<(ulong Feature, uint Types)> Fits => _fits.All;

    /// <summary>Features that weigh differently for each type: words, tense, what other types the words fit.</summary>
    public IReadOnlyList<ulong> Own => _words;

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
        for (var i = 0; i < _types.Length; i++)
        {
            if (Has(_fits.Main, i)) Add(26, _types[i].Name);
            if (Has(_fits.Chained, i)) Add(27, _types[i].Name);
            if (Has(_fits.Pairs, i)) Add(28, _types[i].Name);
            if (Has(_fits.Verbs, i)) Add(29, _types[i].Name);
            if (Has(_fits.Nouns, i)) Add(30, _types[i].Name);
        }

        foreach (var claim in _claims)
        {
            Add(31, claim.Type.ToString());
            if (claim.Kind is { } kind) Add(32, claim.Type + kind);
            if (claim.Status is { } status) Add(33, claim.Type.ToString() + status);
        }

        _words.Add(FeatureHash.Of(34, 1));
    }

    private static bool Has(uint types, int type) => (types >> type & 1) != 0;

    private void Add(int template, string text) => _words.Add(FeatureHash.Of(template, FeatureHash.Text(text)));
}
