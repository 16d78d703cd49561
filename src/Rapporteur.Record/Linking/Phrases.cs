using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>The content words of what claims speak of, worked out once.</summary>
internal sealed class Phrases
{
    private readonly Dictionary<(string TextId, TextSpan Span), ImmutableArray<string>> _known = [];

    /// <summary>Content words of <see cref="Claim.What"/>; empty where there is none.</summary>
    internal ImmutableArray<string> What(RecordedClaim claim) => Of(claim, claim.Claim.What);

    /// <summary>Content words of a span of the claim's document.</summary>
    internal ImmutableArray<string> Of(RecordedClaim claim, TextSpan? span)
    {
        if (span is not { } words) return [];
        var key = (claim.Document.TextId, words);
        if (!_known.TryGetValue(key, out var stems)) _known.Add(key, stems = ContentWords.Of(words.Slice(claim.Document.Text)));
        return stems;
    }

    /// <summary>Whether both speak of the same act: nearly the same words, or the same first word and a fair share of the others.</summary>
    internal bool SameAct(RecordedClaim one, RecordedClaim other, double least = 0.5)
    {
        var (a, b) = (What(one), What(other));
        var similarity = ContentWords.Similarity(a, b);
        if (similarity >= least) return true;
        var sameHead = (one.Claim.HeadLemma is { } head && head == other.Claim.HeadLemma) || (a.Length > 0 && b.Length > 0 && a[0] == b[0]);
        return sameHead && similarity >= least / 2;
    }
}
