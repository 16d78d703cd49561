using System.Collections.Immutable;
using Rapporteur.Analysis;

namespace Rapporteur.Training;

/// <summary>Deals issues into parts so that issues of one proposal stay together.</summary>
internal static class GroupedFolds
{
    /// <summary>The part of each issue, from 0.</summary>
    /// <param name="issues">The issues.</param>
    /// <param name="parts">How many parts.</param>
    /// <param name="deal">Which dealing; the same gives the same parts.</param>
    public static ImmutableArray<int> Of(IReadOnlyList<DisputedIssue> issues, int parts, ulong deal)
    {
        var dossiers = issues.Select(issue => issue.Dossier).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        var chance = new ChanceStream(deal);
        for (var i = dossiers.Length - 1; i > 0; i--)
        {
            var other = chance.Below(i + 1);
            (dossiers[i], dossiers[other]) = (dossiers[other], dossiers[i]);
        }

        var places = dossiers.Select((dossier, i) => (dossier, i)).ToDictionary(pair => pair.dossier, pair => pair.i % parts, StringComparer.Ordinal);
        return [.. issues.Select(issue => places[issue.Dossier])];
    }
}
