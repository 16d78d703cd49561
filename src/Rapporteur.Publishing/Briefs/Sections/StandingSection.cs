using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>What a mediator reads first, in at most <see cref="Most"/> lines: meetings in play, deadlines, deadlocks, the newest firm words of the main parties, disputes.</summary>
internal static class StandingSection
{
    /// <summary>Lines that the section has at most.</summary>
    public const int Most = 12;

    private const string Id = "standing";
    private const int Meetings = 4;
    private const int MeetingsAtLeast = 2;
    private const int Pending = 2;
    private const int Lapsed = 1;
    private const int Disputes = 2;

    public static ImmutableArray<Block> Build(BriefDesk desk)
    {
        var meetings = MeetingLines(desk).ToImmutableArray();
        var deadlines = DeadlineLines(desk).ToImmutableArray();
        var deadlocks = DeadlockLines(desk).ToImmutableArray();
        var disputes = DisputeLines(desk).ToImmutableArray();
        var firm = StandingFirm.Choose(desk, Math.Min(5, Most - meetings.Length - deadlines.Length - deadlocks.Length - disputes.Length))
            .Select(c => desk.Line(Id, c)).ToImmutableArray();
        return
        [
            .. new[] { ("meetings", meetings), ("deadlines", deadlines), ("deadlocks", deadlocks), ("firm", firm), ("disputes", disputes) }
                .Where(g => !g.Item2.IsEmpty)
                .Select(g => new Group(desk.Id("g", Id, g.Item1), [Parts.Plain(Words.Of("standing." + g.Item1))], null, [new LineList(g.Item2)])),
        ];
    }

    private static IEnumerable<Line> MeetingLines(BriefDesk desk)
    {
        var ranked = desk.Snapshot.Meetings.Where(m => m.State is not null && m.Claims.Any(BriefDesk.IsLive))
            .Select((m, i) => (Meeting: m, Order: i, InPlay: MeetingWeight.IsInPlay(desk, m), Weight: MeetingWeight.Of(desk, m)))
            .OrderByDescending(m => m.InPlay).ThenByDescending(m => m.Weight).ThenBy(m => m.Order)
            .DistinctBy(m => $"{string.Join(' ', m.Meeting.Participants)} {m.Meeting.State}").ToImmutableArray();
        // Where too few are in play, the next best stand in: a thin record still says what it knows.
        var count = Math.Clamp(ranked.Count(m => m.InPlay), Math.Min(MeetingsAtLeast, ranked.Length), Meetings);
        return ranked.Take(Math.Min(count, ranked.Length))
            .Select(m => desk.Line(Id, m.Meeting.Key, Phrase(desk, m.Meeting), [], [.. MeetingsSection.Grounds(m.Meeting).Concat(Accounts(desk, m.Meeting).Select(a => a.Claim)).Distinct()]));
    }

    private static ImmutableArray<TextPart> Phrase(BriefDesk desk, Meeting meeting) => Template.Fill(Words.Of("thread.meeting-standing"), field => field switch
    {
        "meeting" => MeetingPhrase(desk, meeting),
        "distance" => Distance(desk, meeting),
        _ => [.. Accounts(desk, meeting).SelectMany((a, i) => (TextPart[])[Parts.Plain(i == 0 ? "" : ", "), a.Party == Actor.Narrator ? Parts.Plain(Words.Of("actor.narrators")) : desk.Names.Of(a.Party), Parts.Plain(": " + Words.Of("status", a.State))])],
    });

    // How far off a day to come is, and that a day has passed without a report of the meeting; nothing for what took place or was called off.
    private static ImmutableArray<TextPart> Distance(BriefDesk desk, Meeting meeting)
    {
        if (desk.Day is not { } today || MeetingWeight.When(meeting) is not { } when) return [];
        if (when.Earliest is { } first && first >= today) return [Parts.Plain(DeadlinesSection.Distance(first.DayNumber - today.DayNumber))];
        if (!MeetingWeight.IsOpen(meeting.State) || when.Latest is not { } last || last >= today) return [];
        return [Parts.Plain(Words.Fill("thread.not-reported", ("distance", DeadlinesSection.Distance(last.DayNumber - today.DayNumber))))];
    }

    /// <summary>The accounts, where they give different states, each with the claim that gives it.</summary>
    public static ImmutableArray<(string Party, ClaimStatus State, RecordedClaim Claim)> Accounts(BriefDesk desk, Meeting meeting)
    {
        var accounts = meeting.Lanes.Where(l => l.State is not null && (l.Party == Actor.Narrator || MeetingWeight.IsNamed(desk, l.Party)))
            .Select(l => (l.Party, State: l.State!.Value, Claim: l.Claims.LastOrDefault(c => BriefDesk.IsLive(c) && c.Claim.Status == l.State) ?? (l.State == ClaimStatus.Denied ? l.Claims.LastOrDefault(BriefDesk.IsLive) : null)))
            .Where(a => a.Claim is not null).Select(a => (a.Party, a.State, a.Claim!)).ToImmutableArray();
        return accounts.Select(a => a.State).Distinct().Count() > 1 ? accounts : [];
    }

