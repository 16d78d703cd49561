using System.Text;
using Rapporteur.Analysis;
using Rapporteur.Domain;
using Rapporteur.Publishing;
using Rapporteur.Record;
using Xunit;

namespace Rapporteur.Tests;

public sealed class IssueMatrixTests
{
    private static readonly Dispatch[] Days =
    [
        new Dispatch("2031-03-01").Says("Westmark offers a truce at sea.", l => l.Claim(ClaimType.Offer, "w", "a truce at sea")).Says("Northland demands a truce at sea.", l => l.Claim(ClaimType.Demand, "n", "a truce at sea")),
        new Dispatch("2031-03-09").Says("Westmark rules out a truce at sea.", l => l.Claim(ClaimType.Rejection, "w", "a truce at sea")).Says("Westmark demands better soup.", l => l.Claim(ClaimType.Demand, "w", "better soup")),
    ];

    [Fact]
    public void Issues_are_rows_sides_are_columns_and_an_arrow_marks_a_movement()
    {
        var brief = Brief.From(IssueBoard.Of(Dispatch.Snapshot(Days)));
        var matrix = Assert.IsType<Matrix>(brief.Sections.Single(s => s.Id == "positions").Blocks[0]);
        Assert.Equal(["Northland", "Westmark"], matrix.Columns.Order(StringComparer.Ordinal));
        var row = Assert.Single(Assert.Single(matrix.Parties).Rows);
        Assert.Equal("Ceasefire", row.Heading[0].Text);
        var newest = row.Cells[matrix.Columns.IndexOf("Westmark")].SelectMany(b => b.Lines).First();
        Assert.Equal("⇄ ", newest.Parts[0].Text);
        Assert.Contains(newest.Badges, b => b.Code == "reversed");
        Assert.Equal("⇄ Westmark refuses: “a truce at sea”", newest.Text);
        Assert.Equal("Westmark rules out a truce at sea.", newest.Passages[0].Evidence.Quote);
        Assert.Contains("better soup", Encoding.UTF8.GetString(new MarkdownBrief().Export(brief)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_that_rests_on_a_withheld_document_is_left_out_whole()
    {
        var readings = Days.Select(d => d.Reading()).ToList();
        readings[1] = readings[1] with { Document = readings[1].Document with { Marking = Marking.Red } };
        var allowed = MarkingFence.Apply(IssueBoard.Of(new SnapshotProjection().Fold(readings, null)), Marking.Amber);
        Assert.Equal(["Northland"], allowed.PositionLines.Select(l => allowed.NameOf(l.Party)));
        Assert.DoesNotContain(allowed.PositionLines.SelectMany(l => l.Positions), p => p.Claim.Document.Marking == Marking.Red);
    }
}
