using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Finds by when something is to be done: "by Friday", "within two weeks", "before the end of the month".</summary>
internal static class DueTimes
{
    // Over the phrases that the parser may have put between a time and its verb.
    private const int MostSteps = 4;

    /// <summary>The time by which the act of a verb is to be done, as far as its own phrases name one; null for none.</summary>
    public static TimeExpression? Of(ClaimScene scene, int verb)
    {
        var trees = scene.Trees;
        foreach (var time in scene.TimesIn(new(trees.Tokens[trees.Left(verb)].Span.Start, trees.Tokens[trees.Right(verb)].Span.End)))
            if (IsLimit(time) && trees.VerbalFrom(trees.Tokens[scene.TokenFrom(time.Span.Start)].Head, MostSteps) == verb) return time;
        return null;
    }

    /// <summary>Whether a time expression sets an end to something; "by ten days" tells how far.</summary>
    public static bool IsLimit(TimeExpression time) => !(time is { Relation: "by", Type: TimeType.Duration }) && time.Relation is "by" or "within" or "before" or "until" or "till" or "no later than";
}
