using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>Threads, positions and disputes of a snapshot in few bytes; their claims are numbers.</summary>
internal static class ThreadForm
{
    private static readonly Meeting NoMeeting = new() { Key = "", Name = "", Claims = [] };
    private static readonly Deadline NoDeadline = new() { Key = "", Name = "", Claims = [] };
    private static readonly Measure NoMeasure = new() { Key = "", Name = "", Claims = [] };
    private static readonly Demand NoDemand = new() { Key = "", Name = "", Claims = [], By = "" };
    private static readonly GuaranteeScheme NoScheme = new() { Key = "", Name = "", Claims = [], For = "" };
    private static readonly Commitment NoCommitment = new() { Key = "", Name = "", Claims = [] };

    internal static void Write(CompactWriter to, RecordSnapshot snapshot, ClaimReferences claims)
    {
        to.Each(snapshot.Meetings, m =>
        {
            Head(to, m, claims);
            to.Words(m.Participants);
            to.Choice(m.Form);
            to.Date(m.When);
            to.Words(m.Venues);
            to.Choice(m.State);
            to.Each(m.Lanes, lane =>
            {
                to.Word(lane.Party);
                to.Choice(lane.State);
                claims.Write(to, lane.Claims);
            });
        });
        to.Each(snapshot.Deadlines, d =>
        {
            Head(to, d, claims);
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

            claims.Write(to, d.Ended);
            to.Word(d.ReplacedBy);
            to.Word(d.SucceededBy);
        });
        to.Each(snapshot.Measures, m =>
        {
            Head(to, m, claims);
            to.Word(m.By);
            to.Words(m.Targets);
            to.Word(m.Kind);
            to.Choice(m.State);
        });
        to.Each(snapshot.Commitments, c =>
        {
            Head(to, c, claims);
            to.Word(c.By);
            to.Number((int)c.State);
            claims.WriteAny(to, c.Condition);
            to.Each(c.Accounts, a =>
            {
                to.Word(a.Party);
                to.Number((int)a.Outcome);
                claims.Write(to, a.Ground);
            });
        });
        to.Each(snapshot.Demands, d =>
        {
            Head(to, d, claims);
            to.Word(d.By);
            to.Words(d.Addressees);
            to.Number((int)d.State);
            claims.Write(to, d.Answers);
        });
        to.Each(snapshot.Guarantees, g =>
        {
            Head(to, g, claims);
            to.Word(g.For);
            to.Number((int)g.State);
            to.Each(g.Lanes, lane =>
            {
                to.Word(lane.Party);
                to.Number((int)lane.State);
                claims.Write(to, lane.Claims);
            });
        });
        to.Each(snapshot.Positions, p =>
        {
            to.Word(p.Actor);
            to.Number((int)p.Firmness);
            claims.Write(to, p.Claim);
            to.Word(p.Issue);
            to.Word(p.Option);
        });
        to.Each(snapshot.Disputes, d =>
        {
            to.Word(d.Key);
            to.Number((int)d.Kind);
            to.Number((int)d.Ground);
            to.Word(d.Subject);
            claims.Write(to, d.One);
            claims.Write(to, d.Other);
        });
    }

    internal static RecordSnapshot Read(CompactReader from, RecordSnapshot snapshot, ClaimReferences claims, Dictionary<string, Ruling> rulings)
    {
        T Headed<T>(T blank) where T : Domain.Thread => (T)((Domain.Thread)blank with
        {
            Key = from.Known(),
            Name = from.Known(),
            Claims = claims.ReadMany(from),
            Companions = claims.ReadMany(from),
            Ruling = from.Word() is { } id ? rulings[id] : null,
        });
        return snapshot with
        {
            Meetings = from.Many(r => Headed(NoMeeting) with
            {
                Participants = r.Words(),
                Form = r.Optional<MeetingForm>(),
                When = r.Date(),
                Venues = r.Words(),
                State = r.Optional<ClaimStatus>(),
                Lanes = r.Many(l => new MeetingLane(l.Known(), l.Optional<ClaimStatus>(), claims.ReadMany(l))),
            }),
            Deadlines = from.Many(r => Headed(NoDeadline) with
            {
                SetBy = r.Word(),
                Addressees = r.Words(),
                Due = r.Date(),
                SelfSet = r.Flag(),
                State = (DeadlineState)r.Number(),
                Coverage = r.Flag() ? new(DateOnly.FromDayNumber((int)r.Number()), DateOnly.FromDayNumber((int)r.Number()), (int)r.Number(), (int)r.Number()) : null,
                Ended = claims.ReadMany(r),
                ReplacedBy = r.Word(),
                SucceededBy = r.Word(),
            }),
            Measures = from.Many(r => Headed(NoMeasure) with { By = r.Word(), Targets = r.Words(), Kind = r.Word(), State = r.Optional<ClaimStatus>() }),
            Commitments = from.Many(r => Headed(NoCommitment) with
            {
                By = r.Word(),
                State = (CommitmentState)r.Number(),
                Condition = claims.ReadAny(r),
                Accounts = r.Many(a => new PromiseAccount(a.Known(), (PromiseOutcome)a.Number(), claims.Read(a))),
            }),
            Demands = from.Many(r => Headed(NoDemand) with { By = r.Known(), Addressees = r.Words(), State = (DemandState)r.Number(), Answers = claims.ReadMany(r) }),
            Guarantees = from.Many(r => Headed(NoScheme) with
            {
                For = r.Known(),
                State = (GuaranteeState)r.Number(),
                Lanes = r.Many(l => new GuaranteeLane(l.Known(), (GuaranteeState)l.Number(), claims.ReadMany(l))),
            }),
            Positions = from.Many(r => new Position(r.Known(), (Firmness)r.Number(), claims.Read(r)) { Issue = r.Word(), Option = r.Word() }),
            Disputes = from.Many(r =>
            {
                var (key, kind, ground) = (r.Known(), (DisputeKind)r.Number(), (DisputeGround)r.Number());
                return new Dispute(key, kind, r.Known(), claims.ReadMany(r), claims.ReadMany(r)) { Ground = ground };
            }),
        };
    }

    private static void Head(CompactWriter to, Domain.Thread thread, ClaimReferences claims)
    {
        to.Word(thread.Key);
        to.Word(thread.Name);
        claims.Write(to, thread.Claims);
        claims.Write(to, thread.Companions);
        to.Word(thread.Ruling?.Id);
    }
}
