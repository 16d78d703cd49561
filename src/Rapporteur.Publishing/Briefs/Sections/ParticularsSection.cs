using System.Collections.Immutable;

namespace Rapporteur.Publishing;

/// <summary>What the sources tell beside claims: papers, guarantees, venues, open items, limits at home, risks; a group for each kind, history left out.</summary>
internal static class ParticularsSection
{
    private const string Id = "particulars";

    public static ImmutableArray<Block> Build(BriefDesk desk)
    {
        var order = Words.Of("facet.order").Split(' ');
        return
        [
            .. desk.Snapshot.Facets.Where(f => f.Facet.Modality != Domain.Modality.Historical).GroupBy(f => f.Facet.Kind, StringComparer.Ordinal)
                .OrderBy(g => Array.IndexOf(order, g.Key) is >= 0 and var place ? place : order.Length).ThenBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => new Group(desk.Id("g", Id, g.Key), [Parts.Plain(FacetPhrase.Title(g.Key))], null, desk.Fold(desk.Lines(Id, g)))),
        ];
    }
}
