using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>Threads without the claims that may not be shown. A thread that loses a claim is told again from those that stay, so that
/// nothing of the withheld ones shines through; one that loses all is gone.</summary>
internal static class ThreadFence
{
    public static Meeting? Meeting(Meeting thread, Func<RecordedClaim, bool> allowed)
    {
        thread = thread with { Companions = [.. thread.Companions.Where(allowed)] };
        if (!Keep(thread, allowed, out var claims)) return claims.IsEmpty ? null : thread;
        var form = claims.Select(c => c.Claim.Form).LastOrDefault(f => f is not null);
        return thread with
        {
            Claims = claims,
            Name = Words.Of("form", form),
            Participants = Sorted(claims.SelectMany(c => c.Claim.Participants)),
            Form = form,
            When = claims.Select(c => c.Claim.When).LastOrDefault(w => w is not null),
            Venues = [.. claims.Select(c => c.Claim.Where).OfType<string>().Distinct(StringComparer.Ordinal)],
            State = LastStatus(claims),
            Lanes = [.. thread.Lanes.Select(l => Lane(l, allowed)).OfType<MeetingLane>()],
        };
    }

    public static Deadline? Deadline(Deadline thread, Func<RecordedClaim, bool> allowed)
    {
        var ended = thread.Ended.RemoveAll(c => !allowed(c));
        // What ended it is not told; nobody can tell then what became of it.
        if (ended.Length < thread.Ended.Length && thread.Ruling is null) thread = thread with { State = DeadlineState.Unknown, Coverage = null };
        thread = thread with { Companions = [.. thread.Companions.Where(allowed)], Ended = ended };
        if (!Keep(thread, allowed, out var claims)) return claims.IsEmpty ? null : thread;
        return thread with
        {
            Claims = claims,
            Ended = [],
            Name = Words.Of("type.deadline"),
            SetBy = claims.Select(c => c.Claim.By).LastOrDefault(b => b is not null),
            Addressees = Sorted(claims.SelectMany(c => c.Claim.To)),
            Due = claims.Select(c => c.Claim.Due).LastOrDefault(d => d is not null),
            SelfSet = false,
            State = DeadlineState.Unknown,
            Coverage = null,
            ReplacedBy = null,
            SucceededBy = null,
        };
    }

    public static Measure? Measure(Measure thread, Func<RecordedClaim, bool> allowed)
    {
        thread = thread with { Companions = [.. thread.Companions.Where(allowed)] };
        if (!Keep(thread, allowed, out var claims)) return claims.IsEmpty ? null : thread;
        return thread with
        {
            Claims = claims,
            Name = Words.Of("type.measure"),
            By = claims.Select(c => c.Claim.By).LastOrDefault(b => b is not null),
            Targets = Sorted(claims.SelectMany(c => c.Claim.To)),
            Kind = claims.Select(c => c.Claim.Kind).LastOrDefault(k => k is not null),
            State = LastStatus(claims),
        };
    }

    public static Commitment? Commitment(Commitment thread, Func<RecordedClaim, bool> allowed)
    {
        var told = thread.Accounts.RemoveAll(a => !allowed(a.Ground));
        // What is told of it no more gives it no state.
        if (told.Length < thread.Accounts.Length && thread.Ruling is null) thread = thread with { State = thread.Condition is null ? CommitmentState.Open : CommitmentState.Dormant };
        thread = thread with { Companions = [.. thread.Companions.Where(allowed)], Accounts = told };
        var condition = thread.Condition is { } c && allowed(c) ? c : null;
        if (!Keep(thread, allowed, out var claims)) return claims.IsEmpty ? null : condition == thread.Condition ? thread : thread with { Condition = null, State = CommitmentState.Open };
        return thread with
        {
            Claims = claims,
            Name = Words.Of("type.commitment"),
            By = claims.Select(c => c.Claim.By).LastOrDefault(b => b is not null),
            State = CommitmentState.Open,
            Condition = condition,
        };
    }

    public static Demand? Demand(Demand thread, Func<RecordedClaim, bool> allowed)
    {
        var answers = thread.Answers.RemoveAll(c => !allowed(c));
        // What was answered is not told; the state would tell it.
        if (answers.Length < thread.Answers.Length && thread.Ruling is null) thread = thread with { State = DemandState.Open };
        thread = thread with { Companions = [.. thread.Companions.Where(allowed)], Answers = answers };
        if (!Keep(thread, allowed, out var claims)) return claims.IsEmpty ? null : thread;
        return thread with { Claims = claims, Answers = [], Name = Words.Of("type.demand"), By = claims[0].Claim.By!, Addressees = Sorted(claims.SelectMany(c => c.Claim.To)), State = DemandState.Open };
    }

    public static GuaranteeScheme? Guarantee(GuaranteeScheme thread, Func<RecordedClaim, bool> allowed)
    {
        if (!Keep(thread, allowed, out var claims)) return claims.IsEmpty ? null : thread;
        return thread with
        {
            Claims = claims,
            State = GuaranteeState.Discussed,
            Lanes = [.. thread.Lanes.Select(l => l with { Claims = [.. l.Claims.Where(allowed)] }).Where(l => !l.Claims.IsEmpty).Select(l => l with { State = GuaranteeState.Discussed })],
        };
    }

    private static MeetingLane? Lane(MeetingLane lane, Func<RecordedClaim, bool> allowed)
    {
        var claims = lane.Claims.Where(allowed).ToImmutableArray();
        return claims.IsEmpty ? null : claims.Length == lane.Claims.Length ? lane : lane with { Claims = claims, State = LastStatus(claims) };
    }

    // True when claims were lost and some stay.
    private static bool Keep(Domain.Thread thread, Func<RecordedClaim, bool> allowed, out ImmutableArray<RecordedClaim> claims)
    {
        claims = [.. thread.Claims.Where(allowed)];
        return !claims.IsEmpty && claims.Length < thread.Claims.Length;
    }

    private static ClaimStatus? LastStatus(ImmutableArray<RecordedClaim> claims) => claims.Select(c => c.Claim.Status).LastOrDefault(s => s is not null);

    private static ImmutableArray<string> Sorted(IEnumerable<string> keys) => [.. keys.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
