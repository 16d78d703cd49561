namespace Rapporteur.Reading;

/// <summary>Finds comment clauses with something behind the verb, which trees rarely get right: "A, he told reporters on Friday, hours before the vote", "the truce, he told the radio, would hold".
/// Those that end the sentence or have nothing behind the verb are <see cref="SurfaceFinder"/>'s.</summary>
internal sealed class CommentClauses(ReportContext context, SourceFinder sources)
{
    /// <summary>Longest that the words before and behind the verb may be, in tokens.</summary>
    private const int Reach = 16;

    /// <summary>Adds source and content to a draft whose verb is that of such a clause; returns whether it is.</summary>
    /// <param name="draft">A draft whose cue is a verb.</param>
    public bool Visit(ReportDraft draft)
    {
        var verb = draft.Cue;
        if (draft.Entry.Class is not (CueClass.Speech or CueClass.Writing or CueClass.Thought) || !draft.Entry.Takes(CueFrame.Quote) || context.PassageOf[verb] >= 0 || !context.IsFinite(verb)) return false;
        var (first, last) = context.Words(context.Sentence(verb));
        var comma = Opening(verb, first);
        if (comma <= first) return false;
        var end = Closing(draft, last);
        if (end < 0 || end + 1 >= last) return false;
        var start = Start(first, comma);
        if (!Splits(start, comma, end + 1, last, out var both)) return false;
        draft.Source = sources.Before(verb);
        if (draft.Source <= comma) return false;
        for (var token = start; token < comma; token++) draft.Content.Add(token);
        if (both)
            for (var token = end + 1; token <= last; token++) draft.Content.Add(token);
        draft.CueLast = Particle(draft);
        draft.Rule = "order-parenthesis";
        return true;
    }

    /// <summary>"A, its envoy, Marlen, reminded his hosts at a reception.", "A, one of those who drafted it said.": a comment clause at the end, whose subject is long.</summary>
    /// <param name="draft">A draft whose cue is a verb and that has no content yet.</param>
    public bool Final(ReportDraft draft)
    {
        var verb = draft.Cue;
        if (draft.Entry.Class is not (CueClass.Speech or CueClass.Writing) || !draft.Entry.Takes(CueFrame.Quote) || !draft.Entry.Takes(CueFrame.That) || context.PassageOf[verb] >= 0 || !context.IsFinite(verb)) return false;
        var (first, last) = context.Words(context.Sentence(verb));
        for (var at = verb + 1; at <= last; at++)
            if (at - verb > Reach || IsComma(at) || context.Token(at).Upos is "VERB" or "AUX" or "SCONJ" || context.PassageOf[at] >= 0 || context.FirstChar(at) is ':' or ';') return false;
        if (verb < last && !draft.Entry.Takes(CueFrame.Addressee) && context.Token(verb + 1).Upos is not ("ADP" or "ADV") && !context.IsTime(verb + 1)) return false;
        var comma = Opening(verb, first);
        if (verb <= first) return false;
        if (comma < 0 && IsComma(verb - 1)) comma = Apposition(verb - 1, first);
        else if (comma < 0) comma = Relative(verb, first);
        if (comma <= first || !HasFinite(first, comma) || context.Token(first).Upos is "SCONJ" or "CCONJ" or "ADP" || context.Token(comma + 1).Upos is "CCONJ" or "SCONJ") return false;
        draft.Source = sources.Before(verb) is var near and >= 0 && near > comma ? near : comma + 1;
        if (context.Token(draft.Source).Upos is not ("NOUN" or "PROPN" or "PRON" or "NUM")) return false;
        for (var token = Start(first, comma); token < comma; token++) draft.Content.Add(token);
        draft.Rule = "order-parenthesis";
        return true;
    }

    /// <summary>Of ", its envoy, Marlen," the first comma; -1 for none.</summary>
    private int Apposition(int end, int first)
    {
        var middle = NominalRun(end - 1, first);
        if (middle <= first || !IsComma(middle) || middle == end - 1) return -1;
        var start = NominalRun(middle - 1, first);
        return start > first && IsComma(start) && start < middle - 1 ? start : -1;
    }

    private int NominalRun(int at, int first)
    {
        while (at > first && context.Token(at).Upos is "PROPN" or "NOUN" or "ADJ" or "DET" or "PRON" or "ADP" or "PART" && !IsComma(at)) at--;
        return at;
    }

    /// <summary>Of ", one of those who drafted it" the comma; -1 for none.</summary>
    private int Relative(int verb, int first)
    {
        var who = verb - 1;
        while (who > first && verb - who <= 8 && !context.Is(who, "who") && !IsComma(who)) who--;
        if (who <= first || !context.Is(who, "who")) return -1;
        var comma = NominalRunWithNumbers(who - 1, first);
        return comma > first && IsComma(comma) && comma < who - 1 ? comma : -1;
    }

    private int NominalRunWithNumbers(int at, int first)
    {
        while (at > first && context.Token(at).Upos is "PROPN" or "NOUN" or "ADJ" or "DET" or "PRON" or "ADP" or "NUM" && !IsComma(at)) at--;
        return at;
    }

