using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Fills in numbers, time and place of an event on the ground.</summary>
internal sealed class IncidentDetail : IClaimDetail
{
    public ClaimType Type => ClaimType.Incident;

    public ClaimDraft? Complete(ClaimScene scene, ClaimDraft draft, EarlierDrafts earlier)
    {
        if (Happening(scene, draft) is var verb and >= 0 && WordSpans.Below(scene.Trees, verb, -1, subject: true, single: true) is { } clause) draft = draft with { What = clause, WhatHead = verb };
        return draft with
        {
            To = [.. draft.To.Where(t => !draft.By.Contains(t))],
            Quantities = Quantities.In(scene, draft.What),
            When = ClauseTimes.DateOf(ClauseTimes.Of(scene, draft.Trigger)),
            Where = ClauseTimes.Place(scene, draft.Trigger),
        };
    }

    // "Fighting broke out at the port": the verb of which the happening is the subject.
    private static int Happening(ClaimScene scene, ClaimDraft draft)
    {
        var token = scene.Tokens[draft.Trigger];
        return token.Upos == "NOUN" && token.Relation == "nsubj" && token.Head > draft.Trigger && scene.Tokens[token.Head].Upos == "VERB" && scene.CueAt(token.Head) < 0 ? token.Head : -1;
    }
}
