using System.Collections.Immutable;
using Rapporteur.Analysis;
using Rapporteur.Domain;
using Rapporteur.Publishing;
using Rapporteur.Record;

namespace Rapporteur.Desk;

/// <summary>Makes the brief of a snapshot with what Analysis and Record find in it.</summary>
public static class BriefMaking
{
    /// <summary>The brief; issues and counts rest on what the options let be shown alone.</summary>
    public static Brief Of(RecordSnapshot snapshot, ImmutableArray<Deadlock> deadlocks, Dossier? dossier, BriefOptions options) => Of(snapshot, Board(snapshot, dossier, options.MaxMarking), deadlocks, options);

    /// <summary>The brief of a record whose issues were put on it.</summary>
    /// <param name="snapshot">The record.</param>
    /// <param name="board">The same by <see cref="Board"/>.</param>
    /// <param name="deadlocks">What Analysis found in it.</param>
    /// <param name="options">How to make it.</param>
    public static Brief Of(RecordSnapshot snapshot, RecordSnapshot board, ImmutableArray<Deadlock> deadlocks, BriefOptions options) =>
        Brief.From(snapshot with { Issues = board.Issues, Positions = options.Issue is null ? snapshot.Positions : board.Positions, PositionLines = board.PositionLines }, options, deadlocks, TallyFold.Of(board), ConditionGraphBuilder.Of(board));

    /// <summary>The record with its issues, without what may not be shown.</summary>
    public static RecordSnapshot Board(RecordSnapshot snapshot, Dossier? dossier, Marking limit) => IssueBoard.Of(MarkingFence.Apply(snapshot, limit), dossier);
}
