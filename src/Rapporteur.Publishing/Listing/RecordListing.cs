using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>Lists what a record holds, one entry a thing, in the order of the snapshot.</summary>
public sealed class RecordListing
{
    private readonly RecordSnapshot _snapshot;
    private readonly ActorNames _names;
    private readonly DateOnly? _today;

    /// <summary>A listing of a snapshot.</summary>
    /// <param name="snapshot">The record as of a day.</param>
    /// <param name="limit">Strictest marking that may be shown; what rests on stricter documents is left out. Unmarked ones count as AMBER.</param>
    /// <param name="today">Day from which days are counted; by default that of the snapshot.</param>
    public RecordListing(RecordSnapshot snapshot, Marking limit = Marking.Red, DateOnly? today = null)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ImmutableArray<Deadlock> none = [];
        _snapshot = MarkingFence.Apply(snapshot, limit, ref none);
        _names = new(_snapshot);
        _today = today ?? _snapshot.AsOf;
    }

    /// <summary>What is listed: the snapshot without what is withheld.</summary>
    public RecordSnapshot Snapshot => _snapshot;

    /// <summary>Meetings with an account for each party.</summary>
    public IEnumerable<Entry> Meetings() => _snapshot.Meetings.Select(meeting => new Entry
    {
        Kind = "meeting",
        Key = meeting.Key,
        Name = string.Concat(MeetingName.Of(meeting, _names).Select(p => p.Text)),
        Fields =
        [
            Fields.Code("state", meeting.State, Words.Of("status", meeting.State)), Fields.Code("form", meeting.Form), Fields.Date("when", meeting.When),
            Fields.List("venues", meeting.Venues), Fields.Actors("participants", meeting.Participants, _names), Fields.Days("days", meeting.When?.Latest, _today),
        ],
        Parts = [.. meeting.Lanes.Select(lane => new EntryPart(lane.Party, _names.Heading(lane.Party).Text, [Fields.Code("state", lane.State, Words.Of("status", lane.State))], lane.Claims))],
    });

    /// <summary>Deadlines with their state as of the day of the snapshot: those to come by the day they fall due, then the others, the latest first.</summary>
    public IEnumerable<Entry> Deadlines() => _snapshot.Deadlines
        .OrderBy(d => d.State == DeadlineState.Pending ? 0 : 1)
        .ThenBy(d => d.State == DeadlineState.Pending ? d.Due?.Latest?.DayNumber ?? int.MaxValue : -(d.Due?.Latest?.DayNumber ?? 0))
        .ThenBy(d => d.Key, StringComparer.Ordinal)
        .Select(deadline => new Entry
        {
            Kind = "deadline",
            Key = deadline.Key,
            Name = deadline.Name,
            Fields =
            [
                Fields.Code<DeadlineState>("state", deadline.State, deadline.StateInWords), Fields.Date("due", deadline.Due), Fields.Days("days", deadline.Due?.Latest, _today),
                Fields.Actor("setBy", deadline.SetBy, _names), Fields.Actors("addressees", deadline.Addressees, _names), Fields.Truth("selfSet", deadline.SelfSet),
                Fields.Text("coverage", deadline.Coverage?.InWords), Fields.Text("replacedBy", deadline.ReplacedBy), Fields.Text("succeededBy", deadline.SucceededBy),
            ],
            Parts = Ended(deadline),
            Claims = deadline.Claims,
        });

    // By whose word it was met, taken back or given up.
    private ImmutableArray<EntryPart> Ended(Deadline deadline) => [.. deadline.Ended.GroupBy(c => c.Claim.Holder ?? c.Claim.By ?? Actor.Narrator, StringComparer.Ordinal)
        .Select(g => new EntryPart(g.Key, _names.Heading(g.Key).Text, [Fields.Code<DeadlineState>("outcome", deadline.State, deadline.StateInWords)], [.. g]))];

    /// <summary>Measures.</summary>
    public IEnumerable<Entry> Measures() => _snapshot.Measures.Select(measure => new Entry
    {
        Kind = "measure",
        Key = measure.Key,
        Name = measure.Name,
        Fields =
        [
            Fields.Code("state", measure.State, Words.Of("status", measure.State)), Fields.Text("measureKind", measure.Kind), Fields.Actor("by", measure.By, _names),
            Fields.Actors("targets", measure.Targets, _names),
        ],
        Claims = measure.Claims,
    });

    /// <summary>Commitments.</summary>
    public IEnumerable<Entry> Commitments() => _snapshot.Commitments.Select(commitment => new Entry
    {
        Kind = "commitment",
        Key = commitment.Key,
        Name = commitment.Name,
        Fields =
        [
            Fields.Code<CommitmentState>("state", commitment.State, Words.Of("commitment", commitment.State)), Fields.Actor("by", commitment.By, _names),
            Fields.Text("condition", commitment.Condition is { } condition ? condition.Words(condition.Claim.If) ?? condition.Evidence.Quote : null),
        ],
        Parts = [.. commitment.Accounts.Select(a => new EntryPart(a.Party, _names.Of(a.Party).Text, [Fields.Code<PromiseOutcome>("outcome", a.Outcome, Words.Of("promise", a.Outcome))], [a.Ground]))],
        Claims = commitment.Claims,
    });

    /// <summary>Demands with what was answered.</summary>
    public IEnumerable<Entry> Demands() => _snapshot.Demands.Select(demand => new Entry
    {
        Kind = "demand",
        Key = demand.Key,
        Name = demand.Name,
        Fields =
        [
            Fields.Code<DemandState>("state", demand.State, Words.Of("demand", demand.State)), Fields.Actor("by", demand.By, _names), Fields.Actors("addressees", demand.Addressees, _names),
        ],
        Parts = [.. demand.Answers.GroupBy(c => c.Claim.By ?? Actor.Narrator, StringComparer.Ordinal).Select(g => new EntryPart(g.Key, _names.Heading(g.Key).Text, [], [.. g]))],
        Claims = demand.Claims,
    });

    /// <summary>Guarantee schemes with an account for each party, and the layers, guarantors and triggers that the texts name.</summary>
    public IEnumerable<Entry> Guarantees() => _snapshot.Guarantees.Select(scheme => new Entry
    {
        Kind = "guarantee",
        Key = scheme.Key,
        Name = scheme.Name,
        Fields =
        [
            Fields.Code<GuaranteeState>("state", scheme.State, Words.Of("guarantee", scheme.State)), Fields.Actor("for", scheme.For, _names),
            Fields.Actors("guarantors", [.. scheme.Parts(_snapshot).SelectMany(f => f.Facet["guarantor"]?.Actors ?? []).Distinct(StringComparer.Ordinal)], _names),
            Fields.List("components", Told(scheme, "component")), Fields.List("triggers", Told(scheme, "trigger")),
        ],
        Parts = [.. scheme.Lanes.Select(lane => new EntryPart(lane.Party, _names.Heading(lane.Party).Text, [Fields.Code<GuaranteeState>("state", lane.State, Words.Of("guarantee", lane.State))], lane.Claims))],
    });

    private IEnumerable<string> Told(GuaranteeScheme scheme, string field) => scheme.Parts(_snapshot).SelectMany(f => f.Words(field)).Distinct(StringComparer.Ordinal);

    /// <summary>Positions by actor, then reported date.</summary>
    /// <param name="actor">Key, name or part of a name of the only actor or party to list; null for all.</param>
    public IEnumerable<Entry> Positions(string? actor = null) => _snapshot.Positions
        .Where(p => actor is null || IsCalled(p.Actor, actor) || (_names.PartyOf(p.Actor) is { } party && IsCalled(party, actor)))
        .Select(position => new Entry
        {
            Kind = "position",
            Key = position.Claim.Claim.Id,
            Name = _names.Of(position.Actor).Text,
            Fields =
            [
                Fields.Actor("actor", position.Actor, _names), Fields.Actor("party", _names.PartyOf(position.Actor), _names), Fields.Code<Firmness>("firmness", position.Firmness),
                Fields.Code<ClaimType>("type", position.Claim.Claim.Type), Fields.Code<Polarity>("polarity", position.Claim.Claim.Polarity, position.Claim.Claim.Polarity == Polarity.Negative ? "negated" : ""),
                Fields.Text("what", position.Claim.Words(position.Claim.Claim.What)), Fields.Actor("holder", position.Claim.Claim.Holder, _names), Fields.Date("reported", position.Claim.Reported),
                Fields.Text("issue", position.Issue, IssueName(position.Issue)), Fields.Text("issueName", IssueName(position.Issue), ""),
                Fields.Text("option", position.Option, OptionName(position.Issue, position.Option)), Fields.Text("optionName", OptionName(position.Issue, position.Option), ""),
            ],
            Claims = [position.Claim],
        });

    /// <summary>Where each side stands on each issue, with every step by which it came there.</summary>
    /// <param name="actor">Key, name or part of a name of the only side to list; null for all.</param>
    public IEnumerable<Entry> PositionLines(string? actor = null) => _snapshot.PositionLines
        .Where(l => actor is null || IsCalled(l.Party, actor))
        .Select(line => new Entry
        {
            Kind = "position-line",
            Key = $"{line.Issue} {line.Party}",
            Name = $"{_names.Of(line.Party).Text}: {IssueName(line.Issue)}",
            Fields = [Fields.Actor("party", line.Party, _names), Fields.Text("issue", line.Issue, ""), Fields.Text("issueName", IssueName(line.Issue), ""), Fields.Date("first", line.FirstSeen), Fields.Date("last", line.LastSeen)],
            Parts =
            [
                .. line.Steps.Select(step => new EntryPart(line.Party, Stances(line, step.Stances), [Fields.Code<PositionMove>("move", step.Move, Words.Of("move", step.Move)), Fields.Date("first", step.FirstSeen), Fields.Date("last", step.LastSeen)], [.. step.Positions.Select(p => p.Claim)])),
                .. line.Undated.IsEmpty ? [] : new[] { new EntryPart(line.Party, Words.Of("header.undated"), [Fields.Code<PositionMove>("move", null), Fields.Date("first", null), Fields.Date("last", null)], [.. line.Undated.Select(p => p.Claim)]) },
            ],
        });

    private string Stances(PositionLine line, ImmutableArray<OptionStance> stances) => StanceWords.Of(_snapshot.Issues.FirstOrDefault(i => i.Key == line.Issue), stances);

    private string? IssueName(string? key) => key is null ? null : _snapshot.Issues.FirstOrDefault(i => i.Key == key)?.Name;

    private string? OptionName(string? issue, string? option) => option is null ? null : _snapshot.Issues.FirstOrDefault(i => i.Key == issue)?.Options.FirstOrDefault(o => o.Key == option)?.Name;

    /// <summary>Disputes, both accounts side by side.</summary>
    public IEnumerable<Entry> Disputes() => _snapshot.Disputes.Select(dispute => new Entry
    {
        Kind = "dispute",
        Key = dispute.Key,
        Name = dispute.Subject,
        Fields = [Fields.Code<DisputeKind>("class", dispute.Kind, Words.Of("dispute", dispute.Kind)), Fields.Code<DisputeGround>("ground", dispute.Ground, Words.Of("dispute-ground", dispute.Ground))],
        Parts = [Account(dispute.One), Account(dispute.Other)],
    });

    /// <summary>Changes between two snapshots, of which this is the later one.</summary>
    /// <param name="changes">The changes; both snapshots are to be folded within the same marking.</param>
    public IEnumerable<Entry> Changes(IEnumerable<Change> changes) => changes.Select(change => new Entry
    {
        Kind = "change",
        Key = change.Key,
        Name = change.Name,
        Heading = Words.Fill(Step(change), ("subject", EnumSpelling.Of(change.Subject)), ("change", EnumSpelling.Of(change.Kind)), ("name", change.Name), ("before", change.Before ?? ""), ("after", change.After ?? "")),
        Fields =
        [
            Fields.Code<ChangeSubject>("subject", change.Subject, ""), Fields.Code<ChangeKind>("change", change.Kind, ""), Fields.Actor("party", change.Party, _names),
            Fields.Text("before", change.Before, ""), Fields.Text("after", change.After, ""),
        ],
        Claims = change.Claims,
    });

    private static string Step(Change change) => (change.Before, change.After) switch
    {
        (null, null) => "change.plain",
        (null, _) => "change.after",
        (_, null) => "change.before",
        _ => "change.both",
    };

    private EntryPart Account(ImmutableArray<RecordedClaim> claims)
    {
        var holder = claims.Select(c => c.Claim.Holder ?? c.Claim.By).FirstOrDefault(a => a is not null);
        return new(holder, holder is null ? Words.Of("header.account") : _names.Heading(holder).Text, [], claims);
    }

    private bool IsCalled(string key, string name) =>
        key.Equals(name, StringComparison.OrdinalIgnoreCase) || _names.Of(key).Text.Contains(name, StringComparison.OrdinalIgnoreCase);

    /// <summary>How a claim is told in one line.</summary>
    internal string Told(RecordedClaim claim) => ClaimPhrase.Of(claim, Phrasing.Full, _names).AsText();

    /// <summary>Name to show for an actor.</summary>
    internal string NameOf(string key) => _names.Of(key).Text;
}
