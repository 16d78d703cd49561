using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>What is compared of a meeting: its state, its day, its places, and each party's account of it.</summary>
internal static class MeetingDiff
{
    public static ImmutableArray<SnapshotDiff.Difference> Compare(Meeting was, Meeting now)
    {
        var differences = ImmutableArray.CreateBuilder<SnapshotDiff.Difference>();
        differences.Add(SnapshotDiff.State(was.State, now.State));
        differences.Add(new(ChangeKind.Date, was.When?.Value, now.When?.Value));
        differences.Add(new(ChangeKind.Place, Places(was), Places(now)));
        foreach (var lane in now.Lanes)
        {
            var old = was.Lanes.FirstOrDefault(l => l.Party == lane.Party)?.State;
            differences.Add(new(ChangeKind.Account, Spelled(old), Spelled(lane.State), lane.Party));
        }

        foreach (var lane in was.Lanes)
            if (now.Lanes.All(l => l.Party != lane.Party)) differences.Add(new(ChangeKind.Account, Spelled(lane.State), null, lane.Party));
        return differences.ToImmutable();
    }

    private static string? Spelled(ClaimStatus? state) => state is { } s ? EnumSpelling.Of(s) : null;

    private static string? Places(Meeting meeting) => meeting.Venues.IsDefaultOrEmpty ? null : string.Join(", ", meeting.Venues);
}
