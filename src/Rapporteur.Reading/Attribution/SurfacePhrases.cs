namespace Rapporteur.Reading;

/// <summary>Finds names and roles that verbs give by the order of words alone, where the tree went astray: "called the plan “a gift”", "described it as “open”", "spoke of trust".</summary>
internal sealed class SurfacePhrases(ReportContext context)
{
    /// <summary>Longest that an object may be, in tokens.</summary>
    private const int Reach = 18;

    /// <summary>Object and quotation after a verb that calls something something.</summary>
    /// <param name="draft">A draft whose cue is a verb in the active voice.</param>
    public bool Naming(ReportDraft draft)
    {
        var verb = draft.Cue;
        if (!draft.Entry.Takes(CueFrame.Call) || verb + 2 >= context.Document.Tokens.Length || !IsObject(verb + 1)) return false;
        if (Predicate(draft)) return true;
        var end = context.Sentence(verb).EndToken;
        for (var at = verb + 1; at < end && at - verb <= Reach; at++)
        {
            var passage = context.PassageOf[at];
            if (passage >= 0 && at > verb + 1 && context.PassageOf[verb] < 0) return Take(draft, verb + 1, passage, at, "order-naming");
            if (context.Token(at).Upos is "VERB" or "AUX" or "SCONJ" || context.FirstChar(at) is ',' or ';' or ':' || context.Is(at, "as") && !context.Is(Math.Min(at + 1, end - 1), "part") || context.Is(at, "for")) return false;
        }

        return false;
    }

    /// <summary>"termed the accord a sell-out", "calls it the longest page": a second noun phrase right behind the object.</summary>
    private bool Predicate(ReportDraft draft)
    {
        var verb = draft.Cue;
        var (_, last) = context.Words(context.Sentence(verb));
        if (context.PassageOf[verb] >= 0 || verb + 2 > last) return false;
        var at = verb + 1;
        if (context.Token(at).Upos == "PRON" && context.Token(at).Xpos == "PRP") at++;
        else
        {
            if (context.Token(at).Upos is not ("DET" or "PRON" or "PROPN" or "NOUN" or "ADJ" or "NUM")) return false;
            at++;
            while (at < last && at - verb <= Reach / 2 && context.Token(at).Upos is "ADJ" or "NOUN" or "PROPN" or "PART" && context.PassageOf[at] < 0) at++;
            if (context.Token(at - 1).Upos is not ("NOUN" or "PROPN")) return false;
        }

        if (at >= last || context.Token(at).Upos != "DET" || !(context.Is(at, "a") || context.Is(at, "an") || context.Is(at, "the") && at == verb + 2) || context.PassageOf[at] >= 0) return false;
        return TakeClause(draft, context.Token(verb + 1).Upos == "PRON" ? at : verb + 1, at, last, "order-naming");
    }

    /// <summary>Object and role after a verb that describes something as something.</summary>
    /// <param name="draft">A draft whose cue is a verb.</param>
    /// <param name="passive">Whether what is described is the subject.</param>
    public bool Role(ReportDraft draft, bool passive)
    {
        var verb = draft.Cue;
        var (_, last) = context.Words(context.Sentence(verb));
        for (var at = verb + 1; at < last && at - verb <= Reach; at++)
        {
            if (context.Is(at, "as"))
            {
                if (!passive && !IsObject(verb + 1)) return false;
                var start = passive || context.Token(verb + 1).Upos == "PRON" ? at + 1 : verb + 1;
                var passage = context.PassageOf[Math.Min(at + 2, last)];
                if (passage >= 0 && context.PassageOf[verb] < 0) return Take(draft, start, passage, at, "order-as");
                return TakeClause(draft, start, at + 1, last, "order-as");
            }

            if (context.Token(at).Upos is "VERB" or "AUX" or "SCONJ" || context.FirstChar(at) is ',' or ';' or ':') return false;
        }

        return false;
    }

    /// <summary>Preposition and what follows it right after the verb.</summary>
    /// <param name="draft">A draft whose cue is a verb.</param>
    public bool Phrase(ReportDraft draft)
    {
        var verb = draft.Cue;
        var (_, last) = context.Words(context.Sentence(verb));
        var at = Preposition(draft, last);
        if (at + 1 > last || !draft.Entry.Prepositions.TryGetValue(context.Trees.Lower(at), out var stance) || context.IsTime(at + 1)) return false;
        if (!TakeClause(draft, context.Is(at, "against") ? at : at + 1, at + 1, last, "verb-phrase")) return false;
        draft.Stance = stance;
        return true;
    }

