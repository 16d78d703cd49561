using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Analysis;

/// <summary>Finds what a phrase of the user names among the handles: by the matter that both fall under, else by shared content words.</summary>
internal static class PhraseMatch
{
    private const double Enough = 0.5;
    private const double Clearly = 0.15;
    private const double Near = 0.15;
    private const int MostNear = 6;

    /// <summary>The handle that the phrase names; several where none is clearly best; none, and what comes near.</summary>
    internal static (ImmutableArray<Handle> Found, ImmutableArray<Handle> Near) Find(string phrase, Handles handles, bool stances)
    {
        if (Subject.Of(phrase) is not { } asked) return ([], []);
        var scored = handles.All.Where(h => (h.Kind == HandleKind.Stance) == stances)
            .Select(h => (Handle: h, Score: Score(asked, h))).Where(h => h.Score >= Near)
            .OrderByDescending(h => h.Score).ThenByDescending(h => h.Handle.Kind).ThenBy(h => h.Handle.Label.Length).ThenBy(h => h.Handle.Label, StringComparer.Ordinal).ToList();
        if (scored.Count == 0 || scored[0].Score < Enough) return ([], [.. scored.Take(MostNear).Select(h => h.Handle)]);
        var rivals = scored.Where(h => h.Score > scored[0].Score - Clearly).ToList();
        return ([.. rivals.Take(MostNear).Select(h => h.Handle)], []);
    }

    private static double Score(Subject asked, Handle handle)
    {
        if (Subject.Of(handle.Name) is not { } named || asked.IsNegated != named.IsNegated) return 0;
        if (handle.Kind == HandleKind.Thing && asked.Merging is { } matter && named.Merging == matter) return 1;
        // Words that only say that it comes about do not count.
        var stems = asked.Stems.Where(s => !Lists.Generic.Contains(s) || named.Stems.Contains(s)).ToImmutableArray();
        if (stems.IsEmpty) return 0;
        var shared = stems.Count(named.Stems.Contains);
        return ((double)shared / stems.Length + ContentWords.Similarity(stems, named.Stems)) / 2;
    }
}
