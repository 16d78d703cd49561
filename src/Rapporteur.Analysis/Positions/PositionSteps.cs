using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Analysis;

/// <summary>Folds what one side said on one issue into steps. What it said on one day stands together; a later day is a new step only where it differs: the same option wanted and refused (reversed), other
/// options wanted and none of those before (changed; up or down on a scale), the same option held more or less firmly. Silence on an option is no change.</summary>
internal static class PositionSteps
{
    internal static PositionLine Of(string party, Issue issue, IEnumerable<Position> positions)
    {
        var all = positions.ToList();
        var steps = new List<PositionStep>();
        var held = new Dictionary<string, Firmness>(StringComparer.Ordinal);
        foreach (var day in all.Where(p => p.Claim.Document.Published.Anchor is not null).GroupBy(p => p.Claim.Document.Published.Anchor!.Value).OrderBy(g => g.Key))
        {
            ImmutableArray<Position> said = [.. day.InOrder(p => p.Claim)];
            var stances = Stances(said);
            var move = steps.Count == 0 ? PositionMove.First : Move(held, Wanted(steps[^1].Stances), stances, issue);
            if (move is { } step) steps.Add(new(step, stances, said));
            else steps[^1] = Joined(steps[^1], stances, said);
            foreach (var stance in stances)
                if (stance.Option is { } option) held[option] = stance.Firmness;
        }

        return new(party, issue.Key, [.. steps], [.. all.Where(p => p.Claim.Document.Published.Anchor is null).InOrder(p => p.Claim)]);
    }

    // What is held most firmly of each option.
    private static ImmutableArray<OptionStance> Stances(IEnumerable<Position> positions) =>
        [.. positions.GroupBy(p => p.Option, StringComparer.Ordinal).Select(g => new OptionStance(g.Key, g.Max(p => p.Firmness))).OrderBy(s => s.Option, StringComparer.Ordinal)];

    private static List<string> Wanted(ImmutableArray<OptionStance> stances) => [.. stances.Where(s => s is { Option: not null, Firmness: not Firmness.RedLine }).Select(s => s.Option!)];

    // Null where nothing differs.
    private static PositionMove? Move(Dictionary<string, Firmness> held, List<string> before, ImmutableArray<OptionStance> stances, Issue issue)
    {
        PositionMove? firmness = null;
        foreach (var stance in stances)
        {
            if (stance.Option is not { } option || !held.TryGetValue(option, out var was) || was == stance.Firmness) continue;
            if ((was == Firmness.RedLine) != (stance.Firmness == Firmness.RedLine)) return PositionMove.Reversed;
            firmness = stance.Firmness > was ? PositionMove.Hardened : firmness ?? PositionMove.Softened;
        }

        var now = Wanted(stances);
        if (before.Count > 0 && now.Count > 0 && !now.Exists(before.Contains)) return issue.IsOrdered ? Along(before, now, issue) : PositionMove.Changed;
        return firmness;
    }

    // On a scale what is asked for at least is compared.
    private static PositionMove Along(List<string> before, List<string> now, Issue issue)
    {
        int Place(string option) => issue.Options.Select(o => o.Key).ToList().IndexOf(option);
        return now.Min(Place).CompareTo(before.Min(Place)) > 0 ? PositionMove.Up : PositionMove.Down;
    }

    private static PositionStep Joined(PositionStep step, ImmutableArray<OptionStance> stances, ImmutableArray<Position> said) => step with
    {
        Stances = [.. step.Stances.Concat(stances).GroupBy(s => s.Option, StringComparer.Ordinal).Select(g => g.MaxBy(s => s.Firmness)!).OrderBy(s => s.Option, StringComparer.Ordinal)],
        Positions = [.. step.Positions, .. said],
    };
}
