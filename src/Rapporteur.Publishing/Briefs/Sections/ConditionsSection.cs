using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>Deadlocks, then every condition by whose it is.</summary>
internal static class ConditionsSection
{
    private const string Id = "conditions";

    public static ImmutableArray<Block> Build(BriefDesk desk)
    {
        var deadlocks = DeadlockCards.Build(desk);
        var conditions = desk.Live.Where(c => c.Claim.Type == ClaimType.Condition);
        return [.. deadlocks, .. ActorGroups.Of(desk, Id, conditions, "header.more-actors")];
    }
}
