using System.Collections.Immutable;
using Microsoft.AspNetCore.Routing;
using Rapporteur.Publishing;

namespace Rapporteur.Web;

/// <summary>The record in pictures, each mark of which leads to its source.</summary>
internal static class ChartsScreen
{
    /// <summary>Registers its pages.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPage<ChartsPage, ChartList>("/charts", "Kinds of charts and what each shows.", _ => new([.. ChartKind.All.Select(k => new ChartName(k.Name, k.About))]));
        routes.MapPage<ChartOnePage, ChartModel>("/charts/{kind}", "A chart as SVG with its data as a table.", visit =>
        {
            var kind = ChartKind.Named(visit.Route("kind")) ?? throw PageException.NotThere("This kind of chart");
            var drawn = ReasonedRecord.Chart(visit, kind);
            return new(kind.Name, kind.About, drawn?.ToSvg(), [.. drawn?.Chart.Table.Columns ?? []], [.. drawn?.Chart.Table.Rows.Select(r => r.Cells) ?? []]) { Drawn = drawn };
        });
    }
}

/// <summary>A kind of chart.</summary>
/// <param name="Name">Its name in addresses.</param>
/// <param name="About">What it shows.</param>
public sealed record ChartName(string Name, string About);

/// <summary>Every kind of chart.</summary>
/// <param name="Kinds">The kinds.</param>
public sealed record ChartList(ImmutableArray<ChartName> Kinds);

/// <summary>A chart of the record.</summary>
/// <param name="Name">Its kind.</param>
/// <param name="About">What it shows.</param>
/// <param name="Svg">The picture; null where there is nothing to draw.</param>
/// <param name="Columns">Columns of its data.</param>
/// <param name="Rows">Its data.</param>
public sealed record ChartModel(string Name, string About, string? Svg, ImmutableArray<string> Columns, ImmutableArray<ImmutableArray<string>> Rows)
{
    /// <summary>The chart.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public DrawnChart? Drawn { get; init; }
}
