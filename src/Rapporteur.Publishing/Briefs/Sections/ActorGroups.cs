using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>Lines grouped under the actors whose they are.</summary>
internal static class ActorGroups
{
    /// <summary>A group for an actor; null stands for claims that name nobody.</summary>
    public static Group Of(BriefDesk desk, string section, string? actor, IEnumerable<Line> lines) => new(
        desk.Id("g", section, actor),
        [desk.Names.Heading(actor)],
        actor is null ? null : desk.Names.OfficeOf(actor),
        desk.Fold(lines));

    /// <summary>Claims of a type grouped by who does it, those that name nobody last.</summary>
    public static ImmutableArray<Block> Of(BriefDesk desk, string section, IEnumerable<RecordedClaim> claims, string moreLabel)
    {
        var all = claims.ToImmutableArray();
        var groups = all.ByActor(c => c.Claim.By)
            .Select(g => Of(desk, section, g.Key, desk.Lines(section, g.NewestFirst(), Phrasing.UnderActor))).ToList();
        var nobody = desk.Lines(section, all.Where(c => c.Claim.By is null).NewestFirst(), Phrasing.UnderActor);
        if (!nobody.IsEmpty) groups.Add(Of(desk, section, null, nobody));
        return desk.Fold(groups, moreLabel);
    }
}
