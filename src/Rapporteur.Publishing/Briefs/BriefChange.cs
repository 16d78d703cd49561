using System.Collections.Immutable;

namespace Rapporteur.Publishing;

/// <summary>A line that one brief has and another of the same record has not.</summary>
/// <param name="Section">Title of the section.</param>
/// <param name="IsNew">Whether it is added; else it is taken away.</param>
/// <param name="Text">The line, with its state in square brackets.</param>
public sealed record BriefChange(string Section, bool IsNew, string Text)
{
    /// <summary>The lines in which two briefs differ, by section, what goes first.</summary>
    /// <param name="before">The one brief.</param>
    /// <param name="after">The other.</param>
    public static ImmutableArray<BriefChange> Between(Brief before, Brief after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var titles = before.Sections.Concat(after.Sections).Select(s => s.Title).Distinct(StringComparer.Ordinal);
        return [.. titles.SelectMany(t => Between(t, Texts(before, t), Texts(after, t)))];
    }

    private static IEnumerable<BriefChange> Between(string title, List<string> before, List<string> after) =>
        Except(before, after).Select(l => new BriefChange(title, false, l)).Concat(Except(after, before).Select(l => new BriefChange(title, true, l)));

    // Each line of the others stands for one.
    private static IEnumerable<string> Except(List<string> lines, List<string> others)
    {
        var left = others.GroupBy(l => l, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        foreach (var line in lines)
            if (left.GetValueOrDefault(line) is var count and > 0) left[line] = count - 1;
            else yield return line;
    }

    private static List<string> Texts(Brief brief, string title) => [.. brief.Sections.Where(s => s.Title == title).SelectMany(s => s.Blocks).SelectMany(Texts)];

    // A card's heading bears the state of its thread.
    private static IEnumerable<string> Texts(Block block) => block switch
    {
        Card card => card.Blocks.SelectMany(Texts).Concat(card.Lanes.SelectMany(l => l.Blocks).SelectMany(Texts)).Prepend(Told(card.Heading, card.Badges)),
        More more => more.Blocks.SelectMany(Texts),
        Group group => group.Blocks.SelectMany(Texts),
        _ => block.Lines.Select(l => Told(l.Parts, l.Badges)),
    };

    private static string Told(IEnumerable<TextPart> parts, ImmutableArray<Badge> badges)
    {
        var states = string.Join(", ", badges.Where(b => b.Kind is BadgeKind.State or BadgeKind.Inferred).Select(b => b.Text));
        return parts.AsText() + (states.Length == 0 ? "" : $" [{states}]");
    }
}
