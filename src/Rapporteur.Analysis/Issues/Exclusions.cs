using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Analysis;

/// <summary>Which firm positions leave no room for an option: who refuses it, who asks for something first that it does not have, who wants it without conditions that it has, and who refuses what it
/// asks for first.</summary>
internal static class Exclusions
{
    internal static ImmutableArray<Exclusion> Of(List<Proposal> option, ImmutableArray<Proposal> proposals)
    {
        var own = option.Select(p => p.Party).ToHashSet(StringComparer.Ordinal);
        var found = new List<(Proposal Stance, Inference? Inference)>();
        foreach (var stance in proposals)
        {
            if (!stance.IsFirm || own.Contains(stance.Party)) continue;
            if (Excludes(stance, option) is { } reason) found.Add((stance, reason.Inference));
        }

        return
        [
            .. found.GroupBy(f => StanceKey(f.Stance), StringComparer.Ordinal)
                .Select(g => new Exclusion(g.First().Stance.Party, [.. g.Select(f => f.Stance.Claim).Distinct().InOrder(c => c)], g.Any(f => f.Inference is null) ? null : g.First().Inference) { Stance = g.Key })
                .OrderBy(e => e.Party, StringComparer.Ordinal).ThenBy(e => e.Stance, StringComparer.Ordinal),
        ];
    }

    /// <summary>Key of a position: the same words of one party are one position.</summary>
    internal static string StanceKey(Proposal stance) => stance.First is { } first
        ? Stances.Condition(stance.Party, first, stance.Subject)
        : Stances.Position(stance.Party, stance.IsRefusal, stance.Subject);

    private static (Inference? Inference, bool)? Excludes(Proposal stance, List<Proposal> option)
    {
        var one = option[0];
        var sameIssue = stance.Match.Matter.Issue == one.Match.Matter.Issue;
        if (stance.IsRefusal)
        {
            if (sameIssue && stance.Match.Matter == one.Match.Matter && stance.Terms.IsEmpty && !stance.Subject.IsNegated) return (null, true);
            if (sameIssue && !stance.Terms.IsEmpty && one.First is null && option.Exists(o => stance.Terms.All(o.Terms.Contains))) return (null, true);
            // What the option asks for first, or is itself, is what this party refuses.
            if (stance.Subject.IsNegated || stance.First is not null) return null;
            if (one.First is { } first && first.Matters.Any(f => f.Matter == stance.Match.Matter) && !first.IsNegated)
                return (new("refusal", $"“{first.Words}” falls under what this party refuses: “{stance.Subject.Words}”."), true);
            return null;
        }

        if (!sameIssue) return null;
        if (stance.First is { } asked)
        {
            if (!stance.Subject.IsBare || (one.First is { } has && Subject.SameThing(asked, has)) || option.Exists(o => asked.Stems.All(o.Subject.Stems.Contains))) return null;
            return (new("precondition", $"This party asks for “{asked.Words}” first; the option does not have it."), true);
        }

        return stance.IsUnconditional && one.First is not null ? (null, true) : null;
    }
}
