using System.Text.Json;
using Rapporteur.Domain;
using Rapporteur.Record;
using Xunit;

namespace Rapporteur.Tests;

public sealed class SnapshotTests
{
    [Fact]
    public void The_order_of_arrival_changes_nothing()
    {
        var readings = Enumerable.Range(1, 40).Select(i => RandomReading.Of(i)).Concat(Articles()).ToList();
        var expected = Json(new SnapshotProjection().Fold(readings, null));
        for (var seed = 0; seed < 10; seed++)
        {
            var shuffled = readings.ToArray();
            new Random(seed).Shuffle(shuffled);
            Assert.Equal(expected, Json(new SnapshotProjection().Fold(shuffled, null)));
        }
    }

    [Fact]
    public void A_snapshot_through_a_ledger_is_the_same_as_one_of_the_readings()
    {
        using var ledger = Ledger.InMemory(TimeProvider.System);
        foreach (var reading in Articles()) ledger.Append(reading);
        Assert.Equal(Json(new SnapshotProjection().Fold(Articles(), null)), Json(ledger.Snapshot()));
    }

    [Fact]
    public void What_was_published_after_the_day_is_left_out()
    {
        var snapshot = new SnapshotProjection().Fold(Articles(), new(2031, 3, 2));
        Assert.Equal(new DateOnly(2031, 3, 2), snapshot.AsOf);
        Assert.Equal(2, snapshot.Documents.Length);
    }

    [Fact]
    public void The_day_is_that_of_the_last_article() => Assert.Equal(new DateOnly(2031, 3, 5), new SnapshotProjection().Fold(Articles(), null).AsOf);

    [Theory]
    [InlineData(ClaimStatus.Held, "Northland and Westmark held talks in Port Ansel.", "2031-03-04/..", "as held")]
    [InlineData(ClaimStatus.Scheduled, "Northland and Westmark will hold talks in Port Ansel.", "../2031-03-04", "as to come")]
    public void A_text_without_a_date_is_bounded_by_a_meeting_that_another_dates(ClaimStatus status, string sentence, string interval, string reason)
    {
        var dated = new Dispatch("2031-03-05").Says("Northland and Westmark held talks in Port Ansel on March 4.", l => l.Meeting(ClaimStatus.Held, "narrator", ["n", "w"], "2031-03-04", "Port Ansel"));
        var undated = new Dispatch(null, "undated.txt").Says(sentence, l => l.Meeting(status, "narrator", ["n", "w"], null, "Port Ansel"));
        var snapshot = Dispatch.Snapshot(undated, dated);
        var published = snapshot.Documents.Single(d => d.Document.Source == "undated.txt").Document.Published;
        Assert.Equal(interval, published.Value?.Value);
        Assert.Equal(DateBasis.Inferred, published.Basis);
        Assert.Contains(reason, published.Reason, StringComparison.Ordinal);
        Assert.Contains("2031-03-05.txt", published.Reason, StringComparison.Ordinal);
        Assert.Null(published.Anchor);
        Assert.Equal("2031-03-05", snapshot.Documents.Single(d => d.Document.Source == "2031-03-05.txt").Document.Published.Value?.Value);
    }

    [Fact]
    public void Near_copies_count_once_and_are_named()
    {
        const string Report = "Northland demands tolls on the bridge, its envoy told reporters in Port Ansel after a day of talks that brought the two sides no closer, and warned that time was short.";
        var first = new Dispatch("2031-03-01", "wire.txt").Says(Report, l => l.Claim(ClaimType.Demand, "n", "tolls"));
        var again = new Dispatch("2031-03-02", "paper.txt").Says(Report, l => l.Claim(ClaimType.Demand, "n", "tolls")).Says("(Agency.)");
        var snapshot = Dispatch.Snapshot(again, first);
        Assert.Equal(2, snapshot.Documents.Length);
        Assert.Single(snapshot.Claims);
        var copy = Assert.Single(snapshot.Duplicates);
        Assert.Equal(("paper.txt", "wire.txt"), (copy.Document.Source, copy.Of.Source));
        Assert.InRange(copy.Similarity, 0.8, 1);
    }

