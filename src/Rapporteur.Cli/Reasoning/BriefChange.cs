using Rapporteur.Analysis;
using Rapporteur.Domain;
using Rapporteur.Publishing;

namespace Rapporteur.Cli;

/// <summary>A line of the brief that a scenario adds or takes away.</summary>
/// <param name="Section">Title of the section.</param>
/// <param name="IsNew">Whether it is added.</param>
/// <param name="Text">The line.</param>
internal sealed record BriefChange(string Section, bool IsNew, string Text)
{
    /// <summary>The lines in which the brief of a scenario differs from that of the record, by section, what goes first. Both speak from the day of the scenario,
    /// so that a countdown alone is no difference.</summary>
    public static IReadOnlyList<BriefChange> Between(RecordSnapshot snapshot, IReadOnlyList<Deadlock> before, ScenarioOutcome outcome, Marking limit)
    {
        var (one, other) = (Lines(snapshot, before, limit, outcome.Snapshot.AsOf), Lines(outcome.Snapshot, outcome.Deadlocks, limit, outcome.Snapshot.AsOf));
        var sections = one.Concat(other).Select(l => l.Section).Distinct(StringComparer.Ordinal);
        return
        [
            .. sections.SelectMany(s => Except(one, other, s).Select(l => new BriefChange(s, false, l)).Concat(Except(other, one, s).Select(l => new BriefChange(s, true, l)))),
        ];
    }

    private static IEnumerable<string> Except(List<(string Section, string Text)> lines, List<(string Section, string Text)> others, string section)
    {
        var left = others.Where(l => l.Section == section).Select(l => l.Text).ToList();
        foreach (var (its, text) in lines)
            if (its == section && !left.Remove(text)) yield return text;
    }

    private static List<(string Section, string Text)> Lines(RecordSnapshot snapshot, IReadOnlyList<Deadlock> deadlocks, Marking limit, DateOnly? day) =>
    [
        .. Brief.From(snapshot, new BriefOptions { MaxMarking = limit, AsOf = day }, [.. deadlocks]).Sections
            .SelectMany(s => s.Blocks.SelectMany(Texts).Select(t => (s.Title, t))),
    ];

    // A card's heading bears the state of its thread.
    private static IEnumerable<string> Texts(Block block) => block switch
    {
        Card card => card.Blocks.SelectMany(Texts).Concat(card.Lanes.SelectMany(l => l.Blocks).SelectMany(Texts)).Prepend(Told(card.Heading, card.Badges)),
        More more => more.Blocks.SelectMany(Texts),
        Group group => group.Blocks.SelectMany(Texts),
        _ => block.Lines.Select(l => Told(l.Parts, l.Badges)),
    };

    private static string Told(IEnumerable<TextPart> parts, IReadOnlyCollection<Badge> badges) =>
        string.Concat(parts.Select(p => p.Kind == PartKind.Quote ? $"“{p.Text}”" : p.Text)) + (badges.Count == 0 ? "" : $" [{string.Join(", ", badges.Where(b => b.Kind is BadgeKind.State or BadgeKind.Inferred).Select(b => b.Text))}]").Replace(" []", "", StringComparison.Ordinal);
}
