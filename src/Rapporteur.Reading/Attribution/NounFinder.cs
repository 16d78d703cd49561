namespace Rapporteur.Reading;

/// <summary>Finds what nouns and adjectives attribute: "their claim that …", "fears of …", "is worried about …".</summary>
internal sealed class NounFinder(ReportContext context, SourceFinder sources)
{
    private DependencyTrees Trees => context.Trees;

    /// <summary>Looks at one token.</summary>
    /// <param name="token">Any token.</param>
    public void Visit(int token)
    {
        if (context.Drafts.ContainsKey(token)) return;
        var upos = context.Token(token).Upos;
        if (upos == "NOUN" && context.Lexicon.Nouns.TryGetValue(Trees.Lower(token), out var noun)) Noun(token, noun);
        else if (upos is "ADJ" or "VERB" && context.Lexicon.Adjectives.TryGetValue(context.Token(token).Upos == "VERB" ? context.Document.Form(token).ToString().ToLowerInvariant() : Trees.Lower(token), out var adjective)) Adjective(token, adjective);
    }

    private void Noun(int noun, CueEntry entry)
    {
        if (Trees.Has(noun, "obl") && context.Token(noun).Head is var carried && carried >= 0 && carried < noun && Trees.Introducer(noun) is "in" or "on" && context.Drafts.TryGetValue(carried, out var told) && told.Rule.EndsWith("clause", StringComparison.Ordinal)) return;
        var draft = new ReportDraft(noun, entry, "");
        for (var child = Trees.First(noun); child >= 0 && draft.Content.Count == 0; child = Trees.Next(child))
            if (child > noun) Content(draft, child);
        if (draft.Content.Count == 0 && Trees.Child(context.Token(noun).Head < 0 ? noun : context.Token(noun).Head, "ccomp") is var clause and >= 0
            && clause > noun && Trees.Has(noun, "obj") && IsLight(context.Token(noun).Head) && Trees.Child(clause, "mark") >= 0)
        {
            Trees.Collect(clause, draft.Content, IsMarker(clause));
            draft.Rule = "noun-clause";
        }

        if (draft.Content.Count == 0 && entry.Takes(CueFrame.That)) ByOrder(draft);
        if (draft.Content.Count == 0 && entry.Takes(CueFrame.That)) Predicate(draft);
        if (draft.Content.Count == 0) return;
        draft.Source = Source(draft);
        if (draft.Source < 0 && entry.Class != CueClass.Feeling && !(draft.Rule == "noun-clause" && context.Lexicon.Reported.Contains(entry.Lemma) && Trees.Child(noun, "det") < 0) && (draft.Rule == "noun-phrase" || entry.Class != CueClass.Thought)) return;
        if (draft.Source >= 0 && (draft.Content.Contains(draft.Source) || context.IsTime(draft.Source))) return;
        context.Drafts[noun] = draft;
    }

    /// <summary>"that" right behind the noun, and the rest of the sentence.</summary>
    private void ByOrder(ReportDraft draft)
    {
        var that = draft.Cue + 1;
        var (_, last) = context.Words(context.Sentence(draft.Cue));
        while (that < last && that - draft.Cue <= 5 && !context.Is(that, "that") && !context.IsPunctuation(that) && context.Token(that).Upos is not ("VERB" or "AUX")) that++;
        if (that + 2 > last || !context.Is(that, "that") || context.Token(that).Xpos != "IN") return;
        for (var token = that + 1; token <= last; token++) draft.Content.Add(token);
        if (!draft.Content.Exists(token => context.Token(token).Xpos is "VBD" or "VBZ" or "VBP" or "MD")) draft.Content.Clear();
        draft.Rule = "noun-clause";
    }

    /// <summary>"the council's position is that A", "her message was clear: A".</summary>
    private void Predicate(ReportDraft draft)
    {
        var (_, last) = context.Words(context.Sentence(draft.Cue));
        var at = draft.Cue + 1;
        while (at < last && at - draft.Cue <= 6 && !context.IsPunctuation(at) && context.Token(at).Upos is not ("VERB" or "AUX" or "SCONJ")) at++;
        if (at + 2 >= last || context.Token(at).Xpos is not ("VBZ" or "VBD") || Trees.Lower(at) is not "be" || Trees.Child(draft.Cue, "nmod:poss") < 0) return;
        at++;
        while (at < last && context.Token(at).Upos is "ADV" or "ADJ") at++;
        if (!(context.FirstChar(at) == ':' || context.Is(at, "that") && at + 1 < last)) return;
        for (var token = at + 1; token <= last; token++) draft.Content.Add(token);
        if (!draft.Content.Exists(token => context.Token(token).Xpos is "VBD" or "VBZ" or "VBP" or "MD")) draft.Content.Clear();
        draft.Rule = "noun-clause";
    }

    private void Content(ReportDraft draft, int child)
    {
        var entry = draft.Entry;
        var introducer = Trees.Introducer(child);
        var isClause = Trees.Has(child, "acl") || Trees.Has(child, "ccomp") || Trees.Has(child, "advcl");
        if (isClause && introducer == "that" && entry.Takes(CueFrame.That) && (Trees.Child(child, "nsubj") >= 0 || Trees.Child(child, "expl") >= 0))
        {
            Trees.Collect(child, draft.Content, IsMarker(child));
            draft.Rule = "noun-clause";
            draft.Stance = entry.IsStance(CueFrame.That);
        }
        else if (isClause && introducer == "to" && entry.Takes(CueFrame.To))
        {
            Trees.Collect(child, draft.Content, IsMarker(child));
            draft.Rule = "noun-infinitive";
            draft.Stance = entry.IsStance(CueFrame.To);
        }
        else if ((Trees.Has(child, "nmod") || Trees.Has(child, "obl") || isClause) && entry.Prepositions.TryGetValue(introducer, out var stance) && !(introducer == "of" && IsPossessor(draft.Cue, child)))
        {
            Trees.Collect(child, draft.Content, introducer == "against" ? null : IsMarker(child));
            draft.Rule = "noun-phrase";
            draft.Stance = stance;
        }
    }

