using System.Buffers;
using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>What ends a deadline beside its day: the addressee does or accepts the act, or a part of it; the setter takes it back, puts an earlier day in its place, or will not name a day any more.</summary>
internal sealed class DeadlineEndings(ClaimTable claims, Accounts accounts, Phrases phrases, ClaimActors mentioned)
{
    // Days after the due day in which a report still tells of the act.
    private const int Slack = 2;
    private static readonly PhraseTable TakingBack = PhraseTable.Load("taking-back-phrases.txt");
    private static readonly PhraseTable Partial = PhraseTable.Load("partial-words.txt");
    private static readonly SearchValues<string> Names = SearchValues.Create(["deadline", "ultimatum"], StringComparison.OrdinalIgnoreCase);

    private readonly ActIndex _done = new(claims.OfType(ClaimType.Acceptance, ClaimType.Measure)
        .Where(c => c.Claim is { Polarity: Polarity.Positive, Modality: Modality.Certain, By: not null } && (c.Claim.Type == ClaimType.Acceptance || IsInForce(c.Claim))), c => accounts.Party(c.Claim.By!), phrases);

    private readonly ILookup<string, RecordedClaim> _takenBack = claims.With(ClaimMark.TakesBack).Where(c => Speaks(c, accounts))
        .ToLookup(c => accounts.Party(c.Claim.By!), StringComparer.Ordinal);

    /// <summary>Whether words take a deadline back.</summary>
    internal static bool IsTakenBack(string words) => words.AsSpan().ContainsAny(Names) && TakingBack.In(words).Any(hit => !hit.Negated);

    /// <summary>Whether words tell of a part only.</summary>
    internal static bool IsPartial(string words) => Partial.IsIn(words);

    /// <summary>Whether a claim stands in a sentence that takes a deadline back.</summary>
    internal static bool MayTakeBack(RecordedClaim claim) => claim.Claim is { Type: ClaimType.Deadline or ClaimType.Statement or ClaimType.Measure, Modality: Modality.Certain or Modality.Probable, Polarity: Polarity.Positive }
        && IsTakenBack(claim.Evidence.Quote);

    /// <summary>Claims by which the addressee does or accepts the act of a claim, after it was set and before it ran out.</summary>
    internal IEnumerable<RecordedClaim> Done(RecordedClaim set, DateOnly due) => set.Claim.To.Select(accounts.Party).Distinct(StringComparer.Ordinal).SelectMany(side => _done.Of(side, set, c =>
        c.Document.TextId != set.Document.TextId
        && c.Document.Published.Anchor is { } told && told >= set.Document.Published.Anchor && told <= due.AddDays(Slack)));

    /// <summary>Whether all of the claims tell of a part of the act.</summary>
    internal static bool AreParts(IEnumerable<RecordedClaim> done) => done.All(c => c.Words(c.Claim.What) is { } what && IsPartial(what));

    /// <summary>The deadlines, those that were taken back marked as such: of the deadlines that the words can mean the one set last.</summary>
    internal ImmutableArray<Deadline> TakenBack(ImmutableArray<Deadline> deadlines)
    {
        var ended = new Dictionary<Deadline, List<RecordedClaim>>(ReferenceEqualityComparer.Instance);
        foreach (var setter in deadlines.Where(d => d.SetBy is not null && d.State is not (DeadlineState.Met or DeadlineState.Extended)).GroupBy(d => accounts.Party(d.SetBy!), StringComparer.Ordinal))
            foreach (var claim in _takenBack[setter.Key])
            {
                var meant = setter.Where(d => IsMeant(d, claim)).OrderByDescending(d => d.Claims[0], ClaimOrder.Instance).FirstOrDefault();
                if (meant is null) continue;
                if (!ended.TryGetValue(meant, out var by)) ended.Add(meant, by = []);
                by.Add(claim);
            }

        return ended.Count == 0 ? deadlines : [.. deadlines.Select(d => !ended.TryGetValue(d, out var by) ? d : d with
        {
            State = DeadlineState.Withdrawn,
            Coverage = null,
            ReplacedBy = null,
            Ended = [.. by.Order(ClaimOrder.Instance)],
            Companions = ClaimOrder.Once(d.Companions.Concat(by)),
        })];
    }

    // Told after it was set and before its day was over; who is named beside the setter has to be an addressee.
    private bool IsMeant(Deadline deadline, RecordedClaim claim)
    {
        var set = deadline.Claims[0];
        if (claim.Document.Published.Anchor is not { } told || told < set.Document.Published.Anchor || told > deadline.Due?.Latest || claim.Document.TextId == set.Document.TextId) return false;
        var others = mentioned.In(claim.Document.TextId, claim.Claim.Evidence).Where(a => accounts.IsKnown(a) && !accounts.IsMedium(a) && !accounts.SameSide(a, deadline.SetBy)).ToList();
        return others.Count == 0 || deadline.Addressees.IsEmpty || deadline.Addressees.Any(a => others.Exists(o => accounts.SameSide(a, o)));
    }

    // By its own word; what another says that it did stays the word of the other.
    private static bool Speaks(RecordedClaim claim, Accounts accounts) => claim.Claim.By is not null and not Actor.Narrator && !accounts.IsMedium(claim.Claim.By) && Standing.IsSure(claim.Claim)
        && (claim.Claim.Holder is null || accounts.SameSide(claim.Claim.Holder, claim.Claim.By));

    private static bool IsInForce(Claim claim) => claim.Status is ClaimStatus.Imposed or ClaimStatus.Given or ClaimStatus.Lifted or ClaimStatus.Ended && Standing.IsSure(claim);
}
