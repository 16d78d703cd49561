using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Finds whose condition it is: who is to act once it holds.</summary>
internal sealed class ConditionDetail : IClaimDetail
{
    public ClaimType Type => ClaimType.Condition;

    public ClaimDraft? Complete(ClaimScene scene, ClaimDraft draft, EarlierDrafts earlier)
    {
        if (draft.If is null) return null;
        var first = draft.Word("if");
        var to = draft.To;
        if (first >= 0 && to.IsEmpty && Subjects.Agent(scene.Trees, first) is var actor and >= 0) to = [.. ActorFinder.At(scene, actor)];
        var then = draft.Word("then");
        if (then >= 0 && !scene.Trees.IsVerbal(then) && scene.Trees.IsBelow(draft.Trigger, then) && scene.Trees.VerbalFrom(scene.Tokens[then].Head, 4) is var clause and >= 0 && clause != then && clause != first)
        {
            then = clause;
            draft = draft with { Then = WordSpans.Below(scene.Trees, clause, draft.Trigger, subject: true) };
        }

        var by = draft.By;
        if (by.IsEmpty && then >= 0 && Subjects.Agent(scene.Trees, then) is var agent and >= 0 && ActorFinder.One(scene, agent) is { } id) by = [id];
        return draft with { By = by, To = [.. to.Where(t => !by.Contains(t))], Polarity = Polarity.Positive };
    }
}
