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
        if (!named) participants = draft.Frame["place"] is { Required: true } ? earlier.LastParticipants : earlier.LastParticipantsOf(draft.Form);
        // "no meeting of Norway and Italy, with Norway's offer of talks": whoever offers them offers them to the other.
        else if (participants is [var single] && Offerer(scene, draft.Trigger) == single) participants = Beside(scene, draft.Trigger, single, earlier) ?? participants;
        var time = ClauseTimes.Of(scene, draft.Trigger);
        var date = ClauseTimes.DateOf(time);
        // "met with A and then with B": the adverb tells the second meeting, the verb how it stands.
        var act = draft.Word("act") is >= 0 and var verb ? verb : draft.Trigger;
        var status = draft.Status ?? MeetingStatus.Of(scene, act, date);
        // "Options are Oslo or Vienna": the frame asks for a place, and what it points to has to be one.
        var place = draft.Frame["place"] is { Required: true } ? ClausePlaces.Named(scene, draft.Word("place")) : null;
        if (place is null && draft.Frame["place"] is { Required: true }) return null;
        if (date is null && !named && (status is null || (status == ClaimStatus.Held && !participants.IsEmpty))) return null;
        if (scene.Tokens[draft.Trigger].Upos == "VERB" && status == ClaimStatus.Denied) return null;
        if (date is null && IsSaidAgain(scene, earlier, draft.Trigger, status, participants, draft.Form)) return null;
        var negative = (Hedges.IsNegatedAround(scene, draft.Trigger) && status is not (ClaimStatus.Denied or ClaimStatus.Postponed)) || MeetingProspect.IsDenied(scene, draft.Trigger);
        return draft with
        {
            Participants = participants,
            Status = status,
            By = status is ClaimStatus.Proposed or ClaimStatus.CalledFor or ClaimStatus.Floated or ClaimStatus.Denied ? Proposer(scene, act) : [],
            When = MeetingStatus.DatesCallingOff(scene, draft.Trigger, status, time) ? null : date,
            Where = place ?? ClausePlaces.Of(scene, draft.Trigger, reached: draft.Form == MeetingForm.Visit, suffered: draft.Form == MeetingForm.Visit),
            Polarity = negative ? Polarity.Negative : Polarity.Positive,
        };
    }

    // Who takes part in the meeting that the sentence has told before, where somebody is one of two.
    private static ImmutableArray<string>? Beside(ClaimScene scene, int trigger, string single, EarlierDrafts earlier)
    {
        for (var i = earlier.All.Count - 1; i >= 0 && scene.SentenceIndex(earlier.All[i].Trigger) == scene.SentenceIndex(trigger); i--)
            if (earlier.All[i] is { Type: ClaimType.Meeting, Participants.Length: 2 } other && other.Participants.Contains(single)) return other.Participants;
        return null;
    }

    // The same meeting in the same state, in an earlier sentence.
    private static bool IsSaidAgain(ClaimScene scene, EarlierDrafts earlier, int trigger, ClaimStatus? status, ImmutableArray<string> participants, MeetingForm? form)
    {
        if (participants.Length < 2) return false;
        foreach (var other in earlier.MeetingsOf(form, participants))
            if ((status is null || other.Status == status) && scene.SentenceIndex(other.Trigger) < scene.SentenceIndex(trigger)) return true;
        return false;
    }

    /// <summary>Whose offer, call or refusal it is: "Norway's offer of talks"; null for none.</summary>
    /// <param name="scene">The document.</param>
    /// <param name="noun">The word for the meeting.</param>
    internal static string? Offerer(ClaimScene scene, int noun)
    {
        if (scene.Tokens[noun] is not { Relation: "nmod", Head: >= 0 and var act } || scene.Trees.Marker(noun) is not ("of" or "for" or "to") || !(scene.Is(scene.Tokens[act].Lemma, "proposed") || scene.Is(scene.Tokens[act].Lemma, "called-for") || scene.Is(scene.Tokens[act].Lemma, "refused"))) return null;
        return scene.Trees.Child(act, "nmod:poss") is >= 0 and var owner ? ActorFinder.One(scene, owner) : null;
    }

    private static ImmutableArray<string> Proposer(ClaimScene scene, int trigger)
    {
        if (Offerer(scene, trigger) is { } offerer) return [offerer];
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
