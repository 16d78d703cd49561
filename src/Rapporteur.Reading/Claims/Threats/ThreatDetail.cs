using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Fills in who threatens and on what condition, where a threat is told from the side of whom it is to hit.</summary>
internal sealed class ThreatDetail : IClaimDetail
{
    public ClaimType Type => ClaimType.Threat;

    public ClaimDraft? Complete(ClaimScene scene, ClaimDraft draft, EarlierDrafts earlier)
    {
        if (draft.By.IsEmpty && !draft.To.IsEmpty && draft.Frame["by"] is null) draft = draft with { By = [.. AlternativeActs.Announcer(scene, draft.Trigger, draft.To)] };
        if (draft.If is null && AlternativeActs.IsConsequence(scene, draft.Trigger))
        {
            var act = scene.Tokens[draft.Trigger].Head;
            if (WordSpans.Below(scene.Trees, act, -1, subject: false) is { } clause) draft = draft with { If = AlternativeActs.Act(scene, act, clause) };
        }

        return draft;
    }
}
