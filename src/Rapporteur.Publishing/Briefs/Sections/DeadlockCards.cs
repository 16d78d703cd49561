using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>A card for each deadlock: a chart, every condition with its citation, what would break it.</summary>
internal static class DeadlockCards
{
    private const string Id = "conditions";

    public static ImmutableArray<Block> Build(BriefDesk desk) =>
        desk.Fold(desk.Deadlocks.Where(d => !d.Cycle.IsEmpty).Select(d => Card(desk, d)), "header.more-deadlocks");

    private static Card Card(BriefDesk desk, Deadlock deadlock)
    {
        var words = new DeadlockWords(desk.Names, deadlock.Nodes);
        var id = desk.Id("t", Id, deadlock.Key);
        var figure = deadlock.Issue is { } issue
            ? new Figure(Grid(desk, id, issue, words), Options(desk, deadlock.Key, issue, words))
            : new Figure(Circle(desk, id, deadlock, words), [new LineList([.. deadlock.Cycle.Select((c, i) => Edge(desk, deadlock, c, i + 1, words))])]);
        return new()
        {
            Id = id,
            Heading = DeadlockWords.Heading(deadlock),
            Badges = deadlock.IsInferred ? [Inferred] : [],
            Blocks = [figure, .. Waiting(desk, deadlock, words), .. Breaks(desk, deadlock, words)],
        };
    }

    private static Badge Inferred => new(BadgeKind.Inferred, "inferred", Words.Of("badge.inferred"));

    private static DeadlockCircle Circle(BriefDesk desk, string id, Deadlock deadlock, DeadlockWords words)
    {
        var ends = new List<string>();
        foreach (var key in deadlock.Cycle.SelectMany(c => new[] { c.Before, c.After }))
            if (!ends.Contains(key)) ends.Add(key);
        var boxes = ends.Select(key => words.Box(key, deadlock.Cycle.First(c => c.Before == key || c.After == key)));
        var arrows = deadlock.Cycle.Select(c => new DeadlockArrow(ends.IndexOf(c.Before), ends.IndexOf(c.After), c.Party is { } party ? desk.Names.Of(party).Text : "", c.IsInferred, c.Kind == ConditionKind.Excludes));
        return new(id + "-chart", [.. boxes], [.. arrows]);
    }

    private static OptionGrid Grid(BriefDesk desk, string id, Issue issue, DeadlockWords words)
    {
        var parties = issue.Options.SelectMany(o => o.Exclusions.Select(e => e.Party).Concat(o.Positions.Select(p => words.PartyOf(p.Actor))))
            .Distinct(StringComparer.Ordinal).OrderBy(desk.Rank).ThenBy(p => p, StringComparer.Ordinal).ToImmutableArray();
        return new(id + "-chart", Quoting.Clean(issue.Name), [.. parties.Select(p => desk.Names.Of(p).Text)],
            [.. issue.Options.Select(o => new OptionRow(Parts.Quote(o.Name).Text, [.. parties.Select(p => Mark(words, o, p))]))]);
    }

    private static OptionMark Mark(DeadlockWords words, Option option, string party)
    {
        var exclusions = option.Exclusions.Where(e => e.Party == party).ToList();
        if (exclusions.Count > 0) return exclusions.Exists(e => e.Inference is null) ? OptionMark.Excludes : OptionMark.ExcludesByInference;
        return option.Positions.Any(p => words.PartyOf(p.Actor) == party) ? OptionMark.Wants : OptionMark.None;
    }

    // For each option who wants it, then who leaves no room for it.
    private static ImmutableArray<Block> Options(BriefDesk desk, string key, Issue issue, DeadlockWords words)
    {
        var lines = ImmutableArray.CreateBuilder<Line>();
        foreach (var option in issue.Options)
        {
            lines.Add(desk.Line(Id, $"{key}/{option.Key}", words.Wanted(option), [], [.. option.Positions.Select(p => p.Claim).Distinct()]));
            foreach (var exclusion in option.Exclusions)
                lines.Add(desk.Line(Id, $"{key}/{option.Key}/{exclusion.Stance}", words.Bars(exclusion, option), exclusion.Inference is null ? [] : [Inferred], exclusion.Claims));
        }

        return [new LineList(lines.ToImmutable())];
    }

    private static Line Edge(BriefDesk desk, Deadlock deadlock, Condition condition, int number, DeadlockWords words) => desk.Line(
        Id, $"{deadlock.Key}/{Words.Number(number)}", words.Edge(condition, number), condition.IsInferred ? [Inferred] : ClaimPhrase.Badges(condition.Claim.Claim), condition.Claims);

    private static ImmutableArray<Block> Waiting(BriefDesk desk, Deadlock deadlock, DeadlockWords words)
    {
        var lines = deadlock.Pledges.Select((p, i) => desk.Line(Id, $"{deadlock.Key}/waits/{Words.Number(i)}", words.Pledge(p), [], p.Claims));
        var coverage = deadlock is { Coverage: { } read, Issue: not null }
            ? [desk.Line(Id, deadlock.Key + "/coverage", Coverage(read), [], deadlock.Claims)]
            : Array.Empty<Line>();
        ImmutableArray<Line> all = [.. lines, .. coverage];
        return all.IsEmpty ? [] : [new LineList(all)];
    }

    private static ImmutableArray<TextPart> Coverage(Coverage read) => Template.Fill(Words.Of("thread.coverage-options"), field => field switch
    {
        "documents" => [Parts.Plain(Words.Count("thread.coverage-documents", read.Documents))],
        "publishers" => read.Publishers > 0 ? [Parts.Plain(Words.Count("thread.coverage-publishers", read.Publishers))] : [],
        "from" => [Parts.Plain(DateWords.Of(Edtf.Day(read.From)))],
        _ => [Parts.Plain(DateWords.Of(Edtf.Day(read.To)))],
    });

    private static ImmutableArray<Block> Breaks(BriefDesk desk, Deadlock deadlock, DeadlockWords words)
    {
        if (deadlock.Breaks.IsEmpty) return [];
        var lines = deadlock.Breaks.Select((b, i) => desk.Line(Id, $"{deadlock.Key}/break/{Words.Number(i)}", words.Break(b), [], [.. b.SelectMany(c => c.Conditions).SelectMany(c => c.Claims).Distinct()]));
        return [new Group(desk.Id("g", Id, deadlock.Key, "breaks"), [Parts.Plain(DeadlockWords.Breaks(deadlock))], null, desk.Fold(lines))];
    }
}
