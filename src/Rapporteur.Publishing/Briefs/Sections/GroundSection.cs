using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>Events on the ground: dated ones by day, the latest first, then those whose day no text tells.</summary>
internal static class GroundSection
{
    private const string Id = "ground";

    public static ImmutableArray<Block> Build(BriefDesk desk)
    {
        var events = desk.Live.Where(c => c.Claim.Type == ClaimType.Incident).NewestFirst().ToImmutableArray();
        var dated = events.Where(IsDated).OrderByDescending(c => c.Claim.When!.Latest ?? c.Claim.When.Earliest);
        var undated = desk.Fold(desk.Lines(Id, events.Where(c => !IsDated(c))));
        var blocks = desk.Fold(desk.Lines(Id, dated));
        if (undated.IsEmpty) return blocks;
        return [.. blocks, new Group(desk.Id("g", Id, "undated"), [Parts.Plain(Words.Of("header.no-day"))], null, undated)];
    }

    private static bool IsDated(RecordedClaim claim) => claim.Claim.When is { IsUnknown: false };
}
