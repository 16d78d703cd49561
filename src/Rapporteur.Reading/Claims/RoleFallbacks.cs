using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Finds who acts and to whom where the frame's own paths lead to no actor.</summary>
internal static class RoleFallbacks
{
    /// <summary>The draft with its actors filled in as far as the sentence tells.</summary>
    public static ClaimDraft Fill(ClaimScene scene, ClaimDraft draft)
    {
        if (draft.By.IsEmpty && draft.Type is not (ClaimType.Meeting or ClaimType.Assessment or ClaimType.Condition)) draft = draft with { By = Doer(scene, draft) };
        if (draft.Type == ClaimType.Demand && Asked(scene, draft) is var (head, matter)) draft = draft with { What = matter, WhatHead = head };
        if (draft.To.IsEmpty) draft = draft with { To = [.. TargetFinder.Of(scene, draft).Where(to => !draft.By.Contains(to) && to != Actor.Narrator)] };
        return draft;
    }

    // "demands for Oslo to pay more", "pressing Oslo for an answer": whom one asks is not what one asks for, which comes after the name.
    private static (int Head, TextSpan Matter)? Asked(ClaimScene scene, ClaimDraft draft)
    {
        if (draft is not { What: { } what, WhatHead: >= 0 } || scene.MentionAt(draft.WhatHead) is not (>= 0 and var mention) || draft.WhatHead < draft.Trigger) return null;
        var name = scene.Document.Mentions[mention].Span;
        if (name.Start < what.Start - 4 || name.End < what.End) return null;
        var (after, end) = (scene.TokenFrom(name.End), scene.SentenceOf(draft.Trigger).EndToken);
        if (after + 1 >= end) return null;
        var head = -1;
        if (scene.Tokens[after] is { Lemma: "to", Xpos: "TO" })
            for (var t = after + 1; t < Math.Min(end, after + 4) && head < 0; t++)
                if (scene.Tokens[t].Xpos == "VB") head = t;
        if (scene.Tokens[after].Lemma == "for" && scene.Tokens[after].Relation == "case") head = scene.Tokens[after].Head;
        return head > after && WordSpans.Below(scene.Trees, head, -1, subject: false) is { } matter ? (head, matter) : null;
    }

    private static ImmutableArray<string> Doer(ClaimScene scene, ClaimDraft draft)
    {
        var trees = scene.Trees;
        var word = draft.Word("by");
        if (word < 0 && (draft.Type is ClaimType.Measure || (draft.Type is ClaimType.Incident && draft.Frame["by"] is not null))) word = Subjects.Agent(trees, draft.Trigger);
        // "The detention of Korvian sailors is an outrage": whose the thing is of which somebody says so does nothing.
        var said = draft.Type is not (ClaimType.Incident or ClaimType.Measure) && trees.Has(draft.Trigger, "cop");
        if (word >= 0 && !said && (Owning(scene, word) ?? scene.AllusionAt(word, AllusionKind.Text)) is { } owner) return [owner];
        if (draft.Type is ClaimType.Acceptance && Subjects.IsPassive(trees, draft.Trigger) && Subjects.Surface(trees, draft.Trigger) is var text and >= 0 && scene.AllusionAt(text, AllusionKind.Text) is { } issuing) return [issuing];
        if (draft.Type is ClaimType.Measure && Subjects.IsPassive(trees, draft.Trigger) && Authority(scene, draft) is { } authority) return [authority];
        if (draft.Type is ClaimType.Measure && Laying(scene, draft.Trigger) is { } laying) return [laying];
        if (draft.Type is ClaimType.Incident or ClaimType.Measure) return [];
        var act = scene.Tokens[draft.Trigger] is { Upos: "AUX", Head: >= 0 and var verb } && scene.AttributionAt(draft.Trigger) < 0 ? verb : draft.Trigger;
        if (scene.Tokens[act].Upos == "VERB" && Subjects.IsPassive(trees, act)) return [];
        if (draft.Frame["by"] is null || IsOpen(scene, word)) return [];
        for (var (at, steps) = (scene.Tokens[draft.Trigger].Head, 0); at >= 0 && steps < 6; at = scene.Tokens[at].Head, steps++)
        {
            if (!trees.IsVerbal(at)) continue;
            var agent = Subjects.Agent(trees, at);
            if (agent < 0 || trees.IsBelow(draft.Trigger, agent)) continue;
            if (scene.CueAt(at) >= 0 && ActorFinder.One(scene, agent) is { } speaker && speaker == scene.SpeakerAt(draft.Trigger)) return [];
            if (ActorFinder.At(scene, agent) is { Count: > 0 } actors) return [.. actors];
            if (scene.AllusionAt(agent, AllusionKind.Text) is { } issuer) return [issuer];
        }

        return Nearest(scene, draft);
    }

    // "It will train them": who does it is told, though not found, and it is nobody else.
    private static bool IsOpen(ClaimScene scene, int word) => word >= 0 && scene.Tokens[word] is { Upos: "PRON", Lemma: "it" or "he" or "she" or "they" };

    // "sanctions imposed by Oslo": whoever does what the participle at a noun says.
    private static string? Laying(ClaimScene scene, int noun)
    {
        if (scene.Tokens[noun].Upos is not ("NOUN" or "PROPN")) return null;
        foreach (var act in scene.Trees.ChildrenOf(noun))
            if (act > noun && scene.Tokens[act] is { Relation: "acl", Xpos: "VBN" or "VBD" })
                foreach (var child in scene.Trees.ChildrenOf(act))
                    if (scene.Trees.Marker(child) == "by" && ActorFinder.One(scene, child) is { } agent) return agent;
        return null;
    }

    // "Oslo announced that the assets had been frozen": a state or body that announces a measure takes it.
    private static string? Authority(ClaimScene scene, ClaimDraft draft) =>
        draft.Status != ClaimStatus.Urged && scene.QuotedAt(draft.Trigger) is { } speaker && scene.Actors.TryGetValue(speaker, out var actor) && actor is { IsMedium: false, Kind: ActorKind.State or ActorKind.Organisation } ? speaker : null;

    // The last actor named before the trigger as a subject or apposition, pronouns included.
    private static ImmutableArray<string> Nearest(ClaimScene scene, ClaimDraft draft)
    {
        var first = scene.SentenceOf(draft.Trigger).FirstToken;
        for (var t = draft.Trigger - 1; t >= first; t--)
        {
            var mention = scene.MentionAt(t);
            if (mention < 0 || !Dependencies.Matches(scene.Tokens[t].Relation, "nsubj") || scene.Tokens[t].Head > draft.Trigger) continue;
            return [scene.Document.Mentions[mention].ActorId];
        }

        return [];
    }

    /// <summary>The actor who owns a noun: "Israel's attack", "the U.S. airstrike", "the attack by Iran"; null for none.</summary>
    public static string? Owning(ClaimScene scene, int word)
    {
        if ((ActorFinder.One(scene, word) ?? scene.AllusionAt(word, AllusionKind.Adjective)) is { } self) return self;
        foreach (var child in scene.Trees.ChildrenOf(word))
        {
            var relation = scene.Tokens[child].Relation;
            if (relation is not ("nmod:poss" or "compound" or "amod") && !(Dependencies.Matches(relation, "nmod") && scene.Trees.Marker(child) is "of" or "by" or "from")) continue;
            if (ActorFinder.One(scene, child) is { } owner) return owner;
            if (relation is not "nmod" && scene.AllusionAt(child, AllusionKind.Adjective) is { } alluded) return alluded;
        }

        return null;
    }
}
