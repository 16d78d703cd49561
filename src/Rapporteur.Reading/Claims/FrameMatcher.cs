using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Matches frames at one trigger: tests, roles, actors and spans, alike for every type.</summary>
internal static class FrameMatcher
{
    /// <summary>The draft that a frame gives at a token; null where it does not match.</summary>
    public static ClaimDraft? Match(ClaimScene scene, Frame frame, int trigger, ClaimTrace? trace = null)
    {
        foreach (var test in frame.Needs)
            if (!Holds(scene, test, trigger)) return Missed(trace, frame, trigger, TrialOutcome.Need, test);
        foreach (var test in frame.Excludes)
            if (Holds(scene, test, trigger)) return Missed(trace, frame, trigger, TrialOutcome.Not, test);

        foreach (var role in frame.Roles)
            if (role.Required && !PathWalk.Leads(scene.Trees, trigger, role.Path)) return Missed(trace, frame, trigger, TrialOutcome.NoWords, role);
        var words = new Dictionary<string, ImmutableArray<int>>(frame.Roles.Length, StringComparer.Ordinal);
        foreach (var role in frame.Roles)
            if (PathWalk.Resolve(scene.Trees, trigger, role.Path) is { Count: > 0 } found) words[role.Name] = [.. found];

        var draft = new ClaimDraft { Frame = frame, Trigger = trigger, Words = words, Confidence = frame.Confidence };
        foreach (var role in frame.Roles)
            if (Fill(scene, draft, role) is { } filled) draft = filled;
            else return Missed(trace, frame, trigger, TrialOutcome.NoValue, role);
        return Sure(scene, draft);
    }

    private static ClaimDraft? Missed(ClaimTrace? trace, Frame frame, int trigger, TrialOutcome outcome, Role role)
    {
        trace?.Tried(frame, trigger, outcome, $"{role.Name}! {role.Path.Spelling}");
        return null;
    }

    private static ClaimDraft? Missed(ClaimTrace? trace, Frame frame, int trigger, TrialOutcome outcome, Test test)
    {
        trace?.Tried(frame, trigger, outcome, test.Spelling);
        return null;
    }

    private static ClaimDraft? Fill(ClaimScene scene, ClaimDraft draft, Role role)
    {
        if (!draft.Words.TryGetValue(role.Name, out var words)) return draft;
        switch (role.Name)
        {
            case "by" or "to" or "participants" or "about":
                var actors = words.SelectMany(word => role.Name == "to" ? ActorFinder.Suffering(scene, word) : ActorFinder.At(scene, word)).Distinct().ToImmutableArray();
                if (role.Required && actors.IsEmpty) return null;
                return role.Name switch
                {
                    "by" => draft with { By = actors },
                    "to" => draft with { To = actors },
                    "participants" => draft with { Participants = actors },
                    _ => draft with { About = actors },
                };
            case "near":
                return role.Required && !words.Any(word => ActorFinder.One(scene, word) is not null) ? null : draft;
            case "what":
                var head = words[0];
                var what = Span(scene, draft, head);
                if (what is { } said && IsBare(scene, said)) return role.Required && draft.Type != ClaimType.Acceptance ? null : draft with { WhatHead = head };
                return draft with { What = Signed(scene, draft, head, what), WhatHead = head };
            case "if":
                return draft with { If = Span(scene, draft, words[0]) };
            case "then":
                return draft with { Then = Span(scene, draft, words[0]) };
            case "consequence":
                return draft with { Consequence = Span(scene, draft, words[0]) };
            default:
                return draft;
        }
    }

    // Words that tell nothing by themselves: "it", "that", "for".
    private static bool IsBare(ClaimScene scene, TextSpan what)
    {
        foreach (var t in scene.TokensIn(what))
            if (scene.Tokens[t].Upos is not ("PRON" or "ADP" or "DET" or "PART" or "SCONJ" or "CCONJ" or "PUNCT")) return false;
        return true;
    }

