using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>The words of what is to be done by a deadline: with what is to be dealt with ("the prisoners be released"), without by when and without what follows otherwise.</summary>
internal static class DueActs
{
    private const int MostWords = 3;

    /// <summary>The words of the act.</summary>
    /// <param name="scene">The document.</param>
    /// <param name="act">Head of the act.</param>
    /// <param name="what">Its words as they were found.</param>
    /// <param name="time">By when; null where that is not told.</param>
    public static TextSpan? Of(ClaimScene scene, int act, TextSpan what, TimeExpression? time)
    {
        if (AlternativeActs.Act(scene, act, what) is not { } words) return null;
        words = new(Math.Min(words.Start, Start(scene, act, words.Start)), words.End);
        return time is null ? words : WithoutTime(scene, act, words, time);
    }

    // "The instrument must be deposited": what suffers the act is part of it.
    private static int Start(ClaimScene scene, int act, int start)
    {
        if (!scene.Trees.IsVerbal(act)) return start;
        foreach (var child in scene.Trees.ChildrenOf(act))
            if (scene.Tokens[child] is { Relation: "nsubj:pass", Xpos: not ("WDT" or "WP" or "PRP") } && child < act) return scene.Tokens[scene.Trees.Left(child)].Span.Start;
        return start;
    }

    // "Leave the valley by Friday" without "by Friday", where nothing comes after it.
    private static TextSpan WithoutTime(ClaimScene scene, int act, TextSpan words, TimeExpression time)
    {
        if (time.Span.Start <= words.Start || time.Span.End > words.End) return words;
        var (first, last) = (scene.TokenFrom(time.Span.Start), scene.TokenFrom(words.End) - 1);
        for (var t = scene.TokenFrom(time.Span.End); t <= last; t++)
            if (scene.Tokens[t].Upos != "PUNCT") return words;
        for (var left = MostWords; left > 0 && first - 1 > act && IsLink(scene, first - 1, time); left--) first--;
        while (first - 1 > act && scene.Tokens[first - 1].Upos == "PUNCT") first--;
        return first > act && scene.Tokens[first - 1].Span.End is var end && end > words.Start ? new(words.Start, end) : words;
    }

    // "by", "no later than", "not later than", "up until".
    private static bool IsLink(ClaimScene scene, int token, TimeExpression time) =>
        scene.Tokens[token].Upos == "ADP" || (time.Relation is { } relation && relation.Contains(' ', StringComparison.Ordinal) && scene.Tokens[token].Lemma is "than" or "late" or "later" or "no" or "not");
}
