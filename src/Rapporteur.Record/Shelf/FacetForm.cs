using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>Facets in few bytes.</summary>
internal static class FacetForm
{
    internal static void Write(CompactWriter to, ImmutableArray<Facet> facets)
    {
        to.Each(facets, facet =>
        {
            to.Once(facet.Id);
            to.Word(facet.Kind);
            to.Span(facet.Evidence, 0);
            to.Span(facet.Trigger, facet.Evidence.Start);
            to.Word(facet.Holder);
            to.Number((int)facet.Voice);
            to.Number((int)facet.Polarity);
            to.Number((int)facet.Modality);
            to.Each(facet.Fields, field =>
            {
                to.Word(field.Name);
                to.Spans(field.Spans, facet.Evidence.Start);
                to.Words(field.Actors);
                to.Word(field.Value);
            });
            to.Words(facet.Claims);
            to.Share(facet.Confidence);
            to.Word(facet.Rule);
        });
    }

    internal static ImmutableArray<Facet> Read(CompactReader from) => from.Many(static r =>
    {
        var (id, kind, evidence) = (r.Once(), r.Known(), r.Span(0));
        return new Facet
        {
            Id = id,
            Kind = kind,
            Evidence = evidence,
            Trigger = r.Span(evidence.Start),
            Holder = r.Word(),
            Voice = (Voice)r.Number(),
            Polarity = (Polarity)r.Number(),
            Modality = (Modality)r.Number(),
            Fields = r.Many(f => new FacetField(f.Known()) { Spans = f.Spans(evidence.Start), Actors = f.Words(), Value = f.Word() }),
            Claims = r.Words(),
            Confidence = r.Share(),
            Rule = r.Known(),
        };
    });
}
