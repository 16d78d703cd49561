namespace Rapporteur.Reading;

/// <summary>Lets a quotation run on: sentences wholly in quotation marks, without a cue of their own, belong to the last one quoted.</summary>
internal sealed class Continuations(ReportContext context)
{
    /// <summary>Goes through the quotations that no cue has taken.</summary>
    public void Visit()
    {
        var taken = new ReportDraft?[context.Passages.Length];
        foreach (var draft in context.Drafts.Values)
            foreach (var passage in draft.Passages) taken[passage] = draft;
        foreach (var draft in context.Drafts.Values) RunOn(draft, taken);
        var drafts = context.Drafts.Values.Where(draft => draft.Entry.Class is CueClass.Speech or CueClass.Writing or CueClass.Thought or CueClass.Evidence && !draft.Stance).ToList();
        var next = 0;
        ReportDraft? last = null;
        var lastSentence = -1;
        for (var p = 0; p < context.Passages.Length; p++)
        {
            if (context.Passages[p].Depth > 0) continue;
            var (first, end) = context.TokensOf(p);
            if (first > end) continue;
            while (next < drafts.Count && drafts[next].Cue < first)
            {
                last = drafts[next++];
                lastSentence = Math.Max(lastSentence, context.SentenceOf[last.Cue]);
            }

            var owner = taken[p];
            if (owner is null && context.Passages[p].Group != p) owner = taken[context.Passages[p].Group];
            if (owner is null && last is not null && IsFreestanding(first, end) && context.SentenceOf[first] - lastSentence <= 1 && MayRunOn(last, first)) owner = last;
            if (owner is null) continue;
            if (taken[p] is null && !owner.Passages.Contains(p)) owner.Passages.Add(p);
            taken[p] = owner;
            last = owner;
            lastSentence = context.SentenceOf[end];
        }
    }

    /// <summary>Takes the rest of a quotation whose first sentence is part of the content: "said that the road “was closed. Nobody came.”".</summary>
    private void RunOn(ReportDraft draft, ReportDraft?[] taken)
    {
        if (draft.Stance || draft.Content.Count == 0) return;
        var last = draft.Content.Max();
        var passage = context.PassageOf[last];
        if (passage < 0 || taken[passage] is not null || context.PassageOf[draft.Cue] >= 0) return;
        var (_, end) = context.TokensOf(passage);
        if (context.SentenceOf[end] == context.SentenceOf[last]) return;
        for (var token = last + 1; token <= end; token++) draft.Content.Add(token);
        taken[passage] = draft;
    }

    /// <summary>Whether a passage begins and ends with its sentences.</summary>
    private bool IsFreestanding(int first, int last)
    {
        var (start, _) = context.Words(context.Sentence(first));
        var (_, stop) = context.Words(context.Sentence(last));
        return first <= start && last >= stop && (last - first > 1 || context.SentenceOf[first] != context.SentenceOf[last]);
    }

    /// <summary>In the same paragraph, or right after a sentence that ended in a quotation or with a colon.</summary>
    private bool MayRunOn(ReportDraft draft, int first)
    {
        var text = context.Document.Text;
        var previous = context.SentenceOf[first] - 1;
        if (previous < 0) return false;
        var gap = text.AsSpan(context.Document.Sentences[previous].Span.End, Math.Max(0, context.Token(first).Span.Start - context.Document.Sentences[previous].Span.End));
        if (!gap.Contains('\n')) return true;
        var ends = text[context.Document.Sentences[previous].Span.End - 1];
        return ends == ':' || draft.Passages.Count > 0 && (Spans.IsQuote(ends) || context.SentenceOf[draft.Cue] == previous);
    }
}
