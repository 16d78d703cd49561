using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>Meetings, a card each, with a lane for each party's account.</summary>
internal static class MeetingsSection
{
    private const string Id = "meetings";

    public static ImmutableArray<Block> Build(BriefDesk desk) =>
        desk.Fold(desk.Snapshot.Meetings.Where(m => m.Claims.Any(BriefDesk.IsLive)).Select(m => Card(desk, m)), "header.more-meetings");

    /// <summary>The claims that a meeting's state, date and places rest on, the last that gives each.</summary>
    public static ImmutableArray<RecordedClaim> Grounds(Meeting meeting)
    {
        var live = meeting.Claims.Where(BriefDesk.IsLive).ToImmutableArray();
        var grounds = new List<RecordedClaim> { live.LastOrDefault(c => c.Claim.Status == meeting.State) ?? live[^1] };
        if (meeting.When is { } when && live.LastOrDefault(c => when.Equals(c.Claim.When)) is { } dated) grounds.Add(dated);
        foreach (var venue in meeting.Venues)
            if (live.LastOrDefault(c => c.Claim.Where == venue) is { } placed) grounds.Add(placed);
        return [.. grounds.Distinct()];
    }

    /// <summary>What other claims say around a thread, folded.</summary>
    public static ImmutableArray<Block> Around(BriefDesk desk, string section, Domain.Thread thread)
    {
        var lines = desk.Lines(section, thread.Companions.Where(c => BriefDesk.IsLive(c) && c.Claim.Type != ClaimType.Statement).NewestFirst());
        return lines.IsEmpty ? [] : [new More(Words.Count("header.more-related", lines.Length), [new LineList(lines)])];
    }

    private static Card Card(BriefDesk desk, Meeting meeting)
    {
        var facts = Facts(desk, meeting);
        var lanes = meeting.Lanes
            .Select(l => (l.Party, l.State, Claims: l.Claims.Where(BriefDesk.IsLive).ToImmutableArray()))
            .Where(l => !l.Claims.IsEmpty)
            .Select(l => new Lane(Owner(desk, l.Party), State(l.State), desk.Fold(Tell(desk, l.Claims))))
            .ToImmutableArray();
        var told = meeting.Lanes.SelectMany(l => l.Claims).Select(PassageMaker.Key).ToHashSet(StringComparer.Ordinal);
        var rest = meeting.Claims.Where(c => BriefDesk.IsLive(c) && !told.Contains(PassageMaker.Key(c)));
        return new()
        {
            Id = desk.Id("t", Id, meeting.Key),
            Heading = MeetingName.Of(meeting, desk.Names),
            Badges = State(meeting.State),
            Blocks = [.. facts, .. desk.Fold(Tell(desk, rest)), .. Around(desk, Id, meeting)],
            Lanes = lanes,
        };
    }

    // What is said of the meeting itself, then what else stands in the account, told with its actor and verb.
    private static IEnumerable<Line> Tell(BriefDesk desk, IEnumerable<RecordedClaim> claims) => claims.NewestFirst()
        .GroupBy(c => c.Claim.Type == ClaimType.Meeting ? Phrasing.UnderActor : Phrasing.Full).OrderByDescending(g => g.Key)
        .SelectMany(g => desk.Lines(Id, g, g.Key));

    private static ImmutableArray<Block> Facts(BriefDesk desk, Meeting meeting)
    {
        var parts = Template.Fill(Words.Of(meeting.When is { IsUnknown: false } ? "thread.meeting-when" : "thread.meeting-where"), field => field switch
        {
            "when" => meeting.When is { IsUnknown: false } when ? [Parts.Date(when)] : [],
            _ => meeting.Venues.IsDefaultOrEmpty ? [] : Parts.Join(meeting.Venues.Select(Parts.Term)),
        });
        return parts.IsEmpty ? [] : [new LineList([desk.Line(Id, meeting.Key, parts, [], Grounds(meeting))])];
    }

    private static ImmutableArray<TextPart> Owner(BriefDesk desk, string party) =>
        [party == Actor.Narrator ? Parts.Plain(Words.Of("actor.narrator-account")) : desk.Names.Of(party)];

    private static ImmutableArray<Badge> State(ClaimStatus? state) =>
        state is { } s ? [ClaimPhrase.Badge(BadgeKind.State, "status", s)] : [];
}
