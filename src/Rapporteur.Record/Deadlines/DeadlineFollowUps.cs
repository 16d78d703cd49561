using System.Collections.Frozen;
using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>What was reported after a deadline was set that bears on it without meeting it: the setter does not say what it decided, or does what it threatened.</summary>
internal sealed class DeadlineFollowUps(ClaimTable claims, Accounts accounts)
{
    // Days after the due day in which a follow-up is looked for.
    private const int Horizon = 30;
    private static readonly FrozenSet<string> Deciding = WordList.Load("deciding-words.txt");

    private readonly ILookup<string, RecordedClaim> _refusals = claims.OfType(ClaimType.Rejection)
        .Where(c => c.Claim is { Polarity: Polarity.Positive, By: not null } && Standing.IsSure(c.Claim)).ToLookup(c => c.Claim.By!, StringComparer.Ordinal);

    private readonly ILookup<string, RecordedClaim> _measures =
        claims.OfType(ClaimType.Measure).Where(c => c.Claim is { Polarity: Polarity.Positive, Modality: Modality.Certain, By: not null, Status: ClaimStatus.Imposed or ClaimStatus.Given } && Standing.IsSure(c.Claim)).ToLookup(c => accounts.Party(c.Claim.By!), StringComparer.Ordinal);

    /// <summary>Whether a phrase begins with a word of deciding or telling.</summary>
    internal static bool IsDecision(string phrase) => (ContentWords.Of(phrase) is [var first, ..] && Deciding.Contains(first))
        || Deciding.Contains(Folding.Normalise(phrase).Split(' ')[0]);

    /// <summary>Whether the act is to decide or to tell, which binds the one who names the date.</summary>
    internal static bool IsOwnDecision(RecordedClaim claim) => claim.Words(claim.Claim.What) is { } what && IsDecision(what);

    /// <summary>Claims that follow up a deadline, in order.</summary>
    internal IEnumerable<RecordedClaim> Of(ImmutableArray<RecordedClaim> deadline, Edtf? due)
    {
        if (due?.Latest is not { } last) return [];
        var set = deadline[0];
        var silences = IsOwnDecision(set) && set.Claim.By is { } setter ? _refusals[setter].Where(c => IsLater(c, set, last) && IsOwnDecision(c)) : [];
        var taken = set.Claim.By is { } by ? _measures[accounts.Party(by)] : [];
        return silences.Concat(taken.Where(c => IsLater(c, set, last) && deadline.Any(d => Executes(c, d)))).DistinctBy(c => c.Claim.Id, StringComparer.Ordinal);
    }

    private static bool IsLater(RecordedClaim claim, RecordedClaim set, DateOnly due) => claim.Document.TextId != set.Document.TextId
        && claim.Document.Published.Anchor is { } told && told > set.Document.Published.Anchor && told <= due.AddDays(Horizon);

    // The measure falls on an addressee and is of the kind that was threatened.
    private bool Executes(RecordedClaim measure, RecordedClaim deadline)
    {
        if (deadline.Words(deadline.Claim.Consequence) is not { } threatened || !deadline.Claim.To.Any(t => measure.Claim.To.Any(m => accounts.SameSide(t, m)))) return false;
        var words = ContentWords.Of(threatened);
        return Phrases.What(measure).Concat(ContentWords.Of(measure.Claim.Kind ?? "")).Any(words.Contains);
    }
}
