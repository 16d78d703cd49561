namespace Rapporteur.Reading;

/// <summary>Mends where a reported clause begins and ends, where the tree cut words off it or hung the reporter's next verb into it.</summary>
internal sealed class ContentBounds(ReportContext context)
{
    /// <summary>Farthest that "that" may stand from the cue, in tokens.</summary>
    private const int Reach = 8;

    /// <summary>Mends the content of a draft whose clause stands behind its cue.</summary>
    /// <param name="draft">A draft with a reported clause and no quotation.</param>
    public void Mend(ReportDraft draft)
    {
        if (draft.Content.Count == 0 || draft.Passages.Count > 0 || draft.Source > draft.Cue) return;
        draft.Content.Sort();
        var first = draft.Content[0];
        if (first <= draft.Cue || context.SentenceOf[first] != context.SentenceOf[draft.Cue]) return;
        if (draft.Rule == "verb-clause")
        {
            var start = Start(draft, first);
            for (var token = start; token < first; token++) draft.Content.Add(token);
            draft.Content.Sort();
            Cut(draft);
        }

        Quote(draft);
    }

    /// <summary>"warned of a peace “on credit”": the quotation right behind the content is part of it.</summary>
    private void Quote(ReportDraft draft)
    {
        var last = draft.Content[^1];
        var next = last + 1;
        if (context.PassageOf[last] >= 0 || next + 1 >= context.Sentence(draft.Cue).EndToken || !Spans.IsQuote(context.FirstChar(next)) || context.PassageOf[next + 1] < 0 || context.PassageOf[draft.Cue] >= 0) return;
        var (first, end) = context.TokensOf(context.PassageOf[next + 1]);
        if (first != next + 1 || end >= context.Sentence(draft.Cue).EndToken || !context.IsPunctuation(next)) return;
        for (var token = next; token <= end; token++) draft.Content.Add(token);
    }

    /// <summary>Behind "that", or right behind a cue that speaks to nobody: "says a hit that used to be praised now costs a penalty".</summary>
    private int Start(ReportDraft draft, int first)
    {
        var end = Math.Min(first, draft.Cue + Reach);
        for (var at = draft.CueLast + 1; at < end; at++)
        {
            if (context.Is(at, "that") && context.Token(at).Xpos != "DT") return at + 1 < first && !IsComma(at + 1) ? at + 1 : first;
            if (context.Token(at).Upos is "VERB" or "AUX" || context.FirstChar(at) is ':' or ';') return first;
        }

        var next = draft.CueLast + 1;
        if (draft.Entry.Takes(CueFrame.Addressee) || draft.Entry.Takes(CueFrame.Object) && draft.Entry.Lemma is not "say" || next >= first || context.IsTime(next)) return first;
        if (context.Token(next).Upos is not ("DET" or "PROPN" or "NOUN" or "ADJ" or "NUM") || context.PassageOf[next] != context.PassageOf[draft.Cue]) return first;
        for (var at = next; at < first; at++)
            if (IsComma(at) || context.IsTime(at)) return first;
        return next;
    }

    /// <summary>"said that A would stay and rejected B": the second verb is the reporter's, as the first clause has no place for its tense.</summary>
    private void Cut(ReportDraft draft)
    {
        var cue = draft.Cue;
        if (context.Token(cue).Xpos != "VBD") return;
        var inner = "";
        foreach (var token in draft.Content)
        {
            var tag = context.Token(token);
            if (inner.Length == 0 && tag.Xpos is "MD" or "VBD") inner = tag.Xpos == "MD" ? "MD" : context.Is(token, "had") ? "had" : "VBD";
            if (token <= cue + 2 || tag.Upos != "CCONJ" || context.PassageOf[token] >= 0 || inner is "" or "VBD") continue;
            var verb = token + 1;
            if (verb >= context.Sentence(cue).EndToken) return;
            while (verb + 1 < context.Sentence(cue).EndToken && context.Token(verb).Upos == "ADV") verb++;
            if (context.Token(verb).Xpos != "VBD" || context.Token(verb).Upos != "VERB" || inner == "had" && !IsSpeech(verb)) continue;
            draft.Content.RemoveAll(each => each >= token);
            return;
        }
    }

    private bool IsSpeech(int verb) => context.Verb(verb) is { Class: CueClass.Speech or CueClass.Writing } entry && (entry.Takes(CueFrame.That) || entry.Takes(CueFrame.Addressee));

    private bool IsComma(int token) => context.FirstChar(token) is ',' or '—' or '–' && context.Token(token).Span.Length == 1;
}
