using System.Collections.Immutable;
using Rapporteur.Analysis;
using Rapporteur.Domain;
using Rapporteur.Publishing;
using Rapporteur.Record;

namespace Rapporteur.Cli;

/// <summary>Makes the brief of a snapshot with what Analysis and Record find in it.</summary>
internal static class BriefMaking
{
    /// <summary>The brief; issues and counts rest on what the options let be shown alone.</summary>
    public static Brief Of(RecordSnapshot snapshot, ImmutableArray<Deadlock> deadlocks, Dossier? dossier, BriefOptions options)
    {
        var board = IssueBoard.Of(MarkingFence.Apply(snapshot, options.MaxMarking), dossier);
        return Brief.From(snapshot with { Issues = board.Issues, PositionLines = board.PositionLines }, options, deadlocks, TallyFold.Of(board), ConditionGraphBuilder.Of(board));
    }
}
