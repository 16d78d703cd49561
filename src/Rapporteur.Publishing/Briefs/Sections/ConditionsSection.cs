using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>Deadlocks, then every condition by whose it is.</summary>
internal static class ConditionsSection
{
    private const string Id = "conditions";

    public static ImmutableArray<Block> Build(BriefDesk desk)
    {
        var deadlocks = desk.Deadlocks.Where(d => !d.Cycle.IsEmpty).OrderBy(d => d.Key, StringComparer.Ordinal).Select(d => Card(desk, d)).ToImmutableArray();
        var conditions = desk.Live.Where(c => c.Claim.Type == ClaimType.Condition);
        return [.. deadlocks, .. ActorGroups.Of(desk, Id, conditions, "header.more-actors")];
    }

    /// <summary>What a deadlock is called.</summary>
    public static ImmutableArray<TextPart> Heading(Deadlock deadlock) =>
        [Parts.Plain(Words.Count("thread.deadlock", deadlock.Cycle.Length))];

    private static Card Card(BriefDesk desk, Deadlock deadlock)
    {
        var lines = deadlock.Cycle.Select((c, i) => desk.Line(
            Id, $"{deadlock.Key}/{Words.Number(i)}", ClaimPhrase.Of(c.Claim, Phrasing.Full, desk.Names), ClaimPhrase.Badges(c.Claim), [c.Claim])).ToImmutableArray();
        var steps = deadlock.Cycle.Select(c => Step(desk, c)).ToImmutableArray();
        var id = desk.Id("t", Id, deadlock.Key);
        return new()
        {
            Id = id,
            Heading = Heading(deadlock),
            Blocks = [new Figure(new DeadlockCircle(id + "-chart", steps), [new LineList(lines)])],
        };
    }

    private static DeadlockStep Step(BriefDesk desk, Condition condition)
    {
        var fields = new ClaimFields(condition.Claim, desk.Names);
        return new(Text(fields["if"]), Text(fields["then"]), condition.Party is { } party ? desk.Names.Of(party).Text : "");
    }

    private static string Text(ImmutableArray<TextPart> parts) => string.Concat(parts.Select(p => p.Text));
}
