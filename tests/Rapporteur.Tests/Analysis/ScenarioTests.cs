using Rapporteur.Analysis;
using Rapporteur.Domain;
using Rapporteur.Record;
using Xunit;

namespace Rapporteur.Tests;

public sealed class ScenarioTests
{
    [Fact]
    public void A_truce_makes_the_promise_that_waits_for_it_fall_due()
    {
        var outcome = Play(DeadlockTests.Force(), "a ceasefire is agreed on 2031-06-01");
        var due = Assert.Single(outcome.Effects, e => e.Kind == EffectKind.CommitmentDue);
        Assert.Equal("a peacekeeping mission", due.Name);
        Assert.NotEmpty(due.Claims);
        Assert.Equal(new DateOnly(2031, 6, 1), outcome.Snapshot.AsOf);
        Assert.Contains(outcome.Snapshot.Commitments, c => c.State == CommitmentState.Open);
        Assert.Contains(outcome.Effects, e => e.Kind == EffectKind.DeadlockBroken);
    }

    [Fact]
    public void Dropping_a_condition_opens_its_deadlock()
    {
        var snapshot = DeadlockTests.Valley();
        var handles = Handles.Of(snapshot, ConditionGraphBuilder.Of(snapshot));
        var label = handles.All.Single(h => h.Kind == HandleKind.Stance && h.Name.StartsWith("full control", StringComparison.Ordinal)).Label;
        var outcome = Play(snapshot, $"drop {label}");
        Assert.Contains(outcome.Effects, e => e.Kind == EffectKind.DeadlockBroken && e.Deadlock!.Kind == DeadlockKind.EmptyOptions);
        Assert.DoesNotContain(outcome.Deadlocks, d => d.Kind == DeadlockKind.EmptyOptions);
    }

    [Fact]
    public void A_set_of_concessions_that_is_said_to_break_a_deadlock_does()
    {
        foreach (var snapshot in new[] { DeadlockTests.Valley(), DeadlockTests.Force() })
        {
            var graph = ConditionGraphBuilder.Of(snapshot);
            foreach (var deadlock in DeadlockFinder.Find(graph))
                foreach (var set in deadlock.Breaks.Where(b => !b[0].IsForgone))
                {
                    var outcome = new Scenario([.. set.Select(c => new StanceDropped("drop", c.Stance))]).Play(snapshot, graph);
                    Assert.Contains(outcome.Effects, e => e.Kind == EffectKind.DeadlockBroken && e.Deadlock!.Key == deadlock.Key);
                }
        }
    }

    [Fact]
    public void A_deadline_that_lapses_makes_its_consequence_due()
    {
        var snapshot = Ultimatum();
        var outcome = Play(snapshot, "deadline D1 lapsed");
        Assert.Equal("close the strait", Assert.Single(outcome.Effects, e => e.Kind == EffectKind.ConsequenceDue).Name);
        Assert.Equal(DeadlineState.Lapsed, outcome.Snapshot.Deadlines[0].State);
        Assert.Equal(DeadlineState.Pending, snapshot.Deadlines[0].State);
        Assert.Contains(Play(snapshot, "D1 met").Effects, e => e.Kind == EffectKind.ConsequenceLapses);
    }

    [Fact]
    public void A_day_in_a_scenario_brings_the_deadlines_before_it()
    {
        var snapshot = Dispatch.Snapshot(Deadline(), Meeting());
        Assert.Contains(Play(snapshot, "M1 held 2031-05-01").Effects, e => e.Kind == EffectKind.DeadlineDue);
        Assert.DoesNotContain(Play(snapshot, "M1 held 2031-03-08").Effects, e => e.Kind == EffectKind.DeadlineDue);
    }

    [Fact]
    public void A_meeting_that_is_held_meets_the_conditions_that_wait_for_it()
    {
        var snapshot = Dispatch.Snapshot(Meeting());
        var outcome = Play(snapshot, "meeting M1 held 2031-03-20");
        Assert.Equal(ClaimStatus.Held, outcome.Snapshot.Meetings[0].State);
        Assert.Contains(outcome.Effects, e => e.Kind == EffectKind.MayFollow && e.Name == "the ferries can run");
    }

    [Fact]
    public void A_thing_that_a_party_refuses_rules_out_its_assent()
    {
        var outcome = Play(DeadlockTests.Force(), "a peacekeeping mission");
        Assert.Contains(outcome.Effects, e => e.Kind == EffectKind.AssentRuledOut);
    }

    [Fact]
    public void A_thing_that_does_not_come_leaves_its_promises_stuck()
    {
        var snapshot = Dispatch.Snapshot(new Dispatch("2031-03-01").Says("Oxbow will send engineers after the border survey.", l => l.Claim(ClaimType.Commitment, "o", "send engineers") with { If = l.Words("the border survey") }));
        Assert.Contains(Play(snapshot, "not border survey").Effects, e => e.Kind == EffectKind.DeadlockFormed && e.Deadlock!.Kind == DeadlockKind.BlockedTrigger);
    }

