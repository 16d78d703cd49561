using Rapporteur.Domain;
using Rapporteur.Record;
using Xunit;

namespace Rapporteur.Tests;

public sealed class SnapshotDiffTests
{
    private static readonly string[] Both = ["lind", "verhey"];

    private static readonly Dispatch Plan = new Dispatch("2031-03-01").Says("Ada Lind will meet Jo Verhey in Port Ansel on 10 March.", l => l.Meeting(ClaimStatus.Scheduled, null, Both, where: "Port Ansel", when: "2031-03-10"));
    private static readonly Dispatch Report = new Dispatch("2031-03-12").Says("Ada Lind met Jo Verhey in Port Ansel on 10 March.", l => l.Meeting(ClaimStatus.Held, null, Both, where: "Port Ansel", when: "2031-03-10"));
    private static readonly Dispatch Delay = new Dispatch("2031-03-08").Says("The meeting of Ada Lind and Jo Verhey in Port Ansel was put off, Jo Verhey said.", l => l.Meeting(ClaimStatus.Postponed, "verhey", Both, where: "Port Ansel"));

    [Fact]
    public void Nothing_changed_between_equal_snapshots() => Assert.Empty(SnapshotDiff.Between(Dispatch.Snapshot(Plan, Report), Dispatch.Snapshot(Report, Plan)));

    [Fact]
    public void A_new_document_and_the_state_that_it_changes_are_told_with_the_claim()
    {
        var changes = SnapshotDiff.Between(Dispatch.SnapshotOn("2031-03-02", Plan, Report), Dispatch.SnapshotOn("2031-03-12", Plan, Report));
        Assert.Contains(changes, c => c is { Subject: ChangeSubject.Document, Kind: ChangeKind.New, After: "2031-03-12" });
        var state = Assert.Single(changes, c => c is { Subject: ChangeSubject.Meeting, Kind: ChangeKind.State });
        Assert.Equal(("scheduled", "held"), (state.Before, state.After));
        Assert.Equal("2031-03-12.txt", Assert.Single(state.Claims).Document.Source);
    }

    [Fact]
    public void A_thread_that_was_not_there_is_new()
    {
        var change = Assert.Single(SnapshotDiff.Between(Dispatch.SnapshotOn("2031-02-01", Plan), Dispatch.SnapshotOn("2031-03-02", Plan)), c => c.Subject == ChangeSubject.Meeting);
        Assert.Equal(ChangeKind.New, change.Kind);
    }

    [Fact]
    public void A_partys_new_account_is_told_as_its_own()
    {
        var changes = SnapshotDiff.Between(Dispatch.SnapshotOn("2031-03-02", Plan, Delay), Dispatch.SnapshotOn("2031-03-08", Plan, Delay));
        var account = Assert.Single(changes, c => c.Kind == ChangeKind.Account);
        Assert.Equal((null, "postponed"), (account.Before, account.After));
        Assert.NotNull(account.Party);
    }

    [Fact]
    public void What_is_withdrawn_is_gone()
    {
        var changes = SnapshotDiff.Between(Dispatch.Snapshot(Plan, Delay), Dispatch.Snapshot(Delay));
        Assert.Contains(changes, c => c is { Subject: ChangeSubject.Document, Kind: ChangeKind.Gone });
        Assert.DoesNotContain(changes, c => c is { Subject: ChangeSubject.Meeting, Kind: ChangeKind.New });
    }

    [Fact]
    public void A_day_that_passes_changes_the_state_of_a_deadline()
    {
        var ultimatum = new Dispatch("2031-03-01").Says("Ada Lind gave Westmark until 10 March to answer.", l => l.Claim(ClaimType.Deadline, "lind", "answer") with { To = ["w"], Due = Edtf.Parse("2031-03-10"), Time = l.Words("until 10 March") });
        var other = new Dispatch("2031-03-20").Says("Oxbow voted on its budget.");
        var changes = SnapshotDiff.Between(Dispatch.SnapshotOn("2031-03-05", ultimatum, other), Dispatch.SnapshotOn("2031-03-20", ultimatum, other));
        var lapsed = Assert.Single(changes, c => c.Subject == ChangeSubject.Deadline);
        Assert.Equal(("pending", "lapsed"), (lapsed.Before, lapsed.After));
        Assert.Empty(lapsed.Claims);
    }
}