    // What is asked for keeps "not" and "against", so that it never reads as its opposite; what is refused leaves "not" out.
    private static TextSpan? Signed(ClaimScene scene, ClaimDraft draft, int head, TextSpan? what)
    {
        if (what is not { } words) return what;
        var first = scene.TokenFrom(words.Start);
        if (draft.Type == ClaimType.Rejection)
        {
            while (first < head && scene.Tokens[first].Lemma is "not" or "n't" or "n’t" or "never") first++;
            return new(Math.Max(words.Start, scene.Tokens[first].Span.Start), words.End);
        }

        if (draft.Type == ClaimType.Threat) return Refusing(scene, head, words, first);
        if (draft.Type != ClaimType.Demand) return what;
        var start = first;
        for (var t = first - 1; t > draft.Trigger && t >= first - 3; t--)
        {
            if (scene.Tokens[t].Lemma is "not" or "never" or "against") start = t;
            else if (scene.Tokens[t].Lemma is not "to" && scene.Tokens[t].Upos is not "PUNCT") break;
        }

        return new(scene.Tokens[start].Span.Start, words.End);
    }

    // Who threatens not to act threatens with just that: "would not sit down again".
    private static TextSpan Refusing(ClaimScene scene, int head, TextSpan words, int first)
    {
        if (first != head || !Hedges.IsNegated(scene, head)) return words;
        while (first > 0 && scene.Tokens[first - 1] is { Relation: "aux" or "advmod" or "mark" } before && before.Head == head && before.Lemma is not "that") first--;
        return new(scene.Tokens[first].Span.Start, words.End);
    }

    private static TextSpan? Span(ClaimScene scene, ClaimDraft draft, int head)
    {
        var above = head != draft.Trigger && scene.Tokens[draft.Trigger].Upos != "AUX" && scene.Trees.IsBelow(draft.Trigger, head);
        var subject = draft.Type is ClaimType.Assessment or ClaimType.Accusation or ClaimType.Incident or ClaimType.Denial
            || (head != draft.Trigger && !(draft.Type == ClaimType.Rejection && scene.Tokens[draft.Trigger].Upos == "AUX") && scene.Tokens[head].Relation is "ccomp" or "advcl" or "csubj" or "conj" or "parataxis")
            || (draft.Type == ClaimType.Condition && scene.Trees.Has(head, "nsubj")) || above;
        var span = WordSpans.Below(scene.Trees, head, above ? draft.Trigger : -1, subject, head == draft.Trigger && draft.Type is ClaimType.Incident or ClaimType.Measure, draft.Type is ClaimType.Threat or ClaimType.Measure);
        var marked = scene.Tokens[draft.Trigger].Relation == "case" ? scene.Tokens[draft.Trigger].Head : -1;
        return span is { } words && marked >= 0 && marked != head && marked < head && PathWalk.ClauseOfMarker(scene.Trees, draft.Trigger) == head && WordSpans.Below(scene.Trees, marked, -1, subject: true) is { } noun
            ? words.Cover(noun) : span;
    }

    private static ClaimDraft Sure(ClaimScene scene, ClaimDraft draft)
    {
        var negated = Hedges.IsNegated(scene, draft.Trigger);
        var polarity = draft.Frame.Fixed.TryGetValue("polarity", out var sign) ? sign == "-" : negated;
        var modality = draft.Frame.Fixed.TryGetValue("modality", out var fixedModality)
            ? Enum.Parse<Modality>(fixedModality, ignoreCase: true)
            : Hedges.ModalityOf(scene, draft.Trigger);
        // "a deal under which Oslo would agree"; where words are retold, "would" is how "will" is told.
        if (draft.Type == ClaimType.Acceptance && modality == Modality.Certain && scene.AttributionAt(draft.Trigger) < 0 && Hedges.HasModal(scene.Trees, draft.Trigger, "would")) modality = Modality.Hypothetical;
        return draft with
        {
            Polarity = polarity ? Polarity.Negative : Polarity.Positive,
            Modality = modality,
            Kind = draft.Type is ClaimType.Measure or ClaimType.Incident ? KindOf(scene, draft) : null,
            Status = Word<ClaimStatus>(draft.Frame, "status"),
            Form = Word<MeetingForm>(draft.Frame, "form"),
        };
    }

