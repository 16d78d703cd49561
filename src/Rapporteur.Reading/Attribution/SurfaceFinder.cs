namespace Rapporteur.Reading;

/// <summary>Finds what verbs of speech attribute by the order of words alone, where the tree went astray: "A, he said.", "he said A."</summary>
internal sealed class SurfaceFinder(ReportContext context, SourceFinder sources)
{
    /// <summary>Longest that source and adverbs may be between a comma and the end of the sentence, in tokens.</summary>
    private const int Reach = 14;

    /// <summary>Adds the content to a draft without one; returns whether there is any.</summary>
    /// <param name="draft">A draft whose cue is a verb.</param>
    public bool Visit(ReportDraft draft)
    {
        var verb = draft.Cue;
        if (draft.Entry.Class is not (CueClass.Speech or CueClass.Writing) || draft.Entry.IsStance(CueFrame.That) || context.PassageOf[verb] >= 0) return false;
        var (first, last) = context.Words(context.Sentence(verb));
        var finite = context.IsFinite(verb);
        if (!finite && !(context.Token(verb).Xpos is "VBG" or "VB" && That(verb, last) >= 0)) return false;
        return finite && Parenthesis(draft, first, last) || Following(draft, last);
    }

    private bool Parenthesis(ReportDraft draft, int first, int last)
    {
        var verb = draft.Cue;
        if (IsBound(verb)) return false;
        var comma = verb - 1;
        while (comma > first && verb - comma <= Reach && !IsComma(comma) && context.Token(comma).Upos is not "VERB") comma--;
        if (comma <= first || !IsComma(comma) || !HasVerb(first, comma) || HasRelative(comma + 1, verb)) return false;
        var end = verb + 1;
        while (end <= last && end - verb <= Reach && !IsComma(end) && !IsVerb(end)) end++;
        if (end <= last && !IsComma(end)) return false;
        var turns = end < last && context.Token(end + 1).Upos is "CCONJ" or "SCONJ" || comma == verb - 1 && IsDescribed(verb, end, last);
        if (end <= last && !turns && (end - verb > 4 || comma == verb - 1)) return false;
        if (comma != verb - 1 && context.Trees.Child(verb, "obj") > verb && !draft.Entry.Takes(CueFrame.Addressee)) return false;
        if (context.Token(first).Upos == "SCONJ" && !HasComma(first, comma)) return false;
        draft.Source = sources.Beside(verb);
        if (draft.Source < 0) return false;
        for (var token = first; token < comma; token++) draft.Content.Add(token);
        if (end <= last && !(turns && comma == verb - 1) && HasVerb(end, last + 1) && context.Token(end + 1).Xpos != "VBG")
            for (var token = end; token <= last; token++) draft.Content.Add(token);
        draft.Rule = "order-parenthesis";
        return true;
    }

    /// <summary>"A, said Marlen." Taken before the tree is asked.</summary>
    /// <param name="draft">A draft whose cue is a verb.</param>
    public bool Inverted(ReportDraft draft)
    {
        var verb = draft.Cue;
        if (draft.Entry.Class is not (CueClass.Speech or CueClass.Writing) || !draft.Entry.Takes(CueFrame.Quote) || context.PassageOf[verb] >= 0) return false;
        if (context.Token(verb).Xpos is not ("VBD" or "VBZ" or "VBP" or "VB")) return false;
        var (first, last) = context.Words(context.Sentence(verb));
        if ((context.Trees.Child(verb, "nsubj") is var subject && subject >= 0 && subject < verb || context.Token(verb).Xpos == "VB") && !IsSpeakerBehind(verb, first)) return false;
        if (verb <= first || verb == last || !context.IsPunctuation(verb - 1) || context.FirstChar(verb - 1) is ':' or ';' or '(' or ')') return false;
        return context.Token(verb + 1).Upos is "PROPN" or "NOUN" or "DET" or "PRON" or "ADJ" or "NUM" | context.Token(verb + 1).Xpos is "NNP" && !IsRelative(verb) && Parenthesis(draft, first, last);
    }

    // "Forty soldiers were there, say the forces": the tree took the clause before the comma for the subject and whoever speaks for the object.
    private bool IsSpeakerBehind(int verb, int first)
    {
        if (context.Trees.Lower(verb) != "say" || context.FirstChar(verb - 1) is not ',' || !HasVerb(first, verb - 1) || IsRelative(verb)) return false;
        var speaker = context.Trees.Child(verb, "obj");
        if (speaker < 0) speaker = context.Trees.Child(verb, "nsubj");
        return speaker > verb && context.Document.Mentions.Any(mention => mention.HeadToken == speaker && mention.Kind != MentionKind.Pronoun);
    }

