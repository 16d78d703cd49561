using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Fills in numbers, time and place of an event on the ground.</summary>
internal sealed class IncidentDetail : IClaimDetail
{
    public ClaimType Type => ClaimType.Incident;

    public ClaimDraft? Complete(ClaimScene scene, ClaimDraft draft, EarlierDrafts earlier)
    {
        if (Happening(scene, draft) is var verb and >= 0 && WordSpans.Below(scene.Trees, verb, -1, subject: true, single: true) is { } clause) draft = draft with { What = clause, WhatHead = verb };
        if (draft.By.IsEmpty && draft.To.IsEmpty && Sides(scene, draft.Trigger) is var (one, other)) draft = draft with { By = one, To = other };
        var fired = Fired(scene, draft.Trigger);
        var quantities = Quantities.In(scene, draft.What);
        return draft with
        {
            To = [.. draft.To.Where(t => !draft.By.Contains(t))],
            Quantities = fired is null ? quantities : [.. quantities, .. Quantities.In(scene, fired).Where(q => !quantities.Contains(q))],
            When = ClauseTimes.DateOf(ClauseTimes.Of(scene, draft.Trigger)),
            Where = ClausePlaces.Of(scene, draft.Trigger, suffered: true),
        };
    }

    // "Fighting between rebels and the army", "fighting resumed between rebels and the army": whoever is named first fights the other.
    private static (ImmutableArray<string> One, ImmutableArray<string> Other)? Sides(ClaimScene scene, int trigger)
    {
        var token = scene.Tokens[trigger];
        var first = Behind(scene, trigger);
        if (first < 0 && token.Upos == "NOUN" && Dependencies.Matches(token.Relation, "nsubj") && token.Head > trigger) first = Behind(scene, token.Head);
        if (first < 0) return null;
        foreach (var child in scene.Trees.ChildrenOf(first))
        {
            if (scene.Tokens[child].Relation != "conj" || ActorFinder.Suffering(scene, child) is not { Count: > 0 } other) continue;
            if (ActorFinder.Suffering(scene, first).FindAll(actor => !other.Contains(actor)) is { Count: > 0 } one) return ([.. one], [.. other]);
        }

        return null;
    }

    private static int Behind(ClaimScene scene, int word)
    {
        foreach (var child in scene.Trees.ChildrenOf(word))
            if ((Dependencies.Matches(scene.Tokens[child].Relation, "nmod") || Dependencies.Matches(scene.Tokens[child].Relation, "obl")) && scene.Trees.Marker(child) == "between") return child;
        return -1;
    }

    // "opened the assault, firing 40 missiles at the port": with what it was done, in a participle behind the clause.
    private static TextSpan? Fired(ClaimScene scene, int trigger)
    {
        for (var (at, steps) = (trigger, 0); at >= 0 && steps < 4; at = scene.Tokens[at].Head, steps++)
        {
            foreach (var child in scene.Trees.ChildrenOf(at))
            {
                if (child < trigger || scene.Tokens[child] is not { Xpos: "VBG", Relation: "acl" or "advcl" } || !scene.Is(scene.Tokens[child].Lemma, "firing")) continue;
                foreach (var thing in scene.Trees.ChildrenOf(child))
                    if (scene.Tokens[thing].Relation == "obj" && (scene.Is(scene.Tokens[thing].Lemma, "arms") || scene.Is(scene.Tokens[thing].Lemma, "assault"))) return WordSpans.Below(scene.Trees, child, -1, subject: false);
            }

            if (scene.Trees.IsVerbal(at)) break;
        }

        return null;
    }

    // "Fighting broke out at the port": the verb of which the happening is the subject.
    private static int Happening(ClaimScene scene, ClaimDraft draft)
    {
        var token = scene.Tokens[draft.Trigger];
        return token.Upos == "NOUN" && token.Relation == "nsubj" && token.Head > draft.Trigger && scene.Tokens[token.Head].Upos == "VERB" && scene.CueAt(token.Head) < 0 ? token.Head : -1;
    }
}
