using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Fills in numbers, time and place of an event on the ground, and leaves out events that another one of its clause tells.</summary>
internal sealed class IncidentDetail : IClaimDetail
{
    public ClaimType Type => ClaimType.Incident;

    public ClaimDraft? Complete(ClaimScene scene, ClaimDraft draft, IReadOnlyList<ClaimDraft> earlier)
    {
        foreach (var other in earlier)
            if (other.Type == ClaimType.Incident && other.What is { } told && draft.What is { } what && (told.Contains(what) || what.Contains(told))) return null;
        return draft with
        {
            To = [.. draft.To.Where(t => !draft.By.Contains(t))],
            Quantities = Quantities.In(scene, draft.What),
            When = ClauseTimes.DateOf(ClauseTimes.Of(scene, draft.Trigger)),
            Where = ClauseTimes.Place(scene, draft.Trigger),
        };
    }
}
