using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Training;

/// <summary>The mechanisms that are followed (<c>data/evaluation/mechanisms.tsv</c>), each with what of the annotation has to come out for it.</summary>
internal static class MechanismList
{
    /// <summary>Every mechanism, looked for in one record.</summary>
    internal static ImmutableArray<MechanismCheck> Of(RecordBench bench, ImmutableArray<RecordCheck> checks, string file)
    {
        var found = checks.Where(c => c.CameOut).Select(c => (c.Group, c.Id)).ToHashSet();
        var all = ImmutableArray.CreateBuilder<MechanismCheck>();
        foreach (var line in File.ReadLines(file))
        {
            if (line.Length == 0 || line[0] == '#') continue;
            if (line.Split('\t') is not [var group, var name, var rests]) throw new InvalidDataException($"{file}: '{line}' has no three columns.");
            all.Add(new(group, name, rests, rests.Split(';', StringSplitOptions.TrimEntries).All(r => Holds(bench, found, r, file))));
        }

        return all.ToImmutable();
    }

    private static bool Holds(RecordBench bench, HashSet<(string, string)> came, string rest, string file)
    {
        var words = rest.Split(' ');
        return words[0] switch
        {
            "disputes" or "positions" or "conditions" or "deadlines" or "deadlocks" => words[1..].All(id => came.Contains((words[0], id))),
            "thread" => words[1..].All(id => Threads(bench, id).Any(t => State(t) == Gold(bench, id).Value)),
            "lanes" => words[1..].All(id => Lanes(bench, id)),
            "moves" => words[1..].Any(id => Moved(bench, id)),
            "succession" => Succession(bench, words[1], words[2]),
            "quantities" => bench.Snapshot.Claims.Any(c => c.Claim is { Type: ClaimType.Incident, Quantities.Length: > 1 }),
            "one-actor" => bench.Snapshot.Actors.Values.Any(a => words[1..].All(w => a.SurfaceForms.Any(f => f.Contains(w, StringComparison.Ordinal)))),
            _ => throw new InvalidDataException($"{file}: '{words[0]}' is nothing that can be measured."),
        };
    }

    private static GoldItem Gold(RecordBench bench, string id) => bench.Items.Threads.First(t => t.Id == id);

    // Threads of the same kind that rest on one of its claims.
    private static IEnumerable<Rapporteur.Domain.Thread> Threads(RecordBench bench, string id)
    {
        var gold = Gold(bench, id);
        IEnumerable<Rapporteur.Domain.Thread> kind = gold.Group switch
        {
            "meeting" => bench.Snapshot.Meetings,
            "deadline" => bench.Snapshot.Deadlines,
            "measure" => bench.Snapshot.Measures,
            "commitment" => bench.Snapshot.Commitments,
            _ => [],
        };
        return kind.Where(t => bench.Match.Of(t.Claims).Overlaps(gold.Claims));
    }

    private static string State(Rapporteur.Domain.Thread thread) => thread switch
    {
        Meeting { State: { } state } => EnumSpelling.Of(state),
        Deadline deadline => EnumSpelling.Of(deadline.State),
        Measure { State: { } state } => EnumSpelling.Of(state),
        Commitment commitment => EnumSpelling.Of(commitment.State),
        _ => "",
    };

    // One meeting has a lane of every party whose account the annotation gives a state, in that state.
    private static bool Lanes(RecordBench bench, string id) => Threads(bench, id).OfType<Meeting>().Any(m => Gold(bench, id).Lanes
        .Where(l => EnumSpelling.TryParse<ClaimStatus>(l.Value, out _))
        .All(l => m.Lanes.Any(lane => lane.State is { } state && EnumSpelling.Of(state) == l.Value && bench.IsCalled(lane.Party, l.Key))));

    // A line of the side moves, and both the step and one before it rest on the annotated sides of the dispute.
    private static bool Moved(RecordBench bench, string id)
    {
        var sides = bench.Sides(id);
        bool Rests(PositionStep step, ImmutableArray<string> side) => bench.Match.Of(step.Positions.Select(p => p.Claim)).Overlaps(side);
        return bench.Snapshot.PositionLines.Any(l => Enumerable.Range(1, Math.Max(0, l.Steps.Length - 1)).Any(i =>
            sides.Any(a => sides.Any(b => !a.SequenceEqual(b) && Rests(l.Steps[i - 1], a) && Rests(l.Steps[i], b)))));
    }

    private static bool Succession(RecordBench bench, string first, string next)
    {
        var later = Threads(bench, next).Select(t => t.Key).ToHashSet(StringComparer.Ordinal);
        return Threads(bench, first).OfType<Deadline>().Any(d => (d.ReplacedBy ?? d.SucceededBy) is { } key && later.Contains(key));
    }
}
