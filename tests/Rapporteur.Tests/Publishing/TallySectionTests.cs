using System.Text;
using Rapporteur.Domain;
using Rapporteur.Publishing;
using Rapporteur.Record;
using Xunit;

namespace Rapporteur.Tests;

public sealed class TallySectionTests
{
    private static readonly Dispatch Day = new Dispatch("2031-03-02")
        .Says("Northland accused Westmark of delay.", l => l.Claim(ClaimType.Accusation, "n", "of delay") with { To = ["w"] })
        .Says("Westmark accused Northland of haste.", l => l.Claim(ClaimType.Accusation, "w", "of haste") with { To = ["n"] })
        .Says("Northland accepted a truce.", l => l.Claim(ClaimType.Acceptance, "n", "a truce"))
        .Says("Northland and Westmark met.", l => l.Claim(ClaimType.Meeting, Actor.Narrator, null) with { Participants = ["n", "w"], Status = ClaimStatus.Held, Form = MeetingForm.Meeting, When = Edtf.Day(new(2031, 3, 1)) });

    [Fact]
    public void Each_grid_has_the_sides_and_every_line_cites()
    {
        var brief = TalliedBrief.Of(Day);
        var blame = Grid(brief, "blame");
        Assert.Equal(["Northland", "Westmark"], blame.Columns);
        Assert.Equal(["Northland accused Westmark of delay.", "Westmark accused Northland of haste."], blame.Lines.Select(l => Assert.Single(l.Passages).Evidence.Quote));
        var seats = Grid(brief, "participation");
        Assert.Equal(["named as taking part", "named as taking part"], seats.Lines.Select(l => l.Text));
        Assert.All(seats.Lines, l => Assert.Equal("Northland and Westmark met.", Assert.Single(l.Passages).Evidence.Quote));
        var row = Assert.Single(Assert.Single(Grid(brief, "concessions").Parties).Rows);
        Assert.Equal("accepted: 1", row.Note);
        Assert.Equal(["Accepted, by this record"], Grid(brief, "concessions").Columns);
        Assert.Equal("Northland accepted a truce.", Assert.Single(Assert.Single(row.Cells[0]).Lines).Passages[0].Evidence.Quote);
    }

    [Fact]
    public void The_grids_are_tables_with_headed_rows_and_columns_and_stand_in_every_form()
    {
        var brief = TalliedBrief.Of(Day);
        var html = Encoding.UTF8.GetString(new HtmlBrief().Export(brief));
        Assert.Contains("<th scope=\"col\">Who blames</th><th scope=\"col\">Northland</th><th scope=\"col\">Westmark</th>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("scope=\"rowgroup\"></th>", html, StringComparison.Ordinal);
        var markdown = Encoding.UTF8.GetString(new MarkdownBrief().Export(brief));
        Assert.Contains("## Who blames whom", markdown, StringComparison.Ordinal);
        Assert.DoesNotContain("\n### \n", markdown, StringComparison.Ordinal);
        Assert.Contains("\"id\": \"concessions\"", Encoding.UTF8.GetString(new JsonBrief().Export(brief)), StringComparison.Ordinal);
    }

    [Fact]
    public void What_has_no_entry_is_left_out_and_what_is_withheld_is_not_counted()
    {
        var brief = TalliedBrief.Of(new Dispatch("2031-03-02").Says("Northland promised grain.", l => l.Claim(ClaimType.Commitment, "n", "grain"))
            .Says("Northland accused Westmark of delay.", l => l.Claim(ClaimType.Accusation, "n", "of delay") with { To = ["w"] }));
        Assert.DoesNotContain(brief.Sections, s => s.Id is "blame" or "participation" or "contacts" or "concessions");
        Assert.DoesNotContain("Who blames whom", brief.EmptySections);
        var whole = Dispatch.Snapshot(Day);
        var secret = new SnapshotProjection().Fold([Day.Reading() with { Document = Day.Reading().Document with { Marking = Marking.Red } }], null);
        Assert.DoesNotContain(Brief.From(secret, new() { MaxMarking = Marking.Amber }, tallies: TallyFold.Of(whole)).Sections, s => s.Id is "blame" or "participation" or "contacts" or "concessions");
    }

    [Fact]
    public void A_contact_shows_the_words_of_a_side_and_which_side_is_silent()
    {
        var snapshot = Dispatch.Snapshot(Day.Says("Northland and Westmark met, and Northland said it was useful.", l => l.Claim(ClaimType.Meeting, Actor.Narrator, null) with { Participants = ["n", "w"], Status = ClaimStatus.Held, Form = MeetingForm.Meeting, When = Edtf.Day(new(2031, 3, 1)) }));
        var meeting = snapshot.Meetings[0];
        var words = snapshot.Claims[0];
        var contact = new ContactReadouts(meeting, [.. meeting.Participants.Select((p, i) => new Readout(snapshot.Actors[p].Party ?? p, i == 0 ? [words] : []))]);
        var lines = Grid(Brief.From(snapshot, tallies: new() { Contacts = [contact] }), "contacts").Lines.ToList();
        Assert.Equal(2, lines.Count);
        Assert.Single(lines, l => l.Text == "no words of it read");
        Assert.All(lines, l => Assert.NotEmpty(l.Passages));
    }

    [Fact]
    public void A_deadline_whose_day_passed_names_the_one_that_came_after()
    {
        var deadline = new Dispatch("2031-03-01").Says("Northland gave Westmark until 10 March to leave.", l => l.Claim(ClaimType.Deadline, "n", "to leave") with { To = ["w"], Due = Edtf.Day(new(2031, 3, 10)) });
        var later = new Dispatch("2031-03-12").Says("Northland gave Westmark until 20 March to go.", l => l.Claim(ClaimType.Deadline, "n", "to go") with { To = ["w"], Due = Edtf.Day(new(2031, 3, 20)) });
        var snapshot = Dispatch.Snapshot(deadline, later);
        var (first, second) = (snapshot.Deadlines.Single(d => d.Due!.Latest!.Value.Day == 10), snapshot.Deadlines.Single(d => d.Due!.Latest!.Value.Day == 20));
        snapshot = snapshot with { Deadlines = [.. snapshot.Deadlines.Select(d => d.Key == first.Key ? d with { SucceededBy = second.Key, ReplacedBy = null } : d)] };
        var line = Brief.From(snapshot).Sections.Single(s => s.Id == "deadlines").Lines.Single(l => l.Text.StartsWith("After its day", StringComparison.Ordinal));
        Assert.StartsWith("After its day came the deadline of 20 Mar 2031: Northland to Westmark:", line.Text, StringComparison.Ordinal);
        Assert.Equal("Northland gave Westmark until 20 March to go.", line.Passages[0].Evidence.Quote);
    }

    private static Matrix Grid(Brief brief, string id) => Assert.IsType<Matrix>(Assert.Single(brief.Sections.Single(s => s.Id == id).Blocks));
}
