using Rapporteur.Analysis;
using Rapporteur.Domain;
using Rapporteur.Record;
using Xunit;

namespace Rapporteur.Tests;

public sealed class IssueBoardTests
{
    private static readonly Dossier Ferry = DossierReader.Read("""
        issues:
          - name: Ferry
            key: ferry
            ordered: true
            words: [ferry]
            options:
              - No ferry
              - name: One ferry a week
                words: [weekly ferry]
              - name: Daily ferry
                words: [daily ferry]
        """).Dossier!;

    [Fact]
    public void A_position_falls_under_the_option_whose_words_it_holds()
    {
        var board = Board(Ferry, Day("2031-03-01", ("w", ClaimType.Offer, "Westmark offers a weekly ferry.", "a weekly ferry"), ("n", ClaimType.Demand, "Northland demands a new ferry.", "a new ferry")));
        Assert.Equal(["Northland -", "Westmark one-ferry-a-week"], board.Positions.Select(p => $"{board.NameOf(p.Actor)} {p.Option ?? "-"}"));
        Assert.All(board.Positions, p => Assert.Equal("issue:ferry", p.Issue));
    }

    [Fact]
    public void Another_option_on_a_later_day_is_a_move_along_the_scale_with_its_evidence()
    {
        var line = Line(Board(Ferry,
            Day("2031-03-01", ("w", ClaimType.Offer, "Westmark offers a weekly ferry.", "a weekly ferry")),
            Day("2031-03-05", ("w", ClaimType.Offer, "Westmark again offers a weekly ferry.", "a weekly ferry")),
            Day("2031-03-09", ("w", ClaimType.Offer, "Westmark now offers a daily ferry.", "a daily ferry"))));
        Assert.Equal([PositionMove.First, PositionMove.Up], line.Steps.Select(s => s.Move));
        Assert.Equal(("2031-03-01", "2031-03-05"), (line.Steps[0].FirstSeen!.Value, line.Steps[0].LastSeen!.Value));
        Assert.Equal("Westmark now offers a daily ferry.", Assert.Single(line.Steps[1].Positions).Claim.Evidence.Quote);
    }

    [Fact]
    public void What_was_offered_and_is_refused_later_is_reversed()
    {
        var line = Line(Board(Ferry,
            Day("2031-03-01", ("w", ClaimType.Offer, "Westmark offers a daily ferry.", "a daily ferry")),
            Day("2031-03-09", ("w", ClaimType.Rejection, "Westmark rules out a daily ferry.", "a daily ferry"))));
        Assert.Equal(PositionMove.Reversed, line.Steps[^1].Move);
    }

    [Fact]
    public void The_same_option_demanded_after_it_was_offered_is_firmer()
    {
        var line = Line(Board(Ferry,
            Day("2031-03-01", ("w", ClaimType.Offer, "Westmark offers a daily ferry.", "a daily ferry")),
            Day("2031-03-09", ("w", ClaimType.Demand, "Westmark demands a daily ferry.", "a daily ferry"))));
        Assert.Equal(PositionMove.Hardened, line.Steps[^1].Move);
    }

    [Fact]
    public void Two_options_on_one_day_and_silence_are_no_move()
    {
        var line = Line(Board(Ferry,
            Day("2031-03-01", ("w", ClaimType.Offer, "Westmark offers a daily ferry.", "a daily ferry"), ("w", ClaimType.Offer, "Westmark offers a weekly ferry.", "a weekly ferry")),
            Day("2031-03-09", ("w", ClaimType.Offer, "Westmark offers a weekly ferry to all.", "a weekly ferry"))));
        Assert.Single(line.Steps);
        Assert.Equal(2, line.Steps[0].Stances.Length);
    }

    [Fact]
    public void A_text_without_a_date_stands_in_no_order()
    {
        var line = Line(Board(Ferry, Day(null, ("w", ClaimType.Offer, "Westmark offers a daily ferry.", "a daily ferry"))));
        Assert.Empty(line.Steps);
        Assert.Single(line.Undated);
    }

