namespace Rapporteur.Reading;

/// <summary>Gives whole quotations to the cue beside them, by what stands next to their marks.</summary>
internal sealed class QuoteFinder(ReportContext context, SourceFinder sources, NounFinder nouns)
{
    /// <summary>Farthest that a cue may stand from a quotation, in tokens.</summary>
    private const int Reach = 30;

    /// <summary>Goes through every outermost quotation.</summary>
    public void Visit()
    {
        for (var p = 0; p < context.Passages.Length; p++)
        {
            if (context.Passages[p].Depth > 0) continue;
            var (first, last) = context.TokensOf(p);
            if (first > last || context.SentenceOf[first] < 0 || context.PassageOf[first] != p) continue;
            var cue = CueOf(first, last);
            if (cue >= 0) Give(cue, p);
            else if (MarkBefore(first) == ':') GiveByColon(Outside(first, -1), p);
        }
    }

    private int CueOf(int first, int last)
    {
        var before = Outside(first, -1);
        var after = Outside(last, 1);
        var opens = before < context.Sentence(first).FirstToken;
        var mark = opens ? ' ' : MarkBefore(first);
        var post = EndsForCue(last, after) ? After(after, last) : -1;
        if (opens) return post;
        var pre = mark is ',' or ':' || IsCueOrSpokenTo(before) ? Before(before, mark) : -1;
        if (pre < 0 && mark is not ' ' and not ':' && post < 0) return -1;
        return pre >= 0 ? pre : mark is ' ' ? -1 : post;
    }

    /// <summary>The next token beyond the marks of a quotation.</summary>
    private int Outside(int token, int step)
    {
        var at = token + step;
        while (at >= 0 && at < context.Document.Tokens.Length && context.IsPunctuation(at) && context.FirstChar(at) is not (':' or ',' or ';' or '(' or '.')) at += step;
        return at;
    }

    /// <summary>Comma or colon before the opening mark; a blank for neither.</summary>
    private char MarkBefore(int first)
    {
        for (var at = first - 1; at >= 0 && context.IsPunctuation(at); at--)
            if (context.FirstChar(at) is ',' or ':') return context.FirstChar(at);
        return ' ';
    }

    private bool EndsForCue(int last, int after)
    {
        if (after >= context.Document.Tokens.Length) return false;
        for (var at = last; at < after; at++)
            if (context.FirstChar(at) is ',' or '?' or '!' or '—' or '…' or '–' || at == last && context.FirstChar(at) == '.' && context.SentenceOf[at] == context.SentenceOf[after]) return true;
        return context.FirstChar(after) == ',' || context.SentenceOf[after] == context.SentenceOf[last] && context.Verb(after) is not null;
    }

    private int After(int after, int last)
    {
        if (context.FirstChar(after) == ',') after++;
        if (after >= context.Document.Tokens.Length) return -1;
        var sentence = context.SentenceOf[after];
        if (sentence > context.SentenceOf[last] && (!char.IsLower(context.FirstChar(after)) || sentence > context.SentenceOf[last] + 1) && !IsShortFrame(after)) return -1;
        var end = Math.Min(context.Document.Sentences[sentence].EndToken, after + Reach);
        for (var at = after; at < end; at++)
        {
            if (context.PassageOf[at] >= 0 || context.FirstChar(at) == ';') return -1;
            if (IsCue(at, CueFrame.Quote | CueFrame.That)) return at;
            if (context.Token(at).Upos == "VERB" && context.Token(at).Xpos is "VBD" or "VBZ" or "VBP" && !context.Trees.Has(at, "acl")) return -1;
        }

        return -1;
    }

    /// <summary>"he said." as a sentence of its own.</summary>
    private bool IsShortFrame(int after)
    {
        var sentence = context.Sentence(after);
        return sentence.FirstToken == after && sentence.TokenCount <= 8 && context.SentenceOf[after - 1] == context.SentenceOf[after] - 1;
    }

