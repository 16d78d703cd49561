using Rapporteur.Domain;
using Rapporteur.Record;
using Xunit;

namespace Rapporteur.Tests;

/// <summary>Steps of tests of snapshots that are kept, on every kind of store.</summary>
internal static class KeptSnapshots
{
    private static readonly (Marking, Dossier?)[] Limits = [(Marking.Red, null), (Marking.Amber, null), (Marking.Green, new() { Marking = Marking.Green })];

    /// <summary>Records that grow by chance give, after each step, the same snapshots from what was kept as from the events.</summary>
    public static void AreAsFolded(Func<string> place, int runs)
    {
        for (var seed = 0; seed < runs; seed++)
        {
            var chance = new Random(seed);
            var here = place();
            using (var ledger = Ledger.Create(here, TestHost.Of(seed))) ledger.Append([.. Dispatches().Take(3)]);
            for (var step = 0; step < 6; step++)
            {
                using (var ledger = Ledger.Open(here, TestHost.Of(chance.Next()))) Grow(ledger, chance);
                foreach (var day in new DateOnly?[] { null, new DateOnly(2031, 3, 4) })
                    foreach (var (limit, dossier) in Limits)
                    {
                        var expected = SnapshotState.Of(Folded(here, day, limit, dossier));
                        Assert.Equal(expected, SnapshotState.Of(Take(here, day, limit, dossier)));
                        Assert.Equal(expected, SnapshotState.Of(Take(here, day, limit, dossier)));
                    }

                using var closed = Ledger.Open(here, TestHost.Of(1), readOnly: true);
                Assert.DoesNotContain(closed.Verify(), difference => difference.Kind != DifferenceKind.Quote);
                Assert.Empty(closed.Remarks);
            }

            Assert.True(Count(here) > 0);
        }
    }

    /// <summary>The snapshot, which is kept for the next time.</summary>
    public static RecordSnapshot Take(string place, DateOnly? day, Marking limit = Marking.Red, Dossier? dossier = null, DateOnly? knownOn = null)
    {
        using var ledger = Ledger.Open(place, TestHost.Of(9), readOnly: true);
        ledger.LeastKept = 1;
        return ledger.Snapshot(day, knownOn, limit, dossier);
    }

    /// <summary>The snapshot as it follows from the stored readings alone.</summary>
    public static RecordSnapshot Folded(string place, DateOnly? day, Marking limit = Marking.Red, Dossier? dossier = null, DateOnly? knownOn = null)
    {
        using var ledger = Ledger.Open(place, TestHost.Of(9), readOnly: true);
        var unmarked = dossier?.Marking ?? Marking.Unmarked;
        var folded = ledger.Project(new SnapshotProjection(rulings: ledger.Rulings(knownOn, limit, unmarked), dossier: dossier), day, knownOn, limit, unmarked);
        return limit == Marking.Red ? folded : folded with { Rulings = [.. folded.Rulings.Where(r => r.Standing != RulingStanding.Absent)] };
    }

    public static long Count(string place)
    {
        using var ledger = Ledger.Open(place, TestHost.Of(9), readOnly: true);
        return Convert.ToInt64(ledger.Store.Sql.Scalar("SELECT count(*) FROM snapshot"), null);
    }

    /// <summary>A few days of a negotiation of our own.</summary>
    public static IEnumerable<DocumentReading> Dispatches() =>
    [
        new Dispatch("2031-03-01").Says("Northland and Westmark will hold talks in Oxbow on 5 March 2031.",
            l => l.Claim(ClaimType.Meeting, "narrator", null) with { Participants = ["n", "w"], Form = MeetingForm.Talks, Status = ClaimStatus.Scheduled, When = Edtf.Parse("2031-03-05"), Where = "Oxbow" }).Reading(),
        new Dispatch("2031-03-02").Says("Westmark denies that talks are planned.",
            l => l.Claim(ClaimType.Meeting, "w", null) with { Participants = ["n", "w"], Form = MeetingForm.Talks, Status = ClaimStatus.Denied, When = Edtf.Parse("2031-03-05") })
            .Says("Westmark will reopen the bridge.", l => l.Claim(ClaimType.Commitment, "w", "reopen the bridge")).Reading(),
        new Dispatch("2031-03-03").Says("Northland wants Westmark to reopen the bridge by 8 March 2031.",
            l => l.Claim(ClaimType.Deadline, "n", "reopen the bridge") with { To = ["w"], Due = Edtf.Parse("2031-03-08") }, l => l.Claim(ClaimType.Demand, "n", "reopen the bridge") with { To = ["w"] }).Reading(),
        new Dispatch("2031-03-04").Says("Northland imposed tolls on Westmark.", l => l.Claim(ClaimType.Measure, "n", "tolls") with { To = ["w"], Kind = "toll", Status = ClaimStatus.Imposed })
            .Says("Northland accuses Westmark of shelling the bridge.", l => l.Claim(ClaimType.Accusation, "n", "shelling the bridge") with { To = ["w"] }).Reading(),
        new Dispatch("2031-03-06").Says("Westmark denies shelling the bridge.", l => l.Claim(ClaimType.Denial, "w", "shelling the bridge"))
            .Says("Westmark refuses to reopen the bridge.", l => l.Claim(ClaimType.Rejection, "w", "reopen the bridge")).Reading(),
        new Dispatch("2031-03-20").Says("Northland and Westmark held talks in Oxbow on 5 March 2031.",
            l => l.Claim(ClaimType.Meeting, "narrator", null) with { Participants = ["n", "w"], Form = MeetingForm.Talks, Status = ClaimStatus.Held, When = Edtf.Parse("2031-03-05"), Where = "Oxbow" }).Reading(),
    ];

