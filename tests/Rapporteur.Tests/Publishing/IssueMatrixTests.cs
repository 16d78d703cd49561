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
        var section = Brief.From(IssueBoard.Of(Dispatch.Snapshot(Days))).Sections.Single(s => s.Id == "positions");
        var matrix = Assert.IsType<Matrix>(section.Blocks[0]);
        Assert.Equal(["Northland", "Westmark"], matrix.Columns.Order(StringComparer.Ordinal));
        var row = Assert.Single(Assert.Single(matrix.Parties).Rows);
        Assert.Equal("Ceasefire", row.Heading[0].Text);
        var newest = row.Cells[matrix.Columns.IndexOf("Westmark")].SelectMany(b => b.Lines).First();
        Assert.Equal("⇄ ", newest.Parts[0].Text);
        Assert.Contains(newest.Badges, b => b.Code == "reversed");
        Assert.Equal("⇄ Westmark refuses: “a truce at sea”", newest.Text);
        Assert.Equal("Westmark rules out a truce at sea.", newest.Passages[0].Evidence.Quote);
        Assert.Contains("better soup", Encoding.UTF8.GetString(new MarkdownBrief().Export(Brief.From(IssueBoard.Of(Dispatch.Snapshot(Days))))), StringComparison.Ordinal);
    }

    [Fact]
    public void What_became_of_announcements_is_told_with_its_n_and_never_of_what_is_withheld()
    {
        var reading = new Dispatch("2031-03-01").Says("Northland promises Westmark grain.", l => l.Claim(ClaimType.Commitment, "n", "grain") with { To = ["w"] }).Reading();
        var snapshot = new SnapshotProjection().Fold([reading, Days[0].Reading()], null);
        var counts = TallyFold.Of(snapshot);
        var line = Assert.Single(Brief.From(snapshot, tallies: counts).Sections.Single(s => s.Id == "follow-through").Lines);
        Assert.Equal("Northland → Westmark: promises, n = 1: open 1", string.Concat(line.Parts.Select(p => p.Text)));
        var secret = new SnapshotProjection().Fold([reading with { Document = reading.Document with { Marking = Marking.Red } }, Days[0].Reading()], null);
        Assert.DoesNotContain(Brief.From(secret, new() { MaxMarking = Marking.Amber }, tallies: counts).Sections, s => s.Id == "follow-through");
    }

    [Fact]
    public void What_a_side_set_itself_is_told_apart_from_what_names_nobody()
    {
        var snapshot = Dispatch.Snapshot(new Dispatch("2031-03-01")
            .Says("Northland promised itself grain.", l => l.Claim(ClaimType.Commitment, "n", "grain") with { To = ["n"] })
            .Says("Northland promised a bridge.", l => l.Claim(ClaimType.Commitment, "n", "a bridge")));
        var lines = Brief.From(snapshot, tallies: TallyFold.Of(snapshot)).Sections.Single(s => s.Id == "follow-through").Lines.Select(l => l.Text);
        Assert.Equal(["Northland, self-set: promises, n = 1: open 1", "Northland: promises, n = 1: open 1"], lines.Order(StringComparer.Ordinal));
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
