using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Settles who does what a draft says, who says so, and whose voice carries it.</summary>
internal static class ClaimVoices
{
    /// <summary>The draft with its holder, and with a <see cref="ClaimDraft.By"/> where its words name none.</summary>
    public static ClaimDraft Settle(ClaimScene scene, ClaimDraft draft)
    {
        var speaker = scene.SpeakerAt(draft.Trigger);
        if (draft is { Type: ClaimType.Measure, Status: ClaimStatus.Urged } && AlternativeActs.Urging(scene, draft.Trigger, draft.By) is { } urging) return draft with { Holder = urging };
        if (draft.By.IsEmpty)
        {
            switch (draft.Type)
            {
                case ClaimType.Incident or ClaimType.Meeting or ClaimType.Measure:
                    return draft with { Holder = scene.QuotedAt(draft.Trigger) };
                case ClaimType.Assessment:
                    return draft with { By = [speaker ?? Judge(scene, draft) ?? Actor.Narrator] };
                case ClaimType.Commitment or ClaimType.Threat or ClaimType.Rejection or ClaimType.Condition:
                    if (speaker is null) return draft with { By = draft.Type == ClaimType.Condition && scene.AttributionAt(draft.Trigger) < 0 ? [Actor.Narrator] : [] };
                    return scene.Actors.TryGetValue(speaker, out var actor) && actor.Of is { } of && actor.Kind is ActorKind.Person or ActorKind.Unnamed
                        ? draft with { By = [of], Holder = speaker }
                        : draft with { By = [speaker] };
                default:
                    return speaker is null ? draft : draft with { By = [speaker] };
            }
        }

        var by = draft.Type == ClaimType.Condition ? [.. draft.By.Select(b => StateOf(scene, b, speaker))] : draft.By;
        return draft with { By = by, Holder = scene.ReporterAt(draft.Trigger, by), Modality = IsReadInMind(scene, draft, by) ? Modality.Possible : draft.Modality };
    }

    // "Oslo believes that Bern wants delay": what one thinks that another wants or offers may be so.
    private static bool IsReadInMind(ClaimScene scene, ClaimDraft draft, ImmutableArray<string> by) =>
        draft is { Modality: Modality.Certain, Type: ClaimType.Demand or ClaimType.Offer or ClaimType.Commitment or ClaimType.Acceptance or ClaimType.Rejection }
        && scene.AttributionAt(draft.Trigger) is >= 0 and var at && scene.Document.Attributions[at] is { Class: CueClass.Thought, Source: { } thinker } && !by.Contains(thinker);

    /// <summary>Whose voice carries a claim.</summary>
    public static Voice Of(ClaimScene scene, string? by, string? holder) => Of(scene.Document, scene.Actors, by, holder);

    /// <summary>Whose voice carries a claim.</summary>
    /// <param name="document">A document with attributions.</param>
    /// <param name="actors">Its actors by id.</param>
    /// <param name="by">Who does it.</param>
    /// <param name="holder">Who says so.</param>
    public static Voice Of(AnnotatedDocument document, IReadOnlyDictionary<string, Actor> actors, string? by, string? holder)
    {
        var id = holder ?? by;
        if (id is null or Actor.Narrator || !actors.TryGetValue(id, out var actor)) return Voice.Reporter;
        if (holder is null && by is not null && document.Attributions.IsEmpty) return Voice.Reporter;
        if (SpeakerVoice.Of(actor) is { } voice) return voice;
        if (Mentions(actor.Name, "report", "statement", "resolution", "document", "letter", "non-paper")) return Voice.Document;
        if (actor.Kind is ActorKind.Organisation) return Voice.Official;
        return actor.Of is { } of && actors.TryGetValue(of, out var body) && body.Kind is ActorKind.Organisation ? Voice.Official : Voice.Party;
    }

    // Whoever says or thinks what overlaps the judgement, where the trigger itself is the cue or stands beside the content.
    private static string? Judge(ClaimScene scene, ClaimDraft draft)
    {
        if (draft.What is not { } what) return null;
        if (scene.CueAt(draft.Trigger) is var own and >= 0) return scene.Document.Attributions[own].Source ?? (Subjects.Agent(scene.Trees, draft.Trigger) is >= 0 and var speaking ? ActorFinder.One(scene, speaking) : null);
        if (scene.Is(scene.Tokens[draft.Trigger].Lemma, "judging") && scene.Trees.IsVerbal(draft.Trigger) && Subjects.Agent(scene.Trees, draft.Trigger) is >= 0 and var thinker && ActorFinder.One(scene, thinker) is { } judge) return judge;
        foreach (var attribution in scene.AttributionsIn(scene.SentenceIndex(draft.Trigger)))
        {
            if (attribution.Source is not { } source) continue;
            foreach (var content in attribution.Content)
                if (content.Overlaps(what) && what.Contains(attribution.Cue) && scene.Tokens[draft.Trigger].Upos != "AUX" && scene.Trees.IsBelow(draft.Trigger, attribution.CueToken)) return source;
        }

        return null;
    }

    // The condition that an official voices is that of his state or body.
    private static string StateOf(ClaimScene scene, string by, string? speaker) =>
        speaker is not null && by != speaker && IsSent(scene, by) && scene.Actors.TryGetValue(speaker, out var sender) && sender.Kind is ActorKind.State or ActorKind.Organisation ? speaker :
        speaker is not null && by != speaker && scene.Actors.TryGetValue(by, out var leaders) && leaders is { Kind: ActorKind.Group, Of: null } && scene.Actors.TryGetValue(speaker, out var official) && official.Of is { } state ? state :
        scene.Actors.TryGetValue(by, out var actor) && actor.Kind is ActorKind.Person or ActorKind.Group or ActorKind.Unnamed && actor.Of is { } of && (by == speaker || IsOf(scene, speaker, of)) ? of : by;

    // Troops, monitors and the like, who go where they are sent.
    private static bool IsSent(ClaimScene scene, string by) =>
        scene.Actors.TryGetValue(by, out var actor) && actor is { Kind: ActorKind.Group, Of: null } && scene.Is(actor.Name[(actor.Name.LastIndexOf(' ') + 1)..].TrimEnd('s'), "troops");

    private static bool IsOf(ClaimScene scene, string? speaker, string body) =>
        speaker is not null && (speaker == body || (scene.Actors.TryGetValue(speaker, out var actor) && actor.Of == body));

    private static bool Mentions(string text, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
            if (text.Contains(word, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }
}
