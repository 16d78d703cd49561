using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>The content words of what claims speak of.</summary>
internal sealed class Phrases(ClaimTable claims)
{
    /// <summary>Content words of <see cref="Claim.What"/>; empty where there is none.</summary>
    internal static ImmutableArray<string> What(RecordedClaim claim) => claim.Claim.What is { } words ? ContentWords.Of(words.Slice(claim.Document.Text)) : [];

    /// <summary>The same as hashes.</summary>
    internal ulong[] Stems(RecordedClaim claim) => claims.Stems(claim);

    /// <summary>Keys under which claims that may speak of one act meet: the side with each content word, and with the lemma of the head.</summary>
    internal IEnumerable<ulong> Blocks(RecordedClaim claim, string side)
    {
        var of = BlockKey.Of(side);
        foreach (var stem in Stems(claim)) yield return BlockKey.With(of, stem);
        if (claim.Claim.HeadLemma is { } head) yield return BlockKey.With(of, BlockKey.Of('=', head));
    }

    /// <summary>Whether both speak of the same act: nearly the same words, or the same first word and a fair share of the others.</summary>
    internal bool SameAct(RecordedClaim one, RecordedClaim other, double least = 0.5)
    {
        var (a, b) = (Stems(one), Stems(other));
        if (!Record.Stems.AreAlike(a, b, least / 2)) return false;
        return Record.Stems.AreAlike(a, b, least) || (one.Claim.HeadLemma is { } head && head == other.Claim.HeadLemma) || (a.Length > 0 && b.Length > 0 && a[0] == b[0]);
    }
}
