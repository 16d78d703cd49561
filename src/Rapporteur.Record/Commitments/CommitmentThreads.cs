using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>Makes commitments of claims: the same side and the same act.</summary>
internal sealed class CommitmentThreads(ClaimTable claims, Accounts accounts, Phrases phrases, Sentences sentences, Standing standing, ThreadRulings rulings, PromiseAccounts told)
{
    private const int Horizon = 120;

    /// <summary>Commitments by first report.</summary>
    internal ImmutableArray<Commitment> All()
    {
        var items = claims.OfType(ClaimType.Commitment).Where(c => c.Claim is { Polarity: Polarity.Positive, By: not null and not Actor.Narrator } && c.Claim.Modality != Modality.Hypothetical
            && Standing.IsSure(c.Claim) && !accounts.IsMedium(c.Claim.By!) && !standing.IsWished(c)).ToList();
        var outcomes = new ActIndex(claims.OfType(ClaimType.Measure).Where(c => c.Claim is { Polarity: Polarity.Positive, Modality: Modality.Certain, By: not null, Status: ClaimStatus.Given or ClaimStatus.Imposed or ClaimStatus.Lifted }),
            c => accounts.Party(c.Claim.By!), phrases);
        var threads = Agglomeration.Run(items.Count, i => phrases.Blocks(items[i], accounts.Party(items[i].Claim.By ?? "")), (i, j) => Link(items[i], items[j]), static (_, _) => false, rulings, i => items[i].Claim.Id);
        return [.. threads.Select(t => Make([.. t.Select(i => items[i])], outcomes)).OrderBy(c => c.Claims[0], ClaimOrder.Instance)];
    }

    private double Link(RecordedClaim a, RecordedClaim b)
    {
        if (!accounts.SameSide(a.Claim.By, b.Claim.By) || !phrases.SameAct(a, b)) return 0;
        if (a.Document.TextId == b.Document.TextId) return 2;
        return a.Document.Published.Anchor is { } one && b.Document.Published.Anchor is { } other && Math.Abs(one.DayNumber - other.DayNumber) <= Horizon ? 1 : 0;
    }

    private Commitment Make(ImmutableArray<RecordedClaim> same, ActIndex outcomes)
    {
        var by = same[0].Claim.By == Actor.Narrator ? null : same[0].Claim.By;
        var condition = same.LastOrDefault(c => c.Claim.If is not null);
        var reported = told.Of(same);
        // A measure of the same side, in the same words, reported later as in force. That it was broken is never concluded: only what a text says.
        var done = ClaimOrder.Once(same.SelectMany(s => outcomes.Of(accounts.Party(s.Claim.By ?? ""), s, c => c.Document.Published.Anchor > s.Document.Published.Anchor)));
        return new()
        {
            Key = ContentHash.Key("commitment", same[0].Claim.Id),
            Name = by is null ? same[0].Words(same[0].Claim.What) ?? same[0].Evidence.Quote : $"{accounts.Name(by)}: {same[0].Words(same[0].Claim.What) ?? same[0].Evidence.Quote}",
            Claims = same,
            Companions = [.. sentences.Beside(same, (c, s) => accounts.SameSide(c.Claim.By, s.Claim.By), ClaimType.Condition, ClaimType.Statement).Concat(done).Order(ClaimOrder.Instance)],
            By = by,
            State = done.Length > 0 ? CommitmentState.Kept : Reported(reported) ?? (condition is not null ? CommitmentState.Dormant : CommitmentState.Open),
            Condition = condition,
            Accounts = reported,
        };
    }

    // By the reporters' own word, where they agree; what a party says of a promise stays its account.
    private static CommitmentState? Reported(ImmutableArray<PromiseAccount> accounts) =>
        accounts.Where(a => a.Party == Actor.Narrator && a.Outcome != PromiseOutcome.InDoubt).Select(a => a.Outcome).Distinct().ToList() is [var outcome]
            ? outcome == PromiseOutcome.Kept ? CommitmentState.Kept : CommitmentState.Broken
            : null;
}
