using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>A kind of chart that a record can be drawn as.</summary>
public sealed class ChartKind
{
    private readonly Func<ChartDesk, ChartInput, string, Chart?> _draw;

    private ChartKind(string name, Func<ChartDesk, ChartInput, string, Chart?> draw) => (Name, _draw) = (name, draw);

    /// <summary>Name on the command line and in addresses.</summary>
    public string Name { get; }

    /// <summary>What it shows, in one line.</summary>
    public string About => Words.Of("chart-kind." + Name);

    /// <summary>Every kind.</summary>
    public static ImmutableArray<ChartKind> All { get; } =
    [
        new("timeline", (desk, _, id) => TimelineSection.Chart(desk, id)),
        new("meetings", (desk, _, id) => LaneMaker.Of(desk, id)),
        new("deadlines", (desk, _, id) => LadderMaker.Of(desk, id)),
        new("positions", (desk, _, id) => PositionMaker.Of(desk, id)),
        new("conditions", (desk, input, id) => GraphMaker.Of(desk, id, input.Conditions)),
        new("actors", (desk, input, id) => TieMaker.Of(desk, id, input.Tallies.Blame)),
        new("participation", (desk, input, id) => GridMaker.Participation(desk, id, input.Tallies.Participation)),
        new("blame", (desk, input, id) => GridMaker.Blame(desk, id, input.Tallies.Blame)),
        new("figures", (desk, _, id) => FigureMaker.Of(desk, id)),
    ];

    /// <summary>The kind of a name; null where there is none.</summary>
    public static ChartKind? Named(string name) => All.FirstOrDefault(k => k.Name == name);

    /// <summary>Draws it; null where the record has nothing to draw.</summary>
    /// <param name="input">What it is made of.</param>
    public DrawnChart? Draw(ChartInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var deadlocks = input.Deadlocks;
        var allowed = MarkingFence.Apply(input.Snapshot, input.MaxMarking, ref deadlocks);
        var desk = new ChartDesk(new(allowed, new() { AsOf = input.Day, MaxMarking = input.MaxMarking }, deadlocks), input.Link ?? (claim => "#" + SourceId(claim.Document)));
        if (_draw(desk, input, "chart-" + Name) is not { } chart) return null;
        var marking = MarkingFence.Strictest(allowed.Documents.Select(d => d.Document.Marking));
        return new(chart, new() { Day = desk.Brief.Day, Marking = marking, Sources = [.. desk.Cited.Select(d => new ChartSource(SourceId(d), PassageMaker.Label(d, null), Address(d)))] });
    }

    private static string SourceId(SourceDocument document) => "s-" + ContentHash.Key(document.Id)[..12];

    private static string? Address(SourceDocument document) =>
        Uri.TryCreate(document.Source, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address!.AbsoluteUri : null;
}
