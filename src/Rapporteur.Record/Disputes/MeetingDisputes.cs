using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>Accounts of one meeting that differ: one says it goes on, another that it is off; or firm venues that differ.</summary>
internal sealed class MeetingDisputes(Accounts accounts)
{
    internal IEnumerable<Dispute> Of(IEnumerable<Meeting> meetings) => meetings.SelectMany(m => States(m).Concat(Venues(m)));

    // Lanes against each other, and each lane against itself.
    private IEnumerable<Dispute> States(Meeting meeting)
    {
        if (!meeting.Lanes.Any(IsOff)) yield break;
        var lanes = WithEchoes(meeting);
        foreach (var off in meeting.Lanes.Where(IsOff))
        {
            var found = lanes.SelectMany(on => Pairs(meeting, on, off).Select(d => (On: on, Dispute: d))).ToList();
            // What the reporters tell of a plan is mostly the plan of a party; where its own word stands beside it, that is the account.
            var parties = found.Exists(p => p.On.Party != Actor.Narrator && p.On.Party != off.Party);
            foreach (var (on, dispute) in found)
                if (!parties || on.Party != Actor.Narrator) yield return dispute;
        }
    }

    // A quoted mention that leaves out who meets says nothing of the state by itself, but is an account beside the others.
    private List<MeetingLane> WithEchoes(Meeting meeting) =>
    [
        .. meeting.Lanes,
        .. meeting.Companions.Where(c => c.Claim is { Type: ClaimType.Meeting, Holder: not null } && MeetingStates.Of(c.Claim) is ClaimStatus.Proposed or ClaimStatus.Scheduled or ClaimStatus.Ongoing
                && meeting.Lanes.All(l => l.Party != accounts.Of(c.Claim)))
            .GroupBy(c => accounts.Of(c.Claim), StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new MeetingLane(g.Key, null, [.. g])),
    ];

    private IEnumerable<Dispute> Pairs(Meeting meeting, MeetingLane on, MeetingLane off)
    {
        // Against itself only where both are the party's own word, not what it says of others.
        var own = ReferenceEquals(on, off);
        var against = off.Claims.Where(c => IsOff(c.Claim) && (!own || IsOwn(c.Claim, off.Party))).ToList();
        var forIt = on.Claims.Where(c => (!own || IsOwn(c.Claim, on.Party)) && against.Any(o => Opposed(c, o))).ToList();
        against = [.. against.Where(o => forIt.Any(c => Opposed(c, o)))];
        // What one party says in one text and what it says in another text are two things.
        var here = own ? forIt.Where(c => against.Exists(o => o.Document.TextId == c.Document.TextId)).ToList() : forIt;
        if (here.Count > 0) yield return DisputePair.Of(DisputeGround.MeetingState, meeting.Name, here, [.. against.Where(o => here.Exists(c => Opposed(c, o)))], accounts);
        var elsewhere = forIt.Except(here).ToList();
        if (elsewhere.Count > 0) yield return DisputePair.Of(DisputeGround.MeetingState, meeting.Name, elsewhere, [.. against.Where(o => elsewhere.Exists(c => Opposed(c, o)))], accounts);
    }

    private bool IsOwn(Claim claim, string party) => claim.By is null || claim.By == Actor.Narrator || accounts.Party(claim.By) == party;

    // That a plan is put off, or that what was denied takes place in the end, is the course of things; it is a dispute when one account says so
    // while or after the other says the opposite.
    private static bool Opposed(RecordedClaim on, RecordedClaim off)
    {
        if (MeetingStates.IsOpen(on.Claim) || MeetingStates.IsOpen(off.Claim)) return false;
        // Two claims of one sentence are one account of it.
        if (on.Claim.Evidence == off.Claim.Evidence && on.Document.TextId == off.Document.TextId) return false;
        var (going, halted) = (MeetingStates.Of(on.Claim), MeetingStates.Of(off.Claim));
        var (first, then) = (off.Document.Published.Anchor, on.Document.Published.Anchor);
        return (going, halted) switch
        {
            (ClaimStatus.Floated, ClaimStatus.Postponed or ClaimStatus.Cancelled) => false,
            (ClaimStatus.Held, ClaimStatus.Denied) => first >= then,
            (ClaimStatus.Floated or ClaimStatus.Proposed or ClaimStatus.CalledFor or ClaimStatus.Agreed or ClaimStatus.Scheduled or ClaimStatus.Ongoing, ClaimStatus.Denied) => true,
            (ClaimStatus.Proposed or ClaimStatus.Agreed or ClaimStatus.Scheduled or ClaimStatus.Ongoing or ClaimStatus.Held, ClaimStatus.Postponed or ClaimStatus.Cancelled) => then >= first,
            _ => false,
        };
    }

    private IEnumerable<Dispute> Venues(Meeting meeting)
    {
        var placed = meeting.Claims.Where(c => c.Claim is { Where: not null, Polarity: Polarity.Positive, Modality: Modality.Certain, Status: ClaimStatus.Agreed or ClaimStatus.Scheduled }).ToList();
        var byPlace = placed.GroupBy(c => Folding.Normalise(c.Claim.Where!), StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).ToList();
        for (var i = 0; i < byPlace.Count; i++)
            for (var j = i + 1; j < byPlace.Count; j++)
                if (ContentWords.Similarity(ContentWords.Of(byPlace[i].Key), ContentWords.Of(byPlace[j].Key)) == 0)
                    yield return DisputePair.Of(DisputeGround.Venue, meeting.Name, byPlace[i], byPlace[j], accounts);
    }

    private static bool IsOff(MeetingLane lane) => lane.Claims.Any(c => IsOff(c.Claim));

    private static bool IsOff(Claim claim) => MeetingStates.Of(claim) is ClaimStatus.Denied or ClaimStatus.Postponed or ClaimStatus.Cancelled;
}
