using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>Who accuses whom, and who denies what.</summary>
internal static class AccusationsSection
{
    private const string Id = "accusations";

    public static ImmutableArray<Block> Build(BriefDesk desk) =>
        [.. new[] { ClaimType.Accusation, ClaimType.Denial }.Select(t => Group(desk, t)).OfType<Group>()];

    private static Group? Group(BriefDesk desk, ClaimType type)
    {
        var lines = desk.Fold(desk.Lines(Id, desk.Live.Where(c => c.Claim.Type == type).NewestFirst()));
        return lines.IsEmpty ? null : new(desk.Id("g", Id, Words.Code(type)), [Parts.Plain(Words.Of("type", type))], null, lines);
    }
}
