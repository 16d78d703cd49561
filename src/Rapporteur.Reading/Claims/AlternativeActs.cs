using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Reads "agree or face sanctions": an act that is asked for, and what follows where it is not done.</summary>
internal static class AlternativeActs
{
    /// <summary>The verb of what follows ("face") where the word is the head of such a pair; -1 for none.</summary>
    public static int After(ClaimScene scene, int act)
    {
        foreach (var child in scene.Trees.ChildrenOf(act))
            if (IsConsequence(scene, child)) return child;
        return -1;
    }

    /// <summary>Whether the word is the second verb of such a pair.</summary>
    public static bool IsConsequence(ClaimScene scene, int token)
    {
        var t = scene.Tokens[token];
        if (t.Relation != "conj" || t.Upos != "VERB") return false;
        foreach (var child in scene.Trees.ChildrenOf(token))
            if (scene.Tokens[child] is { Relation: "cc", Lemma: "or" }) return scene.Is(t.Lemma, "suffering") || Hedges.IsFuture(scene.Trees, token);
        return false;
    }

    /// <summary>The words of the act without what follows where it is not done.</summary>
    public static TextSpan? Act(ClaimScene scene, int act, TextSpan what)
    {
        var second = After(scene, act);
        if (second < 0) return what;
        var last = scene.Trees.Left(second) - 1;
        while (last > act && scene.Tokens[last].Upos is "PUNCT" or "CCONJ") last--;
        var end = scene.Tokens[last].Span.End;
        return end > what.Start && end < what.End ? new(what.Start, end) : what;
    }

    /// <summary>Whoever urges an act: the subject of the nearest verb above that wants it, when it is somebody else than who would act; null for none.</summary>
    public static string? Urging(ClaimScene scene, int token, IReadOnlyCollection<string> doers)
    {
        for (var (at, steps) = (scene.Tokens[token].Head, 0); at >= 0 && steps < 6; at = scene.Tokens[at].Head, steps++)
        {
            if (!scene.Is(scene.Tokens[at].Lemma, "governs:wanted") || !scene.Trees.IsVerbal(at)) continue;
            return Subjects.Agent(scene.Trees, at) is >= 0 and var agent && ActorFinder.One(scene, agent) is { } urging && !doers.Contains(urging) ? urging : null;
        }

        return null;
    }

    /// <summary>Whoever asks for the act of the pair, or announces the harm: the subject of the nearest verb above that is somebody else; empty for none.</summary>
    public static List<string> Announcer(ClaimScene scene, int token, IReadOnlyCollection<string> sufferers)
    {
        for (var (at, steps) = (scene.Tokens[token].Head, 0); at >= 0 && steps < 6; at = scene.Tokens[at].Head, steps++)
        {
            if (!scene.Trees.IsVerbal(at) || Subjects.Agent(scene.Trees, at) is not (>= 0 and var agent)) continue;
            var actors = ActorFinder.At(scene, agent);
            if (actors.Count > 0 && !actors.Exists(sufferers.Contains)) return actors;
        }

        return scene.SpeakerAt(token) is { } speaker && !sufferers.Contains(speaker) ? [speaker] : [];
    }
}
