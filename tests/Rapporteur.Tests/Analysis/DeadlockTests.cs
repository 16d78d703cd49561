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

    [Fact]
    public void A_demand_that_names_a_part_of_a_thing_is_a_condition()
    {
        var snapshot = Dispatch.Snapshot(new Dispatch("2031-03-01").Says("Westmark says that real talks must include Oxbow.", l => l.Claim(ClaimType.Demand, "w", "real talks must include Oxbow")));
        var edge = Assert.Single(ConditionGraphBuilder.Of(snapshot).Edges);
        Assert.False(edge.IsInferred);
        Assert.Equal("Westmark", snapshot.NameOf(edge.Party!));
    }

    [Fact]
    public void A_refusal_of_a_thing_without_a_part_is_a_condition()
    {
        var snapshot = Dispatch.Snapshot(new Dispatch("2031-03-01").Says("Westmark rejects a river treaty without Oxbow at the table.", l => l.Claim(ClaimType.Rejection, "w", "a river treaty without Oxbow at the table")));
        var graph = ConditionGraphBuilder.Of(snapshot);
        Assert.Equal("Oxbow at the table", graph.Nodes.Single(n => n.Key == Assert.Single(graph.Edges).Before).Name);
    }

    [Fact]
    public void Leaders_wait_for_results_and_results_for_leaders()
    {
        var snapshot = Dispatch.Snapshot(
            new Dispatch("2031-03-01").Says("Westmark holds that serious peace talks must involve leaders.", l => l.Claim(ClaimType.Demand, "w", "serious peace talks must involve leaders")),
            Waits("2031-03-02", "n", "Northland says working-level negotiations have to produce results before leaders meet.", "working-level negotiations have to produce results", "leaders meet"));
        var deadlock = Assert.Single(DeadlockFinder.Find(ConditionGraphBuilder.Of(snapshot)));
        Assert.Equal(DeadlockKind.Circle, deadlock.Kind);
        Assert.False(deadlock.IsInferred);
        Assert.Equal(2, deadlock.Breaks.Length);
        Assert.All(deadlock.Breaks, b => Assert.Single(b));
        Assert.All(deadlock.Cycle, c => Assert.NotEmpty(c.Claims));
    }

    [Fact]
    public void An_issue_on_which_a_firm_position_excludes_each_option_is_an_empty_set()
    {
        var deadlock = Assert.Single(DeadlockFinder.Find(ConditionGraphBuilder.Of(Valley())));
        Assert.Equal(DeadlockKind.EmptyOptions, deadlock.Kind);
        Assert.Equal("Ceasefire", deadlock.Issue!.Name);
        Assert.Equal(3, deadlock.Issue.Options.Length);
        Assert.NotNull(deadlock.Coverage);
        Assert.Equal(1, deadlock.Breaks.Min(b => b.Length));
    }

    [Fact]
    public void An_option_that_nobody_excludes_leaves_no_deadlock()
    {
        var snapshot = Dispatch.Snapshot(
            Waits("2031-03-01", "w", "Westmark asks for control of the valley province before any ceasefire.", "control of the valley province", "any ceasefire"),
            new Dispatch("2031-03-02").Says("Oxbow proposes a freeze of the fighting.", l => l.Claim(ClaimType.Offer, "o", "a freeze of the fighting")));
        Assert.DoesNotContain(DeadlockFinder.Find(ConditionGraphBuilder.Of(snapshot)), d => d.Kind == DeadlockKind.EmptyOptions);
    }

    [Fact]
    public void A_pledge_that_its_own_trigger_cannot_bear_is_a_circle_by_inference()
    {
        var deadlock = Assert.Single(DeadlockFinder.Find(ConditionGraphBuilder.Of(Force())));
        Assert.Equal(DeadlockKind.Circle, deadlock.Kind);
        Assert.True(deadlock.IsInferred);
        Assert.Contains(deadlock.Cycle, c => c.Inference?.Rule == "assent");
        Assert.Contains(deadlock.Cycle, c => c.Kind == ConditionKind.Excludes);
        Assert.Contains(deadlock.Cycle, c => !c.IsInferred);
        Assert.Equal(3, deadlock.Breaks.Length);
        Assert.Single(deadlock.Breaks, b => b[0].IsForgone);
        Assert.Single(deadlock.Pledges);
    }

    [Fact]
    public void A_promise_whose_trigger_is_stuck_waits_with_it()
    {
        var snapshot = Dispatch.Snapshot([.. ValleyDispatches(), new Dispatch("2031-03-09").Says("Oxbow will send engineers after any ceasefire.", l => l.Claim(ClaimType.Commitment, "o", "send engineers") with { If = l.Words("any ceasefire") })]);
        var blocked = Assert.Single(DeadlockFinder.Find(ConditionGraphBuilder.Of(snapshot)), d => d.Kind == DeadlockKind.BlockedTrigger);
        Assert.Single(blocked.Causes);
        Assert.Equal("send engineers", blocked.Pledges[0].Claims[0].Words(blocked.Pledges[0].Claims[0].Claim.What));
    }

    [Fact]
    public void Two_ways_to_a_thing_are_alternatives()
    {
        var snapshot = Dispatch.Snapshot(
            Waits("2031-03-01", "w", "Trade resumes after a census or a border survey.", "a census or a border survey", "Trade resumes"),
            Waits("2031-03-02", "n", "A census is held after trade resumes.", "trade resumes", "A census"));
        Assert.Empty(DeadlockFinder.Find(ConditionGraphBuilder.Of(snapshot)));
    }

    [Fact]
    public void The_order_of_documents_changes_nothing()
    {
        Dispatch[] dispatches = [.. ValleyDispatches(), .. ForceDispatches()];
        var straight = Graph(dispatches);
        for (var turn = 1; turn < dispatches.Length; turn++) Assert.Equal(straight, Graph([.. dispatches[turn..], .. dispatches[..turn]]));

        static string Graph(Dispatch[] order)
        {
            var graph = ConditionGraphBuilder.Of(Dispatch.Snapshot(order));
            return string.Join('\n', graph.Edges.Select(e => e.Key + e.Inference?.Reason).Concat(DeadlockFinder.Find(graph).Select(d => $"{d.Key} {string.Join('|', d.Breaks.Select(b => string.Join('+', b.Select(c => c.Stance))))}")));
        }
    }

    [Fact]
    public void Every_edge_cites_a_claim_and_every_inferred_one_says_why()
    {
        var graph = ConditionGraphBuilder.Of(Dispatch.Snapshot([.. ValleyDispatches(), .. ForceDispatches()]));
        Assert.Contains(graph.Edges, e => e.IsInferred);
        Assert.All(graph.Edges, e => Assert.NotEmpty(e.Claims));
        Assert.All(graph.Edges.Where(e => e.IsInferred && e.Inference!.Rule != "precondition" && e.Inference.Rule != "refusal"), e => Assert.Null(e.Stance));
        Assert.All(graph.Edges.Where(e => e.IsInferred), e => Assert.EndsWith(".", e.Inference!.Reason, StringComparison.Ordinal));
    }

    internal static RecordSnapshot Valley() => Dispatch.Snapshot(ValleyDispatches());

    internal static RecordSnapshot Force() => Dispatch.Snapshot(ForceDispatches());

    private static Dispatch[] ValleyDispatches() =>
    [
        Waits("2031-03-01", "w", "Westmark asks for full control of the Ostra province before any ceasefire.", "full control of the Ostra province", "any ceasefire"),
        new Dispatch("2031-03-02").Says("Northland refuses to hand over the province.", l => l.Claim(ClaimType.Rejection, "n", "hand over the province")),
        new Dispatch("2031-03-03").Says("Oxbow wants an immediate ceasefire without preconditions.", l => l.Claim(ClaimType.Demand, "o", "an immediate ceasefire without preconditions")),
        new Dispatch("2031-03-04").Says("Oxbow proposes a freeze of the fighting.", l => l.Claim(ClaimType.Offer, "o", "a freeze of the fighting")),
        new Dispatch("2031-03-05").Says("Westmark rejects a freeze of the fighting.", l => l.Claim(ClaimType.Rejection, "w", "a freeze of the fighting")),
    ];

    private static Dispatch[] ForceDispatches() =>
    [
        new Dispatch("2031-03-06").Says("Oxbow promises a peacekeeping mission once a truce agreement is signed.", l => l.Claim(ClaimType.Commitment, "o", "a peacekeeping mission") with { If = l.Words("a truce agreement is signed") }),
        new Dispatch("2031-03-07").Says("Westmark will not accept outside troops as part of a peace deal.", l => l.Claim(ClaimType.Rejection, "w", "outside troops as part of a peace deal")),
    ];

    private static Dispatch Waits(string day, string by, string sentence, string first, string then) =>
        new Dispatch(day).Says(sentence, l => l.Claim(ClaimType.Condition, by) with { If = l.Words(first), Then = l.Words(then) });
}
