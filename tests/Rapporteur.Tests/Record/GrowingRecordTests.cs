using System.Globalization;
using Rapporteur.Domain;
using Rapporteur.Record;
using Xunit;

namespace Rapporteur.Tests;

/// <summary>Articles of our own on every mechanism, in one record that grows by chance: what is folded from short forms, marks and hashes of words is what the stored readings give, byte by byte.</summary>
public sealed class GrowingRecordTests : IDisposable
{
    private static readonly Lazy<Task<IReadOnlyList<DocumentReading>>> All = new(Read);

    private readonly TemporaryFolder _folder = new();

    // What no article of the mechanisms has.
    private static IEnumerable<DocumentReading> More =>
    [
        new Dispatch("2031-03-01").Says("Jo Verhey says the talks are off.", l => l.Claim(ClaimType.Statement, "verhey") with { Content = [l.Words("the talks are off")], Confidence = 0.8 },
            l => l.Meeting(ClaimStatus.Cancelled, "narrator", ["n", "w"]) with { Trigger = l.Words("talks"), Confidence = 0.8 }).Reading(),
        new Dispatch("2031-03-02").Says("Oxbow faults Westmark alone.", l => l.Claim(ClaimType.Accusation, "o") with { To = ["w"] }).Reading(),
        new Dispatch("2031-03-03").Says("Oxbow faults Westmark more than Northland.", l => l.Claim(ClaimType.Accusation, "o") with { To = ["w"] })
            .Says("Westmark calls the offer of talks a publicity stunt.", l => l.Claim(ClaimType.Offer, "n", "talks"), l => l.Claim(ClaimType.Assessment, "w", "a publicity stunt")).Reading(),
        new Dispatch("2031-03-04").Says("Northland and Westmark will meet in Ede.", l => l.Meeting(ClaimStatus.Scheduled, null, ["n", "w"], where: "Ede"))
            .Says("Northland and Westmark still look for a place: Ede or Port Ansel.", l => l.Meeting(ClaimStatus.Proposed, null, ["n", "w"], where: "Ede or Port Ansel")).Reading(),
        new Dispatch("2031-03-05").Says("Westmark denied a three-way summit with Oxbow.", l => l.Claim(ClaimType.Denial, "w", "a three-way summit with Oxbow")).Reading(),
        new Dispatch("2031-03-12").Says("There was talk of three-way negotiations of Northland, Westmark and Oxbow.", l => l.Meeting(ClaimStatus.Floated, null, ["n", "w", "o"])).Reading(),
    ];

    [Fact]
    public async Task Whatever_is_added_ruled_or_taken_out_the_fold_goes_on_from_what_was_kept_as_from_the_beginning()
    {
        var all = await All.Value;
        var (days, disputes, commitments) = (new HashSet<DateOnly?>(), 0, 0);
        for (var seed = 0; seed < 2; seed++)
        {
            var chance = new Random(seed);
            var place = _folder.File(string.Create(CultureInfo.InvariantCulture, $"{seed}.db"));
            var left = new Queue<DocumentReading>(all.OrderBy(_ => chance.Next()));
            using (var ledger = Ledger.Create(place, TestHost.Of(seed))) ledger.Append([.. Take(left, left.Count / 2)]);
            for (var step = 0; step < 5; step++)
            {
                using (var ledger = Ledger.Open(place, TestHost.Of(chance.Next()))) Grow(ledger, left, chance, step);
                foreach (var day in new[] { null, all[chance.Next(all.Count)].Document.Published.Anchor })
                {
                    days.Add(day);
                    var expected = KeptSnapshots.Folded(place, day);
                    Assert.Equal(SnapshotState.Of(expected), SnapshotState.Of(KeptSnapshots.Take(place, day)));
                    (disputes, commitments) = (disputes + expected.Disputes.Length, commitments + expected.Commitments.Length);
                }

                using var closed = Ledger.Open(place, TestHost.Of(1), readOnly: true);
                Assert.DoesNotContain(closed.Verify(), difference => difference.Kind == DifferenceKind.Projection);
            }
        }

        Assert.True(days.Count > 3 && disputes > 60 && commitments > 60, $"{days.Count} days, {disputes} disputes, {commitments} commitments");
    }

    [Fact]
    public async Task Marks_and_words_in_a_short_form_are_those_of_the_reading()
    {
        var found = ClaimMark.None;
        foreach (var reading in await All.Value)
        {
            var opened = Assert.IsType<ReadingClaims>(ReadingForm.Open(new(ReadingForm.Write(reading), 0), reading.Document.Text).LaterClaims);
            var claims = ClaimBook.One(reading, null);
            Assert.Equal(ClaimMarks.Of(claims), opened.Marks);
            Assert.Equal(NearCopies.Sketch(reading.Document), opened.Sketch);
            for (var i = 0; i < claims.Length; i++)
            {
                found |= opened.Marks[i];
                Assert.Equal(claims[i].Claim.Type, opened.Marks[i].Type());
                Assert.Equal(claims[i].Claim.Id, opened.Id(i));
                if (opened.Stems(i) is { } stems) Assert.Equal(Phrases.What(claims[i]).Select(Stems.Of), stems);
            }
        }

        Assert.All(Enum.GetValues<ClaimMark>(), mark => Assert.True(found.HasFlag(mark), $"no article has a claim with the mark {mark}"));
    }

    public void Dispose() => _folder.Dispose();

    private static void Grow(Ledger ledger, Queue<DocumentReading> left, Random chance, int step)
    {
        ledger.Append([.. Take(left, 1 + chance.Next(left.Count / 4))]);
        var readings = ledger.Readings();
        switch (step)
        {
            case 1:
                foreach (var ruling in KeptSnapshots.Rulings(ledger, () => chance.Next(6) == 0).ToList()) ledger.Append(ruling);
                break;
            case 2:
                ledger.Withdraw(readings[chance.Next(readings.Count)].Document.Id, "Jo Verhey", "in danger");
                break;
            case 3:
                var again = readings[chance.Next(readings.Count)];
                ledger.Append(again with { Claims = [.. again.Claims.Skip(1)], Reader = new("2", "2") });
                break;
            default:
                var text = readings[chance.Next(readings.Count)];
                ledger.Append(text with { Document = text.Document with { Id = ContentHash.Of("copy" + text.Document.Id), Source = "copy of " + text.Document.Source } });
                break;
        }
    }

    private static IEnumerable<DocumentReading> Take(Queue<DocumentReading> left, int count)
    {
        while (count-- > 0 && left.TryDequeue(out var reading)) yield return reading;
    }

    private static async Task<IReadOnlyList<DocumentReading>> Read()
    {
        using var folder = new TemporaryFolder();
        var sources = Directory.CreateDirectory(folder.File("sources")).FullName;
        foreach (var (document, number) in MechanismCase.All.SelectMany(c => c.Documents).Select((d, i) => (d, i)))
            await File.WriteAllTextAsync(Path.Combine(sources, string.Create(CultureInfo.InvariantCulture, $"{number:D3}.md")), $"---\n{(document.Day.Length > 0 ? $"date: {document.Day}\n" : "")}publisher: {document.Publisher.Split(" | ")[0]}\n---\n\n{document.Text}");
        var record = folder.File("all.db");
        var added = await Call.Of("add", sources, "--record", record);
        Assert.True(added.Code == 0, added.Error);
        using var ledger = Ledger.Open(record, TestHost.Of(1), readOnly: true);
        return [.. ledger.Readings(), .. More];
    }
}
