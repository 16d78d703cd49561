using System.Globalization;
using Rapporteur.Domain;
using Rapporteur.Record;
using Xunit;

namespace Rapporteur.Tests;

public sealed class RulingFoldTests
{
    private static readonly string[] Both = ["lind", "verhey"];

    private static readonly Dispatch Demand = new Dispatch("2031-03-01").Says("Ada Lind wants Westmark to open the harbour.", l => l.Claim(ClaimType.Demand, "lind", "open the harbour") with { To = ["w"], Confidence = 0.6 });
    private static readonly Dispatch Plan = new Dispatch("2031-03-01", "plan.txt").Says("Ada Lind will meet Jo Verhey in Port Ansel.", l => l.Meeting(ClaimStatus.Scheduled, null, Both, where: "Port Ansel"));
    private static readonly Dispatch Report = new Dispatch("2031-06-20", "report.txt").Says("Ada Lind met Jo Verhey in Port Ansel.", l => l.Meeting(ClaimStatus.Held, null, Both, where: "Port Ansel"));

    [Fact]
    public void A_rejected_claim_is_gone_and_the_ruling_is_listed()
    {
        var record = new Desk(Demand);
        record.Rule(Verdict.Reject, record.Id(ClaimType.Demand), reason: "that is her hope");
        var snapshot = record.Snapshot();
        Assert.Empty(snapshot.Claims);
        Assert.Empty(snapshot.Positions);
        var ruling = Assert.Single(snapshot.Rulings);
        Assert.Equal((RulingStanding.Stands, "that is her hope"), (ruling.Standing, ruling.Reason));
        Assert.Equal("Ada Lind wants Westmark to open the harbour.", ruling.Claim?.Evidence.Quote);
    }

    [Fact]
    public void A_corrected_claim_reads_as_ruled_and_is_certain()
    {
        var record = new Desk(Demand);
        record.Rule(Verdict.Correct, record.Id(ClaimType.Demand), set: [("by", "Northland"), ("what", "the harbour")]);
        var claim = Assert.Single(record.Snapshot().Claims);
        Assert.Equal(("Northland", "the harbour", 1.0), (record.Snapshot().NameOf(claim.Claim.By!), claim.Words(claim.Claim.What), claim.Claim.Confidence));
        Assert.Equal("correct", claim.Ruling?.Verdict);
    }

    [Fact]
    public void Level_and_format_of_a_meeting_can_be_set_and_are_compared_with_later_readings()
    {
        var record = new Desk(Plan);
        record.Rule(Verdict.Correct, record.Id(ClaimType.Meeting), set: [("level", "envoys"), ("format", "bilateral")]);
        Assert.Equal((MeetingLevel.Envoys, MeetingFormat.Bilateral), (Assert.Single(record.Snapshot().Claims).Claim.Level, record.Snapshot().Claims[0].Claim.Format));
        record.ReadAgain(reading => reading with { Claims = [reading.Claims[0] with { Level = MeetingLevel.Leaders, Format = MeetingFormat.Bilateral }], Reader = new("2", "2") });
        Assert.Equal(["level"], Assert.Single(record.Snapshot().Rulings).Fields);
    }

    [Fact]
    public void A_person_can_add_what_no_reader_found()
    {
        var record = new Desk(new Dispatch("2031-03-01", "a.txt").Says("Westmark will hardly agree, people near Jo Verhey say.").Says("Ada Lind waits."));
        record.Rule(Verdict.Add, "a.txt", type: "assessment", words: "hardly agree", set: [("by", "Jo Verhey"), ("about", "Westmark; state:Eastmere"), ("what", "will hardly agree")]);
        var snapshot = record.Snapshot();
        var claim = Assert.Single(snapshot.Claims);
        Assert.Equal("Westmark will hardly agree, people near Jo Verhey say.", claim.Evidence.Quote);
        Assert.Equal(["Eastmere", "Westmark"], claim.Claim.About.Select(snapshot.NameOf).Order(StringComparer.Ordinal));
        Assert.Equal(Voice.Party, claim.Claim.Voice);
    }

