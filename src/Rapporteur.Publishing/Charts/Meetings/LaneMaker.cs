using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>Makes lanes of the meetings of a record. Only what gives a state makes a step.</summary>
internal static class LaneMaker
{
    /// <summary>The chart; null where no meeting has a state by anybody's account.</summary>
    /// <param name="desk">Where it is made.</param>
    /// <param name="id">Anchor.</param>
    /// <param name="least">How many steps a meeting has at least.</param>
    /// <param name="needsDays">Whether there is no chart where no report has a day.</param>
    public static MeetingLanes? Of(ChartDesk desk, string id, int least = 1, bool needsDays = false)
    {
        var brief = desk.Brief;
        var meetings = brief.Snapshot.Meetings.Select((m, order) => (Meeting: m, Order: order, Lanes: Lanes(m))).Where(m => m.Lanes.Sum(l => l.Steps.Count()) >= least)
            .OrderByDescending(m => MeetingWeight.IsInPlay(brief, m.Meeting)).ThenByDescending(m => MeetingWeight.Of(brief, m.Meeting)).ThenBy(m => m.Order)
            .Select(m => Meeting(desk, m.Meeting, m.Lanes)).ToImmutableArray();
        var isDated = meetings.SelectMany(m => m.Lanes).SelectMany(l => l.Steps).Any(s => s.Reported is not null);
        return meetings.IsEmpty || (needsDays && !isDated) ? null : new(id, meetings, brief.Day);
    }

    private static ImmutableArray<(MeetingLane Lane, IEnumerable<RecordedClaim> Steps)> Lanes(Meeting meeting) =>
        [.. meeting.Lanes.Select(l => (l, Steps(l))).Where(l => l.Item2.Any())];

    // Where an account gives a state by an offer or a refusal alone, its last word stands for it.
    private static IEnumerable<RecordedClaim> Steps(MeetingLane lane)
    {
        var steps = lane.Claims.Where(IsStep).ToList();
        return steps.Count > 0 || lane.State is null ? steps : lane.Claims.Where(BriefDesk.IsLive).TakeLast(1);
    }

    private static bool IsStep(RecordedClaim claim) => BriefDesk.IsLive(claim) && claim.Claim is { Type: ClaimType.Meeting, Status: not null };

    private static LaneMeeting Meeting(ChartDesk desk, Meeting meeting, ImmutableArray<(MeetingLane Lane, IEnumerable<RecordedClaim> Steps)> lanes)
    {
        var name = string.Concat(MeetingName.Of(meeting, desk.Brief.Names).Select(p => p.Text));
        var ground = MeetingsSection.Grounds(meeting)[0];
        return new(name, MeetingName.State(meeting), MeetingWeight.When(meeting), desk.Mark($"{name}, {MeetingName.State(meeting)}", ground),
        [
            .. lanes.OrderBy(l => l.Lane.Party == Actor.Narrator).ThenBy(l => desk.Brief.Rank(desk.Side(l.Lane.Party))).ThenBy(l => l.Lane.Party, StringComparer.Ordinal).Select(l => new PartyLane(
                MeetingsSection.Owner(desk.Brief, l.Lane.Party).Text, l.Lane.State is { } state ? Words.Of("status", state) : Words.Of("thread.state-none"), [.. l.Steps.Select(s => Step(desk, s, l.Lane.State))])),
        ]);
    }

    private static LaneStep Step(ChartDesk desk, RecordedClaim claim, ClaimStatus? state)
    {
        var status = !IsStep(claim) ? state!.Value : claim.Claim.Polarity == Polarity.Negative ? ClaimStatus.Denied : claim.Claim.Status!.Value;
        var words = string.Concat(ClaimPhrase.Of(claim, Phrasing.Full, desk.Brief.Names).TakeWhile(p => p.Kind != PartKind.Quote).Select(p => p.Text)).TrimEnd(' ', '–');
        return new(claim.Document.Published.Anchor, status, claim.Claim.Modality == Modality.Certain, desk.Mark(words, claim));
    }
}
