using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Reads that a meeting is not in sight: "no sign of a meeting", "the talks remain elusive", "the talks are off".</summary>
internal static class MeetingProspect
{
    /// <summary>The state in which the words deny that it is, or in which it is put off; null where they say nothing of the kind.</summary>
    /// <param name="scene">The document.</param>
    /// <param name="noun">The word for the meeting.</param>
    public static ClaimStatus? Of(ClaimScene scene, int noun) =>
        IsUnsigned(scene, noun) ? ClaimStatus.Scheduled : IsRemote(scene, noun) ? ClaimStatus.Held : IsOff(scene, noun) ? ClaimStatus.Postponed : null;

    /// <summary>Whether the words say that it does not take place, without putting it off.</summary>
    public static bool IsDenied(ClaimScene scene, int noun) => IsUnsigned(scene, noun) || IsRemote(scene, noun);

    // "there is no indication of a meeting", "little prospect of talks".
    private static bool IsUnsigned(ClaimScene scene, int noun)
    {
        if (scene.Tokens[noun] is not { Relation: "nmod", Head: >= 0 and var sign } || scene.Trees.Marker(noun) is not ("of" or "for") || !scene.Is(scene.Tokens[sign].Lemma, "sign-of")) return false;
        foreach (var child in scene.Trees.ChildrenOf(sign))
            if (scene.Tokens[child] is { Relation: "det", Lemma: "no" } or { Relation: "amod", Lemma: "little" }) return true;
        return false;
    }

    // "direct talks remain elusive", "a summit is a distant prospect" is left alone.
    private static bool IsRemote(ClaimScene scene, int noun) => Predicate(scene, noun) is >= 0 and var said && scene.Is(scene.Tokens[said].Lemma, "remote") && !Hedges.IsNegated(scene, said);

    // "the talks are off", "summits will stay on hold", "while the talks remain off".
    private static bool IsOff(ClaimScene scene, int noun)
    {
        if (Predicate(scene, noun) is not (>= 0 and var said) || Hedges.IsNegated(scene, said)) return false;
        return scene.Tokens[said].Lemma == "off" || (scene.Tokens[said].Lemma is "hold" or "ice" && scene.Trees.Marker(said) == "on");
    }

    // What is said of the meeting by "be", "remain" or "stay"; -1 for nothing.
    private static int Predicate(ClaimScene scene, int noun)
    {
        if (scene.Tokens[noun] is not { Relation: "nsubj", Head: >= 0 and var head }) return -1;
        if (scene.Trees.Has(head, "cop")) return head;
        if (scene.Tokens[head].Lemma is not ("remain" or "stay" or "prove" or "be" or "seem")) return -1;
        foreach (var child in scene.Trees.ChildrenOf(head))
            if (child > head && (scene.Tokens[child].Relation is "xcomp" or "advmod" or "compound:prt" || Dependencies.Matches(scene.Tokens[child].Relation, "obl"))) return child;
        return -1;
    }
}