    [Fact]
    public void A_reading_of_another_s_mind_never_lands_in_that_party_s_row()
    {
        var board = Board(Ferry, new Dispatch("2031-03-01")
            .Says("Westmark may offer a daily ferry, Ada Lind said.", l => l.Claim(ClaimType.Offer, "w", "a daily ferry") with { Holder = "lind", Modality = Modality.Possible })
            .Says("Westmark wants a daily ferry before a weekly ferry, Ada Lind said.",
                l => l.Claim(ClaimType.Condition, "w") with { Holder = "lind", If = l.Words("a daily ferry"), Then = l.Words("a weekly ferry") })
            .Says("Westmark only pretends to want a daily ferry, Ada Lind thinks.", l => l.Claim(ClaimType.Assessment, "lind", "a daily ferry") with { About = ["w"] }));
        Assert.Empty(board.PositionLines);
    }

    [Fact]
    public void Without_a_dossier_issues_are_proposed_where_two_sides_speak()
    {
        var board = Board(null, Day("2031-03-01",
            ("w", ClaimType.Demand, "Westmark demands a truce.", "a truce"), ("n", ClaimType.Rejection, "Northland rules out a truce.", "a truce"), ("n", ClaimType.Demand, "Northland demands better soup.", "better soup")));
        Assert.Equal("Ceasefire", Assert.Single(board.Issues).Name);
        Assert.Equal(["Northland RedLine", "Westmark Demand"], board.PositionLines.Select(l => $"{board.NameOf(l.Party)} {l.Steps[0].Stances[0].Firmness}"));
        Assert.Single(board.PositionLines.SelectMany(l => l.Steps[0].Stances).Select(s => s.Option).Distinct());
        Assert.Null(board.Positions.Single(p => p.Claim.Words(p.Claim.Claim.What) == "better soup").Issue);
    }

    [Fact]
    public void The_order_of_documents_changes_nothing()
    {
        var (a, b) = (Day("2031-03-01", ("w", ClaimType.Demand, "Westmark demands a truce.", "a truce")), Day("2031-03-02", ("n", ClaimType.Demand, "Northland demands a truce on land.", "a truce on land")));
        Assert.Equal(Told(Board(null, a, b)), Told(Board(null, b, a)));
    }

    [Fact]
    public void Aliases_of_a_dossier_are_one_party_and_its_marking_falls_on_unmarked_texts()
    {
        var dossier = DossierReader.Read("marking: GREEN\nparties:\n  - name: Westmark\n    aliases: [the Western League]").Dossier!;
        var reading = new Dispatch("2031-03-01").Knows(Dispatch.Actor("l", "the Western League", ActorKind.Organisation, null))
            .Says("Westmark demands tolls.", l => l.Claim(ClaimType.Demand, "w", "tolls"))
            .Says("And the Western League demands a truce.", l => l.Claim(ClaimType.Demand, "l", "a truce")).Reading();
        var snapshot = new SnapshotProjection(dossier: dossier).Fold([reading], null);
        Assert.Single(snapshot.Positions.Select(p => p.Actor).Distinct());
        Assert.Equal(Marking.Green, snapshot.Documents[0].Document.Marking);
    }

    private static string Told(RecordSnapshot board) =>
        string.Join('\n', board.PositionLines.Select(l => $"{l.Issue} {l.Party} {string.Join(' ', l.Steps.Select(s => $"{s.Move} {string.Join(' ', s.Stances)}"))}"));

    private static PositionLine Line(RecordSnapshot board) => Assert.Single(board.PositionLines);

    private static RecordSnapshot Board(Dossier? dossier, params ReadOnlySpan<Dispatch> dispatches) => IssueBoard.Of(Dispatch.Snapshot(dispatches), dossier);

    private static Dispatch Day(string? day, params (string By, ClaimType Type, string Sentence, string What)[] said)
    {
        var dispatch = new Dispatch(day);
        foreach (var (by, type, sentence, what) in said) dispatch.Says(sentence, l => l.Claim(type, by, what));
        return dispatch;
    }
}
