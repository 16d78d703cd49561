using System.Collections.Immutable;
using Rapporteur.Domain;
using Rapporteur.Training;
using Xunit;

namespace Rapporteur.Tests;

public class ClaimScoreTests
{
    private const string Text = "Avaria said on Monday that Borland’s plan is dead. Borland rejected talks.";

    [Fact]
    public void A_reading_equal_to_the_annotation_scores_one()
    {
        var gold = Reading(Rejection("b", new(60, 68)));
        var score = new ClaimScore();
        score.Add(gold, gold);
        Assert.Equal(1, score["trigger"].F1);
        Assert.Equal(1, score["role"].F1);
        Assert.Equal(1, score["actors"].F1);
    }

    [Fact]
    public void A_wrong_actor_misses_its_field_and_keeps_its_trigger()
    {
        var score = new ClaimScore();
        score.Add(Reading(Rejection("b", new(60, 74))), Reading(Rejection("a", new(60, 74))));
        Assert.Equal(1, score["trigger rejection"].F1);
        Assert.Equal(0, score["role by"].F1);
        Assert.Equal(1, score["role what"].F1);
    }

    [Fact]
    public void Claims_with_other_evidence_do_not_meet()
    {
        var gold = Reading(Rejection("b", new(60, 74)));
        var read = Reading(Rejection("b", new(60, 74)) with { Evidence = new(0, 50) });
        var score = new ClaimScore();
        Assert.Equal([-1], score.Add(gold, read));
        Assert.Equal(0, score["role by"].Right);
    }

    [Fact]
    public void A_document_that_failed_counts_as_missed()
    {
        var gold = Reading(Rejection("b", new(60, 74)));
        var score = new ClaimScore();
        score.Add(gold, gold with { Error = new("failed", "It failed.") });
        Assert.Equal(new Tally(0, 1, 0), score["trigger"]);
    }

    [Fact]
    public void The_table_lists_the_overall_figures_first()
    {
        var gold = Reading(Rejection("b", new(60, 74)));
        var score = new ClaimScore();
        score.Add(gold, gold);
        Assert.Equal(["1 documents", "actors                   gold     2 read     2   P 1.000  R 1.000  F1 1.000"], score.Lines().Take(2));
    }

    [Fact]
    public void The_annotated_articles_agree_with_themselves()
    {
        var folder = SharedData.Find("gold", "train");
        Assert.SkipUnless(folder is not null, SharedData.Missing);
        var score = new ClaimScore();
        foreach (var article in GoldFolder.Load(folder)) score.Add(article.Reading, article.Reading);
        Assert.Equal(new Tally(1182, 1182, 1182), score["trigger"]);
        Assert.Equal(new Tally(4360, 4360, 4360), score["role"]);
    }

    private static Claim Rejection(string by, TextSpan what) => new()
    {
        Id = "c1",
        Type = ClaimType.Rejection,
        By = by,
        What = what,
        Trigger = new(59, 67),
        Evidence = new(51, 75),
        Rule = "test",
    };

    private static DocumentReading Reading(params ImmutableArray<Claim> claims) => new()
    {
        Document = new() { Id = "d", TextId = "t", Source = "d", Text = Text },
        Actors =
        [
            new() { Id = "a", Name = "Avaria", Kind = ActorKind.State, Mentions = [new(0, 6)] },
            new() { Id = "b", Name = "Borland", Kind = ActorKind.State, Mentions = [new(27, 34), new(51, 58)] },
        ],
        Claims = claims,
        Reader = new("1", "1"),
    };
}
