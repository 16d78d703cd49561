using System.Collections.Concurrent;
using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>The content words of what claims speak of, worked out once; for any number of threads.</summary>
internal sealed class Phrases
{
    private readonly ConcurrentDictionary<RecordedClaim, ImmutableArray<string>> _known = new(ReferenceEqualityComparer.Instance);

    /// <summary>Content words of <see cref="Claim.What"/>; empty where there is none.</summary>
    internal ImmutableArray<string> What(RecordedClaim claim)
    {
        if (claim.Claim.What is not { } words) return [];
        if (!_known.TryGetValue(claim, out var stems)) _known.TryAdd(claim, stems = ContentWords.Of(words.Slice(claim.Document.Text)));
        return stems;
    }

    /// <summary>Keys under which claims that may speak of one act meet: the side with each content word, and with the lemma of the head.</summary>
    internal IEnumerable<string> Blocks(RecordedClaim claim, string side)
    {
        foreach (var stem in What(claim)) yield return $"{side} {stem}";
        if (claim.Claim.HeadLemma is { } head) yield return $"{side} = {head}";
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