    private int Before(int before, char mark)
    {
        var start = Math.Max(context.Sentence(before).FirstToken, before - Reach);
        for (var at = before; at >= start; at--)
        {
            if (context.FirstChar(at) == ';') return -1;
            if (context.PassageOf[at] >= 0)
            {
                if (mark == ',') continue;
                return -1;
            }

            if (IsCue(at, CueFrame.Quote) && (mark == ':' || before - at <= 12)) return at;
        }

        return -1;
    }

    private bool IsCue(int token, CueFrame frames) =>
        context.Verb(token) is { } entry && ((entry.Statement | entry.Stance) & frames) != 0
        && entry.Takes(CueFrame.Quote) && (context.Token(token).Xpos is not ("VBN" or "VB") || context.Trees.Child(token, "aux") >= 0 || context.IsFinite(token) && context.Trees.Child(token, "obl:agent") < 0 || context.Is(token, "said") || entry.Lemma is "read" or "say" or "tell");

    /// <summary>"said “A”", "told reporters “A”".</summary>
    private bool IsCueOrSpokenTo(int token) => token >= 0 && context.PassageOf[token] < 0
        && (IsCue(token, CueFrame.Quote) && context.Verb(token) is { Class: CueClass.Speech or CueClass.Writing or CueClass.Thought } found && !found.Takes(CueFrame.Call) && !found.Takes(CueFrame.As)
            || context.Token(token).Head is var head and >= 0 && token - head is > 0 and <= 4 && context.Trees.Has(token, "obj") && context.Verb(head) is { } entry && entry.Takes(CueFrame.Addressee) && context.FirstChar(Math.Min(token + 1, context.Document.Tokens.Length - 1)) != ','
            && char.IsUpper(context.FirstChar(Math.Min(token + 2, context.Document.Tokens.Length - 1))));

    /// <summary>"Lavrov: “A”", "issued a statement: “A”".</summary>
    private void GiveByColon(int before, int passage)
    {
        if (before < 0 || context.PassageOf[before] >= 0) return;
        var colon = before;
        while (colon >= 0 && context.FirstChar(colon) != ':') colon--;
        if (colon < 1) colon = before + 1;
        var sentence = context.Sentence(Math.Max(0, colon - 1));
        var start = sentence.FirstToken;
        var named = colon - start <= 10;
        for (var at = colon - 1; at >= start; at--)
        {
            if (context.Token(at).Upos is "VERB" or "AUX") named = false;
            if (context.Token(at).Upos == "NOUN" && context.Lexicon.Nouns.TryGetValue(context.Trees.Lower(at), out var entry) && entry.Takes(CueFrame.Quote) && !context.Drafts.ContainsKey(at))
            {
                var draft = new ReportDraft(at, entry, "quote-noun");
                draft.Source = nouns.Source(draft);
                draft.Passages.Add(passage);
                context.Drafts.Add(at, draft);
                return;
            }
        }

        if (!named || colon >= context.Document.Tokens.Length || context.Drafts.ContainsKey(colon) || context.Token(colon - 1).Upos is not ("PROPN" or "NOUN")) return;
        var head = colon - 1;
        while (context.Token(head).Head is var above && above >= start && above < colon) head = above;
        var speaker = new ReportDraft(colon, PhraseFinder.Said with { Lemma = ":" }, "quote-colon") { Source = head };
        speaker.Passages.Add(passage);
        context.Drafts.Add(colon, speaker);
    }

    private void Give(int cue, int passage)
    {
        if (!context.Drafts.TryGetValue(cue, out var draft))
        {
            var passive = context.Trees.Child(cue, "aux:pass") >= 0 || context.Trees.Child(cue, "nsubj:pass") >= 0;
            var source = passive ? sources.Agent(cue) : sources.Subject(cue);
            if (source >= 0 && context.PassageOf[source] >= 0) source = -1;
            if (source < 0 && !passive) source = sources.Beside(cue);
            if (source < 0 && !passive && context.Token(cue).Xpos != "VBN" && context.Token(cue).Xpos != "VBG") return;
            draft = new ReportDraft(cue, context.Verb(cue)!, "quote-verb") { Source = source };
            context.Drafts.Add(cue, draft);
        }

        draft.Passages.Add(passage);
    }
}
