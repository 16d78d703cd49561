using System.Collections.Immutable;
using Rapporteur.Analysis;
using Rapporteur.Desk;
using Rapporteur.Domain;
using Rapporteur.Publishing;

namespace Rapporteur.Web;

/// <summary>A record with what follows from it: issues, what waits for what, where it is stuck, and what was counted. Worked out once for a state of the record.</summary>
/// <param name="Snapshot">The record with its issues.</param>
/// <param name="Graph">What waits for what.</param>
/// <param name="Deadlocks">Where it is stuck.</param>
/// <param name="Tallies">What was counted.</param>
/// <param name="Handles">What a scenario may name.</param>
/// <param name="Risks">Risks that texts name.</param>
public sealed record ReasonedRecord(RecordSnapshot Snapshot, ConditionGraph Graph, ImmutableArray<Deadlock> Deadlocks, RecordTallies Tallies, Handles Handles, ImmutableArray<RiskPreset> Risks)
{
    /// <summary>What follows from the record as it is shown.</summary>
    /// <param name="visit">The request.</param>
    public static ReasonedRecord Of(Visit visit) => Of(visit.View);

    /// <summary>What follows from the record.</summary>
    /// <param name="view">The record as it is shown.</param>
    public static ReasonedRecord Of(RecordView view) => view.Each("reasoned", WorkedOut);

    /// <summary>The record with its issues alone, which is done in half the time.</summary>
    /// <param name="view">The record as it is shown.</param>
    public static RecordSnapshot Board(RecordView view) => view.Each("board", v => IssueBoard.Of(v.Snapshot, v.Dossier));

    /// <summary>A chart of the record as it is shown; null where there is nothing to draw.</summary>
    /// <param name="visit">The request.</param>
    /// <param name="kind">What to draw.</param>
    public static DrawnChart? Chart(Visit visit, ChartKind kind) => visit.View.Each("chart " + kind.Name, view =>
    {
        var reasoned = Of(view);
        return new Drawn(new ReasonedSnapshot(reasoned.Snapshot, reasoned.Graph, reasoned.Deadlocks, reasoned.Tallies).Draw(kind, view.Limit, view.Snapshot.AsOf, claim => ClaimItem.Of(claim, view).Address));
    }).Chart;

    private static ReasonedRecord WorkedOut(RecordView view)
    {
        var reasoned = ReasonedSnapshot.Of(Board(view));
        return new(reasoned.Board, reasoned.Graph, reasoned.Deadlocks, reasoned.Tallies, Handles.Of(reasoned.Board, reasoned.Graph), [.. RiskPresets.Of(reasoned.Board)]);
    }

    private sealed record Drawn(DrawnChart? Chart);
}
