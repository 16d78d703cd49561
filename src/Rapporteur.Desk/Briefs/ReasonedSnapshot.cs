using System.Collections.Immutable;
using Rapporteur.Analysis;
using Rapporteur.Domain;
using Rapporteur.Publishing;
using Rapporteur.Record;

namespace Rapporteur.Desk;

/// <summary>A snapshot with what follows from it: issues, what waits for what, where it is stuck, and what was counted.</summary>
/// <param name="Board">The snapshot with its issues and position lines.</param>
/// <param name="Graph">What waits for what.</param>
/// <param name="Deadlocks">Where it is stuck.</param>
/// <param name="Tallies">What was counted.</param>
public sealed record ReasonedSnapshot(RecordSnapshot Board, ConditionGraph Graph, ImmutableArray<Deadlock> Deadlocks, RecordTallies Tallies)
{
    /// <summary>What follows from a snapshot.</summary>
    /// <param name="snapshot">The snapshot, without what may not be shown.</param>
    /// <param name="dossier">What is known beforehand; null for nothing.</param>
    public static ReasonedSnapshot Of(RecordSnapshot snapshot, Dossier? dossier) => Of(IssueBoard.Of(snapshot, dossier));

    /// <summary>What follows from a snapshot whose positions stand under issues already.</summary>
    /// <param name="board">The snapshot, as <see cref="IssueBoard"/> gives it.</param>
    public static ReasonedSnapshot Of(RecordSnapshot board)
    {
        var graph = ConditionGraphBuilder.Of(board);
        return new(board, graph, DeadlockFinder.Find(graph), TallyFold.Of(board));
    }

    /// <summary>A chart of it; null where there is nothing to draw.</summary>
    /// <param name="kind">What to draw.</param>
    /// <param name="limit">Strictest marking that may enter.</param>
    /// <param name="day">The day it speaks as of; that of the record when null.</param>
    /// <param name="link">Where a claim can be opened; null for the list of documents below the chart.</param>
    public DrawnChart? Draw(ChartKind kind, Marking limit, DateOnly? day, Func<RecordedClaim, string?>? link = null)
    {
        ArgumentNullException.ThrowIfNull(kind);
        return kind.Draw(new(Board) { Tallies = Tallies, Conditions = Graph, Deadlocks = Deadlocks, MaxMarking = limit, Day = day, Link = link });
    }
}
