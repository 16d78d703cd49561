using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Widens a judgement to the clause that holds it and finds whom it is about.</summary>
internal sealed class AssessmentDetail : IClaimDetail
{
    public ClaimType Type => ClaimType.Assessment;

    public ClaimDraft? Complete(ClaimScene scene, ClaimDraft draft, EarlierDrafts earlier)
    {
        var root = ClauseOf(scene, draft.WhatHead >= 0 ? draft.WhatHead : draft.Trigger);
        if (draft.Frame["by"] is not null) root = draft.WhatHead >= 0 ? draft.WhatHead : root;
        if (Told(scene, root) is var told and >= 0) root = told;
        var what = WordSpans.Below(scene.Trees, root, -1, subject: true);
        if (what is null) return null;
        if (draft.By.IsEmpty && Viewer(scene, root) is var viewer and >= 0 && ActorFinder.One(scene, viewer) is { } judge)
        {
            draft = draft with { By = [judge] };
            what = WordSpans.Trim(scene.Trees, scene.Trees.Right(viewer) + 1, scene.TokenFrom(what.Value.End) - 1) ?? what;
        }

        return draft with
        {
            WhatHead = root,
            What = what,
            About = draft.About.IsEmpty ? AboutOf(scene, root, what.Value, Judges(scene, draft)) : draft.About,
            Polarity = Polarity.Positive,
            Modality = ModalityOf(scene, draft.Trigger, root),
        };
    }

    // "Oslo said the delay is a pause": the clause of what is said, which is the judgement.
    private static int Told(ClaimScene scene, int root)
    {
        if (scene.CueAt(root) is not (>= 0 and var at) || scene.Document.Attributions[at].Content is not [var content, ..]) return -1;
        foreach (var t in scene.TokensIn(content))
            if (scene.Tokens[t] is { Head: >= 0, Relation: "ccomp" or "parataxis" or "root" or "xcomp" } && scene.Trees.IsBelow(t, root) && t != root && scene.SentenceIndex(t) == scene.SentenceIndex(root)) return t;
        return -1;
    }

    // "For Oslo, the delay is a pause", "For Oslo, the delay marks a pause": whose view it is, where the clause says what a thing is.
    private static int Viewer(ClaimScene scene, int root)
    {
        var names = scene.Tokens[root].Lemma is "mark" or "represent" or "constitute" or "mean" or "signal" || (scene.Tokens[root].Upos == "NOUN" && scene.Trees.Has(root, "cop"));
        if (!names || scene.SpeakerAt(root) is not null) return -1;
        foreach (var child in scene.Trees.ChildrenOf(root))
            if (scene.Tokens[child].Relation == "obl" && scene.Trees.HasMarker(child, "for") && scene.Trees.Left(child) == scene.SentenceOf(root).FirstToken) return child;
        return -1;
    }

    // Of the verb that carries the judgement, else of its clause. What "would" come about is so only on a condition, unless somebody's words are retold.
    private static Modality ModalityOf(ClaimScene scene, int trigger, int root)
    {
        var verb = scene.Tokens[trigger] is { Upos: "AUX", Relation: "aux", Head: >= 0 } aux ? aux.Head : trigger;
        if (Hedges.ModalityOf(scene, verb) is not Modality.Certain and var own) return own;
        if (IsGuess(scene, verb) || IsGuess(scene, root)) return Modality.Probable;
        if (verb != root && Hedges.ModalityOf(scene, root) is not Modality.Certain and var whole) return whole;
        if (scene.AttributionAt(root) >= 0 && !scene.Quoted[root]) return Modality.Certain;
        return Hedges.HasModal(scene.Trees, verb, "would") || Hedges.HasModal(scene.Trees, root, "would") ? Modality.Hypothetical : Modality.Certain;
    }

    // "It seems", "is expected to", "are believed to".
    private static bool IsGuess(ClaimScene scene, int verb) =>
        scene.Tokens[verb].Lemma is "seem" or "appear" || (scene.Tokens[verb].Lemma is "expect" or "believe" or "think" && Subjects.IsPassive(scene.Trees, verb));

    /// <summary>Head of the clause that a word stands in.</summary>
    public static int ClauseOf(ClaimScene scene, int token)
    {
        for (var steps = 0; steps < 12; steps++)
        {
            var t = scene.Tokens[token];
            if (t.Head < 0 || t.Relation is "root" or "ccomp" or "parataxis" or "acl:relcl") return token;
            if (t.Relation is "conj" or "advcl" && scene.Trees.IsVerbal(token) && scene.Trees.Has(token, "nsubj")) return token;
            token = t.Head;
        }

        return token;
    }

    /// <summary>Who judges, the institute that employs him, and whoever is an actor only where he acts: not whom the judgement is about.</summary>
    public static HashSet<string> Judges(ClaimScene scene, ClaimDraft draft)
    {
        var judges = draft.By.ToHashSet(StringComparer.Ordinal);
        if (scene.SpeakerAt(draft.Trigger) is { } speaker) judges.Add(speaker);
        if (scene.CueAt(draft.Trigger) is var cue and >= 0 && scene.Document.Attributions[cue].Source is { } source) judges.Add(source);
        foreach (var judge in judges.ToArray())
            if (scene.Actors.TryGetValue(judge, out var expert) && expert is { Kind: ActorKind.Person or ActorKind.Unnamed, Of: { } house } && scene.Actors.TryGetValue(house, out var employer) && employer.Kind == ActorKind.Organisation) judges.Add(house);
        judges.UnionWith(scene.Document.Passing);
        return judges;
    }

    // The subject; else whoever its words or the clause name first, or point to by an adjective or a place.
    private static ImmutableArray<string> AboutOf(ClaimScene scene, int root, TextSpan what, HashSet<string> judges)
    {
        var subject = Subjects.Surface(scene.Trees, root);
        if (subject >= 0)
        {
            var actors = ActorFinder.At(scene, subject).Where(actor => !judges.Contains(actor)).ToImmutableArray();
            if (actors.Length > 0) return actors;
            var words = new TextSpan(scene.Tokens[scene.Trees.Left(subject)].Span.Start, scene.Tokens[scene.Trees.Right(subject)].Span.End);
            if (Named(scene, words, judges) is { Length: > 0 } within) return within;
            if (PlacesIn(scene, words, judges) is { Length: > 0 } places) return places;
        }

        var named = Named(scene, what, judges);
        return [.. (named.Length > 0 ? named : PlacesIn(scene, what, judges)).Take(2)];
    }

    private static ImmutableArray<string> Named(ClaimScene scene, TextSpan span, HashSet<string> judges) =>
        [.. scene.MentionsIn(span).Select(m => (At: m.HeadToken, m.ActorId)).Concat(scene.AllusionsIn(span, AllusionKind.Adjective)).OrderBy(m => m.At).Select(m => m.ActorId).Where(actor => !judges.Contains(actor)).Distinct(StringComparer.Ordinal)];

    private static ImmutableArray<string> PlacesIn(ClaimScene scene, TextSpan span, HashSet<string> judges) =>
        [.. scene.AllusionsIn(span, AllusionKind.Place).Select(place => place.ActorId).Where(state => !judges.Contains(state)).Distinct(StringComparer.Ordinal)];
}
