namespace Rapporteur.Reading;

/// <summary>Finds verbs of speech and thought that tag or tree took for something else, with a clause right behind them: "Oslo fears a vote will fail", "Marlen hopes talks will help".</summary>
internal sealed class MisreadVerbs(ReportContext context, SourceFinder sources, SurfaceFinder surface)
{
    private DependencyTrees Trees => context.Trees;

    /// <summary>Adds a draft where the token is such a verb.</summary>
    /// <param name="token">Any token.</param>
    /// <returns>Whether there is one.</returns>
    public bool Visit(int token)
    {
        if (context.Token(token).Xpos is not ("NNS" or "VBZ" or "VBP") || context.PassageOf[token] >= 0 || context.Drafts.ContainsKey(token)) return false;
        if (!context.Lexicon.Verbs.TryGetValue(Trees.Lower(token), out var entry) || !entry.Takes(CueFrame.That) || entry.IsStance(CueFrame.That)) return false;
        var (first, last) = context.Words(context.Sentence(token));
        if (Comment(token, entry, first, last)) return true;
        if (token <= first || token + 2 > last || !IsSubject(token) || !IsMisread(token) || HasVerb(first, token)) return false;
        var source = sources.Before(token);
        if (source < 0) return false;
        var draft = new ReportDraft(token, entry, "order-clause") { Source = source };
        if (context.Is(token + 1, "that") && context.Token(token + 2).Xpos is "MD" or "VBZ" or "VBD" || surface.HasClause(token + 1, last))
            for (var at = token + 1; at <= last; at++) draft.Content.Add(at);
        else if (!Phrase(draft, last)) return false;
        context.Drafts[token] = draft;
        return true;
    }

    /// <summary>"A, Marlen notes, and B", "A, Marlen reports.": a name and the verb between marks.</summary>
    private bool Comment(int token, CueEntry entry, int first, int last)
    {
        if (entry.Class is not (CueClass.Speech or CueClass.Thought) || !entry.Takes(CueFrame.Quote) || token != last && context.FirstChar(token + 1) != ',') return false;
        var name = token - 1;
        while (name > first && token - name < 6 && context.Token(name).Upos == "PROPN") name--;
        if (name <= first || name == token - 1 || context.FirstChar(name) != ',' || !HasFinite(first, name) || !IsMention(token - 1)) return false;
        var draft = new ReportDraft(token, entry, "order-parenthesis") { Source = token - 1 };
        for (var at = first; at < name; at++) draft.Content.Add(at);
        if (token + 2 <= last && HasFinite(token + 2, last + 1) && context.Token(token + 2).Xpos is not ("VBG" or "WDT" or "WP" or "WRB"))
            for (var at = token + 2; at <= last; at++) draft.Content.Add(at);
        context.Drafts[token] = draft;
        return true;
    }

    private bool IsMention(int token) => Trees.Child(token, "case") < 0 && char.IsUpper(context.FirstChar(token));

    private bool HasFinite(int from, int end)
    {
        for (var at = from; at < end; at++)
            if (context.Token(at).Xpos is "VBD" or "VBZ" or "VBP" or "MD") return true;
        return false;
    }

    /// <summary>"Oslo cautions Rome against a boycott": a phrase that the verb takes, behind one word at most, and no verb after it up to the next mark or conjunction.</summary>
    private bool Phrase(ReportDraft draft, int last)
    {
        if (draft.Entry.Class == CueClass.Writing || context.Token(draft.Cue).Xpos != "NNS") return false;
        var start = draft.Cue + 1;
        if (context.Token(start).Upos is "PROPN") start++;
        if (start >= last || Trees.Lower(start) is not ("against" or "about" or "for") || !draft.Entry.Prepositions.TryGetValue(Trees.Lower(start), out var stance) || stance) return false;
        var end = start + 1;
        while (end <= last && context.FirstChar(end) is not (',' or ';' or ':' or '—') && context.Token(end).Upos != "CCONJ")
        {
            if (context.Token(end).Xpos is "VBD" or "VBZ" or "VBP" or "MD") return false;
            end++;
        }

        for (var at = context.Is(start, "against") ? start : start + 1; at < end; at++) draft.Content.Add(at);
        draft.Rule = "order-phrase";
        return true;
    }

    /// <summary>A name before what was taken for a plural ("Oslo hopes"), any noun before a verb.</summary>
    private bool IsSubject(int token)
    {
        var before = context.Token(token - 1);
        if (before.Upos == "PUNCT" && context.Is(token - 1, ",") && context.Is(token + 1, "that")) return sources.Before(token) is var name && name >= 0 && context.Token(name).Upos == "PROPN";
        return before.Upos == "PROPN" || context.Token(token).Xpos != "NNS" && before.Upos is "NOUN" or "PRON";
    }

    private bool IsMisread(int token)
    {
        if (Trees.Child(token, "ccomp") >= 0) return false;
        if (context.Token(token).Xpos == "NNS" && Trees.Child(token, "nsubj") >= 0) return false;
        if (context.Token(token).Xpos == "NNS" && (Trees.Child(token, "obj") >= 0 || !Trees.Has(token, "obj") && !Trees.Has(token, "obl") && !Trees.Has(token, "nmod"))) return true;
        return context.Token(token).Head > token && (Trees.Has(token, "nsubj") || Trees.Has(token, "advmod") || Trees.Has(token, "compound") || Trees.Has(token, "obj") || Trees.Has(token, "amod") || Trees.Has(token, "obl"));
    }

    /// <summary>Whether a verb stands between the last mark or conjunction before the cue and the cue.</summary>
    private bool HasVerb(int first, int token)
    {
        for (var at = token - 1; at >= first; at--)
        {
            if (context.IsPunctuation(at) && context.FirstChar(at) is ',' or ';' or ':' or '—' || context.Token(at).Upos is "CCONJ" or "SCONJ") return false;
            if (context.Token(at).Upos is "VERB" or "AUX") return true;
        }

        return false;
    }
}