    // By the trigger, else by what holds around it, else by the head of what is done, else as the frame says.
    private static string? KindOf(ClaimScene scene, ClaimDraft draft) =>
        scene.KindOf(scene.Tokens[draft.Trigger].Lemma)
        ?? KindAround(scene, draft)
        ?? (scene.Trees.Child(draft.Trigger, "obj") is var thing and >= 0 ? scene.KindOf(scene.Tokens[thing].Lemma) : null)
        ?? draft.Frame.Fixed.GetValueOrDefault("kind");

    private static string? KindAround(ClaimScene scene, ClaimDraft draft)
    {
        foreach (var (kind, when) in draft.Frame.Kinds)
            if (Holds(scene, when, draft.Trigger)) return kind;
        return null;
    }

    private static T? Word<T>(Frame frame, string name) where T : struct, Enum =>
        frame.Fixed.TryGetValue(name, out var word) ? Enum.Parse<T>(word.Replace("-", "", StringComparison.Ordinal), ignoreCase: true) : null;

    /// <summary>Whether a test of a frame holds at a word.</summary>
    internal static bool Holds(ClaimScene scene, Test test, int trigger)
    {
        if (test.Path is { } path) return PathWalk.Leads(scene.Trees, trigger, path);
        var trees = scene.Trees;
        var token = trees.Tokens[trigger];
        return test.Property switch
        {
            "negated" => Hedges.IsNegated(scene, trigger),
            "passive" => Subjects.IsPassive(trees, trigger),
            "past" => Hedges.IsPast(trees, trigger),
            "future" => Hedges.IsFuture(trees, trigger),
            "conditional" => Hedges.HasModal(trees, trigger, "would", "could", "might", "may"),
            "obliged" => Hedges.HasModal(trees, trigger, "must", "should", "ought"),
            "attributed" => scene.AttributionAt(trigger) >= 0 || scene.SpeakerAt(trigger) is not null,
            "quoted" => scene.Quoted[trigger],
            "self" => Subjects.Agent(trees, trigger) is var s and >= 0 && ActorFinder.One(scene, s) is { } by && IsSelf(scene, trigger, by),
            "actor" => Subjects.Agent(trees, trigger) is var s and >= 0 && ActorFinder.One(scene, s) is not null,
            "clause" => token.Relation is "root" or "ccomp" or "parataxis" or "acl:relcl" || (token.Relation is "conj" or "advcl" && trees.Has(trigger, "nsubj")),
            "gerund" => token.Xpos == "VBG",
            "inverted" => Subjects.IsInverted(trees, trigger),
            "subjunctive" => Subjects.HasSubjunctive(trees, trigger),
            "finite" => token.Xpos is "VBD" or "VBZ" or "VBP" or "MD" || trees.Has(trigger, "aux") || trees.Has(trigger, "cop"),
            "time" => scene.TimesIn(new(trees.Tokens[trees.Left(trigger)].Span.Start, trees.Tokens[trees.Right(trigger)].Span.End)).Any(),
            "due" => DueTimes.Of(scene, trigger) is not null,
            _ => throw new InvalidDataException($"Frame {test.Property}: there is no property of that name."),
        };
    }

    // Whether an actor speaks about himself, or for the state or body that is his.
    private static bool IsSelf(ClaimScene scene, int token, string by)
    {
        var speaker = scene.SpeakerAt(token);
        if (speaker is null) return false;
        return speaker == by || (scene.Actors.TryGetValue(speaker, out var actor) && actor.Of == by) || (scene.Actors.TryGetValue(by, out var other) && other.Of == speaker);
    }
}
