using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>Judgements by who judges, apart from every party's positions.</summary>
internal static class AssessmentsSection
{
    public static ImmutableArray<Block> Build(BriefDesk desk) =>
        ActorGroups.Of(desk, "assessments", desk.Live.Where(c => c.Claim.Type == ClaimType.Assessment), "header.more-actors");
}
