using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Fills in numbers, time and place of an event on the ground.</summary>
internal sealed class IncidentDetail : IClaimDetail
{
    public ClaimType Type => ClaimType.Incident;

    public ClaimDraft? Complete(ClaimScene scene, ClaimDraft draft, EarlierDrafts earlier)
    {
        return draft with
        {
            To = [.. draft.To.Where(t => !draft.By.Contains(t))],
            Quantities = Quantities.In(scene, draft.What),
            When = ClauseTimes.DateOf(ClauseTimes.Of(scene, draft.Trigger)),
            Where = ClauseTimes.Place(scene, draft.Trigger),
        };
    }
}
