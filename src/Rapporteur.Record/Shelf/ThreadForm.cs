using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>Threads, positions and disputes of a snapshot in few bytes; their claims are numbers.</summary>
internal static class ThreadForm
{
    internal static void Write(CompactWriter to, RecordSnapshot snapshot, ClaimReferences claims)
    {
        to.Number(snapshot.Meetings.Length);
        foreach (var m in snapshot.Meetings)
        {
            Write(to, m, claims);
            to.Words(m.Participants);
            to.Choice(m.Form);
            to.Date(m.When);
            to.Words(m.Venues);
            to.Choice(m.State);
            to.Number(m.Lanes.Length);
            foreach (var lane in m.Lanes)
            {
                to.Word(lane.Party);
                to.Choice(lane.State);
                claims.Write(to, lane.Claims);
            }
        }

        to.Number(snapshot.Deadlines.Length);
        foreach (var d in snapshot.Deadlines)
        {
            Write(to, d, claims);
            to.Word(d.SetBy);
            to.Words(d.Addressees);
            to.Date(d.Due);
            to.Flag(d.SelfSet);
            to.Number((int)d.State);
            to.Flag(d.Coverage is not null);
            if (d.Coverage is { } read)
            {
                to.Number(read.From.DayNumber);
                to.Number(read.To.DayNumber);
                to.Number(read.Documents);
                to.Number(read.Publishers);
            }

            to.Word(d.ReplacedBy);
            to.Word(d.SucceededBy);
        }

        to.Number(snapshot.Measures.Length);
        foreach (var m in snapshot.Measures)
        {
            Write(to, m, claims);
            to.Word(m.By);
            to.Words(m.Targets);
            to.Word(m.Kind);
            to.Choice(m.State);
        }

        to.Number(snapshot.Commitments.Length);
        foreach (var c in snapshot.Commitments)
        {
            Write(to, c, claims);
            to.Word(c.By);
            to.Number((int)c.State);
            claims.WriteAny(to, c.Condition);
            to.Number(c.Accounts.Length);
            foreach (var a in c.Accounts)
            {
                to.Word(a.Party);
                to.Number((int)a.Outcome);
                claims.Write(to, a.Ground);
            }
        }

        to.Number(snapshot.Positions.Length);
        foreach (var p in snapshot.Positions)
        {
            to.Word(p.Actor);
            to.Number((int)p.Firmness);
            claims.Write(to, p.Claim);
            to.Word(p.Issue);
            to.Word(p.Option);
        }

        to.Number(snapshot.Disputes.Length);
        foreach (var d in snapshot.Disputes)
        {
            to.Word(d.Key);
            to.Number((int)d.Kind);
            to.Number((int)d.Ground);
            to.Word(d.Subject);
            claims.Write(to, d.One);
            claims.Write(to, d.Other);
        }
    }

    internal static RecordSnapshot Read(CompactReader from, RecordSnapshot snapshot, ClaimReferences claims, Dictionary<string, Ruling> rulings)
    {
        Ruling? Ruled(CompactReader r) => r.Word() is { } id ? rulings[id] : null;
        return snapshot with
        {
            Meetings = CompactReader.Frozen(from.Each(r => new Meeting
            {
                Key = r.Known(),
                Name = r.Known(),
                Claims = claims.ReadMany(r),
                Companions = claims.ReadMany(r),
                Ruling = Ruled(r),
                Participants = r.Words(),
                Form = r.Optional<MeetingForm>(),
                When = r.Date(),
                Venues = r.Words(),
                State = r.Optional<ClaimStatus>(),
                Lanes = CompactReader.Frozen(r.Each(l => new MeetingLane(l.Known(), l.Optional<ClaimStatus>(), claims.ReadMany(l)))),
            })),
            Deadlines = CompactReader.Frozen(from.Each(r => new Deadline
            {
                Key = r.Known(),
                Name = r.Known(),
                Claims = claims.ReadMany(r),
                Companions = claims.ReadMany(r),
                Ruling = Ruled(r),
                SetBy = r.Word(),
                Addressees = r.Words(),
                Due = r.Date(),
                SelfSet = r.Flag(),
                State = (DeadlineState)r.Number(),
                Coverage = r.Flag() ? new(DateOnly.FromDayNumber((int)r.Number()), DateOnly.FromDayNumber((int)r.Number()), (int)r.Number(), (int)r.Number()) : null,
                ReplacedBy = r.Word(),
                SucceededBy = r.Word(),
            })),
            Measures = CompactReader.Frozen(from.Each(r => new Measure
            {
                Key = r.Known(),
                Name = r.Known(),
                Claims = claims.ReadMany(r),
                Companions = claims.ReadMany(r),
                Ruling = Ruled(r),
                By = r.Word(),
                Targets = r.Words(),
                Kind = r.Word(),
                State = r.Optional<ClaimStatus>(),
            })),
            Commitments = CompactReader.Frozen(from.Each(r => new Commitment
            {
                Key = r.Known(),
                Name = r.Known(),
                Claims = claims.ReadMany(r),
                Companions = claims.ReadMany(r),
                Ruling = Ruled(r),
                By = r.Word(),
                State = (CommitmentState)r.Number(),
                Condition = claims.ReadAny(r),
                Accounts = CompactReader.Frozen(r.Each(a => new PromiseAccount(a.Known(), (PromiseOutcome)a.Number(), claims.Read(a)))),
            })),
            Positions = CompactReader.Frozen(from.Each(r => new Position(r.Known(), (Firmness)r.Number(), claims.Read(r)) { Issue = r.Word(), Option = r.Word() })),
            Disputes = CompactReader.Frozen(from.Each(r =>
            {
                var (key, kind, ground) = (r.Known(), (DisputeKind)r.Number(), (DisputeGround)r.Number());
                return new Dispute(key, kind, r.Known(), claims.ReadMany(r), claims.ReadMany(r)) { Ground = ground };
            })),
        };
    }

    private static void Write(CompactWriter to, Domain.Thread thread, ClaimReferences claims)
    {
        to.Word(thread.Key);
        to.Word(thread.Name);
        claims.Write(to, thread.Claims);
        claims.Write(to, thread.Companions);
        to.Word(thread.Ruling?.Id);
    }
}
