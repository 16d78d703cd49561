using Rapporteur.Analysis;
using Rapporteur.Domain;
using Xunit;

namespace Rapporteur.Tests;

public sealed class DeadlockTests
{
    [Fact]
    public void Two_parties_that_wait_for_each_other_are_in_deadlock()
    {
        var snapshot = Dispatch.Snapshot(
            Waits("2031-03-01", "w", "Westmark says experts must produce results before leaders meet.", "experts must produce results", "leaders meet"),
            Waits("2031-03-02", "n", "Northland says experts can only produce results once leaders have a meeting.", "leaders have a meeting", "experts can only produce results"));
        var deadlock = Assert.Single(DeadlockFinder.Find(ConditionGraphBuilder.Of(snapshot)));
        Assert.Equal(2, deadlock.Cycle.Length);
        Assert.Equal(["Northland", "Westmark"], deadlock.Cycle.Select(c => snapshot.NameOf(c.Party!)).Order(StringComparer.Ordinal));
        Assert.Equal(deadlock.Cycle[^1].After, deadlock.Cycle[0].Before);
    }

    [Fact]
    public void A_chain_is_no_circle()
    {
        var snapshot = Dispatch.Snapshot(
            Waits("2031-03-01", "w", "Prisoners go home after the border is marked.", "the border is marked", "Prisoners go home"),
            Waits("2031-03-02", "n", "Trade resumes after prisoners go home.", "prisoners go home", "Trade resumes"));
        var graph = ConditionGraphBuilder.Of(snapshot);
        Assert.Equal(3, graph.Nodes.Length);
        Assert.Empty(DeadlockFinder.Find(graph));
    }

    [Fact]
    public void A_thing_and_its_absence_are_two_things()
    {
        var snapshot = Dispatch.Snapshot(
            Waits("2031-03-01", "w", "Westmark signs if foreign troops leave.", "foreign troops leave", "Westmark signs"),
            Waits("2031-03-02", "n", "Northland wants no Westmark signs until foreign troops do not leave.", "Westmark signs", "foreign troops do not leave"));
        Assert.Empty(DeadlockFinder.Find(ConditionGraphBuilder.Of(snapshot)));
    }

    [Fact]
    public void Three_conditions_can_close_a_circle()
    {
        var snapshot = Dispatch.Snapshot(
            Waits("2031-03-01", "w", "Trade resumes after prisoners go home.", "prisoners go home", "Trade resumes"),
            Waits("2031-03-02", "n", "The border is marked after trade resumes.", "trade resumes", "The border is marked"),
            Waits("2031-03-03", "o", "Prisoners go home after the border is marked.", "the border is marked", "Prisoners go home"));
        Assert.Equal(3, Assert.Single(DeadlockFinder.Find(ConditionGraphBuilder.Of(snapshot))).Cycle.Length);
    }

    [Fact]
    public void History_and_negated_conditions_make_no_edge()
    {
        var snapshot = Dispatch.Snapshot(new Dispatch("2031-03-01").Says("Trade resumes after prisoners go home.",
            l => l.Claim(ClaimType.Condition, "w") with { If = l.Words("prisoners go home"), Then = l.Words("Trade resumes"), Modality = Modality.Historical },
            l => l.Claim(ClaimType.Condition, "w") with { If = l.Words("prisoners go home"), Then = l.Words("Trade resumes"), Polarity = Polarity.Negative }));
        Assert.Empty(ConditionGraphBuilder.Of(snapshot).Edges);
    }

    private static Dispatch Waits(string day, string by, string sentence, string first, string then) =>
        new Dispatch(day).Says(sentence, l => l.Claim(ClaimType.Condition, by) with { If = l.Words(first), Then = l.Words(then) });
}
