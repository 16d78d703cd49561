using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Turns drafts into claims: one for each actor who acts, each once, in a fixed order.</summary>
internal static class ClaimForms
{
    public static ImmutableArray<Claim> Build(ClaimScene scene, IReadOnlyList<ClaimDraft> drafts, ClaimTrace? trace = null)
    {
        var kept = new List<ClaimDraft>();
        foreach (var draft in drafts)
        {
            var twin = Twin(scene, kept, draft);
            if (twin < 0)
            {
                kept.Add(draft);
                continue;
            }

            var better = kept[twin].Confidence < draft.Confidence;
            trace?.Twins(better ? draft : kept[twin], better ? kept[twin] : draft);
            if (better) kept[twin] = draft;
        }

        var keys = new HashSet<string>(StringComparer.Ordinal);
        return [.. kept.SelectMany(draft => Of(scene, draft, keys))];
    }

    private static int Twin(ClaimScene scene, List<ClaimDraft> kept, ClaimDraft draft)
    {
        var sentence = scene.SentenceIndex(draft.Trigger);
        var twin = -1;
        for (var i = kept.Count - 1; i >= 0 && scene.SentenceIndex(kept[i].Trigger) == sentence; i--)
            if (IsSame(scene, kept[i], draft)) twin = i;
        return twin;
    }

    /// <summary>The claims of one draft: one for each actor who acts.</summary>
    public static IEnumerable<Claim> Of(ClaimScene scene, ClaimDraft draft) => Of(scene, draft, new(StringComparer.Ordinal));

    private static IEnumerable<Claim> Of(ClaimScene scene, ClaimDraft draft, HashSet<string> keys)
    {
        if (draft.By.IsEmpty) yield return Of(scene, draft, null, keys);
        foreach (var by in draft.By) yield return Of(scene, draft, by, keys);
    }

    /// <summary>Claims in the order of their evidence, trigger, type and actor.</summary>
    public static ImmutableArray<Claim> Sort(ImmutableArray<Claim> claims) =>
        claims.Sort((a, b) =>
        {
            var order = a.Evidence.CompareTo(b.Evidence);
            if (order == 0) order = a.Trigger.CompareTo(b.Trigger);
            if (order == 0) order = a.Type.CompareTo(b.Type);
            if (order == 0) order = string.CompareOrdinal(a.By, b.By);
            if (order == 0) order = string.CompareOrdinal(a.Id, b.Id);
            return order != 0 ? order : string.CompareOrdinal(a.Origin, b.Origin);
        });

    // The same thing said twice in one sentence.
    private static bool IsSame(ClaimScene scene, ClaimDraft a, ClaimDraft b)
    {
        if (a.Type != b.Type || scene.SentenceIndex(a.Trigger) != scene.SentenceIndex(b.Trigger)) return false;
        if (a.Type == ClaimType.Meeting) return a.Trigger == b.Trigger || (a.Form == b.Form && a.Status == b.Status && a.When == b.When && a.Participants.SequenceEqual(b.Participants));
        if (a.Trigger == b.Trigger) return true;
        if (a.Type == ClaimType.Assessment && a.WhatHead == b.WhatHead) return true;
        if (a.Type == ClaimType.Condition) return a.If is { } x && b.If is { } y && x.Overlaps(y);
        return a.What is { } left && b.What is { } right && (left.Contains(right) || right.Contains(left)) && (a.By.SequenceEqual(b.By) || a.Type == ClaimType.Incident);
    }

    private static Claim Of(ClaimScene scene, ClaimDraft draft, string? by, HashSet<string> keys)
    {
        var document = scene.Document;
        var trigger = scene.Tokens[draft.Trigger].Span;
        var evidence = scene.SentenceOf(draft.Trigger).Span;
        var key = ClaimKey.Of(document.Source.TextId, draft.Type, trigger, evidence);
        if (!keys.Add(key))
        {
            key = ClaimKey.Of(document.Source.TextId, draft.Type, trigger, evidence, by is not null && scene.Actors.TryGetValue(by, out var actor) ? actor.Name : by ?? "");
            keys.Add(key);
        }

        return new()
        {
            Id = key,
            Type = draft.Type,
            By = by,
            Holder = draft.Holder == by ? null : draft.Holder,
            To = [.. draft.To.Where(to => to != by)],
            Trigger = trigger,
            Evidence = evidence,
            What = draft.What,
            If = draft.If,
            Then = draft.Then,
            Consequence = draft.Consequence,
            Time = draft.Time,
            Due = draft.Due,
            When = draft.When,
            Where = draft.Where,
            Participants = draft.Participants,
            About = draft.About,
            Form = draft.Form,
            Status = draft.Status,
            Kind = draft.Kind,
            Quantities = draft.Quantities,
            Polarity = draft.Polarity,
            Modality = draft.Modality,
            Voice = ClaimVoices.Of(scene, by, draft.Holder),
            Confidence = draft.Confidence,
            Rule = draft.Frame.Id,
            HeadLemma = draft.WhatHead >= 0 ? scene.Tokens[draft.WhatHead].Lemma : null,
        };
    }
}