    /// <summary>Rulings on claims, threads and documents of a record, such as can be made there.</summary>
    public static IEnumerable<Ruling> Rulings(Ledger ledger, Func<bool> wanted)
    {
        var snapshot = ledger.Snapshot();
        var desk = new RulingDesk(snapshot, ledger.Readings(), ledger.Rulings());
        var at = new DateTimeOffset(2031, 4, 1 + ledger.Rulings().Count, 0, 0, 0, TimeSpan.Zero);
        foreach (var request in Requests(snapshot))
        {
            if (!wanted()) continue;
            Ruling ruling;
            try
            {
                ruling = desk.Make(request, at);
            }
            catch (RulingException)
            {
                continue;
            }

            yield return ruling;
        }
    }

    private static IEnumerable<RulingRequest> Requests(RecordSnapshot snapshot)
    {
        foreach (var claim in snapshot.Claims.Take(2)) yield return new() { Verdict = Verdict.Accept, Author = "Ada Lind", Of = [claim.Claim.Id] };
        foreach (var claim in snapshot.Claims.Where(c => c.Claim.Type == ClaimType.Rejection)) yield return new() { Verdict = Verdict.Reject, Author = "Ada Lind", Of = [claim.Claim.Id] };
        foreach (var meeting in snapshot.Meetings.Take(1)) yield return new() { Verdict = Verdict.Outcome, Author = "Ada Lind", Of = [meeting.Claims[0].Claim.Id], Value = "postponed" };
        foreach (var reading in snapshot.Documents.Take(1)) yield return new() { Verdict = Verdict.Note, Author = "Ada Lind", Of = [reading.Document.Source], Value = "from a friend" };
        foreach (var reading in snapshot.Documents.Skip(1).Take(1)) yield return new() { Verdict = Verdict.Redate, Author = "Ada Lind", Of = [reading.Document.Source], Value = "2031-03-03" };
        foreach (var reading in snapshot.Documents.Skip(2).Take(1)) yield return new() { Verdict = Verdict.Grade, Author = "Ada Lind", Of = [reading.Document.Source], Value = "B2" };
    }

    private static DocumentReading Marked(DocumentReading reading, Random chance) =>
        reading with { Document = reading.Document with { Marking = chance.Next(4) switch { 0 => Marking.Green, 1 => Marking.Amber, 2 => Marking.Red, _ => Marking.Unmarked } } };

    private static void Grow(Ledger ledger, Random chance)
    {
        var all = Dispatches().ToList();
        switch (chance.Next(7))
        {
            case 6:
                var text = Marked(all[chance.Next(all.Count)], chance);
                ledger.Append(text with { Document = text.Document with { Id = ContentHash.Of("copy" + text.Document.Id), Source = "copy of " + text.Document.Source, Published = new(Edtf.Parse("2031-03-25"), DateBasis.Given) } });
                break;
            case < 2:
                ledger.Append(Marked(chance.Next(2) == 0 ? all[chance.Next(all.Count)] : RandomReading.Of(chance.Next(8)), chance));
                break;
            case 2:
                var reading = all[chance.Next(all.Count)];
                ledger.Append(reading with { Claims = [.. reading.Claims.Take(1)], Reader = new("2", "2") });
                break;
            case 3:
                foreach (var ruling in Rulings(ledger, () => chance.Next(2) == 0).ToList()) ledger.Append(ruling);
                break;
            case 4:
                ledger.Withdraw(all[chance.Next(all.Count)].Document.Id, "Jo Verhey", "in danger");
                break;
            default:
                using (var other = Ledger.InMemory(TestHost.Of(chance.Next()), searchable: true))
                {
                    other.Append(all[chance.Next(all.Count)]);
                    other.Append(RandomReading.Of(chance.Next(8)));
                    ledger.Merge(other);
                }

                break;
        }
    }
}
