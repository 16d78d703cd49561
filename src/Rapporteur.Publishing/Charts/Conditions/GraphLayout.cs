using System.Collections.Immutable;

namespace Rapporteur.Publishing;

/// <summary>A box of a drawn graph.</summary>
/// <param name="Index">Index of the node.</param>
/// <param name="X">Left edge.</param>
/// <param name="Y">Upper edge.</param>
internal readonly record struct GraphBox(int Index, double X, double Y);

/// <summary>The way of an edge.</summary>
/// <param name="Passes">Heights at which it passes the layers between its ends, from left to right; empty between neighbours.</param>
/// <param name="Below">For an edge that leads back: the height, below everything in its way, at which it runs; null for others.</param>
internal sealed record GraphWay(ImmutableArray<(double X, double Y)> Passes, double? Below);

/// <summary>A drawn graph.</summary>
/// <param name="Boxes">Boxes by index of the node.</param>
/// <param name="Ways">Ways by index of the edge.</param>
/// <param name="Width">Width of the whole.</param>
/// <param name="Height">Height of the whole.</param>
internal sealed record DrawnGraph(ImmutableArray<GraphBox> Boxes, ImmutableArray<GraphWay> Ways, double Width, double Height);

/// <summary>Draws a directed graph in layers from left to right: what comes first stands to the left (after Sugiyama, Tagawa and Toda 1981).
/// Cycles are opened at the edge that leads back; an edge over several layers passes those between at a place of its own.
/// Parts that do not hang together are laid out apart, beside and below each other. Nothing is left to chance: the same graph gives the same picture.</summary>
internal sealed class GraphLayout
{
    public const double BoxWidth = 196;
    public const double BoxHeight = 56;
    private const double Across = 56;
    private const double Down = 16;
    private const double Apart = 34;
    private const double PassHeight = 6;
    private readonly LayeredGraph _graph;
    private readonly GraphBox[] _boxes;
    private readonly GraphWay[] _ways;

    private GraphLayout(LayeredGraph graph) => (_graph, _boxes, _ways) = (graph, new GraphBox[graph.Nodes], new GraphWay[graph.Edges.Length]);

    /// <summary>Draws a graph.</summary>
    /// <param name="nodes">Number of nodes.</param>
    /// <param name="edges">Edges by index of the node.</param>
    /// <param name="width">Width that parts beside each other may fill.</param>
    public static DrawnGraph Of(int nodes, ImmutableArray<(int From, int To)> edges, double width)
    {
        var graph = new LayeredGraph(nodes, edges);
        var layout = new GraphLayout(graph);
        var (x, y, row, right) = (0.0, 0.0, 0.0, 0.0);
        foreach (var columns in graph.Parts().OrderByDescending(p => p.Count).ThenBy(p => p[0]).Select(graph.Columns))
        {
            var wide = (columns.Count * (BoxWidth + Across)) - Across;
            if (x > 0 && x + wide > width) (x, y, row) = (0, y + row + Apart, 0);
            var high = layout.Part(columns, x, y);
            // A wide part makes room beside those below it.
            width = Math.Max(width, wide);
            right = Math.Max(right, x + wide);
            row = Math.Max(row, high);
            x += wide + Apart + 12;
        }

        return new([.. layout._boxes], [.. layout._ways.Select(w => w ?? new([], null))], right, y + row);
    }

    // Gives the boxes of a part their places and its edges their ways; returns its height.
    private double Part(List<List<int>> columns, double left, double top)
    {
        var high = columns.Max(Height);
        var middles = new Dictionary<int, double>();
        for (var c = 0; c < columns.Count; c++)
        {
            var y = top + ((high - Height(columns[c])) / 2);
            foreach (var place in columns[c])
            {
                if (place < _graph.Nodes) _boxes[place] = new(place, left + (c * (BoxWidth + Across)), y);
                middles[place] = y + (SizeOf(place) / 2);
                y += SizeOf(place) + Down;
            }
        }

        return Ways(columns, left, top + high, middles) - top;
    }

    private double Ways(List<List<int>> columns, double left, double bottom, Dictionary<int, double> middles)
    {
        var column = columns.SelectMany((c, i) => c.Select(p => (Place: p, Column: i))).ToDictionary(p => p.Place, p => p.Column);
        var low = bottom;
        for (var e = 0; e < _graph.Edges.Length; e++)
        {
            var (from, to) = _graph.Edges[e];
            if (!column.TryGetValue(from, out var a) || !column.TryGetValue(to, out var b) || from == to) continue;
            if (_graph.Passes[e].IsEmpty && a >= b)
            {
                low += 9;
                _ways[e] = new([], low);
            }
            else _ways[e] = new([.. _graph.Passes[e].Select(p => (left + (column[p] * (BoxWidth + Across)), middles[p]))], null);
        }

        return low;
    }

    private double Height(List<int> column) => column.Sum(SizeOf) + (Down * (column.Count - 1));

    private double SizeOf(int place) => place < _graph.Nodes ? BoxHeight : PassHeight;
}
