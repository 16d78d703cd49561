using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>Refusals and denials that only point back: "there is no agreement on the latter" is an account of the meeting that the sentence before names.</summary>
internal static class MeetingRejoinders
{
    private const StringComparison AnyCase = StringComparison.OrdinalIgnoreCase;

    /// <summary>Every such claim with the number of the thread it speaks of.</summary>
    internal static IEnumerable<(RecordedClaim Claim, int Thread)> Of(List<List<MeetingMention>> threads, IEnumerable<RecordedClaim> claims)
    {
        var byText = threads.SelectMany((t, i) => t.Select(m => (Mention: m, Thread: i))).ToLookup(m => m.Mention.Document, StringComparer.Ordinal);
        foreach (var claim in claims)
        {
            var before = byText[claim.Document.TextId].Where(m => Sayings.IsRightBefore(m.Mention.Recorded, claim)).OrderBy(m => m.Mention.Claim.Trigger.Start).Select(m => m.Thread).Distinct().ToList();
            if (Meant(before, claim.Evidence.Quote) is { } thread) yield return (claim, thread);
        }
    }

    /// <summary>Whether a claim refuses something that its sentence does not name.</summary>
    internal static bool MayRejoin(RecordedClaim claim) => Refuses(claim.Claim) && Standing.IsSure(claim.Claim) && RejoinderDisputes.IsDisagreed(claim.Evidence.Quote);

    private static bool Refuses(Claim claim) => claim.By is not null and not Actor.Narrator && MeetingStates.Of(claim) == ClaimStatus.Denied && claim.Type != ClaimType.Meeting;

    // Of several meetings only "the former" and "the latter" tell which is meant.
    private static int? Meant(List<int> before, string words) => before switch
    {
        [] => null,
        [var only] => only,
        _ when words.Contains("the latter", AnyCase) => before[^1],
        _ when words.Contains("the former", AnyCase) => before[0],
        _ => null,
    };
}