    /// <summary>The comma before the subject, with no verb or conjunction between; -1 for none.</summary>
    private int Opening(int verb, int first)
    {
        var comma = verb - 1;
        while (comma > first && verb - comma <= Reach && !IsComma(comma) && !IsFiniteForm(comma, verb) && context.Token(comma).Upos is not ("SCONJ" or "CCONJ")) comma--;
        if (comma <= first || comma == verb - 1 || !IsComma(comma) || context.Token(comma + 1).Xpos is "WDT" or "WP" or "WRB" or "VBG" or "VBN" or "IN") return -1;
        for (var inner = comma + 1; inner < verb; inner++)
            if (context.Token(inner).Xpos is "WP" or "WDT") return -1;
        var outer = comma - 1;
        while (outer > first && comma - outer <= 8 && context.Token(outer).Upos is "PROPN" or "NOUN" or "ADJ" or "DET") outer--;
        return outer > first && IsComma(outer) && context.Token(outer + 1).Upos == "PROPN" && context.Token(comma + 1).Upos is "DET" or "NOUN" or "PRON" or "ADJ" ? outer : comma;
    }

    /// <summary>The comma behind verb, those spoken to, times and places; -1 where something else stands there, or no comma.</summary>
    private int Closing(ReportDraft draft, int last)
    {
        var at = Particle(draft) + 1;
        if (at > last || IsComma(at) && draft.CueLast == draft.Cue && at == draft.Cue + 1) return -1;
        if (!IsComma(at) && !draft.Entry.Takes(CueFrame.Addressee) && context.Token(at).Upos is not ("ADP" or "ADV") && !context.IsTime(at)) return -1;
        for (; at < last && at - draft.Cue <= Reach; at++)
        {
            if (IsComma(at)) return at;
            if (context.Token(at).Upos is "VERB" or "AUX" or "SCONJ" or "CCONJ" || context.PassageOf[at] >= 0 || context.FirstChar(at) is ':' or ';' or '(' || context.Is(at, "that") || context.Token(at).Xpos is "WP" or "WDT" or "WRB") return -1;
        }

        return -1;
    }

    /// <summary>The last token of the cue: "went on".</summary>
    private int Particle(ReportDraft draft) =>
        draft.Entry.Lemma.IndexOf(' ', StringComparison.Ordinal) is var blank and >= 0 && draft.Cue + 1 < context.Document.Tokens.Length && context.Is(draft.Cue + 1, draft.Entry.Lemma[(blank + 1)..]) ? draft.Cue + 1 : draft.CueLast;

    /// <summary>Where the clause that is reported begins: behind a semicolon, or with the relative phrase right before the comment ("…, one of which, he warned, …").</summary>
    private int Start(int first, int comma)
    {
        for (var at = comma - 1; at > first; at--)
        {
            if (context.FirstChar(at) == ';') return at + 1;
            if (!IsComma(at) || comma - at > 6) continue;
            for (var inner = at + 1; inner < comma; inner++)
                if (context.Token(inner).Xpos is "WDT" && !HasFinite(at + 1, comma)) return at + 1;
        }

        return first;
    }

    /// <summary>Whether the clause stands before the comment, or on both sides of it.</summary>
    private bool Splits(int start, int comma, int rest, int last, out bool both)
    {
        var whole = HasFinite(start, comma);
        var runsOn = HasFinite(rest, last + 1);
        var opener = context.Token(start);
        both = false;
        if (opener.Xpos is "VBG" or "VBN" || opener.Upos == "CCONJ") return false;
        if (opener.Upos is "SCONJ" && !HasComma(start, comma)) return both = runsOn && context.Token(rest).Xpos is not ("VBG" or "WDT" or "WP" or "WRB");
        if (!whole) return both = opener.Upos is not "ADP" && IsFiniteForm(rest, rest + 1);
        both = runsOn && !IsAside(rest, last);
        return true;
    }

    /// <summary>What the reporter adds behind the comment: "speaking in Oslo", "where he lives", "hours before the vote".</summary>
    private bool IsAside(int rest, int last)
    {
        var token = context.Token(rest);
        if (token.Xpos is "VBG" or "VBN" or "WDT" or "WP" or "WRB" or "WP$") return true;
        if (context.Is(rest, "before") || context.Is(rest, "after") || context.Is(rest, "as") || context.Is(rest, "while") || context.Is(rest, "when") || context.Is(rest, "without")) return true;
        for (var at = rest; at < last && at - rest <= 4 && context.Token(at).Upos is "NUM" or "NOUN" or "ADJ" or "DET" or "ADV"; at++)
            if (context.IsTime(at) && (context.Is(at + 1, "before") || context.Is(at + 1, "after"))) return true;
        return false;
    }

    private bool HasComma(int from, int end)
    {
        for (var token = from; token < end; token++)
            if (IsComma(token)) return true;
        return false;
    }

    private bool HasFinite(int from, int end)
    {
        for (var token = from; token < end; token++)
            if (IsFiniteForm(token, end)) return true;
        return false;
    }

    private bool IsFiniteForm(int token, int end) => token < end && context.Token(token).Xpos is "VBD" or "VBZ" or "VBP" or "MD";

    private bool IsComma(int token) => context.FirstChar(token) is ',' or '—' or '–' && context.Token(token).Span.Length == 1;
}