    [Theory]
    [InlineData("the moon lands", "matches nothing")]
    [InlineData("", "names nothing")]
    [InlineData("D1 cancelled", "does not fit D1")]
    [InlineData("drop D1", "does not fit D1")]
    public void A_fact_that_is_not_understood_says_why(string text, string why)
    {
        var snapshot = Ultimatum();
        var read = new FactParser(Handles.Of(snapshot, ConditionGraphBuilder.Of(snapshot)), snapshot.AsOf).Read(text);
        Assert.Null(read.Fact);
        Assert.Contains(why, read.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Words_that_may_mean_several_things_list_them()
    {
        var snapshot = Dispatch.Snapshot(
            Waits("2031-03-01", "Trade resumes after the northern bridge is mended.", "the northern bridge is mended", "Trade resumes"),
            Waits("2031-03-02", "Mail resumes after the southern bridge is mended.", "the southern bridge is mended", "Mail resumes"));
        var read = new FactParser(Handles.Of(snapshot, ConditionGraphBuilder.Of(snapshot)), snapshot.AsOf).Read("bridge is mended");
        Assert.Null(read.Fact);
        Assert.Equal(["the northern bridge is mended", "the southern bridge is mended"], read.Near.Select(h => h.Name).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("the survey is done on 1 June 2031")]
    [InlineData("the survey is done on June 1 2031")]
    [InlineData("survey done 2031-06-01")]
    [InlineData("the survey is done on 1 June")]
    public void A_day_may_be_written_in_several_ways(string text)
    {
        var snapshot = Dispatch.Snapshot(Waits("2031-03-01", "Trade resumes after the survey is done.", "the survey is done", "Trade resumes"));
        var read = new FactParser(Handles.Of(snapshot, ConditionGraphBuilder.Of(snapshot)), snapshot.AsOf).Read(text);
        Assert.Equal(new DateOnly(2031, 6, 1), read.Fact?.On);
    }

    [Fact]
    public void A_risk_that_a_text_names_is_a_scenario()
    {
        var reading = new Dispatch("2031-03-01").Says("The talks could collapse if no agenda is found.",
            l => l.Claim(ClaimType.Assessment, "narrator", "The talks could collapse if no agenda is found")).Reading();
        TextSpan Words(string words) => new(reading.Document.Text.IndexOf(words, StringComparison.Ordinal), reading.Document.Text.IndexOf(words, StringComparison.Ordinal) + words.Length);
        var facet = new Facet
        {
            Id = "risk",
            Kind = "risk",
            Rule = "test",
            Trigger = Words("collapse"),
            Evidence = reading.Sentences[0],
            Modality = Modality.Possible,
            Fields = [new FacetField("risk") { Spans = [Words("The talks could collapse")] }, new FacetField("trigger") { Spans = [Words("no agenda is found")] }],
        };
        var snapshot = new SnapshotProjection().Fold([reading with { Facets = [facet, facet with { Id = "bare", Fields = [facet.Fields[0]] }] }], null);
        var risk = Assert.Single(RiskPresets.Of(snapshot));
        Assert.Equal(("no agenda is found", "The talks could collapse"), (risk.If, risk.Then));
        Assert.Contains(risk.Scenario.Play(snapshot, ConditionGraphBuilder.Of(snapshot)).Effects, e => e.Kind == EffectKind.MayFollow);
    }

    [Fact]
    public void The_snapshot_and_the_graph_stay_as_they_are()
    {
        var snapshot = Ultimatum();
        var graph = ConditionGraphBuilder.Of(snapshot);
        var (deadlines, edges, day) = (snapshot.Deadlines, graph.Edges, snapshot.AsOf);
        Play(snapshot, "D1 lapsed");
        Assert.Equal((deadlines, edges, day), (snapshot.Deadlines, graph.Edges, snapshot.AsOf));
    }

    private static ScenarioOutcome Play(RecordSnapshot snapshot, string fact)
    {
        var graph = ConditionGraphBuilder.Of(snapshot);
        var read = new FactParser(Handles.Of(snapshot, graph), snapshot.AsOf).Read(fact);
        Assert.True(read.Fact is not null, read.Problem);
        return new Scenario([read.Fact!]).Play(snapshot, graph);
    }

    private static RecordSnapshot Ultimatum() => Dispatch.Snapshot(Deadline());

    private static Dispatch Deadline() => new Dispatch("2031-03-01").Says("Northland gave Westmark until 10 April to withdraw its boats or it would close the strait.",
        l => l.Claim(ClaimType.Deadline, "n", "withdraw its boats") with { To = ["w"], Due = Edtf.Parse("2031-04-10"), Consequence = l.Words("close the strait") });

    private static Dispatch Meeting() => new Dispatch("2031-03-02").Says("Northland says that the ferries can run once the talks of Northland and Westmark in Karsau are held.",
        l => l.Meeting(ClaimStatus.Proposed, "n", ["n", "w"], where: "Karsau"),
        l => l.Claim(ClaimType.Condition, "n") with { If = l.Words("the talks of Northland and Westmark in Karsau are held"), Then = l.Words("the ferries can run") });

    private static Dispatch Waits(string day, string sentence, string first, string then) =>
        new Dispatch(day).Says(sentence, l => l.Claim(ClaimType.Condition, "n") with { If = l.Words(first), Then = l.Words(then) });
}