    /// <summary>"the fears of Ukraine's allies that …": the phrase with "of" is the source when a clause follows.</summary>
    private bool IsPossessor(int noun, int child)
    {
        for (var later = Trees.Next(child); later >= 0; later = Trees.Next(later))
            if ((Trees.Has(later, "acl") || Trees.Has(later, "ccomp")) && Trees.Introducer(later) == "that") return true;
        return noun > child;
    }

    /// <summary>Head of the words that name whose words a noun stands for; -1 for none. Takes the verb of "expressed the hope" into the cue.</summary>
    /// <param name="draft">A draft whose cue is a noun.</param>
    public int Source(ReportDraft draft)
    {
        var noun = draft.Cue;
        var owner = Trees.Child(noun, "nmod:poss");
        if (Trees.Has(noun, "obj") && IsLight(context.Token(noun).Head) && owner >= 0) Join(draft, context.Token(noun).Head);
        if (owner >= 0) return owner;
        for (var child = Trees.First(noun); child >= 0; child = Trees.Next(child))
            if (child > noun && Trees.Has(child, "nmod") && Trees.Introducer(child) is "of" or "by" or "from" or "among" && !draft.Content.Contains(child)) return child;
        var head = context.Token(noun).Head;
        if (head >= 0 && (Trees.Has(noun, "obj") || Trees.Has(noun, "obl")) && context.Token(head).Upos == "VERB" && (IsLight(head) || Trees.Has(noun, "obl") && Trees.Introducer(noun) is "with" or "in"))
        {
            if (Trees.Has(noun, "obj")) Join(draft, head);

            return sources.Subject(head);
        }

        if (head >= 0 && Trees.Has(noun, "nsubj:pass") && IsLight(head)) return sources.Agent(head);
        return Misread(draft);
    }

    /// <summary>"The council expressed concern that …" where the tree took the verb for an adjective of the noun.</summary>
    private int Misread(ReportDraft draft)
    {
        var verb = draft.Cue - 1;
        if (verb < 1 || !IsLight(verb) || context.Token(verb).Head != draft.Cue || context.Token(verb).Xpos is not ("VBD" or "VBN")) return -1;
        var subject = sources.Before(verb);
        if (subject >= 0) Join(draft, verb);
        return subject;
    }

    private void Join(ReportDraft draft, int verb)
    {
        draft.CueFirst = Math.Min(verb, draft.Cue);
        if (context.Drafts.TryGetValue(verb, out var own) && own.Passages.Count == 0) context.Drafts.Remove(verb);
    }

    private bool IsLight(int verb) => verb >= 0 && context.Lexicon.LightVerbs.Contains(Trees.Lower(verb));

    private void Adjective(int adjective, CueEntry entry)
    {
        if (Trees.Has(adjective, "amod") && Trees.First(adjective) < 0) return;
        var draft = new ReportDraft(adjective, entry, "");
        for (var child = Trees.First(adjective); child >= 0 && draft.Content.Count == 0; child = Trees.Next(child))
        {
            if (child < adjective) continue;
            var introducer = Trees.Introducer(child);
            var clause = Trees.Has(child, "ccomp") || Trees.Has(child, "advcl") && introducer == "that";
            if (clause && (introducer is "that" or "" ? entry.Takes(CueFrame.That) : introducer is "if" or "whether" && entry.Takes(CueFrame.If)))
            {
                Trees.Collect(child, draft.Content, IsMarker(child));
                draft.Rule = "adjective-clause";
            }
            else if (Trees.Has(child, "xcomp") && entry.Takes(CueFrame.To))
            {
                Trees.Collect(child, draft.Content, IsMarker(child));
                draft.Stance = entry.IsStance(CueFrame.To);
                draft.Rule = "adjective-infinitive";
            }
            else if ((Trees.Has(child, "obl") || Trees.Has(child, "advcl") || Trees.Has(child, "nmod")) && entry.Prepositions.TryGetValue(introducer, out var stance))
            {
                Trees.Collect(child, draft.Content, IsMarker(child));
                draft.Stance = stance;
                draft.Rule = "adjective-phrase";
            }
        }

        if (draft.Content.Count == 0) return;
        draft.Source = Trees.Has(adjective, "amod") ? context.Token(adjective).Head : sources.Subject(adjective);
        if (draft.Source < 0 || draft.Content.Contains(draft.Source) || Trees.Lower(draft.Source) is "it" or "this" or "that" or "what" or "which") return;
        if (context.PassageOf[adjective] >= 0 && Trees.Lower(draft.Source) is "i" or "we" or "you") return;
        var copula = Trees.Child(adjective, "cop") is var own and >= 0 ? own : Trees.Child(adjective, "aux:pass");
        if (copula >= 0 && copula == adjective - 1) draft.CueFirst = copula;
        context.Drafts[adjective] = draft;
    }

    private Func<int, bool> IsMarker(int head) => child => context.Token(child).Head == head && child < head && (Trees.Has(child, "case") || Trees.Has(child, "mark"));
}