    [Fact]
    public void An_accepted_claim_outlives_a_reading_without_it_and_both_are_told()
    {
        var record = new Desk(Demand);
        record.Rule(Verdict.Accept, record.Id(ClaimType.Demand));
        record.ReadAgain(reading => reading with { Claims = [], Reader = new("2", "2") });
        var snapshot = record.Snapshot();
        Assert.Single(snapshot.Claims);
        var ruling = Assert.Single(snapshot.Rulings);
        Assert.Equal(RulingStanding.Disagrees, ruling.Standing);
        Assert.Equal(["claim"], ruling.Fields);
        Assert.Null(ruling.Reading);
    }

    [Fact]
    public void Where_a_new_reading_says_otherwise_the_ruling_stands_and_the_reading_is_shown()
    {
        var record = new Desk(Demand);
        record.Rule(Verdict.Accept, record.Id(ClaimType.Demand));
        record.ReadAgain(reading => reading with { Claims = [reading.Claims[0] with { By = "n" }], Reader = new("2", "2") });
        var snapshot = record.Snapshot();
        Assert.Equal("Ada Lind", snapshot.NameOf(Assert.Single(snapshot.Claims).Claim.By!));
        var ruling = Assert.Single(snapshot.Rulings);
        Assert.Equal((RulingStanding.Disagrees, "by"), (ruling.Standing, Assert.Single(ruling.Fields)));
        Assert.Equal("Northland", snapshot.NameOf(ruling.Reading!.Claim.By!));
    }

    [Fact]
    public void A_new_reading_that_came_to_the_ruled_claim_agrees()
    {
        var record = new Desk(Demand);
        record.Rule(Verdict.Correct, record.Id(ClaimType.Demand), set: [("by", "Northland")]);
        record.ReadAgain(reading => reading with { Claims = [reading.Claims[0] with { By = "n" }], Reader = new("2", "2") });
        Assert.Equal(RulingStanding.Stands, Assert.Single(record.Snapshot().Rulings).Standing);
    }

    [Fact]
    public void Undoing_brings_back_what_was_read()
    {
        var record = new Desk(Demand);
        var rejected = record.Rule(Verdict.Reject, record.Id(ClaimType.Demand));
        record.Rule(Verdict.Undo, rejected.Id);
        Assert.Equal(0.6, Assert.Single(record.Snapshot().Claims).Claim.Confidence);
        Assert.Empty(record.Snapshot().Rulings);
    }

    [Fact]
    public void Concurrent_rulings_that_differ_hold_neither_until_somebody_rules()
    {
        var record = new Desk(Demand);
        var id = record.Id(ClaimType.Demand);
        var (one, other) = (record.Make(Verdict.Reject, "Ines", id), record.Make(Verdict.Accept, "Odd", id));
        record.Take(one, other);
        var snapshot = record.Snapshot();
        Assert.Equal(0.6, Assert.Single(snapshot.Claims).Claim.Confidence);
        Assert.All(snapshot.Rulings, r => Assert.Equal(RulingStanding.Conflict, r.Standing));
        Assert.Equal([[other.Id], [one.Id]], snapshot.Rulings.OrderBy(r => r.Ruling.Author, StringComparer.Ordinal).Select(r => r.Against.ToArray()));

        record.Rule(Verdict.Accept, id);
        Assert.Equal(RulingStanding.Stands, Assert.Single(record.Snapshot().Rulings).Standing);
        Assert.Equal(1, Assert.Single(record.Snapshot().Claims).Claim.Confidence);
    }

    [Fact]
    public void Concurrent_rulings_that_agree_are_no_conflict()
    {
        var record = new Desk(Demand);
        record.Take(record.Make(Verdict.Accept, "Ines", record.Id(ClaimType.Demand)), record.Make(Verdict.Accept, "Odd", record.Id(ClaimType.Demand)));
        Assert.Equal(RulingStanding.Stands, Assert.Single(record.Snapshot().Rulings).Standing);
    }

