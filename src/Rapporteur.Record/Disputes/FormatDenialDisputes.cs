using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>A meeting of three or more that one of them denies or refuses, named by its format alone, and that another account speaks of. Sentences that deny seldom name all who would meet, so that no thread holds both.</summary>
internal sealed class FormatDenialDisputes(ClaimTable claims, Accounts accounts, Sayings sayings)
{
    private const int Horizon = 30;

    /// <summary>Whether a claim denies or refuses a meeting of three or more by its format.</summary>
    internal static bool Denies(RecordedClaim claim) => claim.Claim is { Type: ClaimType.Denial or ClaimType.Rejection, By: not null and not Actor.Narrator, What: not null } && Sayings.Stands(claim)
        && FormatDisputes.Of(claim) is "three" or "many";

    internal IEnumerable<Dispute> All()
    {
        var denials = claims.With(ClaimMark.DeniesFormat).ToList();
        if (denials.Count == 0) yield break;
        var plans = new Nearby<RecordedClaim>(claims.OfType(ClaimType.Meeting).Where(IsPlan), p => p.Document);
        foreach (var denial in denials)
        {
            var (format, parties) = (FormatDisputes.Of(denial), Parties(denial));
            if (parties.Count < 2) continue;
            var told = plans.To(denial, Horizon).Where(p => FormatDisputes.Of(p) == format && accounts.Of(p.Claim) != accounts.Of(denial.Claim)
                && parties.IsSubsetOf(p.Claim.Participants.Select(accounts.Party))).ToList();
            if (told.Count > 0) yield return DisputePair.Of(DisputeGround.MeetingState, Sayings.Name(denial), [denial], told, accounts);
        }
    }

    private static bool IsPlan(RecordedClaim claim) => claim.Claim is { Participants.Length: > 2, Status: ClaimStatus.Floated or ClaimStatus.Proposed or ClaimStatus.CalledFor or ClaimStatus.Agreed or ClaimStatus.Scheduled }
        && Sayings.Stands(claim);

    // Who denies it, whom the words name, and who takes part by what else its sentence says.
    private HashSet<string> Parties(RecordedClaim denial)
    {
        var parties = sayings.Parties(denial);
        parties.Add(accounts.Party(denial.Claim.By!));
        foreach (var meeting in claims.InSentence(denial, ClaimType.Meeting)) parties.UnionWith(meeting.Claim.Participants.Where(accounts.IsKnown).Select(accounts.Party));
        return parties;
    }
}
