using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>What one party plans, and the next sentence, in which another says that nothing of the kind is agreed.</summary>
internal sealed class RejoinderDisputes(ClaimTable claims, Accounts accounts)
{
    private static readonly PhraseTable Disagreed = PhraseTable.Load("disagreed-phrases.txt");

    /// <summary>Whether words say that what was just named is not agreed.</summary>
    internal static bool IsDisagreed(string words) => Disagreed.IsIn(words);

    internal IEnumerable<Dispute> All()
    {
        var byText = claims.With(ClaimMark.Plans).ToLookup(c => c.Document.TextId, StringComparer.Ordinal);
        foreach (var answers in claims.With(ClaimMark.Disagrees).GroupBy(c => (c.Document.TextId, c.Claim.Evidence)))
        {
            var account = accounts.Of(answers.First().Claim);
            if (account == Actor.Narrator || answers.Any(a => accounts.Of(a.Claim) != account)) continue;
            var plans = byText[answers.Key.TextId].Where(p => Sayings.IsRightBefore(p, answers.First()) && IsOfAnother(p.Claim, account)).ToList();
            // One party's plan; of several it cannot be told which is meant.
            if (plans.Count > 0 && plans.TrueForAll(p => accounts.Of(p.Claim) == accounts.Of(plans[0].Claim)))
                yield return DisputePair.Of(DisputeGround.NoAgreement, plans[0].Words(plans[0].Claim.What) ?? Sayings.Own(plans[0]), plans, answers, accounts);
        }
    }

    // By another's word; or told by the reporter of a meeting in which the party that answers is to take part.
    private bool IsOfAnother(Claim plan, string account) => accounts.Of(plan) is var planner && planner != account
        && (planner != Actor.Narrator || plan.Participants.Any(p => accounts.Party(p) == account));

    /// <summary>Whether a claim plans a meeting.</summary>
    internal static bool IsPlan(RecordedClaim claim) => Sayings.Stands(claim) && claim.Claim switch
    {
        { Type: ClaimType.Offer or ClaimType.Commitment or ClaimType.Demand } => ContentWords.NameMeeting(Sayings.Own(claim)),
        { Type: ClaimType.Meeting, Status: ClaimStatus.Floated or ClaimStatus.Proposed or ClaimStatus.CalledFor or ClaimStatus.Agreed or ClaimStatus.Scheduled } => true,
        _ => false,
    };

    /// <summary>Whether a claim says that nothing of the kind is agreed.</summary>
    internal static bool IsAnswer(RecordedClaim claim) => claim.Claim.Type is ClaimType.Denial or ClaimType.Rejection or ClaimType.Statement
        && claim.Claim.Modality != Modality.Hypothetical && Standing.IsSure(claim.Claim) && Disagreed.IsIn(claim.Evidence.Quote);
}
