using System.Collections.Frozen;
using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Says which type of PLOVER's events a sentence or a claim tells. Thread-safe.</summary>
public sealed class EventCoder
{
    /// <summary>Where the weights lie below the data folder.</summary>
    public const string WeightsFile = "events/plover.weights";

    // Least probability of a type that a claim's form does not give.
    private const double Least = 0.5;

    private readonly FrozenSet<string> _reporting;
    private readonly IReadOnlyDictionary<string, IReadOnlySet<string>> _sets;
    private readonly EventModel? _model;
    private readonly EventClasses _classes;
    // Loaded when a sentence first asks for it.
    private readonly Lazy<EventVectors> _vectors;
    private readonly EventCodes _codes;
    // Number of the type that each class of the model is; -1 for none.
    private readonly ImmutableArray<int> _classTypes;

    /// <summary>Loads types and weights.</summary>
    /// <param name="data">Where they lie.</param>
    public EventCoder(DataFolder data)
    {
        ArgumentNullException.ThrowIfNull(data);
        Types = EventType.Load(data);
        _reporting = data.Lines("lexicons/text/reporting-verbs.txt").Select(line => line.Trim()).ToFrozenSet(StringComparer.Ordinal);
        _sets = FrameSet.SetsOf(data);
        _model = EventModel.Load(data, WeightsFile);
        _classes = new(data, Types);
        _vectors = new(() => new(data, Types));
        _codes = new(Types);
        var names = Types.Select(type => type.Name).ToList();
        _classTypes = _model is null ? [] : [.. _model.Classes.Select(names.IndexOf)];
    }

    /// <summary>The types, in the order of their file.</summary>
    public ImmutableArray<EventType> Types { get; }

    /// <summary>The claims with the type of event that each tells: by its form where that is plain, otherwise by its words; null where it tells none that is plain.</summary>
    internal ImmutableArray<Claim> Code(ClaimScene scene, ImmutableArray<Claim> claims)
    {
        var bySentence = claims.ToLookup(claim => claim.Evidence);
        return [.. claims.Select(claim => claim with { Event = Of(scene, claim, bySentence) })];
    }

    private string? Of(ClaimScene scene, Claim claim, ILookup<TextSpan, Claim> bySentence)
    {
        if (claim.Polarity == Polarity.Negative) return null;
        if (_codes.Of(claim) is { } plain) return plain;
        if (_model is null || claim.Type is not (ClaimType.Measure or ClaimType.Incident or ClaimType.Acceptance)) return null;
        if (claim is { Type: ClaimType.Measure, Status: ClaimStatus.Planned }) return null;
        var trigger = scene.TokenFrom(claim.Trigger.Start);
        if (trigger >= scene.Tokens.Length) return null;
        var features = new EventFeatures(new(scene.Document, scene.Trees, scene.SentenceOf(trigger), trigger, _reporting), Types, _classes, _vectors.Value, _codes, [.. bySentence[claim.Evidence]]);
        var probabilities = _model.Probabilities(features.Fits, _classTypes, features.Own);
        var best = Array.IndexOf(probabilities, probabilities.Max());
        return probabilities[best] >= Least ? _model.Classes[best] : null;
    }

    /// <summary>What speaks for each type in a sentence: features that all types share by type, and features that weigh by type.</summary>
    /// <param name="document">A document with syntax; its claims speak too.</param>
    /// <param name="sentence">Index of the sentence.</param>
    /// <param name="anchor">Token that tells the event; -1 for the main verb.</param>
    public (IReadOnlyList<List<ulong>> Shared, IReadOnlyList<ulong> Own) Features(AnnotatedDocument document, int sentence, int anchor = -1)
    {
        ArgumentNullException.ThrowIfNull(document);
        var span = document.Sentences[sentence].Span;
        var scene = new EventScene(document, new(document, _sets), document.Sentences[sentence], anchor, _reporting);
        var features = new EventFeatures(scene, Types, _classes, _vectors.Value, _codes, [.. document.Claims.Where(claim => claim.Evidence == span)]);
        return ([.. Enumerable.Range(0, Types.Length).Select(features.Fit)], features.Own);
    }
}
