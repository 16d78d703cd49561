using Rapporteur.Domain;
using Rapporteur.Record;
using Xunit;

namespace Rapporteur.Tests;

public sealed class RecordWatchTests
{
    private static readonly string[] Both = ["lind", "verhey"];
    private static readonly DateOnly First = new(2031, 3, 1);

    private static readonly Dispatch Plan = new Dispatch("2031-03-01").Says("Ada Lind will meet Jo Verhey in Port Ansel on 10 March.", l => l.Meeting(ClaimStatus.Scheduled, null, Both, where: "Port Ansel", when: "2031-03-10"));
    private static readonly Dispatch Ultimatum = new Dispatch("2031-03-01", "u.txt").Says("Ada Lind gave Westmark until 12 March to answer.", l => l.Claim(ClaimType.Deadline, "lind", "answer") with { To = ["w"], Due = Edtf.Parse("2031-03-12"), Time = l.Words("until 12 March") });
    private static readonly Dispatch Delay = new Dispatch("2031-03-05", "d.txt").Says("The meeting of Ada Lind and Jo Verhey in Port Ansel was put off.", l => l.Meeting(ClaimStatus.Postponed, "verhey", Both, where: "Port Ansel"));

    [Fact]
    public void The_first_look_tells_what_is_near_only()
    {
        Assert.Empty(RecordWatch.Look(null, Dispatch.SnapshotOn("2031-03-01", Plan, Ultimatum), First, 3).Alerts);
        var alert = Assert.Single(RecordWatch.Look(null, Dispatch.SnapshotOn("2031-03-08", Plan, Ultimatum), new(2031, 3, 8), 3).Alerts);
        Assert.Equal((ChangeSubject.Meeting, ChangeKind.Near, "2031-03-10"), (alert.Subject, alert.Kind, alert.After));
    }

    [Fact]
    public void Every_change_is_told_once()
    {
        var (_, look) = RecordWatch.Look(null, Dispatch.SnapshotOn("2031-03-01", Plan, Ultimatum), First, 3);
        var now = Dispatch.SnapshotOn("2031-03-06", Plan, Ultimatum, Delay);
        var (alerts, next) = RecordWatch.Look(Kept(look), now, new(2031, 3, 6), 3);
        Assert.Contains(alerts, a => a is { Subject: ChangeSubject.Document, Kind: ChangeKind.New });
        Assert.Contains(alerts, a => a is { Subject: ChangeSubject.Meeting, Kind: ChangeKind.State, After: "postponed" });
        Assert.Empty(RecordWatch.Look(Kept(next), now, new(2031, 3, 6), 3).Alerts);
    }

    [Fact]
    public void A_deadline_is_told_when_it_is_near_and_when_it_lapses()
    {
        var other = new Dispatch("2031-03-20", "o.txt").Says("Oxbow voted on its budget.");
        var (_, look) = RecordWatch.Look(null, Dispatch.SnapshotOn("2031-03-01", Ultimatum, other), First, 3);
        var (near, next) = RecordWatch.Look(Kept(look), Dispatch.SnapshotOn("2031-03-10", Ultimatum, other), new(2031, 3, 10), 3);
        Assert.Equal(ChangeKind.Near, Assert.Single(near).Kind);
        var (still, after) = RecordWatch.Look(Kept(next), Dispatch.SnapshotOn("2031-03-11", Ultimatum, other), new(2031, 3, 11), 3);
        Assert.Empty(still);
        var (lapsed, _) = RecordWatch.Look(Kept(after), Dispatch.SnapshotOn("2031-03-21", Ultimatum, other), new(2031, 3, 21), 3);
        Assert.Contains(lapsed, a => a is { Subject: ChangeSubject.Deadline, Before: "pending", After: "lapsed" });
    }

    [Fact]
    public void A_dispute_is_told_when_the_second_account_comes_in()
    {
        var yes = new Dispatch("2031-03-01").Says("Ada Lind proposed talks with Jo Verhey.", l => l.Meeting(ClaimStatus.Proposed, "lind", Both));
        var no = new Dispatch("2031-03-02", "n.txt").Says("Jo Verhey said there would be no talks.", l => l.Meeting(ClaimStatus.Denied, "verhey", Both));
        var (_, look) = RecordWatch.Look(null, Dispatch.Snapshot(yes), First, 0);
        Assert.Contains(RecordWatch.Look(Kept(look), Dispatch.Snapshot(yes, no), First, 0).Alerts, a => a is { Subject: ChangeSubject.Dispute, Kind: ChangeKind.New } && a.Claims.Length == 2);
    }

    [Fact]
    public void A_file_that_is_no_look_is_refused()
    {
        using var file = new MemoryStream("{}"u8.ToArray());
        Assert.Contains("remove it", Assert.Throws<FormatException>(() => SightFile.Read(file)).Message, StringComparison.Ordinal);
    }

    private static RecordSight Kept(RecordSight look)
    {
        using var file = new MemoryStream();
        SightFile.Write(file, look);
        file.Position = 0;
        return SightFile.Read(file);
    }
}
