using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>Turns the facets of readings into facets of the record: actors become keys, evidence a citation.</summary>
internal static class FacetBook
{
    /// <summary>Every facet once, by reported date, then document, then span.</summary>
    internal static ImmutableArray<RecordedFacet> Of(IEnumerable<DocumentReading> readings, ActorResolution actors)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var facets = ImmutableArray.CreateBuilder<RecordedFacet>();
        foreach (var reading in readings.OrderBy(r => r, ReadingOrder.Instance))
            foreach (var facet in reading.Facets.OrderBy(f => f.Evidence).ThenBy(f => f.Trigger).ThenBy(f => f.Kind, StringComparer.Ordinal).ThenBy(f => f.Id, StringComparer.Ordinal))
                if (seen.Add(facet.Id)) facets.Add(Recorded(facet, reading, actors));
        return facets.DrainToImmutable();
    }

    private static RecordedFacet Recorded(Facet facet, DocumentReading reading, ActorResolution actors)
    {
        var (before, after) = ClaimBook.Neighbours(reading.Sentences, facet.Evidence);
        return new()
        {
            Facet = facet with
            {
                Holder = facet.Holder is { } holder ? actors.Key(reading, holder) : null,
                Fields = [.. facet.Fields.Select(f => f with { Actors = [.. f.Actors.Select(id => actors.Key(reading, id)).Distinct(StringComparer.Ordinal)] })],
            },
            Document = reading.Document,
            Evidence = new(reading.Document.TextId, facet.Evidence, facet.Evidence.Slice(reading.Document.Text)),
            Before = before,
            After = after,
        };
    }
}
