using System.Collections.Immutable;

namespace Rapporteur.Reading;

/// <summary>Finds who takes part in a meeting.</summary>
internal static class MeetingParticipants
{
    public static ImmutableArray<string> Of(ClaimScene scene, ClaimDraft draft)
    {
        var found = new List<string>(draft.Participants);
        if (draft.Words.TryGetValue("near", out var near))
            foreach (var word in near) Add(scene, word, found);
        if (scene.Tokens[draft.Trigger].Upos is "NOUN" or "PROPN") OfNoun(scene, draft.Trigger, found);
        Listed(scene, draft, found);
        return [.. found.Distinct(StringComparer.Ordinal)];
    }

    // Names right after "met", "met with", "talks between".
    private static void Listed(ClaimScene scene, ClaimDraft draft, List<string> found)
    {
        var next = draft.Trigger + 1;
        if (next >= scene.Tokens.Length) return;
        var marked = scene.Tokens[next].Lemma is "with" or "between" or "among";
        var noun = scene.Tokens[draft.Trigger].Upos is "NOUN" or "PROPN";
        if (noun && !marked && scene.Tokens[next].Lemma is not "of") return;
        if (!noun && !(draft.Frame["near"] is not null && (marked || !Subjects.IsPassive(scene.Trees, draft.Trigger)))) return;
        if (!noun && !marked && draft.Frame.Id is "meeting.visit" or "meeting.confer") return;
        found.AddRange(NameList.From(scene, marked || noun ? next + 1 : next, noun || scene.Tokens[next].Lemma is "between"));
    }

    // "talks between A and B", "A's meeting with B", "the A–B summit", "A held talks with B".
    private static void OfNoun(ClaimScene scene, int noun, List<string> found)
    {
        var trees = scene.Trees;
        foreach (var child in trees.ChildrenOf(noun))
        {
            var relation = scene.Tokens[child].Relation;
            if (relation is "compound" or "nmod:poss" or "amod" or "appos") AddWithin(scene, child, found);
            else if (Dependencies.Matches(relation, "nmod") && trees.Marker(child) is "between" or "with" or "of" or "among" or "by" or "involving" or "to") Add(scene, child, found);
            else if (relation == "acl" && scene.Tokens[child].Lemma is "involve" or "include" or "attend") AddObjects(scene, child, found);
        }

        var t = scene.Tokens[noun];
        if (t.Head < 0) return;
        // "Norway's offer of talks": whoever offers them takes part.
        if (scene.Is(scene.Tokens[t.Head].Lemma, "proposed") && MeetingDetail.Offerer(scene, noun) is { } offerer) found.Add(offerer);
        if (t.Relation is "conj" or "appos" && scene.Tokens[t.Head].Upos is "NOUN") t = scene.Tokens[t.Head];
        if (t.Head < 0 || !trees.IsVerbal(t.Head)) return;
        var attends = t.Relation is "obj" || (Dependencies.Matches(t.Relation, "obl") && scene.Tokens[t.Head].Lemma is not ("say" or "tell" or "announce" or "call" or "agree"));
        if (attends && (found.Count < 2 || IsWith(scene, noun)) && (Subjects.IsPassive(trees, t.Head) ? Subjects.Agent(trees, t.Head) : Subjects.Surface(trees, t.Head)) is var subject and >= 0) Add(scene, subject, found);
        if (attends)
            foreach (var child in trees.ChildrenOf(t.Head))
                if (Dependencies.Matches(scene.Tokens[child].Relation, "obl") && trees.HasMarker(child, "with")) Add(scene, child, found);
        if (t.Relation is "nsubj" && scene.Tokens[t.Head].Lemma is "include" or "involve" or "bring") AddObjects(scene, t.Head, found);
    }

    // "talks with A, B and C" leave out the side that the verb names.
    private static bool IsWith(ClaimScene scene, int noun)
    {
        foreach (var child in scene.Trees.ChildrenOf(noun))
            if (Dependencies.Matches(scene.Tokens[child].Relation, "nmod") && scene.Trees.Marker(child) == "with") return true;
        return false;
    }

    private static void AddObjects(ClaimScene scene, int verb, List<string> found)
    {
        foreach (var child in scene.Trees.ChildrenOf(verb))
            if (scene.Tokens[child].Relation == "obj") Add(scene, child, found);
    }

    private static void Add(ClaimScene scene, int word, List<string> found) => found.AddRange(ActorFinder.At(scene, word));

    // Every mention inside the words before the noun, so that both sides of "A–B" count.
    private static void AddWithin(ClaimScene scene, int word, List<string> found)
    {
        for (var t = scene.Trees.Left(word); t <= scene.Trees.Right(word); t++)
        {
            var mention = scene.MentionAt(t);
            if (mention >= 0) found.Add(scene.Document.Mentions[mention].ActorId);
            else if (scene.AllusionAt(t, AllusionKind.Adjective) is { } side) found.Add(side);
        }

        if (ActorFinder.One(scene, word) is { } id) found.Add(id);
    }
}
