using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>Where a side stands on the options of an issue, in words. What it rules out is told as ruled out, so that no red line reads as a wish.</summary>
internal static class StanceWords
{
    /// <summary>The stances in one line.</summary>
    /// <param name="issue">The issue; null where it is not known, so that no option has a name.</param>
    /// <param name="stances">Options with how firmly each is held.</param>
    public static string Of(Issue? issue, ImmutableArray<OptionStance> stances) => string.Join("; ", stances.Select(s =>
        Words.Fill("stance." + EnumSpelling.Of(s.Firmness), ("option", issue?.Options.FirstOrDefault(o => o.Key == s.Option) is { } option ? FindingWords.Quote(option.Name) : Words.Of("header.no-option")))));
}