    /// <summary>"Oslo claims that A." with the verb taken for a noun.</summary>
    /// <param name="draft">A draft whose cue is such a verb.</param>
    public bool Hidden(ReportDraft draft)
    {
        var (_, last) = context.Words(context.Sentence(draft.Cue));
        draft.Source = sources.Before(draft.Cue);
        if (draft.Source < 0 || !HasVerb(draft.Cue + 2, last + 1)) return false;
        draft.Stance = draft.Entry.IsStance(CueFrame.That);
        for (var token = draft.Cue + 2; token <= last; token++) draft.Content.Add(token);
        draft.Rule = "order-clause";
        return true;
    }

    /// <summary>"A, Marlen said, B": what stands on either side. Taken before the tree is asked.</summary>
    /// <param name="draft">A draft whose cue is a verb.</param>
    public bool Medial(ReportDraft draft)
    {
        var verb = draft.Cue;
        if (draft.Entry.Class is not (CueClass.Speech or CueClass.Writing) || !draft.Entry.Takes(CueFrame.Quote) || context.PassageOf[verb] >= 0) return false;
        var (first, last) = context.Words(context.Sentence(verb));
        if (context.Token(verb).Xpos is not ("VBD" or "VBZ" or "VBP") || verb + 2 >= last || context.FirstChar(verb + 1) != ',' || IsBound(verb)) return false;
        if (context.Is(verb + 2, "that") || IsComma(verb + 3) || Spans.IsQuote(context.FirstChar(verb + 2)) || context.Token(verb + 2).Xpos == "VBG") return false;
        var comma = verb - 1;
        while (comma > first && verb - comma <= 6 && !IsComma(comma) && context.Token(comma).Upos is not ("VERB" or "AUX" or "SCONJ" or "CCONJ" or "ADP")) comma--;
        if (comma <= first || comma == verb - 1 || !IsComma(comma) || context.Token(comma + 1).Xpos is "WDT" or "WP" || context.Token(first).Upos == "ADP" && !HasVerb(first, comma)) return false;
        draft.Source = sources.Before(verb);
        if (draft.Source < 0 || !HasVerb(first, comma) && !HasVerb(verb + 2, last + 1)) return false;
        for (var token = first; token < comma; token++) draft.Content.Add(token);
        for (var token = verb + 2; token <= last; token++) draft.Content.Add(token);
        draft.Rule = "order-parenthesis";
        return true;
    }

    /// <summary>"unless they agree", "and said": no parenthesis.</summary>
    private bool IsBound(int verb)
    {
        for (var child = context.Trees.First(verb); child >= 0 && child < verb; child = context.Trees.Next(child))
            if ((context.Trees.Has(child, "mark") || context.Trees.Has(child, "cc")) && context.Trees.Lower(child) != "as") return true;
        return false;
    }

    /// <summary>"the envoy, who was there, said nothing": the comma closes a clause inside.</summary>
    private bool IsRelative(int verb)
    {
        var end = verb - 1;
        while (end > 0 && context.IsPunctuation(end)) end--;
        for (var at = end; at >= context.Sentence(verb).FirstToken && verb - at < 30; at--)
        {
            if (!IsComma(at)) continue;
            return context.Token(at + 1).Xpos is "WDT" or "WP" or "WP$" or "WRB" or "DT" or "VBG" or "VBN";
        }

        return false;
    }

    private bool Following(ReportDraft draft, int last)
    {
        var verb = draft.Cue;
        var source = sources.Subject(verb);
        if (source < 0) source = sources.Before(verb);
        if (source < 0 || source > verb) return false;
        var start = That(verb, last);
        if (start >= 0 && !HasClause(start, last, true)) start = -1;
        if (start < 0)
        {
            start = verb + 1;
            if (draft.Entry.Takes(CueFrame.Addressee) && !draft.Entry.Takes(CueFrame.Object))
                while (start <= last && (context.Trees.Has(start, "obj") || context.Trees.Has(start, "iobj"))) start++;
            if (start > last || context.IsPunctuation(start) || context.Token(start).Upos == "CCONJ" || !HasClause(start, last) && !IsSaid(draft, start, last)) return false;
        }

        if (!HasVerb(start, last + 1)) return false;
        draft.Source = source;
        for (var token = start; token <= last; token++) draft.Content.Add(token);
        draft.Rule = "order-clause";
        return true;
    }

