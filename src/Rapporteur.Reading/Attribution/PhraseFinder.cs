namespace Rapporteur.Reading;

/// <summary>Finds what set phrases and adverbs attribute: "according to X", "in X's view", "reportedly".</summary>
internal sealed class PhraseFinder(ReportContext context)
{
    internal static readonly CueEntry Said = new("according to", CueClass.Speech, Factuality.Neutral, CueFrame.That | CueFrame.Quote, CueFrame.None, new Dictionary<string, bool>());

    private DependencyTrees Trees => context.Trees;

    /// <summary>Looks at one token.</summary>
    /// <param name="token">Any token.</param>
    public void Visit(int token)
    {
        var form = context.Document.Form(token);
        if (form.Equals("in", StringComparison.OrdinalIgnoreCase) || form.Equals("according", StringComparison.OrdinalIgnoreCase) || form.Equals("by", StringComparison.OrdinalIgnoreCase))
        {
            foreach (var phrase in context.Lexicon.Prefixes)
                if (Matches(token, phrase)) Follows(token, phrase.Length);
            foreach (var phrase in context.Lexicon.Frames)
                if (context.Is(token, phrase[0])) Around(token, phrase[^1]);
        }
        else if (context.Token(token).Upos == "ADV" && context.Lexicon.Adverbs.Contains(Trees.Lower(token)))
        {
            Adverb(token);
        }
    }

    private bool Matches(int token, string[] words)
    {
        if (token + words.Length >= context.Document.Tokens.Length) return false;
        for (var i = 0; i < words.Length; i++)
            if (!context.Is(token + i, words[i])) return false;
        return context.SentenceOf[token] == context.SentenceOf[token + words.Length];
    }

    private void Follows(int token, int length)
    {
        var draft = new ReportDraft(token, Said, "according-to") { CueLast = token + length - 1 };
        draft.Source = HeadOfRun(token + length);
        if (draft.Source >= 0 && Trees.Lower(draft.Source) is not ("plan" or "standard" or "law" or "schedule" or "need" or "taste" or "rule" or "size" or "merit")) Take(draft, draft.Source, token);
    }

    private void Around(int token, string last)
    {
        var end = Math.Min(context.Sentence(token).EndToken, token + 9);
        for (var at = token + 2; at < end; at++)
        {
            if (!context.Is(at, last)) continue;
            var owner = Trees.Child(at, "nmod:poss");
            if (owner < token || context.Token(at).Head < 0 || context.Is(owner, "our") || context.Is(owner, "my")) return;
            var draft = new ReportDraft(at, Said, "in-view") { CueFirst = token, CueLast = at, Source = owner };
            Take(draft, at, token);
            return;
        }
    }

    /// <summary>The head of the noun phrase that begins at the token: the one word whose head lies outside of what follows.</summary>
    private int HeadOfRun(int first)
    {
        var sentence = context.Sentence(first);
        var end = first;
        while (end < sentence.EndToken && end < first + 12 && context.FirstChar(end) != ',') end++;
        for (var at = first; at < end; at++)
        {
            if (context.Token(at).Upos is not ("NOUN" or "PROPN" or "PRON" or "NUM")) continue;
            var head = context.Token(at).Head;
            if (head < first || head > first + 12 || head >= end && context.FirstChar(Math.Min(end, sentence.EndToken - 1)) == ',') return at;
            if (context.Token(head).Upos is "VERB" or "AUX") return at;
        }

        return -1;
    }

    /// <summary>The clause around the phrase, without the phrase.</summary>
    private void Take(ReportDraft draft, int phrase, int first)
    {
        var sentence = context.Sentence(first);
        var clause = context.Token(phrase).Head;
        if (clause >= first && clause <= draft.CueLast) clause = context.Token(clause).Head;
        for (var hop = 0; hop < 12 && clause >= 0 && !IsClause(clause); hop++) clause = context.Token(clause).Head;
        var opens = context.Words(sentence).First >= first;
        if (opens || clause < 0) clause = Root(sentence, phrase, clause);
        if (clause >= 0 && clause != phrase) Trees.Collect(clause, draft.Content, child => child == phrase || child >= first && child <= draft.CueLast);
        if (!opens && clause >= 0 && clause < first) Close(draft, first);
        if (draft.Content.Contains(phrase) || clause >= first && clause <= draft.CueLast) draft.Content.Clear();
        if (draft.Content.Count == 0) ByOrder(draft, phrase, first, opens);
        if (draft.Content.Count > 0) context.Drafts[draft.Cue] = draft;
    }

    /// <summary>Behind a phrase that closes its clause nothing belongs to it: "A, according to the sheet, which was typed".</summary>
    private void Close(ReportDraft draft, int first)
    {
        var whole = false;
        foreach (var token in draft.Content) whole |= token < first && context.Token(token).Xpos is "VBD" or "VBZ" or "VBP" or "MD";
        if (whole && first >= 2 && context.Token(first - 2).Upos is not ("AUX" or "VERB")) draft.Content.RemoveAll(token => token > first && context.FirstChar(token) is not '.');
    }

    /// <summary>What follows the first comma after an opening phrase, or what stands before a closing one.</summary>
    private void ByOrder(ReportDraft draft, int phrase, int first, bool opens)
    {
        var sentence = context.Sentence(first);
        var start = opens ? phrase + 1 : sentence.FirstToken;
        while (opens && start < sentence.EndToken && context.FirstChar(start) != ',') start++;
        var end = opens ? sentence.EndToken : first;
        for (var token = start; token < end; token++) draft.Content.Add(token);
        if (!draft.Content.Exists(token => context.Token(token).Upos is "VERB" or "AUX")) draft.Content.Clear();
    }

    private int Root(Sentence sentence, int phrase, int otherwise)
    {
        for (var at = sentence.FirstToken; at < sentence.EndToken; at++)
            if (context.Token(at).Head < 0) return at == phrase ? otherwise : at;
        return otherwise;
    }

    private bool IsClause(int token) =>
        context.Token(token).Head < 0 || Trees.Child(token, "nsubj") >= 0 || Trees.Has(token, "ccomp") || Trees.Has(token, "acl:relcl");

    private void Adverb(int adverb)
    {
        var head = context.Token(adverb).Head;
        if (head < 0 || context.Token(head).Upos is not ("VERB" or "AUX" or "ADJ" or "NOUN" or "PROPN") || Trees.Has(head, "amod")) return;
        var draft = new ReportDraft(adverb, Said with { Factuality = Factuality.Doubted }, "adverb");
        Trees.Collect(head, draft.Content, child => child == adverb || context.Token(child).Head == head && (Trees.Has(child, "mark") || Trees.Has(child, "cc")));
        context.Drafts[adverb] = draft;
    }
}
