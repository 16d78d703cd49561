using System.Collections.Immutable;

namespace Rapporteur.Publishing;

/// <summary>Every claim that no other section placed, by type: a brief drops nothing without a word.</summary>
internal static class OtherSection
{
    private const string Id = "other";

    public static ImmutableArray<Block> Build(BriefDesk desk) =>
    [
        .. desk.Live.Where(c => !desk.IsPlaced(c)).GroupBy(c => c.Claim.Type).OrderBy(g => g.Key)
            .Select(g => new Group(
                desk.Id("g", Id, Words.Code(g.Key)), [Parts.Plain(Words.Of("type", g.Key))], null, desk.Fold(desk.Lines(Id, g.NewestFirst())))),
    ];
}
