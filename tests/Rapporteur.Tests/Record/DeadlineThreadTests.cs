using Rapporteur.Domain;
using Xunit;

namespace Rapporteur.Tests;

public sealed class DeadlineThreadTests
{
    [Fact]
    public void A_day_that_has_not_come_is_pending() => Assert.Equal(DeadlineState.Pending, Only(Dispatch.Snapshot(Set())).State);

    [Fact]
    public void A_day_that_passed_without_news_lapsed_and_says_what_was_read()
    {
        var deadline = Only(Dispatch.Snapshot(Set(), Quiet("2031-04-05", "Courier"), Quiet("2031-04-09", "Herald")));
        Assert.Equal(DeadlineState.Lapsed, deadline.State);
        Assert.Equal("lapsed, no action reported", deadline.StateInWords);
        Assert.Equal("2 documents of 2 publishers read from 2031-04-02 to 2031-04-09", deadline.Coverage?.InWords);
    }

    [Fact]
    public void With_too_little_read_nobody_can_tell()
    {
        var deadline = Only(Dispatch.SnapshotOn("2031-04-20", Set()));
        Assert.Equal(DeadlineState.Unknown, deadline.State);
        Assert.Equal("unknown, too little read", deadline.StateInWords);
        Assert.Equal("no document read from 2031-04-02 to 2031-04-20", deadline.Coverage?.InWords);
    }

    [Fact]
    public void A_copy_of_an_article_adds_no_coverage()
    {
        var copy = new Dispatch("2031-04-06", "copy.txt", "Herald").Says("Nothing of note was heard from the coast, where fishermen mended their nets in the rain all day.");
        Assert.Equal(1, Only(Dispatch.Snapshot(Set(), Quiet("2031-04-05", "Courier"), copy)).Coverage?.Documents);
    }

    [Fact]
    public void A_deadline_whose_demand_was_accepted_in_time_is_met()
    {
        var accepted = new Dispatch("2031-03-28").Says("Westmark agreed to clear the mines.", l => l.Claim(ClaimType.Acceptance, "w", "clear the mines"));
        Assert.Equal(DeadlineState.Met, Only(Dispatch.Snapshot(Set(), accepted, Quiet("2031-04-05", "Courier"))).State);
    }

    [Fact]
    public void A_later_date_by_the_same_setter_extends_it()
    {
        var later = new Dispatch("2031-03-30").Says("Northland gave Westmark until 1 May to clear the mines.", l => l.Claim(ClaimType.Deadline, "n", "clear the mines") with { To = ["w"], Due = Edtf.Parse("2031-05-01") });
        var snapshot = Dispatch.Snapshot(Set(), later);
        Assert.Equal([DeadlineState.Extended, DeadlineState.Pending], snapshot.Deadlines.Select(d => d.State));
        Assert.Equal(snapshot.Deadlines[1].Key, snapshot.Deadlines[0].ReplacedBy);
        Assert.Equal(DisputeKind.Movement, Assert.Single(snapshot.Disputes).Kind);
    }

    [Fact]
    public void A_deadline_without_a_date_is_unknown()
    {
        var deadline = Only(Dispatch.Snapshot(new Dispatch("2031-03-01").Says("Northland told Westmark to clear the mines soon.", l => l.Claim(ClaimType.Deadline, "n", "clear the mines") with { To = ["w"] })));
        Assert.Equal("unknown, no date", deadline.StateInWords);
    }

    [Fact]
    public void A_date_that_an_actor_sets_itself_is_marked()
    {
        var own = new Dispatch("2031-03-01").Says("Northland will decide on tolls by 1 April.", l => l.Claim(ClaimType.Deadline, "n", "decide on tolls") with { To = ["n"], Due = Edtf.Parse("2031-04-01") });
        Assert.True(Only(Dispatch.Snapshot(own)).SelfSet);
    }

    [Fact]
    public void Two_reports_of_one_deadline_are_one()
    {
        var again = new Dispatch("2031-03-03", "again").Says("Ada Lind repeated that Westmark has to clear the mines by 1 April.", l => l.Claim(ClaimType.Deadline, "lind", "clear the mines") with { To = ["w"], Due = Edtf.Parse("2031-04-01") });
        Assert.Equal(2, Only(Dispatch.Snapshot(Set(), again)).Claims.Length);
    }

    [Fact]
    public void A_date_to_decide_binds_who_names_it_and_silence_goes_with_it()
    {
        var set = new Dispatch("2031-03-01").Says("Northland will decide on tolls by 1 April.", l => l.Claim(ClaimType.Deadline, "n", "decide on tolls") with { Due = Edtf.Parse("2031-04-01") });
        var silent = new Dispatch("2031-04-03", null, "Herald").Says("Northland declined to say whether tolls will come.", l => l.Claim(ClaimType.Rejection, "n", "say whether tolls will come"));
        var deadline = Only(Dispatch.Snapshot(set, silent));
        Assert.True(deadline.SelfSet);
        Assert.Equal(DeadlineState.Lapsed, deadline.State);
        Assert.Equal(ClaimType.Rejection, Assert.Single(deadline.Companions).Claim.Type);
    }