    [Fact]
    public void Taking_back_one_of_two_rulings_in_conflict_leaves_the_other()
    {
        var record = new Desk(Demand);
        var id = record.Id(ClaimType.Demand);
        var (one, other) = (record.Make(Verdict.Reject, "Ines", id), record.Make(Verdict.Accept, "Odd", id));
        record.Take(one, other);
        record.Rule(Verdict.Undo, one.Id);
        var ruling = Assert.Single(record.Snapshot().Rulings);
        Assert.Equal((other.Id, RulingStanding.Stands), (ruling.Ruling.Id, ruling.Standing));
    }

    [Fact]
    public void Taking_a_ruling_back_while_another_builds_on_it_is_a_conflict()
    {
        var record = new Desk(Demand);
        var first = record.Rule(Verdict.Accept, record.Id(ClaimType.Demand));
        record.Take(record.Make(Verdict.Undo, "Ines", first.Id), record.Make(Verdict.Reject, "Odd", record.Id(ClaimType.Demand)));
        Assert.Equal([RulingStanding.Conflict, RulingStanding.Conflict], record.Snapshot().Rulings.Select(r => r.Standing));
    }

    [Fact]
    public void What_took_a_ruling_back_is_not_taken_back()
    {
        var record = new Desk(Demand);
        var undone = record.Rule(Verdict.Undo, record.Rule(Verdict.Reject, record.Id(ClaimType.Demand)).Id);
        Assert.Contains("rule again", Assert.Throws<RulingException>(() => record.Rule(Verdict.Undo, undone.Id)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_remarks_of_one_moment_are_two_and_the_same_remark_is_one()
    {
        var record = new Desk(Demand);
        var desk = new RulingDesk(record.Snapshot(), record.Readings, []);
        Ruling Note(string words) => desk.Take(new() { Verdict = Verdict.Note, Author = "Ines", Of = ["2031-03-01.txt"], Value = words }, new(2031, 7, 1, 12, 0, 0, TimeSpan.Zero));
        var first = Note("ask the embassy");
        Assert.NotEqual(first.Id, Note("ask the bureau").Id);
        Assert.Equal(first.Id, Note("ask the embassy").Id);
    }

    [Fact]
    public void Rulings_on_what_the_record_does_not_hold_as_of_the_day_are_absent()
    {
        var record = new Desk(Demand, Report);
        RuleOnReport(record);
        Assert.All(record.Snapshot().Rulings, r => Assert.Equal(RulingStanding.Stands, r.Standing));
        var (one, other) = (record.Make(Verdict.Reject, "Ines", record.Id(ClaimType.Meeting)), record.Make(Verdict.Accept, "Odd", record.Id(ClaimType.Meeting)));
        record.Take(one, other);
        var before = record.Snapshot("2031-03-02");
        Assert.Equal(7, before.Rulings.Length);
        Assert.All(before.Rulings, r => Assert.Equal((RulingStanding.Absent, (RecordedClaim?)null), (r.Standing, r.Claim)));
    }

    [Fact]
    public void What_is_ruled_on_a_withheld_text_is_not_told()
    {
        var record = new Desk(Report, Demand);
        record.ReadAgain(reading => reading with { Document = reading.Document with { Marking = Marking.Red } });
        RuleOnReport(record);
        record.Take(record.Make(Verdict.Reject, "Ines", record.Id(ClaimType.Meeting)), record.Make(Verdict.Accept, "Odd", record.Id(ClaimType.Meeting)));
        using var ledger = record.Kept();
        Assert.NotEmpty(ledger.Snapshot().Rulings);
        Assert.Empty(ledger.Snapshot(limit: Marking.Amber).Rulings);
    }

    [Fact]
    public void The_words_of_every_ruling_on_a_text_go_with_it()
    {
        var record = new Desk(Report, Demand, Plan);
        RuleOnReport(record);
        record.ReadAgain(reading => reading with { Document = reading.Document with { Marking = Marking.Red } });
        record.RuleOn(Verdict.Join, [.. record.Snapshot().Claims.Where(c => c.Claim.Type == ClaimType.Meeting).Select(c => c.Claim.Id)]);
        using var ledger = record.Kept();
        Assert.All(ledger.Rulings().Where(r => r.Verdict != Verdict.Join), r => Assert.NotEqual("{}", r.Payload));
        ledger.Withdraw("report.txt", "Ines", "in danger");
        Assert.All(ledger.Rulings(), r => Assert.Equal("{}", r.Payload));
        Assert.DoesNotContain(ledger.Snapshot().Rulings, r => r.Standing != RulingStanding.Absent);
    }

    [Fact]
    public void Three_threads_can_be_joined_and_a_join_that_a_split_forbids_is_a_conflict()
    {
        var record = new Desk(Plan, Report, new Dispatch("2031-12-20", "later.txt").Says("Ada Lind met Jo Verhey in Oxbow.", l => l.Meeting(ClaimStatus.Held, null, Both, where: "Oxbow")));
        var ids = record.Snapshot().Claims.Select(c => c.Claim.Id).ToArray();
        Assert.Equal(3, record.Snapshot().Meetings.Length);
        record.RuleOn(Verdict.Join, ids[0], ids[1]);
        record.RuleOn(Verdict.Join, ids[1], ids[2]);
        Assert.Equal(3, Assert.Single(record.Snapshot().Meetings).Claims.Length);
        record.RuleOn(Verdict.Split, ids[0], ids[2]);
        Assert.Equal(2, record.Snapshot().Meetings.Length);
        Assert.Single(record.Snapshot().Rulings, r => r.Standing == RulingStanding.Conflict);
    }

    [Fact]
    public void Two_things_of_different_kinds_are_not_joined()
    {
        var record = new Desk(Report, new Dispatch("2031-03-02", "due.txt").Says("Ada Lind gave Westmark until 10 March to open the harbour.", l => l.Claim(ClaimType.Deadline, "lind", "open the harbour") with { To = ["w"], Due = Edtf.Parse("2031-03-10") }));
        Assert.Contains("cannot be one", Assert.Throws<RulingException>(() => record.RuleOn(Verdict.Join, record.Id(ClaimType.Meeting), record.Id(ClaimType.Deadline))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"verdict":"accept","of":[null]}""")]
    [InlineData("""{"verdict":"accept","of":5}""")]
    [InlineData("""{"verdict":"correct","of":"1","set":{"by":5}}""")]
    public void A_line_with_a_value_of_the_wrong_kind_is_named(string line) =>
        Assert.Contains("wrong kind", Assert.Single(RulingFile.Read([line], "Ines")).Error, StringComparison.Ordinal);

    [Fact]
    public void Two_threads_can_be_joined_and_one_can_be_split()
    {
        var apart = new Desk(Plan, Report);
        Assert.Equal(2, apart.Snapshot().Meetings.Length);
        var ids = apart.Snapshot().Claims.Select(c => c.Claim.Id).ToArray();
        apart.RuleOn(Verdict.Join, [.. ids]);
        Assert.Equal(ClaimStatus.Held, Assert.Single(apart.Snapshot().Meetings).State);

        var near = new Desk(Plan, new Dispatch("2031-03-05", "soon.txt").Says("Ada Lind met Jo Verhey in Port Ansel.", l => l.Meeting(ClaimStatus.Held, null, Both, where: "Port Ansel")));
        Assert.Single(near.Snapshot().Meetings);
        near.RuleOn(Verdict.Split, [.. near.Snapshot().Claims.Select(c => c.Claim.Id)]);
        Assert.Equal(2, near.Snapshot().Meetings.Length);
        Assert.Equal(RulingStanding.Stands, Assert.Single(near.Snapshot().Rulings).Standing);
    }

    [Fact]
    public void Two_actors_can_be_made_one_and_one_made_two()
    {
        var nick = Dispatch.Actor("x", "The Admiral", ActorKind.Person, null);
        var record = new Desk(Demand, new Dispatch("2031-03-02", "b.txt").Knows(nick).Says("The Admiral refused to wait.", l => l.Claim(ClaimType.Rejection, "x", "to wait")));
        record.RuleOn(Verdict.Same, "The Admiral", "Ada Lind");
        Assert.Equal(record.Snapshot().Claims[0].Claim.By, record.Snapshot().Claims[1].Claim.By);

        var lind = Dispatch.Actor("x", "Lind", ActorKind.Person, null);
        var other = new Desk(Demand, new Dispatch("2031-03-02", "b.txt").Knows(lind).Says("Lind refused to wait.", l => l.Claim(ClaimType.Rejection, "x", "to wait")));
        Assert.Equal(other.Snapshot().Claims[0].Claim.By, other.Snapshot().Claims[1].Claim.By);
        other.RuleOn(Verdict.Different, "Ada Lind", "b.txt");
        Assert.NotEqual(other.Snapshot().Claims[0].Claim.By, other.Snapshot().Claims[1].Claim.By);
    }

    [Fact]
    public void A_surname_can_be_kept_from_the_full_name_that_has_it()
    {
        var lind = Dispatch.Actor("x", "Lind", ActorKind.Person, null);
        var record = new Desk(Demand, new Dispatch("2031-03-02", "b.txt").Knows(lind).Says("Lind refused to wait.", l => l.Claim(ClaimType.Rejection, "x", "to wait")));
        record.RuleOn(Verdict.Different, "Ada Lind", "Lind");
        Assert.Equal(2, record.Snapshot().Claims.Select(c => c.Claim.By).Distinct().Count());
    }

    [Fact]
    public void A_document_can_be_dated_and_graded()
    {
        var record = new Desk(new Dispatch(null, "a.txt").Says("Ada Lind waits.", l => l.Claim(ClaimType.Statement, "lind")));
        record.Rule(Verdict.Redate, "a.txt", value: "2031-04-04");
        record.Rule(Verdict.Grade, "a.txt", value: "b2");
        var document = Assert.Single(record.Snapshot().Documents).Document;
        Assert.Equal(("2031-04-04", DateBasis.Given, "B2"), (document.Published.Value?.Value, document.Published.Basis, document.Grade?.ToString()));
        Assert.Empty(new Desk(record.Dispatches).With(record.Rulings).Snapshot("2031-04-03").Claims);
    }

    [Fact]
    public void An_outcome_is_the_state_of_a_thread_whatever_its_claims_say()
    {
        var record = new Desk(Plan);
        record.Rule(Verdict.Outcome, record.Id(ClaimType.Meeting), value: "cancelled");
        var meeting = Assert.Single(record.Snapshot().Meetings);
        Assert.Equal((ClaimStatus.Cancelled, "outcome"), (meeting.State, meeting.Ruling?.Verdict));
    }

    [Fact]
    public void The_order_of_rulings_changes_nothing()
    {
        var record = new Desk(Demand, Plan, Report);
        record.Rule(Verdict.Correct, record.Id(ClaimType.Demand), set: [("by", "Northland")]);
        record.Rule(Verdict.Accept, record.Id(ClaimType.Demand));
        record.RuleOn(Verdict.Join, [.. record.Snapshot().Claims.Where(c => c.Claim.Type == ClaimType.Meeting).Select(c => c.Claim.Id)]);
        record.Rule(Verdict.Note, record.Id(ClaimType.Demand), value: "ask the embassy");
        var expected = Told(record.Snapshot());
        var random = new Random(7);
        for (var i = 0; i < 20; i++) Assert.Equal(expected, Told(new Desk(record.Dispatches).With(record.Rulings.OrderBy(_ => random.Next())).Snapshot()));
    }

    [Theory]
    [InlineData(Verdict.Correct, "by", "Nobody Known", "Nobody is called")]
    [InlineData(Verdict.Correct, "what", "words that are not there", "does not hold")]
    [InlineData(Verdict.Correct, "status", "finished", "not one of")]
    [InlineData(Verdict.Correct, "colour", "red", "no field")]
    public void A_request_that_cannot_be_met_says_what_to_do(string verdict, string field, string value, string message)
    {
        var record = new Desk(Demand);
        Assert.Contains(message, Assert.Throws<RulingException>(() => record.Rule(verdict, record.Id(ClaimType.Demand), set: [(field, value)])).Message, StringComparison.Ordinal);
    }

    // Five rulings on the report and its meeting.
    private static void RuleOnReport(Desk record)
    {
        var meeting = record.Snapshot().Claims.First(c => c.Document.Source == "report.txt").Claim.Id;
        record.Rule(Verdict.Outcome, meeting, value: "postponed");
        record.Rule(Verdict.Note, meeting, value: "ask the embassy");
        record.Rule(Verdict.Note, "report.txt", value: "from a friend");
        record.Rule(Verdict.Grade, "report.txt", value: "B2");
        record.Rule(Verdict.Redate, "report.txt", value: "2031-06-21");
    }

    private static string Told(RecordSnapshot snapshot) => string.Join('\n', snapshot.Claims.Select(c => $"{c.Claim.Id} {c.Claim.By} {c.Claim.Confidence} {c.Ruling?.Id}")
        .Concat(snapshot.Meetings.Select(m => $"{m.Key} {m.State}")).Concat(snapshot.Rulings.Select(r => $"{r.Ruling.Id} {r.Standing}")));

    private sealed class Desk(params ReadOnlySpan<Dispatch> dispatches)
    {
        private static readonly DateTimeOffset Start = new(2031, 7, 1, 12, 0, 0, TimeSpan.Zero);
        private readonly List<DocumentReading> _readings = [.. dispatches.ToArray().Select(d => d.Reading())];

        public Dispatch[] Dispatches { get; } = dispatches.ToArray();

        public List<Ruling> Rulings { get; } = [];

        public IReadOnlyList<DocumentReading> Readings => _readings;

        public Ledger Kept()
        {
            var ledger = Ledger.InMemory(TimeProvider.System);
            ledger.Append(_readings);
            foreach (var ruling in Rulings) ledger.Append(ruling);
            return ledger;
        }

        public Desk With(IEnumerable<Ruling> rulings)
        {
            Rulings.AddRange(rulings);
            return this;
        }

        public void Take(params ReadOnlySpan<Ruling> rulings) => Rulings.AddRange(rulings);

        public void ReadAgain(Func<DocumentReading, DocumentReading> better) => _readings[0] = better(_readings[0]);

        public string Id(ClaimType type) => Snapshot().Claims.First(c => c.Claim.Type == type).Claim.Id;

        public RecordSnapshot Snapshot(string? day = null) =>
            new SnapshotProjection(rulings: Rulings).Fold(_readings, day is null ? null : DateOnly.Parse(day, CultureInfo.InvariantCulture));

        public Ruling Make(string verdict, string author, string of) => Make(new() { Verdict = verdict, Author = author, Of = [of] });

        public Ruling Rule(string verdict, string of, string? reason = null, string? value = null, string? type = null, string? words = null, (string, string)[]? set = null) =>
            Keep(Make(new() { Verdict = verdict, Author = "Ines", Of = [of], Reason = reason, Value = value, Type = type, Words = words, Set = [.. set ?? []] }));

        public Ruling RuleOn(string verdict, params string[] of) => Keep(Make(new() { Verdict = verdict, Author = "Ines", Of = [.. of] }));

        private Ruling Make(RulingRequest request) => new RulingDesk(Snapshot(), _readings, Rulings).Make(request, Start.AddMinutes(Rulings.Count));

        private Ruling Keep(Ruling ruling)
        {
            Rulings.Add(ruling);
            return ruling;
        }
    }
}
