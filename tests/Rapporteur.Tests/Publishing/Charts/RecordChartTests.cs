using System.Collections.Immutable;
using Rapporteur.Domain;
using Rapporteur.Publishing;
using Rapporteur.Record;
using Xunit;

namespace Rapporteur.Tests;

/// <summary>Charts of a record of invented talks.</summary>
public sealed class RecordChartTests
{
    private static ChartInput Input(RecordSnapshot snapshot, Marking limit = Marking.Red)
    {
        var deadlocks = RiverTalks.Deadlocks();
        var edges = deadlocks.SelectMany(d => d.Cycle).ToImmutableArray();
        return new(snapshot) { Tallies = TallyFold.Of(snapshot), Deadlocks = deadlocks, Conditions = new([.. deadlocks.SelectMany(d => d.Nodes)], edges), MaxMarking = limit };
    }

    private static Picture Draw(string kind, ChartInput? input = null)
    {
        var drawn = ChartKind.Named(kind)!.Draw(input ?? Input(RiverTalks.Snapshot()))!;
        var picture = Picture.Of(drawn.Chart, drawn.Frame);
        picture.IsSound();
        return picture;
    }

    [Fact]
    public void Each_account_of_a_meeting_has_its_lane()
    {
        var picture = Draw("meetings");
        Assert.Equal(3, picture.Marks("step").Count());
        Assert.Contains(picture.Texts(), t => t.Text == "Lakes Council");
        Assert.Contains(picture.Texts(), t => t.Text == "Sudria");
        Assert.Contains(picture.Texts(), t => t.Text == "?");
    }

    [Fact]
    public void A_deadline_runs_from_its_report_to_its_day_and_says_what_became_of_it()
    {
        var picture = Draw("deadlines");
        Assert.Single(picture.Marks("deadline"));
        Assert.Contains(picture.Texts(), t => t.Text == "Norland → Sudria");
        Assert.Contains(picture.Texts(), t => t.Text == "lapsed, no action reported");
    }

    [Fact]
    public void A_circle_of_conditions_is_heavy_and_what_is_inferred_is_dashed()
    {
        var picture = Draw("conditions");
        Assert.Equal(2, picture.Elements("path").Count(p => (string?)p.Attribute("class") == "arrow stuck" && p.Parent!.Name.LocalName == "a"));
        Assert.Equal(2, picture.Elements("rect").Count(r => ((string?)r.Attribute("class"))!.StartsWith("box stuck", StringComparison.Ordinal)));
    }

    [Fact]
    public void Numbers_keep_their_qualifier_and_their_unit()
    {
        var chart = ChartKind.Named("figures")!.Draw(Input(RiverTalks.Snapshot()))!.Chart;
        Assert.Equal(["sinking|barges|given as the number|3", "sinking|sailors|about so many|14"], chart.Table.Rows.Select(r => $"{r.Cells[0]}|{r.Cells[1]}|{r.Cells[3]}|{r.Cells[4]}").Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("at least", FigureBound.AtLeast)]
    [InlineData("More than", FigureBound.AtLeast)]
    [InlineData("up to", FigureBound.AtMost)]
    [InlineData("roughly", FigureBound.About)]
    [InlineData("as it were", FigureBound.About)]
    [InlineData(null, FigureBound.Exact)]
    public void A_qualifier_bounds_its_number(string? qualifier, FigureBound bound) => Assert.Equal(bound, BoundWords.Of(qualifier));

    [Fact]
    public void Sides_are_joined_by_meetings_demands_and_blame()
    {
        var ties = ChartKind.Named("actors")!.Draw(Input(RiverTalks.Snapshot()))!.Chart.Table.Rows.Select(r => string.Join('|', r.Cells)).ToList();
        Assert.Contains("Norland|named for one meeting|Sudria|1", ties);
        Assert.Contains("Norland|demands of|Sudria|1", ties);
        Assert.Contains("Norland|blames|Sudria|1", ties);
    }

    [Fact]
    public void Nothing_of_a_withheld_document_is_drawn()
    {
        var snapshot = RiverTalks.Snapshot();
        foreach (var kind in ChartKind.All)
        {
            if (kind.Draw(Input(snapshot, Marking.Clear)) is { } nothing) Assert.Fail($"{kind.Name} drew {nothing.Chart.Title} of documents that are all withheld.");
            if (kind.Draw(Input(snapshot, Marking.Green)) is not { } drawn) continue;
            var svg = drawn.ToSvg() + System.Text.Encoding.UTF8.GetString(ChartPage.Of(drawn));
            Assert.DoesNotContain("Harbour", svg, StringComparison.Ordinal);
            Assert.DoesNotContain("sailors", svg, StringComparison.Ordinal);
            Assert.DoesNotContain("15 May", svg, StringComparison.Ordinal);
            Assert.Contains("TLP:GREEN", svg, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_host_says_where_claims_are_opened()
    {
        var input = Input(RiverTalks.Snapshot()) with { Link = c => "/claims/" + c.Claim.Id };
        Assert.All(Draw("timeline", input).Marks("mark"), m => Assert.StartsWith("/claims/", m.Attribute("href")!.Value, StringComparison.Ordinal));
    }
}