    [Fact]
    public void A_threat_carried_out_goes_with_its_deadline()
    {
        var done = new Dispatch("2031-04-04", null, "Herald").Says("Northland put tolls on Westmark.", l => l.Claim(ClaimType.Measure, "n", "tolls") with { To = ["w"], Kind = "tolls", Status = ClaimStatus.Imposed });
        var other = new Dispatch("2031-04-05", null, "Courier").Says("Northland sent bread to Westmark.", l => l.Claim(ClaimType.Measure, "n", "bread") with { To = ["w"], Kind = "aid", Status = ClaimStatus.Given });
        var deadline = Only(Dispatch.Snapshot(Set(), done, other));
        Assert.Equal("tolls", Assert.Single(deadline.Companions).Claim.Kind);
    }

    [Fact]
    public void A_part_of_the_act_is_told_as_a_part()
    {
        var part = new Dispatch("2031-03-28").Says("Westmark agreed to clear some of the mines.", l => l.Claim(ClaimType.Acceptance, "w", "clear some of the mines"));
        var deadline = Only(Dispatch.Snapshot(Set(), part, Quiet("2031-04-05", "Courier")));
        Assert.Equal(DeadlineState.PartlyMet, deadline.State);
        Assert.Equal("clear some of the mines", Assert.Single(deadline.Ended).Words(deadline.Ended[0].Claim.What));
        var whole = new Dispatch("2031-03-30").Says("Westmark agreed to clear the mines.", l => l.Claim(ClaimType.Acceptance, "w", "clear the mines"));
        Assert.Equal(DeadlineState.Met, Only(Dispatch.Snapshot(Set(), part, whole, Quiet("2031-04-05", "Courier"))).State);
    }

    [Theory]
    [InlineData("2031-03-20", "Northland withdrew its ultimatum to Westmark.", "n", DeadlineState.Withdrawn)]
    [InlineData("2031-03-20", "Ada Lind said the deadline no longer stands.", "lind", DeadlineState.Withdrawn)]
    [InlineData("2031-03-20", "Northland never withdrew its ultimatum to Westmark.", "n", DeadlineState.Lapsed)]
    [InlineData("2031-03-20", "Northland withdrew its ultimatum to Oxbow.", "n", DeadlineState.Lapsed)]
    [InlineData("2031-03-20", "Oxbow withdrew its ultimatum.", "o", DeadlineState.Lapsed)]
    [InlineData("2031-02-20", "Northland withdrew its ultimatum to Westmark.", "n", DeadlineState.Lapsed)]
    public void Only_its_setter_takes_it_back_before_its_day(string day, string sentence, string by, DeadlineState state)
    {
        var back = new Dispatch(day, "back").Says(sentence, l => l.Claim(ClaimType.Statement, by) with { Content = [l.Words(sentence)], Confidence = 0.9 });
        var deadline = Only(Dispatch.Snapshot(Set(), back, Quiet("2031-04-05", "Courier")));
        Assert.Equal(state, deadline.State);
        Assert.Equal(state == DeadlineState.Withdrawn ? 1 : 0, deadline.Ended.Length);
    }

    [Fact]
    public void An_earlier_day_named_in_time_takes_its_place()
    {
        var sooner = new Dispatch("2031-03-10").Says("Northland now gave Westmark until 20 March to clear the mines.", l => l.Claim(ClaimType.Deadline, "n", "clear the mines") with { To = ["w"], Due = Edtf.Parse("2031-03-20") });
        var snapshot = Dispatch.Snapshot(Set(), sooner);
        Assert.Equal([DeadlineState.Pending, DeadlineState.Superseded], snapshot.Deadlines.Select(d => d.State));
        Assert.Equal(snapshot.Deadlines[0].Key, snapshot.Deadlines[1].ReplacedBy);
    }

    [Fact]
    public void Who_will_not_say_any_more_when_it_decides_has_given_its_date_up()
    {
        var set = new Dispatch("2031-03-01").Says("Northland will decide on tolls by 1 April.", l => l.Claim(ClaimType.Deadline, "n", "decide on tolls") with { Due = Edtf.Parse("2031-04-01") });
        var silent = new Dispatch("2031-03-20", null, "Herald").Says("Northland declined to say whether tolls will come.", l => l.Claim(ClaimType.Rejection, "n", "say whether tolls will come"));
        var deadline = Only(Dispatch.Snapshot(set, silent));
        Assert.Equal("superseded, no date named in its place", deadline.StateInWords);
        Assert.Equal(ClaimType.Rejection, Assert.Single(deadline.Ended).Claim.Type);
    }

    [Fact]
    public void Talk_of_deadlines_is_no_deadline() => Assert.Empty(Dispatch.Snapshot(new Dispatch("2031-03-01")
        .Says("Bold deadlines are the style of Northland.", l => l.Claim(ClaimType.Deadline, null) with { Confidence = 0.7 })
        .Says("A deadline looms.", l => l.Claim(ClaimType.Deadline, "narrator") with { Confidence = 0.7 })).Deadlines);

    private static Deadline Only(RecordSnapshot snapshot) => Assert.Single(snapshot.Deadlines);

    private static Dispatch Set() => new Dispatch("2031-03-01").Says(
        "Northland gave Westmark until 1 April to clear the mines or face tolls.",
        l => l.Claim(ClaimType.Deadline, "n", "clear the mines") with { To = ["w"], Due = Edtf.Parse("2031-04-01"), Consequence = l.Words("face tolls") });

    private static Dispatch Quiet(string day, string publisher) => new Dispatch(day, null, publisher).Says(publisher == "Courier"
        ? "Nothing of note was heard from the coast, where fishermen mended their nets in the rain all day."
        : "A storm kept the ferries in port and the schools of the islands closed.");
}
