using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Analysis;

/// <summary>One thing that has to come before another by the words of a claim.</summary>
/// <param name="First">What has to come first.</param>
/// <param name="IsPart">Whether that is a part of the other thing rather than an act of its own.</param>
/// <param name="Then">What may follow.</param>
/// <param name="Claim">The claim.</param>
/// <param name="IsPledge">Whether what may follow is promised or offered by whose condition it is.</param>
internal sealed record StatedCondition(Subject First, bool IsPart, Subject Then, RecordedClaim Claim, bool IsPledge)
{
    // What a reader found with less confidence is too often wrong; see docs/record.md.
    private const double Least = 0.3;

    private static readonly JoiningPhrases Contingent = new(Lists.Contingent);
    private static readonly JoiningPhrases Parts = new(Lists.Parts);
    private static readonly JoiningPhrases Without = new(["without"]);
    private static readonly JoiningPhrases AsPartOf = new(["as part of"]);

    /// <summary>Every condition that the claims of a snapshot state: condition claims, commitments and offers that wait for something, demands that a thing have a part, refusals of a thing
    /// without one.</summary>
    internal static ImmutableArray<StatedCondition> Of(RecordSnapshot snapshot)
    {
        var live = snapshot.Claims.Where(c => c.Claim.Polarity == Polarity.Positive && c.Claim.Modality is not (Modality.Historical or Modality.Hypothetical) && c.Claim.Confidence >= Least).ToList();
        var asking = live.Where(c => c.Claim.Type == ClaimType.Condition).Select(c => c.Claim.By).ToHashSet(StringComparer.Ordinal);
        var promised = live.Where(c => c.Claim.Type is ClaimType.Offer or ClaimType.Commitment && c.Claim.By is not null && asking.Contains(c.Claim.By))
            .Select(c => (c.Claim.By, Subject: Subject.Of(c.Words(c.Claim.What)))).Where(p => p.Subject is not null).ToLookup(p => p.By, p => p.Subject!, StringComparer.Ordinal);
        var demands = live.Where(c => c.Claim is { Type: ClaimType.Demand or ClaimType.Rejection or ClaimType.Offer, By: not null and not Actor.Narrator, What: not null }).ToLookup(c => (c.Document.TextId, c.Claim.Evidence));
        return [.. live.Select(c => Read(Owned(c, demands[(c.Document.TextId, c.Claim.Evidence)]), promised)).OfType<StatedCondition>().Where(c => c.First.Key != c.Then.Key)];
    }

    // A condition that nobody is named for is that of the party which, in the same sentence, demands what has to come first, or refuses or offers what may follow.
    private static RecordedClaim Owned(RecordedClaim condition, IEnumerable<RecordedClaim> beside)
    {
        if (condition.Claim is not { Type: ClaimType.Condition, By: null or Actor.Narrator, If: { } first, Then: { } then }) return condition;
        var owner = beside.FirstOrDefault(c => (c.Claim.Type == ClaimType.Demand ? first : then) is var span && span.Overlap(c.Claim.What!.Value) * 2 >= span.Length);
        return owner is null ? condition : condition with { Claim = condition.Claim with { By = owner.Claim.By, Holder = owner.Claim.Holder } };
    }

    private static StatedCondition? Read(RecordedClaim recorded, ILookup<string?, Subject> promised)
    {
        var claim = recorded.Claim;
        switch (claim.Type)
        {
            case ClaimType.Condition when Make(recorded, claim.If, claim.Then) is { } made:
                return made with { IsPledge = claim.By is not null and not Actor.Narrator && promised[claim.By].Any(p => Subject.SameThing(p, made.Then) || Holds(p, made.Then)) };
            case ClaimType.Commitment or ClaimType.Offer when claim.If is not null && Subject.Of(recorded.Words(claim.If)) is { } first && Subject.Of(WholePhrase.Given(recorded)) is { } given && new StatedCondition(first, false, given, recorded, false) is { } made:
                return made with { IsPledge = true };
            case ClaimType.Commitment or ClaimType.Offer when claim.If is null && recorded.Words(claim.What) is { } what && Split(recorded, what, Contingent) is { } made:
                return made with { IsPart = false, IsPledge = true };
            case ClaimType.Demand or ClaimType.Offer when claim.Modality is Modality.Certain or Modality.Probable && WithFirst(recorded) is { } what && StepOrder.Of(what) is { } order:
                return Ordered(recorded, order);
            case ClaimType.Demand when claim.Modality == Modality.Certain && recorded.Words(claim.What) is { } what:
                return Split(recorded, what, Parts);
            case ClaimType.Rejection when claim.Modality == Modality.Certain && WholePhrase.Refused(recorded) is { } what:
                return Split(recorded, what, Without) ?? Barred(recorded, what);
            case ClaimType.Measure when claim is { Status: ClaimStatus.Planned, By: not null } && recorded.Words(claim.What) is { } what && StepOrder.After(what) is { } order:
                return Ordered(recorded, order) is { } planned ? planned with { IsPledge = true } : null;
            default:
                return null;
        }
    }

    // What is wanted, with the "first" that may stand right behind it.
    private static string? WithFirst(RecordedClaim recorded)
    {
        if (recorded.Words(recorded.Claim.What) is not { } what) return null;
        var behind = recorded.Document.Text.AsSpan(recorded.Claim.What!.Value.End);
        return behind.StartsWith(" first", StringComparison.Ordinal) && (behind.Length == 6 || !char.IsLetterOrDigit(behind[6])) ? what + " first" : what;
    }

    // A promise often names the time within its words: what may follow is then a part of them.
    private static bool Holds(Subject promise, Subject then) => then.Stems.Length > 1 && then.Stems.All(promise.Stems.Contains);

    private static StatedCondition? Make(RecordedClaim claim, TextSpan? first, TextSpan? then) =>
        Subject.Of(claim.Words(first)) is { } before && Subject.Of(claim.Words(then)) is { } after ? new(before, false, after, claim, false) : null;

    private static StatedCondition? Ordered(RecordedClaim claim, (string First, string Then) order) =>
        Subject.Of(order.First) is { } first && Subject.Of(order.Then) is { } then ? new(first, false, then, claim, false) : null;

    // "no X as part of THEN": that there is none of X is a part of it.
    private static StatedCondition? Barred(RecordedClaim claim, string words)
    {
        if (Split(claim, words, AsPartOf) is not { } split) return null;
        return Subject.Of("no " + split.Then.Words) is { } none && split.First.Main?.Matter.IsAgreement == true ? new(none, true, split.First, claim, false) : null;
    }

    // "THEN must involve FIRST", "THEN without FIRST".
    private static StatedCondition? Split(RecordedClaim claim, string words, JoiningPhrases between)
    {
        foreach (var (start, end) in between.In(words))
            if (Subject.Of(words[..start]) is { } then && Subject.Of(words[end..]) is { } part) return new(part, part.Merging is null, then, claim, false);
        return null;
    }
}
