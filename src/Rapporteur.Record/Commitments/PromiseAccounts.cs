using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>What texts say became of promises (facet <c>outcome</c>): "Westmark broke its promise to reopen the bridge".</summary>
internal sealed class PromiseAccounts
{
    private const int SharedWords = 2;
    private readonly ImmutableArray<(PromiseOutcome Outcome, string? By, ImmutableArray<string> Words, RecordedFacet Facet, RecordedClaim Ground)> _told;
    private readonly Accounts _accounts;

    internal PromiseAccounts(ImmutableArray<RecordedFacet> facets, ClaimTable claims, Accounts accounts)
    {
        _accounts = accounts;
        _told =
        [
            .. from told in facets
               where told.Facet is { Kind: "outcome", Polarity: Polarity.Positive, Modality: Modality.Certain or Modality.Probable }
               let outcome = Outcome(told.Facet["outcome"]?.Value)
               let ground = claims.InSentence(told.Document.TextId, told.Facet.Evidence).OrderBy(c => c.Claim.Type == ClaimType.Commitment).ThenBy(c => c, ClaimOrder.Instance).FirstOrDefault()
               where outcome is not null && ground is not null
               select (outcome.Value, told.Facet["by"]?.Actors is [var maker, ..] ? maker : null, Words(told), told, ground),
        ];
    }

    /// <summary>The accounts of one promise, in the order of the facets.</summary>
    internal ImmutableArray<PromiseAccount> Of(ImmutableArray<RecordedClaim> promise) =>
    [
        .. _told.Where(t => promise.Any(p => _accounts.SameSide(t.By, p.Claim.By) && !IsBefore(t.Facet, p) && IsOf(t.Words, p)))
            .Select(t => new PromiseAccount(t.Facet.Facet.Holder is { } holder ? _accounts.Party(holder) : Actor.Narrator, t.Outcome, t.Ground)).Distinct(),
    ];

    // Two of its content words, or all where it has fewer.
    private static bool IsOf(ImmutableArray<string> words, RecordedClaim promise)
    {
        var act = Phrases.What(promise).Distinct(StringComparer.Ordinal).ToList();
        return act.Count > 0 && act.Count(words.Contains) >= Math.Min(SharedWords, act.Count);
    }

    private static bool IsBefore(RecordedFacet told, RecordedClaim promise) =>
        told.Document.Published.Anchor is { } day && promise.Document.Published.Anchor is { } made && day < made;

    private static ImmutableArray<string> Words(RecordedFacet told) =>
        told.Facet["of"] is { Spans: [_, ..] spans } ? [.. spans.SelectMany(s => ContentWords.Of(s.Slice(told.Document.Text)))] : [];

    private static PromiseOutcome? Outcome(string? value) => EnumSpelling.TryParse<PromiseOutcome>(value ?? "", out var outcome) ? outcome : null;
}
