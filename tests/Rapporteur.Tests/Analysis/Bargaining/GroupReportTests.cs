using Rapporteur.Analysis;
using Rapporteur.Domain;
using Xunit;

namespace Rapporteur.Tests;

/// <summary>Stakeholders that are reported together.</summary>
public sealed class GroupReportTests
{
    private static readonly StakeholderTable Table = new("table", [new("issue", 0, 100)],
    [
        One("a", 30, 10, 0.5), One("b", 10, 50, 0.5), One("c", 20, 50, 1), One("d", 20, 90, 1),
    ]);

    [Fact]
    public void A_group_has_its_members_mean_range_and_chance()
    {
        var run = new CondorcetModel().Run(Table, Standpoints.Likeliest(Table), new(1));
        var standing = GroupReport.Of(run, [new("ab", ["a", "b"]), new("bc", ["b", "c"])])[0];
        Assert.Equal([20.0], standing[0].Mean);
        Assert.Equal((10, 50), (standing[0].Least[0], standing[0].Most[0]));
        Assert.Equal(run.Rounds[0].Chances[0] + run.Rounds[0].Chances[1], standing[0].Chance!.Value, 12);
        Assert.Equal(run.Rounds[0].Chances[1], standing[1].Chance!.Value, 12);
    }

    [Fact]
    public void Every_round_is_reported()
    {
        var run = new SpatialModel().Run(Table, Standpoints.Likeliest(Table), new(1));
        var report = GroupReport.Of(run, [new("all", ["a", "b", "c", "d"])]);
        Assert.Equal(run.Rounds.Length, report.Length);
        for (var round = 0; round < report.Length; round++)
        {
            Assert.Equal(run.Rounds[round].Mean[0], report[round][0].Mean[0], 9);
            Assert.Equal(1, report[round][0].Chance!.Value, 6);
        }
    }

    [Fact]
    public void A_group_is_read_and_bad_ones_are_refused_by_name()
    {
        Assert.True(StakeholderGroup.TryParse(" West = a, b ", out var group));
        Assert.Equal(("West", 2), (group!.Name, group.Members.Length));
        foreach (var bad in (string[])["", "West", "West=", "=a", "West= , "]) Assert.False(StakeholderGroup.TryParse(bad, out _));
        var run = new CondorcetModel().Run(Table, Standpoints.Likeliest(Table), new(1));
        Assert.Contains("zed", Assert.Throws<ArgumentException>(() => GroupReport.Of(run, [new("x", ["zed"])])).Message, StringComparison.Ordinal);
        Assert.Contains("twice", Assert.Throws<ArgumentException>(() => GroupReport.Of(run, [new("x", ["a", "a"])])).Message, StringComparison.Ordinal);
    }

    private static Stakeholder One(string name, double capability, double position, double salience) =>
        new(name, Estimate.Exactly(capability), [new(Estimate.Exactly(position), Estimate.Exactly(salience))]);
}
