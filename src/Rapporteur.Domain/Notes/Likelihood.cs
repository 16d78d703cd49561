using System.Collections.Immutable;

namespace Rapporteur.Domain;

/// <summary>How likely something is by an analyst's judgement: the seven ranges of the probability yardstick of the United Kingdom's Professional Head of Intelligence Assessment (PHIA).
/// The ranges leave gaps on purpose: a judgement that falls between two takes one of them.</summary>
public enum Likelihood
{
    /// <summary>0 to about 5 per cent.</summary>
    RemoteChance,
    /// <summary>About 10 to about 20 per cent.</summary>
    HighlyUnlikely,
    /// <summary>About 25 to about 35 per cent.</summary>
    Unlikely,
    /// <summary>About 40 to less than 50 per cent.</summary>
    RealisticPossibility,
    /// <summary>About 55 to about 75 per cent; "probable" says the same.</summary>
    Likely,
    /// <summary>About 80 to about 90 per cent.</summary>
    HighlyLikely,
    /// <summary>About 95 to 100 per cent.</summary>
    AlmostCertain,
}

/// <summary>How much an analyst trusts the basis of a judgement: its sources and reasoning. It says nothing of how likely the thing is.</summary>
public enum AnalyticalConfidence
{
    /// <summary>Thin or doubtful sources, or much that is assumed.</summary>
    Low,
    /// <summary>Plausible sources that leave room for another reading.</summary>
    Moderate,
    /// <summary>Good sources from several sides.</summary>
    High,
}

/// <summary>A row of the yardstick.</summary>
/// <param name="Likelihood">The range.</param>
/// <param name="Words">The words for it, the first of them the usual ones.</param>
/// <param name="Range">The range in numbers, as the yardstick prints it.</param>
public sealed record YardstickRow(Likelihood Likelihood, ImmutableArray<string> Words, string Range);

/// <summary>The probability yardstick: the only words for likelihood that a note may use.</summary>
public static class Yardstick
{
    /// <summary>The rows, the least likely first.</summary>
    public static ImmutableArray<YardstickRow> Rows { get; } =
    [
        new(Likelihood.RemoteChance, ["remote chance"], "0–5 %"),
        new(Likelihood.HighlyUnlikely, ["highly unlikely"], "10–20 %"),
        new(Likelihood.Unlikely, ["unlikely"], "25–35 %"),
        new(Likelihood.RealisticPossibility, ["realistic possibility"], "40–<50 %"),
        new(Likelihood.Likely, ["likely or probable", "likely", "probable"], "55–75 %"),
        new(Likelihood.HighlyLikely, ["highly likely"], "80–90 %"),
        new(Likelihood.AlmostCertain, ["almost certain"], "95–100 %"),
    ];

    /// <summary>The row of a range.</summary>
    /// <param name="likelihood">The range.</param>
    public static YardstickRow Of(Likelihood likelihood) => Rows[(int)likelihood];

    /// <summary>The range that words stand for, case aside; null where they are none of the yardstick.</summary>
    /// <param name="words">Such as <c>highly likely</c>.</param>
    public static Likelihood? Parse(string words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return Rows.FirstOrDefault(r => r.Words.Contains(words.Trim(), StringComparer.OrdinalIgnoreCase))?.Likelihood;
    }
}
