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
        if (token <= first || token + 2 > last || !IsSubject(token) || !IsMisread(token) || !surface.HasClause(token + 1, last)) return false;
        var source = sources.Before(token);
        if (source < 0 || HasVerb(first, token)) return false;
        var draft = new ReportDraft(token, entry, "order-clause") { Source = source };
        for (var at = token + 1; at <= last; at++) draft.Content.Add(at);
        context.Drafts[token] = draft;
        return true;
    }

    /// <summary>A name before what was taken for a plural ("Oslo hopes"), any noun before a verb.</summary>
    private bool IsSubject(int token)
    {
        var before = context.Token(token - 1);
        return before.Upos == "PROPN" || context.Token(token).Xpos != "NNS" && before.Upos is "NOUN" or "PRON";
    }

    private bool IsMisread(int token)
    {
        if (Trees.Child(token, "nsubj") >= 0 || Trees.Child(token, "ccomp") >= 0) return false;
        if (context.Token(token).Xpos == "NNS" && Trees.Child(token, "obj") >= 0) return true;
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
