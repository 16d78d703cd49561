using System.Buffers;
using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>Counts what a snapshot holds: follow-through, blame, contacts, concessions, seats. A function of the snapshot; withheld documents have to be taken out before.</summary>
public static class TallyFold
{
    // Words of giving way; stems of ContentWords.
    private static readonly ImmutableArray<string> Conceding = [.. new[] { "concession", "concede", "compromise" }.SelectMany(w => ContentWords.Of(w))];
    private static readonly SearchValues<string> ConcedingLetters = SearchValues.Create([.. Conceding], StringComparison.OrdinalIgnoreCase);

    /// <summary>The tallies of a snapshot.</summary>
    /// <param name="snapshot">The record as of a day, with position lines where movement is to be counted.</param>
    public static RecordTallies Of(RecordSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var words = snapshot.Claims.Where(c => c.Claim.Type is ClaimType.Statement or ClaimType.Assessment && Standing.IsSure(c.Claim)).ToLookup(c => (c.Document.TextId, c.Claim.Evidence));
        return new()
        {
            FollowThrough = FollowThroughFold.Of(snapshot),
            Blame = BlameOf(snapshot),
            Contacts = [.. snapshot.Meetings.Where(m => m.State is ClaimStatus.Held or ClaimStatus.Ongoing).Select(m => Contact(m, words, snapshot)).Where(c => c.Readouts.Length > 1)],
            Concessions = ConcessionsOf(snapshot),
            Participation = [.. snapshot.Meetings.Select(m => Seats(m, snapshot)).Where(p => p.Seats.Length > 1)],
        };
    }

    /// <summary>The party of an actor, or the actor where no party is known.</summary>
    internal static string Side(RecordSnapshot snapshot, string key) => snapshot.Actors.TryGetValue(key, out var actor) ? actor.Party ?? key : key;

    private static bool IsLive(RecordedClaim claim) => claim.Claim is { Polarity: Polarity.Positive, Modality: not (Modality.Historical or Modality.Hypothetical) } && Standing.IsSure(claim.Claim);

    private static ImmutableArray<Blame> BlameOf(RecordSnapshot snapshot) =>
    [
        .. snapshot.Claims.Where(c => c.Claim is { Type: ClaimType.Accusation, By: not null } && IsLive(c))
            .SelectMany(c => c.Claim.To.Select(to => (By: c.Claim.By == Actor.Narrator ? Actor.Narrator : Side(snapshot, c.Claim.By!), On: Side(snapshot, to), Claim: c)))
            .Where(b => b.By != b.On).GroupBy(b => (b.By, b.On)).Select(g => new Blame(g.Key.By, g.Key.On, [.. g.Select(b => b.Claim).Distinct().Order(ClaimOrder.Instance)]))
            .OrderByDescending(b => b.Claims.Length).ThenBy(b => b.By, StringComparer.Ordinal).ThenBy(b => b.On, StringComparer.Ordinal),
    ];

