using Rapporteur.Domain;
using Rapporteur.Record;
using Xunit;

namespace Rapporteur.Tests;

public sealed class TallyTests
{
    [Fact]
    public void A_deadline_that_passed_counts_as_lapsed_and_one_to_come_as_open()
    {
        var through = Through(Dispatch.SnapshotOn("2031-03-20",
            new Dispatch("2031-03-01").Says("Northland gives Westmark until Friday to lift the tolls.", l => Deadline(l, "2031-03-07", "lift the tolls")),
            new Dispatch("2031-03-18").Says("Northland gives Westmark a month to open the pass.", l => Deadline(l, "2031-04-18", "open the pass"))), Announcement.Deadline);
        Assert.Equal((2, 1, 1), (through.N, through.Count(AnnouncementOutcome.Lapsed), through.Count(AnnouncementOutcome.Open)));
    }

    [Fact]
    public void A_threatened_measure_is_carried_out_when_it_is_imposed()
    {
        var threat = new Dispatch("2031-03-01").Says("Northland threatens a tariff on Westmark.", l => Tariff(l, ClaimStatus.Threatened));
        Assert.Equal(1, Through(Dispatch.Snapshot(threat), Announcement.Threat).Count(AnnouncementOutcome.Open));
        var imposed = new Dispatch("2031-03-09").Says("Northland imposes a tariff on Westmark.", l => Tariff(l, ClaimStatus.Imposed));
        var through = Through(Dispatch.Snapshot(threat, imposed), Announcement.Threat);
        Assert.Equal((1, 1), (through.N, through.Count(AnnouncementOutcome.CarriedOut)));
        Assert.Empty(TallyFold.Of(Dispatch.Snapshot(imposed)).FollowThrough);
    }

    [Fact]
    public void A_promise_is_open_until_an_outcome_is_known()
    {
        var through = Through(Dispatch.Snapshot(new Dispatch("2031-03-01").Says("Northland promises Westmark grain.", l => l.Claim(ClaimType.Commitment, "n", "grain") with { To = ["w"] })), Announcement.Promise);
        Assert.Equal((1, 1), (through.N, through.Count(AnnouncementOutcome.Open)));
    }

    [Fact]
    public void Blame_goes_from_side_to_side_and_never_to_oneself()
    {
        var tallies = TallyFold.Of(Dispatch.Snapshot(new Dispatch("2031-03-01")
            .Says("Ada Lind blames Westmark for the delay.", l => l.Claim(ClaimType.Accusation, "lind", "the delay") with { To = ["w"] })
            .Says("Northland blames Jo Verhey for the noise.", l => l.Claim(ClaimType.Accusation, "n", "the noise") with { To = ["verhey"] })
            .Says("Northland does not blame Oxbow.", l => l.Claim(ClaimType.Accusation, "n") with { To = ["o"], Polarity = Polarity.Negative })
            .Says("Per Holm blames Ada Lind.", l => l.Claim(ClaimType.Accusation, "holm") with { To = ["lind"] })));
        Assert.Equal(2, Assert.Single(tallies.Blame).Claims.Length);
    }