    /// <summary>Where the preposition may stand: right behind the verb, over an adverb ("pointed instead to"), or behind those spoken to ("informed her host of").</summary>
    private int Preposition(ReportDraft draft, int last)
    {
        var at = draft.Cue + 1;
        while (at < last && at - draft.Cue <= 2 && context.Token(at).Upos == "ADV") at++;
        if (at != draft.Cue + 1 || !draft.Entry.Takes(CueFrame.Addressee)) return at;
        while (at < last && at - draft.Cue <= 6 && context.Token(at).Upos is "DET" or "ADJ" or "NOUN" or "PROPN" or "PRON" && context.Token(at).Xpos is not ("WP" or "WDT") && context.PassageOf[at] < 0) at++;
        return at;
    }

    /// <summary>"what he called “A”", "what she termed A", "what they describe as A".</summary>
    /// <param name="draft">A draft whose cue is a verb in the active voice.</param>
    public bool Relative(ReportDraft draft)
    {
        var verb = draft.Cue;
        if (!draft.Entry.Takes(CueFrame.Call) && !draft.Entry.Takes(CueFrame.As)) return false;
        var first = context.Sentence(verb).FirstToken;
        if (verb < first + 2) return false;
        var what = verb - 1;
        while (what > first && verb - what <= 8 && context.Token(what).Upos is "PROPN" or "NOUN" or "PRON" or "DET" or "ADJ" or "AUX" or "ADV" && !context.Is(what, "what") && !context.Is(what, "which")) what--;
        if (!context.Is(what, "what") && !context.Is(what, "which") || what >= verb - 1) return false;
        var (_, last) = context.Words(context.Sentence(verb));
        var start = verb + 1;
        if (start < last && context.Is(start, "as")) start++;
        else if (!draft.Entry.Takes(CueFrame.Call)) return false;
        if (start > last || context.Token(start).Upos is not ("DET" or "ADJ" or "NOUN" or "PROPN" or "NUM" or "ADV" or "PRON") && context.PassageOf[start] < 0 && !Spans.IsQuote(context.FirstChar(start)) || context.Is(start, "for") || context.Is(start, "it")) return false;
        return TakeClause(draft, start, start, last, "verb-naming");
    }

    /// <summary>"thinks so", "says otherwise".</summary>
    /// <param name="draft">A draft whose cue is a verb.</param>
    public bool ProForm(ReportDraft draft)
    {
        var next = draft.Cue + 1;
        if (!draft.Entry.Takes(CueFrame.That) || draft.Entry.IsStance(CueFrame.That) || next >= context.Sentence(draft.Cue).EndToken) return false;
        if (!context.Is(next, "so") && !context.Is(next, "otherwise") && !context.Is(next, "differently")) return false;
        if (next + 1 < context.Sentence(draft.Cue).EndToken && !context.IsPunctuation(next + 1) && context.Token(next + 1).Upos is not ("CCONJ" or "SCONJ" or "ADP")) return false;
        draft.Content.Add(next);
        draft.Rule = "verb-clause";
        return true;
    }

    private bool IsObject(int token) => context.PassageOf[token] < 0 && context.Token(token).Upos is "DET" or "PRON" or "PROPN" or "NOUN" or "ADJ" or "NUM" && context.Token(token).Xpos is not ("WP" or "WDT");

    private bool Take(ReportDraft draft, int start, int passage, int inside, string rule)
    {
        if (context.Token(start).Upos == "PRON" && start < inside) start++;
        var (_, end) = context.TokensOf(passage);
        for (var token = start; token <= end; token++) draft.Content.Add(token);
        draft.Rule = rule;
        return draft.Content.Count > 0;
    }

    /// <summary>Up to the next comma, finite verb or conjunction.</summary>
    private bool TakeClause(ReportDraft draft, int start, int from, int last, string rule)
    {
        var end = from;
        while (end <= last && context.FirstChar(end) is not (',' or ';' or ':' or '—') && context.Token(end).Xpos is not ("VBD" or "VBZ" or "VBP" or "MD")) end++;
        for (var token = start; token < end; token++) draft.Content.Add(token);
        draft.Rule = rule;
        return draft.Content.Count > 0;
    }
}
