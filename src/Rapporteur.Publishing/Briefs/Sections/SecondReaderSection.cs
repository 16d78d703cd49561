using System.Collections.Immutable;

namespace Rapporteur.Publishing;

/// <summary>What only a second reader found, by its name: kept apart from every other section.</summary>
internal static class SecondReaderSection
{
    private const string Id = "second-reader";

    public static ImmutableArray<Block> Build(BriefDesk desk) =>
    [
        .. desk.Snapshot.SecondReading.GroupBy(c => c.Claim.Origin, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new Group(
                desk.Id("g", Id, g.Key!), [Parts.Plain(Quoting.Clean(g.Key!))], null, desk.Fold(desk.Lines(Id, g.NewestFirst())))),
    ];
}