    /// <summary>Parts of a line on a meeting: name, state, date, places.</summary>
    public static ImmutableArray<TextPart> MeetingPhrase(BriefDesk desk, Meeting meeting) => Template.Fill(Words.Of("thread.meeting"), field => field switch
    {
        "name" => MeetingName.Of(meeting, desk.Names),
        "state" => [Parts.Plain(meeting.State is null ? Words.Of("thread.state-none") : Words.Of("status", meeting.State))],
        "when" => MeetingWeight.When(meeting) is { } when ? [Parts.Date(when)] : [],
        _ => meeting.Venues.IsDefaultOrEmpty ? [] : Parts.Join(meeting.Venues.Select(Parts.Term)),
    });

    private static IEnumerable<Line> DeadlineLines(BriefDesk desk)
    {
        var sorted = DeadlinesSection.Sorted(desk).ToImmutableArray();
        return sorted.Where(d => d.State == DeadlineState.Pending).Take(Pending)
            .Concat(sorted.Where(d => d.State == DeadlineState.Lapsed).Take(Lapsed))
            .Select(d => desk.Line(Id, d.Key, DeadlinesSection.Phrase(desk, d, "thread.deadline-standing"), [], [DeadlinesSection.Ground(d)]));
    }

    private static IEnumerable<Line> DeadlockLines(BriefDesk desk) => desk.Deadlocks.Where(d => !d.Cycle.IsEmpty && d.Kind != DeadlockKind.BlockedTrigger)
        .OrderByDescending(d => d.Cycle.Max(c => c.Claim.Document.Published.Anchor) ?? DateOnly.MinValue).ThenBy(d => d.Key, StringComparer.Ordinal).Take(1)
        .Select(d => desk.Line(Id, d.Key, DeadlockPhrase(desk, d), [], d.Claims));

    /// <summary>A deadlock in a line: what it is called and the positions that make it.</summary>
    public static ImmutableArray<TextPart> DeadlockPhrase(BriefDesk desk, Deadlock deadlock, Func<RecordedClaim, ActorNames, ImmutableArray<TextPart>>? tell = null) => Template.Fill(Words.Of("thread.deadlock-standing"), field => field switch
    {
        "heading" => DeadlockWords.Heading(deadlock),
        _ => [.. deadlock.Cycle.Where(c => c.Stance is not null).DistinctBy(c => c.Stance, StringComparer.Ordinal).DefaultIfEmpty(deadlock.Cycle[0]).SelectMany((c, i) => (tell is null ? ClaimPhrase.Of(c.Claim, Phrasing.Full, desk.Names) : tell(c.Claim, desk.Names)).Insert(0, Parts.Plain(i == 0 ? "" : "; ")))],
    });

    // What moved over time is no open dispute.
    private static IEnumerable<Line> DisputeLines(BriefDesk desk) => desk.Snapshot.Disputes.Where(d => DisputesSection.IsShown(d) && d.Kind is not (DisputeKind.Movement or DisputeKind.Unclear))
        .Select(d => (Dispute: d, One: d.One.First(BriefDesk.IsLive), Other: d.Other.First(BriefDesk.IsLive)))
        .OrderBy(d => Openness(d.Dispute.Kind)).ThenByDescending(d => d.Dispute.One.Concat(d.Dispute.Other).Max(c => c.Document.Published.Anchor) ?? DateOnly.MinValue)
        .DistinctBy(d => PassageMaker.Key(d.One)).DistinctBy(d => PassageMaker.Key(d.Other)).Take(Disputes)
        .Select(d => desk.Line(Id, d.Dispute.Key, DisputePhrase(desk, d.Dispute, d.One, d.Other), [], [d.One, d.Other]));

    /// <summary>Order of disputes, the most open first.</summary>
    public static int Openness(DisputeKind kind) => kind switch
    {
        DisputeKind.Contradiction => 0,
        DisputeKind.DifferentHolders => 1,
        DisputeKind.Scope => 2,
        DisputeKind.WithinDocument => 3,
        _ => 4,
    };

    private static ImmutableArray<TextPart> DisputePhrase(BriefDesk desk, Dispute dispute, RecordedClaim one, RecordedClaim other) =>
        Template.Fill(Words.Of("thread.dispute"), field => field switch
        {
            "class" => [Parts.Plain(Words.Of("dispute", dispute.Kind))],
            "one" => ClaimPhrase.Of(one, Phrasing.Full, desk.Names),
            _ => ClaimPhrase.Of(other, Phrasing.Full, desk.Names),
        });
}
