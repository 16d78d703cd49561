using System.Collections.Immutable;

namespace Rapporteur.Publishing;

/// <summary>How a number bounds what it counts.</summary>
public enum FigureBound
{
    /// <summary>It is given as the number.</summary>
    Exact,
    /// <summary>About so many.</summary>
    About,
    /// <summary>So many or more: "at least", "more than", "over".</summary>
    AtLeast,
    /// <summary>So many or fewer: "up to", "fewer than".</summary>
    AtMost,
}

/// <summary>A number that a source gives.</summary>
/// <param name="Day">Day of which it speaks, the last of several; else the day of the report; null where neither is known.</param>
/// <param name="IsReportDay">Whether the day is only that of the report.</param>
/// <param name="Value">The number.</param>
/// <param name="Bound">How it bounds what it counts.</param>
/// <param name="Source">Short name of the source.</param>
/// <param name="Mark">The sentence, and where it can be opened.</param>
public sealed record FigurePoint(DateOnly? Day, bool IsReportDay, double Value, FigureBound Bound, string Source, ChartMark Mark);

/// <summary>Numbers of one unit in one kind of event. Nothing is added up.</summary>
/// <param name="Kind">Kind of event or measure, such as <c>killing</c>.</param>
/// <param name="Unit">What is counted.</param>
/// <param name="Points">The numbers by day.</param>
public sealed record FigureSeries(string Kind, string Unit, ImmutableArray<FigurePoint> Points);
