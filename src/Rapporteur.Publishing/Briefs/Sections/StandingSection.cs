using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>The few lines that matter most: the meetings most spoken of, deadlines, deadlocks, the latest firm words of each party, disputes.</summary>
internal static class StandingSection
{
    private const string Id = "standing";
    private const int Meetings = 4;
    private const int DeadlinesOfAState = 2;
    private const int Firm = 6;
    private const int FirmOfAParty = 2;
    private const int Disputes = 2;

    public static ImmutableArray<Block> Build(BriefDesk desk)
    {
        var groups = new[]
        {
            ("meetings", MeetingLines(desk)), ("deadlines", DeadlineLines(desk)), ("deadlocks", DeadlockLines(desk)), ("firm", FirmLines(desk)), ("disputes", DisputeLines(desk)),
        };
        return
        [
            .. groups.Select(g => (Name: g.Item1, Lines: g.Item2.ToImmutableArray())).Where(g => !g.Lines.IsEmpty)
                .Select(g => new Group(desk.Id("g", Id, g.Name), [Parts.Plain(Words.Of("standing." + g.Name))], null, [new LineList(g.Lines)])),
        ];
    }

    private static IEnumerable<Line> MeetingLines(BriefDesk desk) => desk.Snapshot.Meetings
        .Select((m, i) => (Meeting: m, Order: i, Count: m.Claims.Count(BriefDesk.IsLive)))
        .Where(m => m.Count > 0 && m.Meeting.State is not null)
        .OrderByDescending(m => m.Count).ThenBy(m => m.Order).Take(Meetings)
        .Select(m => desk.Line(Id, m.Meeting.Key, MeetingPhrase(desk, m.Meeting), [], MeetingsSection.Grounds(m.Meeting)));

    /// <summary>Parts of a line on a meeting: name, state, date, places.</summary>
    public static ImmutableArray<TextPart> MeetingPhrase(BriefDesk desk, Meeting meeting) => Template.Fill(Words.Of("thread.meeting"), field => field switch
    {
        "name" => MeetingName.Of(meeting, desk.Names),
        "state" => [Parts.Plain(Words.Of("status", meeting.State))],
        "when" => meeting.When is { IsUnknown: false } when ? [Parts.Date(when)] : [],
        _ => meeting.Venues.IsDefaultOrEmpty ? [] : Parts.Join(meeting.Venues.Select(Parts.Term)),
    });

    private static IEnumerable<Line> DeadlineLines(BriefDesk desk)
    {
        var sorted = DeadlinesSection.Sorted(desk).ToImmutableArray();
        return sorted.Where(d => d.State == DeadlineState.Pending).Take(DeadlinesOfAState)
            .Concat(sorted.Where(d => d.State == DeadlineState.Lapsed).Take(DeadlinesOfAState))
            .Select(d => desk.Line(Id, d.Key, DeadlinesSection.Phrase(desk, d, "thread.deadline-standing"), [], [DeadlinesSection.Ground(d)]));
    }

    private static IEnumerable<Line> DeadlockLines(BriefDesk desk) => desk.Deadlocks.Where(d => !d.Cycle.IsEmpty)
        .OrderBy(d => d.Key, StringComparer.Ordinal)
        .Select(d => desk.Line(Id, d.Key, DeadlockPhrase(desk, d), [], [.. d.Cycle.Select(c => c.Claim)]));

    private static ImmutableArray<TextPart> DeadlockPhrase(BriefDesk desk, Deadlock deadlock) => Template.Fill(Words.Of("thread.deadlock-standing"), field => field switch
    {
        "n" => [Parts.Plain(Words.Number(deadlock.Cycle.Length))],
        _ => [.. deadlock.Cycle.SelectMany((c, i) => ClaimPhrase.Of(c.Claim, Phrasing.Full, desk.Names).Insert(0, Parts.Plain(i == 0 ? "" : "; ")))],
    });

    private static IEnumerable<Line> FirmLines(BriefDesk desk)
    {
        var perParty = new Dictionary<string, int>(StringComparer.Ordinal);
        var words = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var chosen = new List<RecordedClaim>();
        foreach (var claim in desk.Snapshot.Positions.Where(IsFirm).OrderByDescending(p => p.Firmness).Select(p => p.Claim).Distinct()
            .OrderByDescending(c => c.Document.Published.Anchor ?? DateOnly.MinValue))
        {
            if (desk.Names.PartyOf(claim.Claim.By) is not { } party || perParty.GetValueOrDefault(party) >= FirmOfAParty) continue;
            if (!words.Add(claim.Words(claim.Claim.What)!)) continue;
            perParty[party] = perParty.GetValueOrDefault(party) + 1;
            chosen.Add(claim);
            if (chosen.Count == Firm) break;
        }

        return chosen.OrderBy(c => desk.Rank(desk.Names.PartyOf(c.Claim.By))).Select(c => desk.Line(Id, c));
    }

    // A pronoun or a single word tells a reader nothing without its sentence.
    private static bool IsFirm(Position position) =>
        position is { Firmness: Firmness.Demand or Firmness.RedLine, Claim.Claim: { Modality: Modality.Certain, Polarity: Polarity.Positive, What: { Length: >= 12 } } claim }
        && claim.Voice is not (Voice.Anonymous or Voice.Expert)
        && claim.By == position.Actor;

    private static IEnumerable<Line> DisputeLines(BriefDesk desk) => desk.Snapshot.Disputes.Where(DisputesSection.IsShown).Take(Disputes)
        .Select(d => (Dispute: d, One: d.One.First(BriefDesk.IsLive), Other: d.Other.First(BriefDesk.IsLive)))
        .Select(d => desk.Line(Id, d.Dispute.Key, DisputePhrase(desk, d.Dispute, d.One, d.Other), [], [d.One, d.Other]));

    private static ImmutableArray<TextPart> DisputePhrase(BriefDesk desk, Dispute dispute, RecordedClaim one, RecordedClaim other) =>
        Template.Fill(Words.Of("thread.dispute"), field => field switch
        {
            "class" => [Parts.Plain(Words.Of("dispute", dispute.Kind))],
            "one" => ClaimPhrase.Of(one, Phrasing.Full, desk.Names),
            _ => ClaimPhrase.Of(other, Phrasing.Full, desk.Names),
        });
}