    [Fact]
    public void A_contact_shows_what_each_side_tells_and_who_is_silent()
    {
        var snapshot = Dispatch.Snapshot(new Dispatch("2031-03-01")
            .Says("Talks of Northland and Westmark were held in Lindow.", l => l.Meeting(ClaimStatus.Held, null, ["n", "w"], "2031-02-28", "Lindow"))
            .Says("Northland called the talks of Northland and Westmark in Lindow useful.", l => l.Claim(ClaimType.Assessment, "n", "useful"), l => l.Meeting(ClaimStatus.Held, "n", ["n", "w"], "2031-02-28", "Lindow")));
        var contact = Assert.Single(TallyFold.Of(snapshot).Contacts);
        Assert.Equal(["Northland 1", "Westmark 0"], contact.Readouts.Select(r => $"{snapshot.NameOf(r.Party)} {r.Claims.Length}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_a_side_said_before_a_contact_is_not_told_of_it()
    {
        var snapshot = Dispatch.Snapshot(
            new Dispatch("2031-02-20").Says("Northland said it would meet Westmark in Lindow on 28 February.", l => l.Claim(ClaimType.Statement, "n"), l => l.Meeting(ClaimStatus.Scheduled, "n", ["n", "w"], "2031-02-28", "Lindow")),
            new Dispatch("2031-03-01").Says("Northland and Westmark met in Lindow.", l => l.Meeting(ClaimStatus.Held, null, ["n", "w"], "2031-02-28", "Lindow")));
        Assert.Equal(2, Assert.Single(snapshot.Meetings).Claims.Length);
        Assert.All(Assert.Single(TallyFold.Of(snapshot).Contacts).Readouts, r => Assert.Empty(r.Claims));
    }

    [Fact]
    public void Concessions_that_are_claimed_stand_beside_those_that_were_read()
    {
        var snapshot = Dispatch.Snapshot(new Dispatch("2031-03-01")
            .Says("Westmark has not made a single concession, Ada Lind said.", l => l.Claim(ClaimType.Assessment, "lind", "not made a single concession") with { About = ["w"] })
            .Says("Westmark accepts an inspection of the pass.", l => l.Claim(ClaimType.Acceptance, "w", "an inspection of the pass")));
        var tally = Assert.Single(TallyFold.Of(snapshot).Concessions);
        Assert.Equal(("Westmark", 1, 1), (snapshot.NameOf(tally.Party), tally.Acceptances.Length, tally.Said.Length));
    }

    [Fact]
    public void Seats_tell_who_is_named_and_who_declines()
    {
        var snapshot = Dispatch.Snapshot(new Dispatch("2031-03-01")
            .Says("Northland and Westmark plan a summit.", l => l.Meeting(ClaimStatus.Scheduled, null, ["n", "w"], form: MeetingForm.Summit))
            .Says("Westmark denies that a summit of Northland and Westmark is planned.", l => l.Meeting(ClaimStatus.Denied, "w", ["n", "w"], form: MeetingForm.Summit)));
        var grid = Assert.Single(TallyFold.Of(snapshot).Participation);
        Assert.Equal(["Northland Named", "Westmark Declines"], grid.Seats.Select(s => $"{snapshot.NameOf(s.Party)} {s.Seat}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_deadline_set_after_one_was_let_pass_succeeds_it_where_the_same_harm_is_in_view()
    {
        var first = new Dispatch("2031-03-01").Says("Northland gives Westmark until Friday to lift the tolls or face an embargo.", l => Deadline(l, "2031-03-07", "lift the tolls") with { Consequence = l.Words("an embargo") });
        var next = new Dispatch("2031-03-12").Says("Northland will decide within two weeks on an embargo.", l => l.Claim(ClaimType.Deadline, "n", "decide") with { Due = Edtf.Parse("2031-03-26"), Consequence = l.Words("an embargo") });
        var other = new Dispatch("2031-03-12").Says("Northland will decide within two weeks on a tariff.", l => l.Claim(ClaimType.Deadline, "n", "decide") with { Due = Edtf.Parse("2031-03-26"), Consequence = l.Words("a tariff") });
        var deadlines = Dispatch.SnapshotOn("2031-03-20", first, next).Deadlines;
        Assert.Equal((DeadlineState.Lapsed, deadlines[1].Key), (deadlines[0].State, deadlines[0].SucceededBy));
        Assert.Null(Dispatch.SnapshotOn("2031-03-20", first, other).Deadlines[0].SucceededBy);
        var loose = new Dispatch("2031-03-12").Says("Northland will decide within two weeks.", l => l.Claim(ClaimType.Deadline, "n", "decide") with { Due = Edtf.Parse("2031-03-26") })
            .Says("It could then impose an embargo.", l => l.Claim(ClaimType.Threat, "n", "an embargo"));
        Assert.NotNull(Dispatch.SnapshotOn("2031-03-20", first, loose).Deadlines[0].SucceededBy);
    }

    [Theory]
    [InlineData("Whether that means an embargo is not clear.", "n", true)]
    [InlineData("Whether that means a visit is not clear.", "n", false)]
    [InlineData("Whether that means an embargo is not clear.", "o", false)]
    public void What_a_reporter_supposes_that_a_decision_will_bring_is_in_view(string guess, string about, bool succeeds)
    {
        var first = new Dispatch("2031-03-01").Says("Northland gives Westmark until Friday to lift the tolls or face an embargo.", l => Deadline(l, "2031-03-07", "lift the tolls") with { Consequence = l.Words("an embargo") });
        var next = new Dispatch("2031-03-12").Says("Northland will decide within two weeks.", l => l.Claim(ClaimType.Deadline, "n", "decide") with { Due = Edtf.Parse("2031-03-26") })
            .Says(guess, l => l.Claim(ClaimType.Assessment, "narrator") with { About = [about] });
        Assert.Equal(succeeds, Dispatch.SnapshotOn("2031-03-20", first, next).Deadlines[0].SucceededBy is not null);
    }

    private static Claim Deadline(Dispatch.Line line, string due, string what) => line.Claim(ClaimType.Deadline, "n", what) with { To = ["w"], Due = Edtf.Parse(due) };

    private static Claim Tariff(Dispatch.Line line, ClaimStatus status) => line.Claim(ClaimType.Measure, "n", "a tariff") with { To = ["w"], Kind = "tariff", Status = status };

    private static FollowThrough Through(RecordSnapshot snapshot, Announcement kind)
    {
        var through = Assert.Single(TallyFold.Of(snapshot).FollowThrough, f => f.Kind == kind);
        Assert.Equal(("Northland", "Westmark"), (snapshot.NameOf(through.Issuer), snapshot.NameOf(through.Target!)));
        return through;
    }
}
