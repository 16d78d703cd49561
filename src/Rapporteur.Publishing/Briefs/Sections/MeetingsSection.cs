using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>Meetings, a card each, with a lane for each party's account.</summary>
internal static class MeetingsSection
{
    private const string Id = "meetings";
    private const int LeastSteps = 2;

    public static ImmutableArray<Block> Build(BriefDesk desk)
    {
        var live = desk.Snapshot.Meetings.Where(m => m.Claims.Any(BriefDesk.IsLive)).ToImmutableArray();
        var cards = live.Where(IsTold).Select((m, i) => (Meeting: m, Order: i))
            .OrderByDescending(m => MeetingWeight.IsInPlay(desk, m.Meeting)).ThenByDescending(m => MeetingWeight.Of(desk, m.Meeting)).ThenBy(m => m.Order)
            .Select(m => Card(desk, m.Meeting)).ToImmutableArray();
        var named = live.Where(m => !IsTold(m)).ToImmutableArray();
        // Meetings of which several reports tell a state are drawn beside each other.
        ImmutableArray<Block> blocks = [.. LaneMaker.Of(ChartDesk.Of(desk), Id + "-lanes", LeastSteps, needsDays: true) is { } chart ? [new Figure(chart, [])] : ImmutableArray<Block>.Empty, .. desk.Fold(cards, "header.more-meetings")];
        if (named.IsEmpty) return blocks;
        var lines = named.Select(m => desk.Line(Id, m.Key, StandingSection.MeetingPhrase(desk, m), [], [.. m.Claims.Where(BriefDesk.IsLive)]));
        return [.. blocks, new More(Words.Count("header.mentioned-meetings", named.Length), [new LineList([.. lines])])];
    }

    // A meeting of which the record knows neither a state nor two claims is told in a line.
    private static bool IsTold(Meeting meeting) => meeting.State is not null || meeting.Claims.Count(BriefDesk.IsLive) > 1;

    /// <summary>The claims that a meeting's state, date and places rest on, the last that gives each.</summary>
    public static ImmutableArray<RecordedClaim> Grounds(Meeting meeting)
    {
        var live = meeting.Claims.Where(BriefDesk.IsLive).ToImmutableArray();
        var grounds = new List<RecordedClaim> { live.LastOrDefault(c => c.Claim.Status == meeting.State) ?? live[^1] };
        if (MeetingWeight.When(meeting) is { } when && live.LastOrDefault(c => when.Equals(c.Claim.When)) is { } dated) grounds.Add(dated);
        foreach (var venue in meeting.Venues)
            if (live.LastOrDefault(c => c.Claim.Where == venue) is { } placed) grounds.Add(placed);
        return [.. grounds.Distinct()];
    }

    /// <summary>What other claims say around a thread, folded.</summary>
    public static ImmutableArray<Block> Around(BriefDesk desk, string section, Domain.Thread thread, IReadOnlySet<string>? told = null)
    {
        var lines = desk.Lines(section, thread.Companions.Where(c => BriefDesk.IsLive(c) && told?.Contains(PassageMaker.Key(c)) != true && c.Claim.Type != ClaimType.Statement).NewestFirst());
        return lines.IsEmpty ? [] : [new More(Words.Count("header.more-related", lines.Length), [new LineList(lines)])];
    }

    private static Card Card(BriefDesk desk, Meeting meeting)
    {
        var facts = Facts(desk, meeting);
        var live = meeting.Lanes.Select(l => (l.Party, l.State, Claims: l.Claims.Where(BriefDesk.IsLive).ToImmutableArray())).Where(l => !l.Claims.IsEmpty).ToImmutableArray();
        // A single account of the reporters that says what the heading says needs no heading of its own.
        var only = live is [(Actor.Narrator, var state, var account)] && state == meeting.State ? Tell(desk, account) : [];
        var lanes = only.IsEmpty ? [.. live.Select(l => new Lane([Owner(desk, l.Party)], State(l.State), Tell(desk, l.Claims)))] : ImmutableArray<Lane>.Empty;
        var told = meeting.Lanes.SelectMany(l => l.Claims).Select(PassageMaker.Key).ToHashSet(StringComparer.Ordinal);
        var rest = meeting.Claims.Where(c => BriefDesk.IsLive(c) && !told.Contains(PassageMaker.Key(c)));
        return new()
        {
            Id = desk.Id("t", Id, meeting.Key),
            Heading = MeetingName.Of(meeting, desk.Names),
            Badges = State(meeting.State),
            Blocks = [.. facts, .. only, .. Tell(desk, rest), .. Around(desk, Id, meeting, told)],
            Lanes = lanes,
        };
    }

    // What is said of the meeting itself, one line a sentence; what else stands in the account, told with its actor and verb; bare mentions last.
    private static ImmutableArray<Block> Tell(BriefDesk desk, IEnumerable<RecordedClaim> claims)
    {
        var all = claims.NewestFirst().ToImmutableArray();
        var sentences = all.Where(c => c.Claim.Type == ClaimType.Meeting).GroupBy(c => (c.Document.TextId, c.Claim.Evidence)).SelectMany(Sentence).ToImmutableArray();
        var stated = desk.Lines(Id, sentences.Where(s => s[0].Claim.Status is not null));
        var others = desk.Lines(Id, all.Where(c => c.Claim.Type != ClaimType.Meeting));
        var mentions = desk.Lines(Id, sentences.Where(s => s[0].Claim.Status is null));
        var first = desk.Fold(stated.Concat(others));
        if (mentions.IsEmpty) return first;
        return first.IsEmpty ? desk.Fold(mentions) : [.. first, new More(Words.Count("header.more-mentions", mentions.Length), [new LineList(mentions)])];
    }

    // Claims that give a state make lines of their own; those of the same sentence that give none go with the first of them.
    private static IEnumerable<ImmutableArray<RecordedClaim>> Sentence(IEnumerable<RecordedClaim> same)
    {
        var claims = same.ToImmutableArray();
        var stated = claims.Where(c => c.Claim.Status is not null).GroupBy(c => (c.Claim.Status, c.Claim.Polarity, c.Claim.Modality)).Select(g => g.ToImmutableArray()).ToImmutableArray();
        if (stated.IsEmpty) return [claims];
        return [[.. stated[0], .. claims.Where(c => c.Claim.Status is null)], .. stated.Skip(1)];
    }

    private static ImmutableArray<Block> Facts(BriefDesk desk, Meeting meeting)
    {
        var parts = Template.Fill(Words.Of(MeetingWeight.When(meeting) is not null ? "thread.meeting-when" : "thread.meeting-where"), field => field switch
        {
            "when" => MeetingWeight.When(meeting) is { } when ? [Parts.Date(when)] : [],
            _ => meeting.Venues.IsDefaultOrEmpty ? [] : Parts.Join(meeting.Venues.Select(Parts.Term)),
        });
        return parts.IsEmpty ? [] : [new LineList([desk.Line(Id, meeting.Key, parts, [], Grounds(meeting))])];
    }

    /// <summary>Whose account a lane is.</summary>
    public static TextPart Owner(BriefDesk desk, string party) =>
        party == Actor.Narrator ? Parts.Plain(Words.Of("actor.narrator-account")) : desk.Names.Heading(party);

    private static ImmutableArray<Badge> State(ClaimStatus? state) =>
        [state is { } s ? ClaimPhrase.Badge(BadgeKind.State, "status", s) : new(BadgeKind.State, "untold", Words.Of("thread.state-none"))];
}
