using System.Collections.Immutable;
using Rapporteur.Analysis;
using Rapporteur.Domain;

namespace Rapporteur.Training;

/// <summary>Looks for everything that the annotation holds in one record. The rules stand in <c>docs/record.md</c>.</summary>
internal sealed class RecordBench(RecordSnapshot snapshot, GoldDossier dossier, GoldItems items, ClaimMatch match)
{
    private readonly ConditionGraph _graph = ConditionGraphBuilder.Of(snapshot);
    private ImmutableArray<Deadlock>? _deadlocks;

    internal RecordSnapshot Snapshot { get; } = snapshot;

    internal GoldItems Items { get; } = items;

    internal ClaimMatch Match { get; } = match;

    internal ImmutableArray<Deadlock> Deadlocks => _deadlocks ??= DeadlockFinder.Find(_graph);

    /// <summary>Everything in the order of the annotation.</summary>
    internal ImmutableArray<RecordCheck> Checks() =>
    [
        .. dossier.Disputes.Select(d => new RecordCheck("disputes", d.Id, d.Kind, Dispute(d))),
        .. Items.Positions.Select(p => new RecordCheck("positions", p.Id, p.Name, Position(p))),
        .. Items.Conditions.Select(c => new RecordCheck("conditions", c.Id, c.Name, Condition(c))),
        .. Items.Deadlines.Select(d => new RecordCheck("deadlines", d.Id, d.Name, Deadline(d))),
        .. Items.Deadlocks.Select((d, i) => new RecordCheck("deadlocks", $"{i + 1}", d.Kind, Deadlocks.Any(f => DeadlockEvaluation.Meets(d, f, Match.Of(f.Grounds))) ? null : "not found")),
    ];

    /// <summary>Claims of each side of an annotated dispute.</summary>
    internal ImmutableArray<ImmutableArray<string>> Sides(string dispute) => dossier.Disputes.First(d => d.Id == dispute).Sides;

    // The accounts hold claims of two of its sides, and the class is the same.
    private string? Dispute(GoldThread gold)
    {
        var met = Snapshot.Disputes.Where(d => Meets(d, gold)).ToList();
        if (met.Exists(d => EnumSpelling.Of(d.Kind) == gold.Kind)) return null;
        if (met.Count > 0) return "found in another class";
        var read = Match.Of(Snapshot.Claims);
        return gold.Sides.Count(s => s.Any(read.Contains)) < 2 ? "a side was not read" : "both sides read, not set against each other";
    }

    private bool Meets(Dispute found, GoldThread gold)
    {
        var (one, other) = (Match.Of(found.One), Match.Of(found.Other));
        return Enumerable.Range(0, gold.Sides.Length).Any(i => gold.Sides[i].Any(one.Contains)
            && Enumerable.Range(0, gold.Sides.Length).Any(j => j != i && gold.Sides[j].Any(other.Contains)));
    }

    // One position rests on one of its claims, stands in the row of the actor or its party, and is as firm.
    private string? Position(GoldItem gold)
    {
        var met = Stances().Where(p => Match.Of(p.Claim).Any(gold.Claims.Contains)).ToList();
        var own = met.FindAll(p => IsCalled(p.Actor, gold.Who));
        if (own.Exists(p => Spelled(p.Firmness) == gold.Value)) return null;
        if (own.Count > 0) return "other firmness";
        if (met.Count > 0) return "in another's row";
        return Unread(gold, "read as a claim that takes no position");
    }

    private IEnumerable<Position> Stances() => Snapshot.Positions.Concat(Snapshot.PositionLines.SelectMany(l => l.Positions)).DistinctBy(p => p.Claim.Claim.Id);

    // One stated edge rests on one of its claims and is its holder's.
    private string? Condition(GoldItem gold)
    {
        if (gold.Who.Length == 0)
            return _graph.Edges.Any(e => e.IsInferred && e.Inference!.Rule == "assent" && e.Party is { } p && Folding.Normalise(gold.Group).Contains(Folding.Normalise(Snapshot.NameOf(p)), StringComparison.Ordinal)) ? null : "not inferred";
        var met = _graph.Edges.Where(e => !e.IsInferred && Match.Of(e.Claims).Overlaps(gold.Claims)).ToList();
        if (met.Exists(e => e.Party is { } party ? IsCalled(party, gold.Who) : gold.Who == Actor.Narrator)) return null;
        return met.Count > 0 ? "found, held by another" : Unread(gold, "read as a claim that states no condition");
    }

    private string? Deadline(GoldItem gold)
    {
        var met = Snapshot.Deadlines.Where(d => Match.Of(d.Claims).Overlaps(gold.Claims)).ToList();
        if (met.Count == 0) return Unread(gold, "its date was not read");
        if (met.FindAll(d => d.Due?.Latest == Edtf.Parse(gold.Group)?.Latest) is not { Count: > 0 } due) return "other day";
        if (due.FindAll(d => d.SetBy is { } by && IsCalled(by, gold.Who)) is not { Count: > 0 } own) return "other setter";
        return own.Exists(d => EnumSpelling.Of(d.State) == gold.Value) ? null : "other state";
    }

    private string Unread(GoldItem gold, string otherwise)
    {
        var read = Match.Of(Snapshot.Claims);
        if (gold.Claims.Any(read.Contains)) return otherwise;
        return gold.Claims.Any(id => Snapshot.Claims.Any(c => Match.InOneSentence(id, c))) ? "its sentence was read, as other types" : "not read";
    }

    /// <summary>How positions group by issue, over the annotated claims that have an issue in both.</summary>
    internal ClusterScore Issues()
    {
        var gold = Index(Items.Positions.SelectMany(p => p.Claims.Select(c => (c, p.Group))));
        var found = Index(Snapshot.PositionLines.SelectMany(l => l.Positions.SelectMany(p => Match.Of(p.Claim).Select(id => (id, l.Issue)))));
        return BCubed.Score(gold.Where(g => found.ContainsKey(g.Key)).ToDictionary(g => g.Key, g => g.Value, StringComparer.Ordinal), found);
    }

    private static Dictionary<string, IReadOnlySet<string>> Index(IEnumerable<(string Claim, string Group)> items) =>
        items.GroupBy(i => i.Claim, i => i.Group, StringComparer.Ordinal).ToDictionary(g => g.Key, g => (IReadOnlySet<string>)g.ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);

    /// <summary>Whether an actor of the record, or its party, goes by a name of the annotation.</summary>
    internal bool IsCalled(string key, string name) => Names(key).Contains(Folding.Normalise(name), StringComparer.Ordinal);

    private IEnumerable<string> Names(string key)
    {
        if (!Snapshot.Actors.TryGetValue(key, out var actor)) return [Folding.Normalise(key)];
        var all = actor.SurfaceForms.Append(actor.Name).Append(actor.Key);
        if (actor.Party is { } party && party != key && Snapshot.Actors.TryGetValue(party, out var side)) all = all.Append(side.Name);
        return all.Select(Folding.Normalise);
    }

    private static string Spelled(Firmness firmness) => EnumSpelling.Of(firmness).Replace('-', ' ');
}
