using System.Globalization;
using System.Xml.Linq;
using Rapporteur.Publishing;
using Xunit;

namespace Rapporteur.Tests;

/// <summary>What holds of every chart, whatever it is given.</summary>
public sealed class ChartLawTests
{
    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 1)]
    [InlineData(3, 3)]
    [InlineData(4, 8)]
    [InlineData(5, 20)]
    [InlineData(6, 40)]
    [InlineData(7, 8)]
    [InlineData(8, 20)]
    public void Every_chart_is_named_stays_inside_and_sets_no_text_on_another(int seed, int size)
    {
        foreach (var chart in new ChartSketch(seed, size).All()) Picture.Of(chart).IsSound();
    }

    [Fact]
    public void Huge_data_is_drawn_up_to_a_limit_and_the_rest_is_said()
    {
        var sketch = new ChartSketch(9, 1200);
        foreach (var chart in sketch.All())
        {
            var svg = chart.ToSvg();
            Assert.True(svg.Length < 1_000_000, $"{chart.Id} has {svg.Length} characters.");
            Assert.Contains(XDocument.Parse(svg).Descendants(), e => e.Name.LocalName == "text" && (e.Value.Contains("more", StringComparison.Ordinal) || e.Value.Contains("not drawn", StringComparison.Ordinal)));
            Assert.True(chart.Table.Rows.Length > 100 || chart is PositionChart, chart.Id);
        }
    }

    [Fact]
    public void The_same_data_gives_the_same_bytes_in_any_culture()
    {
        var (before, here) = (CultureInfo.CurrentCulture, new ChartSketch(3, 12).All().Select(c => c.ToSvg()).ToList());
        try
        {
            var foreign = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            (foreign.NumberFormat.NumberDecimalSeparator, foreign.NumberFormat.NegativeSign, foreign.DateTimeFormat.DateSeparator) = (",", "~", "!");
            CultureInfo.CurrentCulture = foreign;
            Assert.Equal(here, new ChartSketch(3, 12).All().Select(c => c.ToSvg()));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Words_of_others_are_text_and_nothing_else()
    {
        foreach (var chart in new ChartSketch(4, 12).All())
        {
            var root = XDocument.Parse(chart.ToSvg()).Root!;
            Assert.All(root.DescendantsAndSelf(), e => Assert.Contains(e.Name.LocalName, (string[])["svg", "title", "desc", "style", "defs", "pattern", "marker", "path", "rect", "circle", "text", "g", "a"]));
            Assert.All(root.DescendantsAndSelf().Attributes(), a => Assert.False(a.Name.LocalName.StartsWith("on", StringComparison.Ordinal)));
            Assert.All(root.Descendants().Attributes("href"), a => Assert.Matches("^(#|/[^/]|https?://)", a.Value));
        }
    }

    [Fact]
    public void Rows_of_a_table_have_a_cell_for_each_column()
    {
        foreach (var chart in new ChartSketch(5, 15).All())
        {
            Assert.NotEmpty(chart.Table.Rows);
            Assert.All(chart.Table.Rows, r => Assert.Equal(chart.Table.Columns.Length, r.Cells.Length));
        }
    }

    [Theory]
    [InlineData(10)]
    [InlineData(60)]
    public void Each_datum_is_one_mark(int size)
    {
        var sketch = new ChartSketch(11, size);
        var graph = sketch.Graph();
        Assert.Equal(graph.Table.Rows.Length, Picture.Of(graph).Marks("condition").Count());
        Assert.Equal(size, Picture.Of(graph).Marks("thing").Count());
        var fans = sketch.Fans();
        Assert.Equal(Math.Min(size, FanChart.Most), Picture.Of(fans).Marks("fan").Count());
        if (size > 20) return;
        var (blame, seats, ties) = (sketch.Blame(8), sketch.Participation(8), sketch.Network());
        Assert.Equal(blame.Table.Rows.Length, Picture.Of(blame).Marks("blame").Count());
        Assert.Equal(seats.Table.Rows.Length, Picture.Of(seats).Marks("seat").Count());
        Assert.Equal(ties.Table.Rows.Length, Picture.Of(ties).Marks("tie").Count());
    }

    [Fact]
    public void A_page_holds_the_chart_and_its_table()
    {
        var drawn = new DrawnChart(new ChartSketch(6, 9).Blame(), new() { Day = ChartSketch.Day, Marking = Domain.Marking.Green, Sources = [new("s-1", "Gazette <x>", "https://example.org/")] });
        var html = System.Text.Encoding.UTF8.GetString(ChartPage.Of(drawn));
        Assert.Equal(drawn.Chart.Table.Rows.Length + 1, html.Split("<tr>").Length - 1);
        Assert.Contains("TLP:GREEN", html, StringComparison.Ordinal);
        Assert.Contains("Gazette &lt;x&gt;", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.DoesNotContain("javascript:", html, StringComparison.Ordinal);
    }
}
