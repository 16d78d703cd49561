using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Reads what a text tells beside its claims. Needs no scorer: each rule is as sure as it says. Thread-safe.</summary>
internal sealed class FacetReader(FacetSet set)
{
    /// <summary>The rules and closed lists.</summary>
    public FacetSet Set { get; } = set;

    /// <summary>Facets in the order of the text.</summary>
    /// <param name="scene">The document.</param>
    /// <param name="claims">Its claims, in the order of the text.</param>
    public ImmutableArray<Facet> Read(ClaimScene scene, ImmutableArray<Claim> claims)
    {
        var facets = new List<Facet>();
        var sentenceClaims = claims.ToLookup(claim => claim.Evidence);
        foreach (var sentence in scene.Document.Sentences)
        {
            if (sentence.Zone is ZoneKind.Furniture or ZoneKind.Title or ZoneKind.Caption) continue;
            var first = facets.Count;
            for (var token = sentence.FirstToken; token < sentence.EndToken; token++)
                foreach (var (part, rule) in Set.Of(FacetStretch.LemmaOf(scene, token)))
                {
                    if (!FrameSet.Fits(part, scene.Tokens[token]) || FacetMatcher.Match(scene, Set, rule, token) is not { } fields) continue;
                    Keep(facets, first, Of(scene, rule, token, fields));
                }

            for (var i = first; i < facets.Count; i++) facets[i] = facets[i] with { Claims = Belonging(facets[i], sentenceClaims[sentence.Span]) };
        }

        return [.. facets.OrderBy(f => f.Evidence).ThenBy(f => f.Trigger).ThenBy(f => f.Kind, StringComparer.Ordinal)];
    }

    private static Facet Of(ClaimScene scene, FacetRule rule, int token, ImmutableArray<FacetField> fields)
    {
        var (trigger, evidence) = (scene.Tokens[token].Span, scene.SentenceOf(token).Span);
        var holder = scene.SpeakerAt(token);
        return new()
        {
            Id = Facet.KeyOf(scene.Document.Source.TextId, rule.Kind, trigger, evidence),
            Kind = rule.Kind,
            Trigger = trigger,
            Evidence = evidence,
            Holder = holder,
            Voice = ClaimVoices.Of(scene, holder, null),
            Polarity = Fixed(rule, "polarity") is { } sign ? sign == "-" ? Polarity.Negative : Polarity.Positive : Hedges.IsNegatedAround(scene, token) ? Polarity.Negative : Polarity.Positive,
            Modality = Fixed(rule, "modality") is { } modality ? Enum.Parse<Modality>(modality, ignoreCase: true) : Hedges.ModalityOf(scene, token),
            Fields = fields,
            Confidence = rule.Confidence,
            Rule = rule.Id,
        };
    }

    private static string? Fixed(FacetRule rule, string name)
    {
        foreach (var slot in rule.Slots)
            if (slot.Name == name) return slot.Fixed;
        return null;
    }

    // One thing once a sentence. Rules that one word evokes fill each other's gaps; where words of a field lie inside those of another, the surer stays, else the first.
    private static void Keep(List<Facet> facets, int first, Facet facet)
    {
        for (var i = first; i < facets.Count; i++)
        {
            if (!IsSame(facets[i], facet)) continue;
            if (facets[i].Trigger == facet.Trigger)
            {
                facets[i] = facet.Confidence > facets[i].Confidence ? Joined(facet, facets[i]) : Joined(facets[i], facet);
                return;
            }

            if (facet.Confidence > facets[i].Confidence) facets[i] = facet;
            return;
        }

        facets.Add(facet);
    }

    private static Facet Joined(Facet surer, Facet other) => surer with { Fields = [.. surer.Fields, .. other.Fields.Where(field => surer[field.Name] is null)] };

    private static bool IsSame(Facet a, Facet b) =>
        a.Kind == b.Kind && (a.Trigger == b.Trigger || a.Spans.Any(x => b.Spans.Any(y => x.Contains(y) || y.Contains(x))));

    private static ImmutableArray<string> Belonging(Facet facet, IEnumerable<Claim> claims) =>
        [.. claims.Where(claim => Spans(claim).Any(span => span.Overlaps(facet.Trigger) || facet.Spans.Any(span.Overlaps))).Select(claim => claim.Id)];

    private static IEnumerable<TextSpan> Spans(Claim claim)
    {
        yield return claim.Trigger;
        foreach (var content in claim.Content) yield return content;
        foreach (var span in new[] { claim.What, claim.If, claim.Then, claim.Consequence, claim.Time })
            if (span is { } words) yield return words;
    }
}