    /// <summary>"said the men, some of them on foot, signed": what is said is a clause, wherever its verb stands.</summary>
    private bool IsSaid(ReportDraft draft, int start, int last)
    {
        if (draft.Entry.Lemma != "say" || last - start < 4 || context.Token(start).Upos is not ("DET" or "PROPN" or "NUM") || context.Token(last).Upos == "PRON") return false;
        for (var token = start; token <= last; token++)
            if (context.Token(token).Xpos is "VBD" or "VBZ" or "MD" || context.Token(token).Xpos == "VBN" && IsComma(token - 1)) return true;
        return false;
    }

    /// <summary>Whether a clause with "that" stands shortly behind the verb.</summary>
    public bool HasThat(int verb)
    {
        var (_, last) = context.Words(context.Sentence(verb));
        return That(verb, last) is var start && start >= 0 && HasClause(start, last, true);
    }

    /// <summary>The token after a "that" shortly behind the verb, before any other verb; -1 for none.</summary>
    private int That(int verb, int last)
    {
        for (var token = verb + 1; token <= last && token - verb <= Reach; token++)
        {
            if (context.Is(token, "that") && token < last && (!context.IsPunctuation(token + 1) || Spans.IsQuote(context.FirstChar(token + 1))) && context.Token(token).Xpos != "DT" && context.Token(token - 1).Upos is not "ADP") return token + 1;
            if (context.Token(token).Upos is "VERB" or "AUX" || context.FirstChar(token) is ';' or ':') return -1;
        }

        return -1;
    }

    /// <summary>A nominal and then a finite verb, before any mark; behind "that" what is quoted is one, and a verb may stand after a mark.</summary>
    public bool HasClause(int from, int last, bool behindThat = false)
    {
        var nominal = false;
        if (behindThat && Spans.IsQuote(context.FirstChar(from))) return HasVerb(from, last + 1);
        for (var token = from; token <= last && (behindThat && nominal || !IsComma(token)); token++)
        {
            if (nominal && context.Token(token).Xpos == "NNS" && token < last && context.Is(token + 1, "to") && context.Token(token - 1).Xpos == "NN" && IsPlan(token)) return true;
            if (context.Is(token, "to") && !(behindThat && nominal) || context.Token(token).Xpos is "WDT" or "WP") return false;
            if (nominal && (context.Token(token).Xpos is "VBD" or "VBZ" or "VBP" or "MD")) return true;
            nominal |= context.Token(token).Upos is "NOUN" or "PROPN" or "PRON";
            if (context.Token(token).Upos is "ADP" && !nominal) return false;
        }

        return false;
    }

    // "the party plans to leave": a verb that was taken for a plural.
    private bool IsPlan(int token) => context.Lexicon.Verbs.TryGetValue(context.Trees.Lower(token), out var entry) && entry.Takes(CueFrame.To);

    private bool HasComma(int from, int end)
    {
        for (var token = from; token < end; token++)
            if (IsComma(token)) return true;
        return false;
    }

    /// <summary>"A, said Marlen, the senator who chairs it": a name behind the verb, and after a comma who that is.</summary>
    private bool IsDescribed(int verb, int end, int last)
    {
        if (end >= last || context.FirstChar(end) != ',' || context.Token(end - 1).Upos != "PROPN" || end - verb > 7) return false;
        return context.Token(end + 1).Xpos is "WP" or "WDT" || context.Token(end + 1).Upos is "DET" or "NOUN" or "ADJ" && !HasClause(end + 1, last);
    }

    private bool HasRelative(int from, int end)
    {
        for (var token = from; token < end; token++)
            if (context.Token(token).Xpos is "WDT" or "WP" or "WP$") return true;
        return false;
    }

    private bool IsComma(int token) => context.FirstChar(token) is ',' or '—' or '–' && context.Token(token).Span.Length == 1;

    private bool IsVerb(int token) => context.Token(token).Xpos is "VBD" or "VBZ" or "VBP" or "MD";

    private bool HasVerb(int from, int end)
    {
        for (var token = from; token < end; token++)
            if (context.Token(token).Upos is "VERB" or "AUX") return true;
        return false;
    }
}
