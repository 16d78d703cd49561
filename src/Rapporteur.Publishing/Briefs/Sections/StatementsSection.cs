using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>Statements by speaker, the one most quoted first.</summary>
internal static class StatementsSection
{
    public static ImmutableArray<Block> Build(BriefDesk desk) =>
        ActorGroups.Of(desk, "statements", desk.Live.Where(c => c.Claim.Type == ClaimType.Statement), "header.more-speakers");
}
