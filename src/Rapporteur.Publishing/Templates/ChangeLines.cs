using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>What changed since a day, each told by how the thing stands now and how it stood before. New documents are in the list of sources, not here; what only was mentioned again is no change.</summary>
internal static class ChangeLines
{
    /// <summary>The changes: those of states first, then new things, then days, places and accounts.</summary>
    /// <param name="desk">The brief.</param>
    /// <param name="subjects">What they are about; everything when empty.</param>
    public static IEnumerable<Candidate> Of(TemplateDesk desk, ImmutableArray<ChangeSubject> subjects)
    {
        var known = desk.Desk.Snapshot.Claims.Select(PassageMaker.Key).ToHashSet(StringComparer.Ordinal);
        return desk.Desk.Options.Changes
            .Where(c => (subjects.IsEmpty || subjects.Contains(c.Subject)) && c.Kind is not (ChangeKind.Mentioned or ChangeKind.Near or ChangeKind.Joined or ChangeKind.Gone) && c.Claims.All(k => known.Contains(PassageMaker.Key(k))))
            .OrderBy(Order).Select(c => Line(desk, c)).OfType<Candidate>();
    }

    private static int Order(Change change) => (change.Subject, change.Kind) switch
    {
        (ChangeSubject.Meeting, ChangeKind.State) => 0,
        (ChangeSubject.Deadline, ChangeKind.State) => 1,
        (ChangeSubject.Measure, ChangeKind.State) => 2,
        (ChangeSubject.Commitment, ChangeKind.State) => 3,
        (ChangeSubject.Meeting, ChangeKind.New) => 4,
        (ChangeSubject.Deadline, ChangeKind.New) => 5,
        (ChangeSubject.Measure, ChangeKind.New) => 6,
        (ChangeSubject.Position, _) => 7,
        (ChangeSubject.Commitment, _) => 8,
        (ChangeSubject.Dispute, _) => 9,
        _ => 10,
    };

    private static Candidate? Line(TemplateDesk desk, Change change) => change.Subject switch
    {
        ChangeSubject.Meeting => desk.Desk.Snapshot.Meetings.FirstOrDefault(m => m.Key == change.Key) is { } meeting && meeting.State is not null ? Told(desk, change, MeetingLines.Line(desk, meeting)) : null,
        ChangeSubject.Deadline => desk.Desk.Snapshot.Deadlines.FirstOrDefault(d => d.Key == change.Key && d.Due is { IsUnknown: false }) is { } deadline ? Told(desk, change, DeadlineLines.Line(desk, deadline)) : null,
        ChangeSubject.Measure => desk.Desk.Snapshot.Measures.FirstOrDefault(m => m.Key == change.Key && m.By is not null) is { } measure && measure.Claims.Any(BriefDesk.IsLive) ? Told(desk, change, ThreadLines.Measure(desk, measure)) : null,
        ChangeSubject.Commitment => desk.Desk.Snapshot.Commitments.FirstOrDefault(c => c.Key == change.Key && c.By is not null) is { } commitment && commitment.Claims.Any(BriefDesk.IsLive) ? Told(desk, change, ThreadLines.Commitment(desk, commitment)) : null,
        ChangeSubject.Position => change.Claims is [var claim, ..] && BriefDesk.IsLive(claim) && claim.Claim.Modality == Modality.Certain && !ClaimLines.IsThin(desk, claim) ? desk.Claim(claim) : null,
        ChangeSubject.Dispute => desk.Desk.Snapshot.Disputes.FirstOrDefault(d => d.Key == change.Key && DisputesSection.IsShown(d) && d.Kind != DisputeKind.Unclear) is { } dispute
            ? FindingLines.Dispute(desk, dispute, dispute.One.First(BriefDesk.IsLive), dispute.Other.First(BriefDesk.IsLive)) : null,
        _ => null,
    };

    // The thing as it stands now, with what it was before where that is known, and the claims that made the change first.
    private static Candidate Told(TemplateDesk desk, Change change, Candidate now)
    {
        if (change.Kind == ChangeKind.New) return now;
        var was = Before(change);
        var parts = change is { Kind: ChangeKind.Account, Party: { } party }
            ? Template.Fill(Words.Of(change.Before is null ? "sentence.account-new" : "sentence.account"), field => field switch
            {
                "party" => [party == Actor.Narrator ? Parts.Plain(Words.Of("actor.narrators")) : desk.Desk.Names.Of(party)],
                "after" => [Parts.Plain(State(change.After))],
                "before" => [Parts.Plain(State(change.Before))],
                _ => now.Parts,
            })
            : was is null ? now.Parts : [.. now.Parts, .. Template.Fill(Words.Of("sentence.before"), _ => [Parts.Plain(was)])];
        var grounds = change.Claims.Where(BriefDesk.IsLive).Concat(now.Claims).DistinctBy(PassageMaker.Key).ToImmutableArray();
        // Another change of the same thing is told by the same line.
        return new(change.Kind == ChangeKind.Account ? $"{change.Key}/{change.Party}" : change.Key, parts, now.Badges, grounds) { IsThread = true };
    }

    private static string? Before(Change change) => change.Kind switch
    {
        ChangeKind.State => change.Before is { } state and not "unknown" ? State(state) : null,
        ChangeKind.Date => change.Before is { } day ? DateWords.Of(Edtf.Parse(day)) : null,
        _ => change.Before is { } place ? Quoting.Clean(place) : null,
    };

    private static string State(string? code) => code is null ? Words.Of("thread.state-none") : Words.Find("status." + code) ?? Words.Find("deadline." + code) ?? Words.Find("commitment." + code) ?? code.Replace('-', ' ');
}
