using System.Collections.Immutable;

namespace Rapporteur.Publishing;

/// <summary>What the sources tell as history.</summary>
internal static class BackgroundSection
{
    public static ImmutableArray<Block> Build(BriefDesk desk) =>
        desk.Fold(desk.Lines("background", desk.Snapshot.Claims.Where(c => !BriefDesk.IsLive(c)).NewestFirst()));
}
