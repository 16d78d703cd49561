using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Tells a demand, offer, promise, acceptance, refusal or threat whose words end in a colon once more for each item of the list behind it: "The rebels demanded three things:".</summary>
internal sealed class ListedActs(ItemLists lists)
{
    /// <summary>The drafts with those of the items, in the order of the sentences.</summary>
    /// <param name="scene">The document.</param>
    /// <param name="drafts">Drafts in the order of the text.</param>
    /// <param name="trace">Is told of each item's; null where nobody asks.</param>
    public List<ClaimDraft> Tell(ClaimScene scene, List<ClaimDraft> drafts, ClaimTrace? trace)
    {
        List<ClaimDraft>? all = null;
        foreach (var list in lists.In(scene.Document))
        {
            foreach (var opening in Openings(scene, drafts, list.Intro))
            {
                foreach (var item in list.Items)
                {
                    if (Item(scene, opening, item) is not { } draft || drafts.Exists(other => other.Type == draft.Type && IsIn(other.Trigger, item))) continue;
                    all ??= [.. drafts];
                    var at = all.FindLastIndex(other => other.Trigger < item.EndToken);
                    all.Insert(at + 1, draft);
                    trace?.Listed(draft, opening);
                }
            }
        }

        return all ?? drafts;
    }

    private static bool IsIn(int token, ListItem item) => token >= item.FirstToken && token < item.EndToken;

    // The likeliest of each type whose words reach the colon.
    private static IEnumerable<ClaimDraft> Openings(ClaimScene scene, List<ClaimDraft> drafts, int intro)
    {
        var sentence = scene.Document.Sentences[intro];
        var last = sentence.EndToken - 1;
        while (last > sentence.FirstToken && scene.Tokens[last].Upos == "PUNCT") last--;
        return drafts.Where(draft => draft.Type is ClaimType.Demand or ClaimType.Offer or ClaimType.Commitment or ClaimType.Acceptance or ClaimType.Rejection or ClaimType.Threat
                && scene.SentenceIndex(draft.Trigger) == intro && (draft.What?.End ?? scene.Tokens[draft.Trigger].Span.End) >= scene.Tokens[last].Span.End)
            .GroupBy(draft => draft.Type).OrderBy(group => group.Key).Select(group => group.MaxBy(draft => draft.Confidence)!);
    }

    private static ClaimDraft? Item(ClaimScene scene, ClaimDraft opening, ListItem item)
    {
        var end = scene.Document.Sentences[item.FirstSentence].EndToken;
        var head = -1;
        for (var token = item.FirstToken; token < end && head < 0; token++)
            if (scene.Tokens[token].Upos != "PUNCT" && (scene.Tokens[token].Head < item.FirstToken || scene.Tokens[token].Head >= end)) head = token;
        if (head < 0 || WordSpans.Trim(scene.Trees, item.FirstToken, end - 1) is not { } what) return null;
        return opening with { Trigger = head, WhatHead = head, What = what, Time = null, Due = null, If = null, Then = null, Consequence = null, Quantities = [] };
    }
}
