using Rapporteur.Analysis;
using Rapporteur.Domain;
using Rapporteur.Record;
using Rapporteur.Training;
using Xunit;

namespace Rapporteur.Tests;

/// <summary>Deadlocks that an analyst named, from annotated claims.</summary>
public sealed class AnnotatedDeadlockTests
{
    [Fact]
    public void The_three_deadlocks_that_have_to_be_found_are_found()
    {
        var found = Found();
        var circles = found.Where(d => d.Kind == DeadlockKind.Circle).ToList();
        Assert.Single(circles, c => !c.IsInferred && c.Cycle.Length == 2);
        Assert.Single(circles, c => c.IsInferred && c.Cycle.Any(e => e.Kind == ConditionKind.Excludes) && c.Pledges.Length > 0);
        var empty = Assert.Single(found, d => d.Kind == DeadlockKind.EmptyOptions);
        Assert.Equal("Ceasefire", empty.Issue!.Name);
        Assert.Contains(empty.Breaks, b => b.Length == 1);
    }

    [Fact]
    public void Few_others_are_found() => Assert.InRange(Found().Length, 3, 5);

    private static System.Collections.Immutable.ImmutableArray<Deadlock> Found()
    {
        Assert.SkipWhen(SharedData.Find("gold", "threads-seeds.json") is null, SharedData.Missing);
        var dossier = GoldDossier.Load(SharedData.Find("gold", "threads-seeds.json")!, SharedData.Find("gold")!);
        return DeadlockFinder.Find(ConditionGraphBuilder.Of(new SnapshotProjection().Fold(dossier.Readings, dossier.AsOf)));
    }
}
