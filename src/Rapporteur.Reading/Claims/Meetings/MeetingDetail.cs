using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Fills in who takes part in a meeting, how it stands, when and where it is.</summary>
internal sealed class MeetingDetail : IClaimDetail
{
    public ClaimType Type => ClaimType.Meeting;

    public ClaimDraft? Complete(ClaimScene scene, ClaimDraft draft, EarlierDrafts earlier)
    {
        var participants = MeetingParticipants.Of(scene, draft);
        var named = !participants.IsEmpty;
        // "The talks …": who took part in the last talks that named somebody.
        if (!named) participants = earlier.LastParticipants(draft.Form);
        var time = ClauseTimes.Of(scene, draft.Trigger);
        var date = ClauseTimes.DateOf(time);
        var status = MeetingStatus.Of(scene, draft.Trigger, date);
        if (date is null && !named && (status is null || (status == ClaimStatus.Held && !participants.IsEmpty))) return null;
        if (scene.Tokens[draft.Trigger].Upos == "VERB" && status == ClaimStatus.Denied) return null;
        if (date is null && IsSaidAgain(scene, earlier, draft.Trigger, status, participants, draft.Form)) return null;
        var negative = Hedges.IsNegatedAround(scene, draft.Trigger) && status is not (ClaimStatus.Denied or ClaimStatus.Postponed);
        return draft with
        {
            Participants = participants,
            Status = status,
            By = status is ClaimStatus.Proposed or ClaimStatus.CalledFor or ClaimStatus.Floated or ClaimStatus.Denied ? Proposer(scene, draft.Trigger) : [],
            When = MeetingStatus.DatesCallingOff(scene, draft.Trigger, status, time) ? null : date,
            Where = ClauseTimes.Place(scene, draft.Trigger),
            Polarity = negative ? Polarity.Negative : Polarity.Positive,
        };
    }

    // The same meeting in the same state, in an earlier sentence.
    private static bool IsSaidAgain(ClaimScene scene, EarlierDrafts earlier, int trigger, ClaimStatus? status, ImmutableArray<string> participants, MeetingForm? form)
    {
        if (participants.Length < 2) return false;
        foreach (var other in earlier.MeetingsOf(form, participants))
            if ((status is null || other.Status == status) && scene.SentenceIndex(other.Trigger) < scene.SentenceIndex(trigger)) return true;
        return false;
    }

    private static ImmutableArray<string> Proposer(ClaimScene scene, int trigger)
    {
        for (var (at, steps) = (trigger, 0); at >= 0 && steps < 4; at = scene.Tokens[at].Head, steps++)
        {
            if (at == trigger && scene.Tokens[at].Upos == "VERB") continue;
            if (!scene.Trees.IsVerbal(at)) continue;
            var agent = Subjects.Agent(scene.Trees, at);
            return agent >= 0 && ActorFinder.One(scene, agent) is { } by ? [by] : [];
        }

        return [];
    }
}