    // A side's own words, statements and judgements: those about the contact, and those in the sentences that tell of it. What was said before it is an announcement.
    private static ContactReadouts Contact(Meeting meeting, ILookup<(string, TextSpan), RecordedClaim> beside, RecordSnapshot snapshot)
    {
        var words = meeting.Companions.Where(c => c.Claim.Type is ClaimType.Statement or ClaimType.Assessment)
            .Concat(meeting.Claims.SelectMany(c => beside[(c.Document.TextId, c.Claim.Evidence)])).DistinctBy(c => c.Claim.Id, StringComparer.Ordinal).Where(c => !IsBefore(c, meeting)).ToList();
        return new(meeting,
        [
            .. meeting.Participants.Select(p => Side(snapshot, p)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
                .Select(side => new Readout(side, [.. words.Where(c => (c.Claim.Holder ?? c.Claim.By) is { } by && by != Actor.Narrator && Side(snapshot, by) == side).Order(ClaimOrder.Instance)])),
        ]);
    }

    private static bool IsBefore(RecordedClaim claim, Meeting meeting) =>
        meeting.When?.Earliest is { } day && claim.Document.Published.Value?.Latest is { } published && published < day;

    private static ImmutableArray<ConcessionTally> ConcessionsOf(RecordSnapshot snapshot)
    {
        var accepted = snapshot.Positions.Where(p => p.Claim.Claim is { Type: ClaimType.Acceptance, Polarity: Polarity.Positive, Modality: Modality.Certain }).ToLookup(p => Side(snapshot, p.Actor), p => p.Claim, StringComparer.Ordinal);
        var moved = snapshot.PositionLines.SelectMany(l => l.Moves.Where(m => m.Move == PositionMove.Softened || (m.Move == PositionMove.Reversed && m.Stances.Any(s => s.Firmness != Firmness.RedLine))).Select(m => (l.Party, m)))
            .ToLookup(m => m.Party, m => m.m, StringComparer.Ordinal);
        var counted = snapshot.Facets.Where(f => f.Facet.Kind == "tally").SelectMany(f => (f.Facet["by"]?.Actors ?? []).Select(a => (Place: (f.Document.TextId, f.Facet.Evidence), Actor: a))).ToLookup(f => f.Place, f => f.Actor);
        var said = snapshot.Claims.Where(c => c.Claim.Type is ClaimType.Assessment or ClaimType.Statement or ClaimType.Accusation && c.Claim.Modality != Modality.Hypothetical && Standing.IsSure(c.Claim) && TellsOfConceding(c))
            .SelectMany(c => About(c, counted[(c.Document.TextId, c.Claim.Evidence)]).Select(a => (Party: Side(snapshot, a), Claim: c))).ToLookup(s => s.Party, s => s.Claim, StringComparer.Ordinal);
        return
        [
            .. accepted.Select(g => g.Key).Concat(moved.Select(g => g.Key)).Concat(said.Select(g => g.Key)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
                .Select(p => new ConcessionTally(p, [.. accepted[p].Distinct().Order(ClaimOrder.Instance)], [.. moved[p]], [.. said[p].Distinct().Order(ClaimOrder.Instance)])),
        ];
    }

    // A statement is of those whose concessions it counts, for of whom else it speaks is not known; a judgement of those it is about, an accusation of those it names.
    private static IEnumerable<string> About(RecordedClaim claim, IEnumerable<string> counted) => claim.Claim.Type switch
    {
        ClaimType.Assessment => claim.Claim.About,
        ClaimType.Accusation => claim.Claim.To,
        _ => counted,
    };

    private static bool TellsOfConceding(RecordedClaim claim)
    {
        var words = claim.Claim.What is { } what ? what.Slice(claim.Document.Text) : string.Join(' ', claim.Claim.Content.Select(s => s.Slice(claim.Document.Text)));
        return words.AsSpan().ContainsAny(ConcedingLetters) && ContentWords.Of(words).Any(Conceding.Contains);
    }

    private static Participation Seats(Meeting meeting, RecordSnapshot snapshot)
    {
        var named = meeting.Participants.Select(p => Side(snapshot, p)).ToHashSet(StringComparer.Ordinal);
        var isAhead = meeting.State is not (ClaimStatus.Held or ClaimStatus.Ongoing);
        var lanes = meeting.Lanes.Where(l => l.Party != Actor.Narrator).GroupBy(l => Side(snapshot, l.Party), l => l.State, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Last(), StringComparer.Ordinal);
        return new(meeting,
        [
            .. named.Concat(lanes.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(p => (p, lanes.GetValueOrDefault(p) switch
            {
                ClaimStatus.Denied or ClaimStatus.Cancelled => Seat.Declines,
                ClaimStatus.CalledFor or ClaimStatus.Proposed or ClaimStatus.Floated when isAhead => Seat.Asks,
                _ => named.Contains(p) ? Seat.Named : (Seat?)null,
            })).Where(s => s.Item2 is not null).Select(s => (s.p, s.Item2!.Value)),
        ]);
    }
}
