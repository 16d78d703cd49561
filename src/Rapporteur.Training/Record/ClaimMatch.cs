using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Training;

/// <summary>Which annotated claims a claim of a record stands for. An annotated claim stands for itself. A read one stands for those of its article and type whose sentence is the same (IoU of the
/// evidence at least 0.5); where a sentence has several of the type, for those of them whose trigger or words overlap.</summary>
internal sealed class ClaimMatch
{
    private readonly ILookup<(string Source, ClaimType Type), Claim> _gold;
    private readonly ILookup<string, Claim> _ofArticle;
    private readonly Dictionary<string, ImmutableArray<string>> _known = new(StringComparer.Ordinal);

    /// <summary>A match against the annotated readings of a dossier.</summary>
    internal ClaimMatch(IEnumerable<DocumentReading> gold)
    {
        var all = gold.SelectMany(r => r.Claims.Select(c => (r.Document.Source, Claim: c))).ToList();
        _gold = all.ToLookup(c => (c.Source, c.Claim.Type), c => c.Claim);
        _ofArticle = all.ToLookup(c => c.Source, c => c.Claim, StringComparer.Ordinal);
        foreach (var (_, claim) in all) _known[claim.Id] = [claim.Id];
    }

    /// <summary>Ids of the annotated claims.</summary>
    internal ImmutableArray<string> Of(RecordedClaim recorded)
    {
        var claim = recorded.Claim;
        if (_known.TryGetValue(claim.Id, out var ids)) return ids;
        var same = _gold[(recorded.Document.Source, claim.Type)].Where(g => IsSame(g.Evidence, claim.Evidence)).ToList();
        var near = same.Where(g => g.Trigger.Overlaps(claim.Trigger) || (g.What is { } what && claim.What is { } words && what.Overlaps(words))).ToList();
        ids = [.. (near.Count > 0 ? near : same).Select(g => g.Id)];
        _known.Add(claim.Id, ids);
        return ids;
    }

    /// <summary>Ids of all annotated claims that a list of claims stands for.</summary>
    internal HashSet<string> Of(IEnumerable<RecordedClaim> claims) => claims.SelectMany(c => Of(c)).ToHashSet(StringComparer.Ordinal);

    /// <summary>Whether an annotated claim and a read one, of any types, say their thing in one sentence.</summary>
    internal bool InOneSentence(string id, RecordedClaim claim) => _ofArticle[claim.Document.Source].Any(g => g.Id == id && IsSame(g.Evidence, claim.Claim.Evidence));

    private static bool IsSame(TextSpan one, TextSpan other)
    {
        var shared = Math.Min(one.End, other.End) - Math.Max(one.Start, other.Start);
        return shared > 0 && shared * 2 >= Math.Max(one.End, other.End) - Math.Min(one.Start, other.Start);
    }
}
