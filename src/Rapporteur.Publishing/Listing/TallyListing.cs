using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>Lists counts and grids over a snapshot; every count stands beside how many things it counts.</summary>
/// <param name="snapshot">The snapshot, without what is withheld.</param>
/// <param name="tallies">The counts over it.</param>
public sealed class TallyListing(RecordSnapshot snapshot, RecordTallies tallies)
{
    private readonly ActorNames _names = new(snapshot);

    /// <summary>What became of what each side announced to each other.</summary>
    public IEnumerable<Entry> FollowThrough() => tallies.FollowThrough.Select(f => new Entry
    {
        Kind = "follow-through",
        Key = $"{f.Issuer} {f.Target} {EnumSpelling.Of(f.Kind)}",
        Name = $"{_names.Of(f.Issuer).Text}{(f.Target is { } target ? " → " + _names.Of(target).Text : "")}: {Words.Of("announcement", f.Kind)}, {Words.Fill("tally.n", ("n", Words.Number(f.N)))}",
        Fields =
        [
            Fields.Actor("issuer", f.Issuer, _names), Fields.Actor("target", f.Target, _names), Fields.Code<Announcement>("announcement", f.Kind, ""), Fields.Number("n", f.N, ""),
            .. Enum.GetValues<AnnouncementOutcome>().Select(o => Fields.Number(Camel(o), f.Count(o), $"{Words.Of("outcome", o)}: {Words.Number(f.Count(o))}")),
        ],
        Parts = [.. f.Threads.Select(t => new EntryPart(f.Issuer, Quoting.Clean(t.Thread.Name), [Fields.Code<AnnouncementOutcome>("outcome", t.Outcome, Words.Of("outcome", t.Outcome)), Fields.Text("thread", t.Thread.Key, "")], t.Thread.Claims))],
    });

    /// <summary>Who blames whom.</summary>
    public IEnumerable<Entry> Blame() => tallies.Blame.Select(b => new Entry
    {
        Kind = "blame",
        Key = $"{b.By} {b.On}",
        Name = $"{_names.Heading(b.By).Text} → {_names.Of(b.On).Text}",
        Fields = [Fields.Actor("by", b.By, _names), Fields.Actor("on", b.On, _names), Fields.Number("n", b.Claims.Length)],
        Claims = b.Claims,
    });

    /// <summary>Contacts with what each side tells of them.</summary>
    public IEnumerable<Entry> Contacts() => tallies.Contacts.Select(c => new Entry
    {
        Kind = "contact",
        Key = c.Meeting.Key,
        Name = string.Concat(MeetingName.Of(c.Meeting, _names).Select(p => p.Text)),
        Fields = [Fields.Code("state", c.Meeting.State, Words.Of("status", c.Meeting.State)), Fields.Date("when", c.Meeting.When), Fields.Actors("silent", [.. c.Readouts.Where(r => r.Claims.IsEmpty).Select(r => r.Party)], _names)],
        Parts = [.. c.Readouts.Where(r => !r.Claims.IsEmpty).Select(r => new EntryPart(r.Party, _names.Of(r.Party).Text, [], r.Claims))],
    });

    /// <summary>Concessions by this record's count, beside what is said of them.</summary>
    public IEnumerable<Entry> Concessions() => tallies.Concessions.Select(c => new Entry
    {
        Kind = "concessions",
        Key = c.Party,
        Name = _names.Of(c.Party).Text,
        Fields =
        [
            Fields.Actor("party", c.Party, _names), Fields.Number("accepted", c.Acceptances.Length), Fields.Number("moved", c.Moves.Length),
            Fields.Number("said", c.Said.Length),
        ],
        Parts =
        [
            .. Part(c.Party, "tally.accepted", c.Acceptances), .. Part(c.Party, "tally.moved", [.. c.Moves.SelectMany(m => m.Positions).Select(p => p.Claim)]), .. Part(null, "tally.said", c.Said),
        ],
    });

    /// <summary>Who takes part in which meeting, asks for it or declines it.</summary>
    public IEnumerable<Entry> Participation() => tallies.Participation.Select(p => new Entry
    {
        Kind = "participation",
        Key = p.Meeting.Key,
        Name = string.Concat(MeetingName.Of(p.Meeting, _names).Select(part => part.Text)),
        Fields = [.. Enum.GetValues<Seat>().Select(s => Fields.Actors(Camel(s), [.. p.Seats.Where(x => x.Seat == s).Select(x => x.Party)], _names))],
        Claims = p.Meeting.Claims,
    });

    private static EntryPart[] Part(string? party, string words, ImmutableArray<RecordedClaim> claims) =>
        claims.IsEmpty ? [] : [new(party, Words.Of(words), [], claims)];

    private static string Camel<T>(T value) where T : struct, Enum => char.ToLowerInvariant(value.ToString()[0]) + value.ToString()[1..];
}
