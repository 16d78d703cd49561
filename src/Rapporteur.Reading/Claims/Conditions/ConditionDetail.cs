using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Finds whose condition it is: who is to act once it holds.</summary>
internal sealed class ConditionDetail : IClaimDetail
{
    private const int MostSteps = 6;

    public ClaimType Type => ClaimType.Condition;

    public ClaimDraft? Complete(ClaimScene scene, ClaimDraft draft, EarlierDrafts earlier)
    {
        var first = draft.Word("if");
        if (draft.If is null || (first >= 0 && (scene.IsTime(first) || IsBare(scene, first)))) return null;
        var to = draft.To;
        if (first >= 0 && to.IsEmpty && Subjects.Agent(scene.Trees, first) is var actor and >= 0) to = [.. ActorFinder.At(scene, actor).Where(id => IsParty(scene, id))];
        var then = draft.Word("then");
        if (then >= 0 && !scene.Trees.IsVerbal(then) && scene.Trees.IsBelow(draft.Trigger, then) && scene.Trees.VerbalFrom(scene.Tokens[then].Head, 4) is var clause and >= 0 && clause != then && clause != first)
        {
            then = clause;
            draft = draft with { Then = WordSpans.Below(scene.Trees, clause, draft.Trigger, subject: true) };
        }

        if (then >= 0 && Told(scene, draft, then) is var told and >= 0)
        {
            then = told;
            draft = draft with { Then = WordSpans.Below(scene.Trees, told, draft.Trigger, subject: true) };
        }

        if (then >= 0 && draft.Frame.Id == "condition.exchange" && Hedges.IsPast(scene.Trees, then)) return null;
        if (then >= 0 && draft.Frame.Id == "condition.as-long-as" && IsTold(scene, then) && IsTold(scene, first)) return null;
        draft = ConditionSpans.Apart(scene, draft with { If = ConditionSpans.Bare(scene, draft.If.Value) });
        if (then >= 0 && Antecedent(scene, then) is { } meant) draft = draft with { Then = meant };
        var by = draft.By;
        if (by.IsEmpty && then >= 0) by = Setter(scene, then, draft);
        // "Oslo wants to meet Bern first": it is Oslo's, while "they must leave first" is put to them.
        if (by.IsEmpty && then < 0 && first >= 0 && draft.Frame.Id == "condition.first" && scene.Tokens[first].Relation == "xcomp" && scene.AttributionAt(first) < 0) by = Setter(scene, first, draft);
        return draft with { By = by, To = [.. to.Where(t => !by.Contains(t))], Polarity = Polarity.Positive };
    }

    // "He left as soon as the vote was over": both have happened, and neither waits for the other.
    private static bool IsTold(ClaimScene scene, int verb) =>
        verb >= 0 && scene.AttributionAt(verb) < 0 && Hedges.IsPast(scene.Trees, verb) && !Hedges.HasModal(scene.Trees, verb, "would", "could", "might", "should");

    // Inspectors, prisoners and lenders do their part, but the condition is not put to them.
    private static bool IsParty(ClaimScene scene, string id)
    {
        if (!scene.Actors.TryGetValue(id, out var actor) || actor.Kind is ActorKind.Organisation or ActorKind.Unnamed) return false;
        if (actor.Kind != ActorKind.Group) return true;
        var last = actor.Name[(actor.Name.LastIndexOf(' ') + 1)..].TrimEnd('s');
        return !scene.Is(last, "troops") && !scene.Is(last, "people");
    }

    // "These depend on a truce": the plural named last before, in the same sentence.
    private static TextSpan? Antecedent(ClaimScene scene, int then)
    {
        if (scene.Tokens[then] is not { Upos: "PRON" or "DET", Lemma: "these" or "those" or "this" or "that" } || scene.Document.Form(then) is not ("these" or "those")) return null;
        for (var t = then - 1; t >= scene.SentenceOf(then).FirstToken; t--)
            if (scene.Tokens[t].Xpos == "NNS" && !scene.IsTime(t)) return WordSpans.Below(scene.Trees, t, then, subject: true);
        return null;
    }

    // "It", "that", "all": nothing that could come first.
    private static bool IsBare(ClaimScene scene, int first) =>
        scene.Tokens[first].Upos is "PRON" or "DET" && scene.Trees.Left(first) >= first - 1 && scene.Trees.Right(first) <= first;

    // "He said that X would pay, provided …" hung on the verb that tells it: the clause that is told.
    private static int Told(ClaimScene scene, ClaimDraft draft, int then)
    {
        if (scene.CueAt(then) < 0) return -1;
        foreach (var child in scene.Trees.ChildrenOf(then))
            if (scene.Tokens[child].Relation is "ccomp" or "parataxis" && child < draft.Trigger && scene.Trees.IsVerbal(child) && !scene.Trees.IsBelow(draft.Trigger, child)) return child;
        return -1;
    }

    // Who acts once it holds; else, up the verbs that govern that act, the first whose subject is an actor: "decided to let them in if …".
    private static ImmutableArray<string> Setter(ClaimScene scene, int then, ClaimDraft draft)
    {
        for (var (at, steps) = (then, 0); at >= 0 && steps < MostSteps; at = scene.Tokens[at].Head, steps++)
        {
            if (steps > 0 && (scene.CueAt(at) >= 0 || scene.Tokens[at].Relation is "conj" && scene.Trees.Has(at, "nsubj") && scene.Trees.Has(then, "nsubj"))) break;
            if (steps > 0 && !scene.Trees.IsVerbal(at)) continue;
            if (Subjects.Agent(scene.Trees, at) is not (>= 0 and var agent)) continue;
            if (scene.Trees.IsBelow(draft.Trigger, agent) && agent != at) continue;
            if (ActorFinder.One(scene, agent) is { } id) return [id];
            if (Owner(scene, agent) is { } owner) return [owner];
            if (scene.Tokens[at].Relation is "root" or "parataxis" or "acl:relcl") break;
        }

        return [];
    }

    // "His army", "her side": the owner, or the body that is his.
    private static string? Owner(ClaimScene scene, int noun)
    {
        foreach (var child in scene.Trees.ChildrenOf(noun))
            if (scene.Tokens[child].Relation == "nmod:poss" && ActorFinder.One(scene, child) is { } owner)
                return scene.Actors.TryGetValue(owner, out var person) && person is { Kind: ActorKind.Person or ActorKind.Unnamed, Of: { } body } && scene.Tokens[child].Upos == "PRON" ? body : owner;
        return null;
    }
}
