using System.Text.RegularExpressions;

namespace Rapporteur.Domain;

/// <summary>What the words of a note say of likelihood and confidence, and whether they say it in the words of the yardstick alone.</summary>
public static partial class NoteWords
{
    /// <summary>A note whose fields agree with its text: a likelihood or confidence that stands in the text alone is taken from it.</summary>
    /// <param name="note">The note.</param>
    /// <param name="wrong">What is wrong with it and what to write; null where nothing is.</param>
    public static AnalystNote Settle(AnalystNote note, out string? wrong)
    {
        ArgumentNullException.ThrowIfNull(note);
        var said = Phrase().Matches(note.Text).Select(m => Yardstick.Parse(Spaces().Replace(m.Value, " "))!.Value).Distinct().ToList();
        var trust = Trust().Matches(note.Text).Select(m => Level(m.Groups["level"].Value)).Distinct().ToList();
        wrong = Mistake(note, said, trust);
        return note with { Likelihood = note.Likelihood ?? (said.Count == 1 ? said[0] : null), Confidence = note.Confidence ?? (trust.Count == 1 ? trust[0] : null) };
    }

    private static string? Mistake(AnalystNote note, List<Likelihood> said, List<AnalyticalConfidence?> trust)
    {
        if (Other().Match(note.Text) is { Success: true } other) return $"The text says '{other.Value}'. Say how likely something is in the words of the yardstick: {Words}.";
        if (Mixed().Match(note.Text) is { Success: true } mixed) return $"The text says '{mixed.Value}', which mixes likelihood and confidence. Likelihood takes {Words}; confidence takes low, moderate or high, as in 'high confidence'.";
        if (said.Count > 1) return $"The text says {string.Join(" and ", said.Select(l => $"'{Yardstick.Of(l).Words[0]}'"))}: one note judges one likelihood; make two of it.";
        if (trust.Count > 1 || trust.Contains(null)) return "The text gives the confidence in more than one way, or not as low, moderate or high.";
        if (said is [var likelihood] && note.Likelihood is { } given && likelihood != given) return $"The text says '{Yardstick.Of(likelihood).Words[0]}' and the field likelihood '{Yardstick.Of(given).Words[0]}'.";
        if (trust is [var level] && note.Confidence is { } field && level != field) return $"The text and the field confidence differ ('{Spelled(level)}' and '{Spelled(field)}').";
        return null;
    }

    /// <summary>The likelihood that a person gives beside a note; null where it is given in other words than those of the yardstick.</summary>
    /// <param name="text">Such as <c>highly likely</c>.</param>
    /// <param name="wrong">What to write instead; null where nothing is wrong.</param>
    public static Likelihood? LikelihoodOf(string text, out string? wrong)
    {
        var likelihood = Yardstick.Parse(text);
        wrong = likelihood is not null ? null
            : Level(text.Trim()) is not null ? $"'{text}' is a confidence. How likely it is takes the words of the yardstick: {Words}. How much you trust the basis stands in the field confidence."
            : $"takes the words of the yardstick ({Words}), not '{text}'.";
        return likelihood;
    }

    /// <summary>The confidence that a person gives beside a note; null where it is given in other words than low, moderate and high.</summary>
    /// <param name="text">Such as <c>moderate</c>.</param>
    /// <param name="wrong">What to write instead; null where nothing is wrong.</param>
    public static AnalyticalConfidence? ConfidenceOf(string text, out string? wrong)
    {
        var level = Level(text.Trim());
        wrong = level is not null ? null
            : Yardstick.Parse(text) is not null ? $"'{text}' is a likelihood. How much you trust the basis takes low, moderate or high; how likely it is stands in the field likelihood."
            : $"takes low, moderate or high, not '{text}'.";
        return level;
    }

    /// <summary>The words of the yardstick, for messages.</summary>
    public static string Words => string.Join(", ", Yardstick.Rows.Select(r => r.Words[0]));

    private static string Spelled(AnalyticalConfidence? level) => level is { } known ? EnumSpelling.Of(known) : "none";

    private static AnalyticalConfidence? Level(string word) => EnumSpelling.TryParse<AnalyticalConfidence>(word.ToLowerInvariant(), out var level) ? level : null;

    [GeneratedRegex(@"\b(?:remote\s+chance|highly\s+unlikely|unlikely|realistic\s+possibility|likely\s+or\s+probable|highly\s+likely|likely|probable|almost\s+certain)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Phrase();

    // Words of estimation that the yardstick leaves out because readers take them for very different numbers.
    [GeneratedRegex(@"\b(?:probably|possibly|perhaps|maybe|conceivably|doubtful|doubtless|unlikelihood|in all likelihood|very (?:un)?likely|more likely than not|as likely as not|(?:good|fair|slim|strong|even|high|low|\d+\s*%|\d+ per ?cent) (?:chances?|odds|possibility|probability)|(?:chance|probability|likelihood|odds) (?:is|are|of) (?:about |around )?\d+\s*(?:%|per ?cent))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Other();

    [GeneratedRegex(@"\b(?:(?:high|low|moderate|medium) likelihood|(?:(?:highly )?(?:un)?likely|probable|almost certain) confidence|confidence (?:is|of) (?:(?:highly )?(?:un)?likely|probable|\d+\s*%))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Mixed();

    [GeneratedRegex(@"\b(?<level>low|moderate|medium|high|very high|very low)\s+(?:analytical\s+)?confidence\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Trust();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();
}
