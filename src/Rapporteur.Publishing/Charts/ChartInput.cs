using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>What charts of a record are made of. The host makes counts, conditions and deadlocks from the snapshot without what is marked above the limit.</summary>
/// <param name="Snapshot">The record as of a day, with its issues where positions are to be drawn.</param>
public sealed record ChartInput(RecordSnapshot Snapshot)
{
    /// <summary>What was counted.</summary>
    public RecordTallies Tallies { get; init; } = new();

    /// <summary>What waits for what.</summary>
    public ConditionGraph Conditions { get; init; } = ConditionGraph.Empty;

    /// <summary>What is stuck.</summary>
    public ImmutableArray<Deadlock> Deadlocks { get; init; } = [];

    /// <summary>Documents above it are left out with everything derived from them. By default everything enters.</summary>
    public Marking MaxMarking { get; init; } = Marking.Red;

    /// <summary>The day it speaks as of; that of the record when null.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>Where a claim can be opened: an anchor, a path or an address of the web. When null, marks lead to the list of documents under the chart.</summary>
    public Func<RecordedClaim, string?>? Link { get; init; }
}

/// <summary>A chart with what stands around it.</summary>
/// <param name="Chart">The chart.</param>
/// <param name="Frame">Day, marking and documents.</param>
public sealed record DrawnChart(Chart Chart, ChartFrame Frame)
{
    /// <summary>The chart as a file of its own.</summary>
    public string ToSvg() => Chart.ToSvg(Frame);
}