    [Fact]
    public void Actors_meet_over_documents_by_name_without_regard_to_accents_and_romanisation()
    {
        var snapshot = Dispatch.Snapshot(
            new Dispatch("2031-03-01").Knows(Dispatch.Actor("p", "Andriy Kovalskyy", ActorKind.Person, "w")).Says("Andriy Kovalskyy met the press of the coast."),
            new Dispatch("2031-03-02").Knows(Dispatch.Actor("q", "Andrij Kovalskiy", ActorKind.Person, null)).Says("Andrij Kovalskiy left on a boat at dawn."),
            new Dispatch("2031-03-03").Knows(Dispatch.Actor("r", "Kovalsky", ActorKind.Person, "w")).Says("Nobody had seen Kovalsky since."));
        var actor = Assert.Single(snapshot.Actors.Values, a => a.Name.Contains("Koval", StringComparison.Ordinal));
        Assert.Equal("Westmark", snapshot.NameOf(actor.Party!));
        Assert.Equal(["Andrij Kovalskiy", "Andriy Kovalskyy", "Kovalsky"], actor.SurfaceForms);
    }

    [Fact]
    public void A_surname_of_two_persons_or_of_another_state_stays_apart()
    {
        var snapshot = Dispatch.Snapshot(
            new Dispatch("2031-03-01").Knows(Dispatch.Actor("p", "Ida Moor", ActorKind.Person, "w")).Says("Ida Moor met the press of the coast."),
            new Dispatch("2031-03-02").Knows(Dispatch.Actor("q", "Moor", ActorKind.Person, "n")).Says("Moor left on a boat at dawn."));
        Assert.Equal(2, snapshot.Actors.Values.Count(a => a.Name.Contains("Moor", StringComparison.Ordinal)));
    }

    [Fact]
    public void Sources_without_a_name_are_never_merged()
    {
        var snapshot = Dispatch.Snapshot(
            new Dispatch("2031-03-01").Knows(Dispatch.Actor("u", "an official", ActorKind.Unnamed, "n")).Says("It was over, an official said."),
            new Dispatch("2031-03-02").Knows(Dispatch.Actor("u", "an official", ActorKind.Unnamed, "n")).Says("It had not begun, an official said."));
        Assert.Equal(2, snapshot.Actors.Values.Count(a => a.Kind == ActorKind.Unnamed && snapshot.NameOf(a.Party!) == "Northland"));
    }

    [Fact]
    public void A_document_that_was_not_read_is_listed_without_claims()
    {
        var failed = RandomReading.Of(4) with { Error = new("not-english", "Not read.") };
        var snapshot = new SnapshotProjection().Fold([failed], null);
        Assert.Single(snapshot.Documents);
        Assert.Empty(snapshot.Claims);
    }

    internal static string Json(RecordSnapshot snapshot) => JsonSerializer.Serialize(new
    {
        snapshot.AsOf,
        Documents = snapshot.Documents.Select(ReadingWriter.Write),
        snapshot.Duplicates,
        Actors = snapshot.Actors.Values.OrderBy(a => a.Key, StringComparer.Ordinal),
        snapshot.Claims,
        snapshot.Meetings,
        snapshot.Deadlines,
        snapshot.Measures,
        snapshot.Commitments,
        snapshot.Positions,
        snapshot.Disputes,
    });

    private static List<DocumentReading> Articles()
    {
        string[] both = ["lind", "verhey"];
        return
        [
            new Dispatch("2031-03-01").Says("Ada Lind proposed talks with Jo Verhey.", l => l.Meeting(ClaimStatus.Proposed, "lind", both), l => l.Claim(ClaimType.Offer, "lind", "talks with Jo Verhey")).Reading(),
            new Dispatch("2031-03-02").Says("Jo Verhey refused talks with Ada Lind.", l => l.Meeting(ClaimStatus.Denied, "verhey", both)).Reading(),
            new Dispatch("2031-03-05").Says("Northland gave Westmark until 9 March to clear the mines.", l => l.Claim(ClaimType.Deadline, "n", "clear the mines") with { To = ["w"], Due = Edtf.Parse("2031-03-09") }).Reading(),
            new Dispatch("2031-03-05", "b").Says("Northland put tariffs on Westmark.", l => l.Claim(ClaimType.Measure, "n", "tariffs") with { To = ["w"], Kind = "tariff", Status = ClaimStatus.Imposed }).Reading(),
        ];
    }
}
