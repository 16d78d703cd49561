using Rapporteur.Domain;
using Rapporteur.Publishing;
using Rapporteur.Record;
using Xunit;

namespace Rapporteur.Tests;

public sealed class FollowThroughSectionTests
{
    private static readonly Dispatch Grain = new Dispatch("2031-03-01").Says("Northland promises Westmark grain.", l => l.Claim(ClaimType.Commitment, "n", "grain") with { To = ["w"] });

    [Fact]
    public void What_became_of_announcements_is_told_with_its_n()
    {
        Assert.Equal(["Northland → Westmark: promises, n = 1: 1 open"], TalliedBrief.Of(Grain).Lines("follow-through"));
    }

    [Fact]
    public void What_is_withheld_is_not_counted()
    {
        var reading = Grain.Reading();
        var counts = TallyFold.Of(new SnapshotProjection().Fold([reading], null));
        var secret = new SnapshotProjection().Fold([reading with { Document = reading.Document with { Marking = Marking.Red } }], null);
        Assert.DoesNotContain(Brief.From(secret, new() { MaxMarking = Marking.Amber }, tallies: counts).Sections, s => s.Id == "follow-through");
    }

    [Fact]
    public void What_a_side_set_itself_is_told_apart_from_what_names_nobody()
    {
        var brief = TalliedBrief.Of(new Dispatch("2031-03-01")
            .Says("Northland promised itself grain.", l => l.Claim(ClaimType.Commitment, "n", "grain") with { To = ["n"] })
            .Says("Northland promised a bridge.", l => l.Claim(ClaimType.Commitment, "n", "a bridge")));
        Assert.Equal(["Northland, self-set: promises, n = 1: 1 open", "Northland: promises, n = 1: 1 open"], brief.Lines("follow-through").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_is_all_open_stands_below_what_came_to_something_and_is_folded_where_there_is_much()
    {
        var day = new Dispatch("2031-03-01").Says("Northland gave Westmark until 10 March to leave.", l => l.Claim(ClaimType.Deadline, "n", "to leave") with { To = ["w"], Due = Edtf.Day(new(2031, 3, 10)) })
            .Says("Northland promised a bridge.", l => l.Claim(ClaimType.Commitment, "n", "a bridge"))
            .Says("Northland promised Westmark grain.", l => l.Claim(ClaimType.Commitment, "n", "grain") with { To = ["w"] });
        var snapshot = Dispatch.Snapshot(day, new Dispatch("2031-03-20").Says("Westmark demands soup.", l => l.Claim(ClaimType.Demand, "w", "soup")));
        var lines = new[] { "Northland → Westmark: deadlines, n = 1: 1 lapsed, no action reported", "Northland → Westmark: promises, n = 1: 1 open", "Northland: promises, n = 1: 1 open" };
        var section = Section(snapshot, 6);
        Assert.Equal(lines, section.Lines.Select(l => l.Text));
        Assert.DoesNotContain(section.Blocks, b => b is More);
        var folded = Assert.Single(Section(snapshot, 1).Blocks.OfType<More>());
        Assert.Equal("2 more of which all is open", folded.Label);
        Assert.Equal(lines[1..], folded.Lines.Select(l => l.Text));
    }

    private static Section Section(RecordSnapshot snapshot, int shown) =>
        Brief.From(snapshot, new() { Shown = shown }, tallies: TallyFold.Of(snapshot)).Sections.Single(s => s.Id == "follow-through");
}
