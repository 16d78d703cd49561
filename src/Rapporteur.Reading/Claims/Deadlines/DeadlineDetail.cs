using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Fills in by when somebody has to act.</summary>
internal sealed class DeadlineDetail : IClaimDetail
{
    public ClaimType Type => ClaimType.Deadline;

    public ClaimDraft? Complete(ClaimScene scene, ClaimDraft draft, EarlierDrafts earlier)
    {
        if (draft.What is { } act && draft.WhatHead >= 0) draft = draft with { What = AlternativeActs.Act(scene, draft.WhatHead, act) };
        var word = draft.Word("time");
        var named = word >= 0 ? Below(scene, word) : null;
        if (named is null && word >= 0 && scene.Tokens[word].Lemma is not ("deadline" or "ultimatum")) return null;
        var time = named ?? DueTimes.Of(scene, draft.Trigger) ?? Below(scene, draft.Trigger) ?? ClauseTimes.Of(scene, draft.Trigger);
        if (time is null && draft.Frame["time"] is { Required: true } or null && draft.Consequence is not null) return null;
        if (time is null && draft.What is null && draft.Consequence is null && draft.By.IsEmpty && draft.To.IsEmpty && scene.Tokens[draft.Trigger].Xpos != "NN") return null;
        // "a habit of setting deadlines": no deadline in particular.
        if (time is null && scene.Tokens[draft.Trigger].Xpos == "NNS") return null;
        var to = draft.To.IsEmpty && draft.Frame["to"] is null ? draft.By : draft.To;
        return draft with { Time = time?.Span, Due = DueDays.Of(scene, draft.Trigger, time, time is not null && (ReferenceEquals(time, named) || DueTimes.IsLimit(time))), To = to };
    }

    private static TimeExpression? Below(ClaimScene scene, int token)
    {
        var span = new TextSpan(scene.Tokens[scene.Trees.Left(token)].Span.Start, scene.Tokens[scene.Trees.Right(token)].Span.End);
        TimeExpression? first = null;
        foreach (var time in scene.TimesIn(span))
        {
            if (DueTimes.IsLimit(time)) return time;
            first ??= time;
        }

        return first;
    }
}
