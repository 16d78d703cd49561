using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>Folds the lines of positions of a record into issues with options, signs and moves.</summary>
internal static class PositionMaker
{
    /// <summary>The chart; null where no issue has a position.</summary>
    public static PositionChart? Of(ChartDesk desk, string id)
    {
        var snapshot = desk.Brief.Snapshot;
        var lines = snapshot.PositionLines.Where(l => l.Positions.Any()).ToImmutableArray();
        if (lines.IsEmpty) return null;
        var sides = lines.GroupBy(l => l.Party, StringComparer.Ordinal).OrderByDescending(g => g.Sum(l => l.Positions.Count())).ThenBy(g => desk.Brief.Rank(g.Key)).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Key).ToImmutableArray();
        var issues = snapshot.Issues.Select(i => (Issue: i, Lines: lines.Where(l => l.Issue == i.Key).ToImmutableArray())).Where(i => !i.Lines.IsEmpty)
            .OrderByDescending(i => i.Lines.Length).ThenBy(i => i.Issue.Key, StringComparer.Ordinal).Select(i => Issue(desk, i.Issue, i.Lines, sides));
        return new(id, [.. sides.Select(desk.Name)], [.. issues]);
    }

    private static PositionIssue Issue(ChartDesk desk, Issue issue, ImmutableArray<PositionLine> lines, ImmutableArray<string> sides)
    {
        var held = lines.ToDictionary(l => l.Party, l => Fold(desk, l), StringComparer.Ordinal);
        // Without a scale the options on which most sides stand come first.
        int Standing(string key) => held.Values.Count(h => h.Signs.TryGetValue(key, out var sign) && !sign.IsPast);
        var options = issue.IsOrdered ? issue.Options : [.. issue.Options.OrderByDescending(o => Standing(o.Key))];
        var keys = options.Select(o => o.Key).Append("").Where(k => held.Values.Any(h => h.Signs.ContainsKey(k))).ToImmutableArray();
        var names = issue.Options.ToDictionary(o => o.Key, o => Parts.Quote(o.Name).Text, StringComparer.Ordinal);
        return new(Quoting.Clean(issue.Name), issue.IsOrdered,
            [.. keys.Select(k => new PositionOption(k.Length == 0 ? Words.Of("header.no-option") : names[k], [.. sides.Select(s => held.GetValueOrDefault(s).Signs?.GetValueOrDefault(k))]))],
            [.. held.SelectMany(h => h.Value.Shifts.Select(s => new PositionShift(sides.IndexOf(h.Key), keys.IndexOf(s.From), keys.IndexOf(s.To)))).Where(s => s is { From: >= 0, To: >= 0 })]);
    }

    // Where other options are wanted than before, those of before are past; silence on an option changes nothing.
    private static (Dictionary<string, PositionSign> Signs, List<(string From, string To)> Shifts) Fold(ChartDesk desk, PositionLine line)
    {
        var (signs, shifts) = (new Dictionary<string, PositionSign>(StringComparer.Ordinal), new List<(string, string)>());
        foreach (var step in line.Steps)
        {
            var now = step.Positions.GroupBy(p => p.Option ?? "", StringComparer.Ordinal).Select(g => (Option: g.Key, Position: g.MaxBy(p => p.Firmness)!)).ToList();
            if (step.Move is PositionMove.Changed or PositionMove.Up or PositionMove.Down)
            {
                var wanted = now.FirstOrDefault(n => n.Position.Firmness != Firmness.RedLine);
                foreach (var (option, sign) in signs.Where(s => s.Value is { IsPast: false, Firmness: not Firmness.RedLine } && !now.Exists(n => n.Option == s.Key)).OrderBy(s => s.Key, StringComparer.Ordinal).ToList())
                {
                    signs[option] = sign with { IsPast = true, Move = null };
                    if (wanted.Position is not null) shifts.Add((option, wanted.Option));
                }
            }

            foreach (var (option, position) in now) signs[option] = Sign(desk, line, position, step.Move == PositionMove.First ? null : step.Move);
        }

        foreach (var same in line.Undated.GroupBy(p => p.Option ?? "", StringComparer.Ordinal))
            signs.TryAdd(same.Key, Sign(desk, line, same.MaxBy(p => p.Firmness)!, null));
        return (signs, shifts);
    }

    private static PositionSign Sign(ChartDesk desk, PositionLine line, Position position, PositionMove? move)
    {
        var words = $"{desk.Name(line.Party)} {Words.Of("chart.stands", position.Firmness)}" + (move is { } moved ? $", {Words.Of("move", moved)}" : "");
        return new(position.Firmness, false, move, desk.Mark(words, position.Claim));
    }
}
