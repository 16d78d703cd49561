using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Fills in from the words around what a kept claim leaves open. It comes after the scorer, which counts an open role against a draft.</summary>
internal static class LateRoles
{
    /// <summary>The draft with its open roles filled as far as the text lets one guess.</summary>
    public static ClaimDraft Fill(ClaimScene scene, ClaimDraft draft) => draft switch
    {
        { Type: ClaimType.Assessment, About.IsEmpty: true } => draft with { About = Before(scene, draft, AssessmentDetail.Judges(scene, draft)) },
        { Type: ClaimType.Meeting, Status: null } => draft with { Status = MeetingStatus.ByTense(scene, draft.Trigger) },
        _ => draft,
    };

    // "That will not be easy": whom the sentence before is about, by its first subject that names somebody and does not only speak, else by its first name.
    private static ImmutableArray<string> Before(ClaimScene scene, ClaimDraft draft, HashSet<string> judges)
    {
        var sentence = scene.SentenceIndex(draft.Trigger);
        if (sentence == 0) return [];
        var before = scene.Document.Sentences[sentence - 1];
        if (before.Zone != ZoneKind.Body) return [];
        for (var t = before.FirstToken; t < before.EndToken; t++)
            if (Dependencies.Matches(scene.Tokens[t].Relation, "nsubj") && !(scene.Tokens[t].Head >= 0 && scene.CueAt(scene.Tokens[t].Head) >= 0) && ActorFinder.At(scene, t).Where(actor => !judges.Contains(actor)).ToImmutableArray() is { Length: > 0 } subject) return subject;
        var speakers = scene.AttributionsIn(sentence - 1).Select(attribution => attribution.Source).ToHashSet(StringComparer.Ordinal);
        foreach (var mention in scene.MentionsIn(before.Span))
            if (!speakers.Contains(mention.ActorId) && !judges.Contains(mention.ActorId)) return [mention.ActorId];
        return [];
    }
}
