using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>Turns the facets of readings into facets of the record: actors become keys, evidence a citation.</summary>
internal static class FacetBook
{
    /// <summary>Every facet once, by reported date, then document, then span.</summary>
    internal static ImmutableArray<RecordedFacet> Of(IEnumerable<DocumentReading> readings, Func<DocumentReading, ReadingKeys> keys)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var facets = ImmutableArray.CreateBuilder<RecordedFacet>();
        foreach (var reading in readings.OrderBy(r => r, ReadingOrder.Instance))
        {
            if (reading.Facets.IsDefaultOrEmpty) continue;
            var actors = keys(reading);
            foreach (var facet in reading.Facets.OrderBy(f => f.Evidence).ThenBy(f => f.Trigger).ThenBy(f => f.Kind, StringComparer.Ordinal).ThenBy(f => f.Id, StringComparer.Ordinal))
                if (seen.Add(facet.Id)) facets.Add(Recorded(facet, reading, actors));
        }

        return facets.DrainToImmutable();
    }

    private static RecordedFacet Recorded(Facet facet, DocumentReading reading, ReadingKeys actors)
    {
        var (before, after) = ClaimBook.Neighbours(reading.Sentences, facet.Evidence);
        return new()
        {
            Facet = facet with
            {
                Holder = facet.Holder is { } holder ? actors[holder] : null,
                Fields = [.. facet.Fields.Select(f => f with { Actors = actors.Of(f.Actors) })],
            },
            Document = reading.Document,
            Evidence = new(reading.Document, facet.Evidence),
            Before = before,
            After = after,
        };
    }
}
