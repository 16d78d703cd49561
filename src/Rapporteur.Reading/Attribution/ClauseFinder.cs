namespace Rapporteur.Reading;

/// <summary>Finds what verbs attribute: clauses, infinitives, objects and phrases of a cue.</summary>
internal sealed class ClauseFinder(ReportContext context, SourceFinder sources)
{
    private readonly SurfaceFinder surface = new(context, sources);
    private readonly SurfacePhrases phrases = new(context);
    private readonly CommentClauses comments = new(context, sources);
    private readonly Elicitations elicitations = new(context);
    private readonly ContentBounds bounds = new(context);
    private readonly MisreadVerbs misread = new(context, sources, new SurfaceFinder(context, sources));

    private DependencyTrees Trees => context.Trees;

    /// <summary>Looks at one token; adds a draft, or what grammar says to a draft that a quotation has made.</summary>
    /// <param name="verb">Any token.</param>
    public void Visit(int verb)
    {
        if (misread.Visit(verb) || context.Verb(verb) is not { } entry || IsParticle(verb)) return;
        if (IsQuotedAs(verb) || context.Token(verb).Xpos == "VBN" && Trees.Has(verb, "amod") && !context.Drafts.ContainsKey(verb)) return;
        var draft = context.Drafts.GetValueOrDefault(verb);
        var quoted = draft is { Passages.Count: > 0 };
        draft ??= new ReportDraft(verb, entry, "");
        var elicited = !quoted && elicitations.IsOne(verb);
        var passive = elicited || IsPassive(verb);
        if (context.IsHiddenVerb(verb))
        {
            if (entry.Takes(CueFrame.That) && !quoted && surface.Hidden(draft)) context.Drafts[verb] = draft;
            return;
        }

        if (!(passive ? Passive(draft) : !quoted && (surface.Inverted(draft) || surface.Medial(draft) || comments.Visit(draft)) || Active(draft) || !quoted && (surface.Visit(draft) || comments.Final(draft))) && !quoted) return;
        if (quoted && Overlaps(draft)) draft.Content.Clear();
        if (draft.Source < 0) draft.Source = passive ? sources.Agent(verb) : sources.Subject(verb);
        if (draft.Source < 0 && !passive && draft.Entry.Class is not (CueClass.Stance or CueClass.Evidence) && (context.Token(verb).Xpos is "VBD" or "VBZ" or "VBP" || context.Token(verb).Xpos == "VBN" && (Trees.Child(verb, "aux") >= 0 || draft.Rule == "verb-clause" && !Trees.Has(verb, "acl") && !Trees.Has(verb, "advcl") && !Trees.Has(verb, "amod")))) draft.Source = sources.Before(verb) is var before and >= 0 ? before : sources.Earlier(verb);
        if (draft.Source < 0 && !passive && !quoted) return;
        var self = draft.Source >= 0 && !quoted && IsSelf(draft);
        if (self && (context.Speaker is null || !DocumentSpeaker.IsFirstPerson(context, draft.Source))) return;
        if (passive && !quoted && Trees.Child(verb, "nsubj:pass") is var patient and >= 0 && Trees.Lower(patient) is "i" or "we") return;
        if (draft.Source == verb || draft.Content.Contains(draft.Source)) return;
        if (!quoted && !passive) bounds.Mend(draft);
        if (elicited || passive && draft.Source < 0 && !quoted && entry.Takes(CueFrame.Addressee)) draft.Stance = true;
        if (self && draft.Stance && context.Lexicon.Praising.Contains(Trees.Lower(verb)) && draft.Rule is "verb-object" or "verb-phrase") draft.Stance = false;
        if (draft.Stance && entry.Class is CueClass.Speech or CueClass.Writing && context.PassageOf[verb] < 0 && IsMostlyQuoted(draft)) draft.Stance = false;
        if (entry.Class == CueClass.Evidence && !IsDocument(draft.Source)) draft.Stance = true;
        SetCue(draft);
        Addressees(draft, passive);
        context.Drafts[verb] = draft;
    }

    /// <summary>Whether the verb form is passive, full or as a participle after its noun.</summary>
    public bool IsPassive(int verb) =>
        Trees.Child(verb, "aux:pass") >= 0 || Trees.Child(verb, "nsubj:pass") >= 0 || Trees.Child(verb, "csubj:pass") >= 0
        || context.Token(verb).Xpos == "VBN" && Trees.Child(verb, "obj") < 0 && !(context.Verb(verb)!.Takes(CueFrame.That) && sources.Agent(verb) < 0 && surface.HasThat(verb)) && !phrases.Naming(new ReportDraft(verb, context.Verb(verb)!, "")) && (Trees.Has(verb, "acl") && !Trees.Has(verb, "acl:relcl") || Trees.Has(verb, "advcl")) && Trees.Child(verb, "nsubj") < 0 && Trees.Child(verb, "aux") < 0;

    private bool Active(ReportDraft draft)
    {
        var (verb, entry) = (draft.Cue, draft.Entry);
        if (phrases.ProForm(draft)) return true;
        if (Clause(draft, "ccomp") || Matrix(draft)) return true;
        if (phrases.Relative(draft)) return true;
        if (entry.Takes(CueFrame.As) && Characterization(draft)) return true;
        if (entry.Takes(CueFrame.As) && phrases.Role(draft, false)) return true;
        if (entry.Takes(CueFrame.Call) && (phrases.Naming(draft) || Naming(draft))) return true;
        if (Infinitive(draft)) return true;
        if (Phrase(draft) || phrases.Phrase(draft)) return true;
        var thing = Trees.Child(verb, "obj");
        if (thing >= 0 && entry.Takes(CueFrame.Object) && !context.IsTime(thing))
        {
            draft.Stance = entry.IsStance(CueFrame.Object);
            Trees.Collect(thing, draft.Content, child => child == verb);
            if (draft.Stance) Rest(draft, thing);
            draft.Rule = "verb-object";
            return true;
        }

        return false;
    }

    private bool Passive(ReportDraft draft)
    {
        var (verb, entry) = (draft.Cue, draft.Entry);
        if (Clause(draft, "ccomp") || Clause(draft, "csubj")) return true;
        if (elicitations.IsOne(verb)) return Phrase(draft);
        var participle = Trees.Has(verb, "acl");
        var patient = participle ? context.Token(verb).Head : Trees.Child(verb, "nsubj:pass");
        if (entry.Takes(CueFrame.As) && Complement(verb, "as") is var role and >= 0)
        {
            if (participle && patient >= 0 && context.Is(role, "as")) return false;
            Trees.Collect(role, draft.Content, IsIntroducer(role));
            draft.Rule = "passive-as";
            return true;
        }

        if (entry.Takes(CueFrame.As) && phrases.Role(draft, true)) return true;

        var rest = Trees.Child(verb, "xcomp");
        if (rest >= 0 && (entry.Takes(CueFrame.To) || entry.Takes(CueFrame.Call)))
        {
            draft.Stance = (Trees.Child(rest, "mark") >= 0 || !entry.Takes(CueFrame.Call)) && entry.IsStance(CueFrame.To) || entry.Lemma == "expect";
            if (!participle && patient >= 0) CollectNominal(patient, draft.Content);
            Trees.Collect(rest, draft.Content, IsIntroducer(rest));
            draft.Rule = "passive-infinitive";
            return true;
        }

        if (patient >= 0 && entry.Takes(CueFrame.Object) && (sources.Agent(verb) >= 0 || !participle && entry.Class is CueClass.Speech or CueClass.Feeling || participle && !entry.IsStance(CueFrame.Object)))
        {
            draft.Stance = entry.IsStance(CueFrame.Object) || sources.Agent(verb) < 0 && !participle && entry.Lemma != "report";
            Trees.Collect(patient, draft.Content, child => child == verb || Trees.Has(child, "acl:relcl") && child > patient);
            draft.Rule = "passive-object";
            return true;
        }

        return false;
    }

    /// <summary>"said that A": the clause, with each coordinated clause of its own.</summary>
    private bool Clause(ReportDraft draft, string relation)
    {
        ClausesOf(draft.Cue, draft, relation);
        if (draft.Content.Count == 0 && Particle(draft) is var particle and >= 0) ClausesOf(particle, draft, relation);
        if (draft.Content.Count == 0) ClausesOf(draft.Cue, draft, "acl", "that");
        if (draft.Content.Count == 0) ClausesOf(draft.Cue, draft, "advcl", "that");
        return draft.Content.Count > 0;
    }

    private void ClausesOf(int head, ReportDraft draft, string relation, string introducer = "")
    {
        for (var clause = Trees.First(head); clause >= 0; clause = Trees.Next(clause))
        {
            if (!Trees.Has(clause, relation) || introducer.Length > 0 && (clause < head || Trees.Introducer(clause) != introducer) || !IsClausal(clause) || !TakesClause(draft, clause)) continue;
            Trees.Collect(clause, draft.Content, Outside(draft.Cue, clause));
            draft.Rule = "verb-clause";
        }
    }

    /// <summary>The second word of a cue of two ("made it clear"); -1 for none.</summary>
    private int Particle(ReportDraft draft)
    {
        if (!draft.Entry.Lemma.Contains(' ', StringComparison.Ordinal)) return -1;
        for (var child = Trees.First(draft.Cue); child >= 0; child = Trees.Next(child))
            if (child > draft.Cue && child <= draft.Cue + 4 && draft.Entry.Lemma.EndsWith(" " + Trees.Lower(child), StringComparison.Ordinal)) return child;
        return -1;
    }

    private bool IsClausal(int clause) =>
        context.Token(clause).Upos is "VERB" or "AUX" && context.Token(clause).Xpos is not ("NNP" or "NNPS")
        || Trees.Child(clause, "nsubj") >= 0 || Trees.Child(clause, "cop") >= 0 || Trees.Child(clause, "mark") >= 0 || Trees.Child(clause, "expl") >= 0 || context.PassageOf[clause] >= 0;

    private bool TakesClause(ReportDraft draft, int clause)
    {
        var entry = draft.Entry;
        var introducer = Trees.Introducer(clause);
        if (elicitations.IsOne(draft.Cue) && introducer is not ("whether" or "if") && !IsQuestion(clause)) return false;
        if (introducer is "whether" or "if" || IsQuestion(clause))
        {
            if (entry.Takes(CueFrame.If)) draft.Stance = entry.IsStance(CueFrame.If);
            return entry.Takes(CueFrame.If) || entry.Takes(CueFrame.That) && introducer.Length == 0;
        }

        if (introducer == "for" && !entry.Takes(CueFrame.That)) return false;
        if (context.Token(clause).Xpos == "VBG" && introducer.Length == 0 && Trees.Child(clause, "nsubj") < 0 && entry.Takes(CueFrame.Gerund)) draft.Stance = entry.IsStance(CueFrame.Gerund);
        else if (entry.Takes(CueFrame.That)) (draft.Stance, draft.Directive) = (entry.IsStance(CueFrame.That), IsDirective(clause));
        else return false;
        return true;
    }

    /// <summary>"suggested that none be played", "insists that he resign": what should be done, and no report of what is.</summary>
    private bool IsDirective(int clause)
    {
        var head = Trees.Child(clause, "cop") is var copula and >= 0 ? copula : Trees.Child(clause, "aux:pass") is var auxiliary and >= 0 ? auxiliary : clause;
        if (Trees.Introducer(clause) != "that" || context.Token(head).Xpos != "VB") return false;
        for (var child = Trees.First(clause); child >= 0; child = Trees.Next(child))
            if (child != head && context.Token(child).Xpos is "MD" or "VBD" or "VBZ" or "VBP" or "TO") return false;
        return Trees.Child(clause, "nsubj") >= 0 || Trees.Child(clause, "nsubj:pass") >= 0;
    }

    private bool IsQuestion(int clause)
    {
        for (var child = Trees.First(clause); child >= 0 && child < clause; child = Trees.Next(child))
            if (context.Token(child).Xpos is "WP" or "WRB" or "WDT") return true;
        return false;
    }

    /// <summary>What is below a reported clause and not part of it: marker, cue, and reporting verbs that belong to the cue.</summary>
    private Func<int, bool> Outside(int cue, int clause) => child =>
        child == cue || sources.Reporter(child) == cue
        || Trees.Has(child, "mark") && Trees.Lower(child) == "that" && (context.Token(child).Head == clause || IsJoined(context.Token(child).Head, clause))
        || Trees.Has(child, "cc") && IsJoined(context.Token(child).Head, clause) && Trees.Introducer(context.Token(child).Head) == "that"
        || context.Token(child).Xpos is "WDT" or "WP" && Trees.Has(cue, "acl:relcl") && child < cue;

    private bool IsJoined(int token, int clause) => Trees.Has(token, "conj") && context.Token(token).Head == clause;

    /// <summary>"A, he said", "as he said, A": the clause that the cue hangs on.</summary>
    private bool Matrix(ReportDraft draft)
    {
        var (verb, head) = (draft.Cue, context.Token(draft.Cue).Head);
        if (!draft.Entry.Takes(CueFrame.Quote)) return false;
        if (head >= 0 && (Trees.Has(verb, "parataxis") || Trees.Has(verb, "advcl") && Trees.Introducer(verb) == "as" && (Trees.Child(verb, "obj") < 0 || Particle(draft) >= 0)))
        {
            if (!draft.Entry.Takes(CueFrame.That) && Particle(draft) < 0 || IsParted(verb, head) || IsBound(verb) || Trees.Child(verb, "nsubj") < 0 && sources.Beside(verb) < 0) return false;
            if (Trees.Child(verb, "obj") is var thing and >= 0 && Particle(draft) < 0 && !draft.Entry.Takes(CueFrame.Addressee) && !IsBesideQuoteOrEnd(verb, thing)) return false;
            Trees.Collect(head, draft.Content, child => child == verb);
            if (draft.Content.Contains(verb)) draft.Content.Clear();
            draft.Stance = draft.Entry.IsStance(CueFrame.That) && draft.Entry.IsStance(CueFrame.Quote);
            draft.Rule = "verb-parenthesis";
            if (Trees.Child(verb, "nsubj") < 0) draft.Source = sources.Beside(verb);
            return draft.Content.Count > 0;
        }

        if (!draft.Entry.Takes(CueFrame.That) || Trees.Child(verb, "nsubj") < 0) return false;
        for (var child = Trees.First(verb); child >= 0; child = Trees.Next(child))
        {
            if (!Trees.Has(child, "parataxis") || context.Verb(child) is not null && Trees.Child(child, "ccomp") >= 0) continue;
            if (child < verb ? !FollowsComma(verb, child) : context.FirstChar(Leftmost(child)) is not (':' or '—') && context.FirstChar(Math.Max(0, Leftmost(child) - 1)) is not (':' or '—')) continue;
            Trees.Collect(child, draft.Content);
            draft.Rule = "verb-colon";
            return true;
        }

        return false;
    }

    /// <summary>"after he said", "who said", "and said": no parenthesis.</summary>
    private bool IsBound(int verb)
    {
        for (var child = Trees.First(verb); child >= 0 && child < verb; child = Trees.Next(child))
            if ((Trees.Has(child, "mark") || Trees.Has(child, "cc")) && Trees.Lower(child) != "as" || context.Token(child).Xpos is "WDT" or "WP" or "WRB") return true;
        return false;
    }

    /// <summary>"A; B has not replied": a sentence of its own.</summary>
    private bool IsParted(int verb, int head)
    {
        for (var at = head + 1; at < verb; at++)
            if (context.FirstChar(at) == ';') return true;
        return false;
    }

    private bool IsBesideQuoteOrEnd(int verb, int thing) => thing == verb + 1 && context.Token(thing).Upos == "PROPN";

    private bool FollowsComma(int verb, int clause)
    {
        for (var i = verb - 1; i > clause; i--)
            if (context.FirstChar(i) is ',' or '—' or '–') return true;
        return false;
    }

    private int Leftmost(int token)
    {
        var all = new List<int>();
        Trees.Collect(token, all);
        return all.Min();
    }

    /// <summary>"let it be known", "let them know": the second word of a cue that has been read.</summary>
    private bool IsParticle(int verb) => context.Token(verb).Head is var head and >= 0 && head < verb && context.Drafts.TryGetValue(head, out var whole) && whole.Entry.Lemma.EndsWith(" " + Trees.Lower(verb), StringComparison.Ordinal);

    /// <summary>"was quoted as saying": the second verb attributes.</summary>
    private bool IsQuotedAs(int verb)
    {
        if (Trees.Lower(verb) is not ("quote" or "cite" or "report")) return false;
        for (var at = verb + 1; at + 1 < context.Sentence(verb).EndToken && at <= verb + 12; at++)
            if (context.Is(at, "as") && context.Token(at + 1).Xpos == "VBG" && context.Verb(at + 1) is not null) return true;
        return false;
    }

    private bool Characterization(ReportDraft draft)
    {
        var role = Complement(draft.Cue, "as");
        if (role < 0) return false;
        var thing = Trees.Child(draft.Cue, "obj");
        if (thing >= 0 && context.Token(thing).Upos != "PRON") CollectNominal(thing, draft.Content);
        else if (thing >= 0 && context.Token(thing).Xpos == "PRP" && Trees.Lower(thing).EndsWith("self", StringComparison.Ordinal)) draft.Content.Add(thing);
        Trees.Collect(role, draft.Content, draft.Content.Count == 0 ? IsIntroducer(role) : null);
        draft.Rule = "verb-as";
        return true;
    }

    private int Complement(int verb, string introducer)
    {
        for (var child = Trees.First(verb); child >= 0; child = Trees.Next(child))
            if (child > verb && (Trees.Has(child, "obl") || Trees.Has(child, "advcl") || Trees.Has(child, "xcomp") || Trees.Has(child, "ccomp")) && Trees.Introducer(child) == introducer) return child;
        var thing = Trees.Child(verb, "obj");
        for (var child = thing < 0 ? -1 : Trees.First(thing); child >= 0; child = Trees.Next(child))
            if (child > thing && (Trees.Has(child, "nmod") || Trees.Has(child, "acl") || Trees.Has(child, "advcl")) && Trees.Introducer(child) == introducer) return child;
        return -1;
    }

    private bool Naming(ReportDraft draft)
    {
        var name = Trees.Child(draft.Cue, "xcomp");
        var thing = Trees.Child(draft.Cue, "obj");
        if (name < 0 && thing >= 0 && Trees.Child(draft.Cue, "iobj") is var patient and >= 0) (name, thing) = (thing, patient);
        if (name < draft.Cue || Trees.Child(name, "mark") >= 0) return false;
        if (thing >= 0 && context.Token(thing).Upos != "PRON") CollectNominal(thing, draft.Content);
        Trees.Collect(name, draft.Content);
        draft.Stance = draft.Entry.IsStance(CueFrame.Call);
        draft.Rule = "verb-naming";
        return true;
    }

    private bool Infinitive(ReportDraft draft)
    {
        var rest = Trees.Child(draft.Cue, "xcomp");
        if (rest < draft.Cue) return false;
        var gerund = context.Token(rest).Xpos == "VBG";
        var frame = gerund ? CueFrame.Gerund : CueFrame.To;
        if (!draft.Entry.Takes(frame) || !gerund && Trees.Introducer(rest) != "to") return false;
        draft.Stance = draft.Entry.IsStance(frame);
        var patient = draft.Stance ? Trees.Child(draft.Cue, "obj") : -1;
        if (patient >= 0) CollectNominal(patient, draft.Content);
        Trees.Collect(rest, draft.Content, IsIntroducer(rest));
        draft.Rule = "verb-infinitive";
        return true;
    }

    private bool Phrase(ReportDraft draft)
    {
        for (var child = Trees.First(draft.Cue); child >= 0; child = Trees.Next(child))
        {
            if (child < draft.Cue || !Trees.Has(child, "obl") && !Trees.Has(child, "advcl") && !Trees.Has(child, "ccomp") && !Trees.Has(child, "xcomp")) continue;
            var preposition = Trees.Introducer(child);
            if (!draft.Entry.Prepositions.TryGetValue(preposition, out var stance) || context.IsTime(child)) continue;
            draft.Stance = stance;
            var patient = stance ? Trees.Child(draft.Cue, "obj") : -1;
            if (patient >= 0) CollectNominal(patient, draft.Content);
            Trees.Collect(child, draft.Content, preposition == "against" ? null : IsIntroducer(child));
            if (preposition == "on" && Trees.Child(draft.Cue, "xcomp") is var act and >= 0) Trees.Collect(act, draft.Content);
            draft.CueLast = preposition is "to" or "for" or "on" ? PrepositionOf(child) : draft.CueLast;
            draft.Rule = "verb-phrase";
            return true;
        }

        return false;
    }

    private int PrepositionOf(int noun)
    {
        for (var child = Trees.First(noun); child >= 0; child = Trees.Next(child))
            if (Trees.Has(child, "case") || Trees.Has(child, "mark")) return child;
        return noun;
    }

    /// <summary>"blamed the rebels for the delay": what follows the object belongs to the attitude.</summary>
    private void Rest(ReportDraft draft, int thing)
    {
        for (var child = Trees.First(draft.Cue); child >= 0; child = Trees.Next(child))
            if (child > thing && (Trees.Has(child, "obl") || Trees.Has(child, "advcl")) && Trees.Introducer(child) is "for" or "of" or "as" or "over" or "with" && Trees.Has(child, "obl") | Trees.Has(child, "advcl"))
                Trees.Collect(child, draft.Content);
    }

    private void CollectNominal(int noun, List<int> into) => Trees.Collect(noun, into, child => Trees.Has(child, "acl:relcl") && child > noun || Trees.Has(child, "parataxis") || child == noun);

    private Func<int, bool> IsIntroducer(int head) => child => context.Token(child).Head == head && child < head && (Trees.Has(child, "case") || Trees.Has(child, "mark"));

    private bool IsDocument(int source) => source >= 0 && context.Lexicon.Documents.Contains(Trees.Lower(source));

    /// <summary>The reporter or the reader, or the one quoted himself: "I think", "you know".</summary>
    private bool IsSelf(ReportDraft draft)
    {
        var word = Trees.Lower(draft.Source);
        if (word is "you" or "one" or "i" or "me" or "my" or "mine" or "let's") return true;
        return word is "we" or "us" or "our" or "let";
    }

    /// <summary>Whether the words of an attitude are the holder's own: most of them in quotation marks, or, in a phrase, any.</summary>
    private bool IsMostlyQuoted(ReportDraft draft)
    {
        var inside = 0;
        foreach (var token in draft.Content)
            if (context.PassageOf[token] >= 0) inside++;
        return draft.Rule switch { "verb-infinitive" => false, "verb-object" => 2 * inside > draft.Content.Count, _ => inside > 0 };
    }

    private bool Overlaps(ReportDraft draft)
    {
        foreach (var token in draft.Content)
            if (context.PassageOf[token] >= 0 && draft.Passages.Contains(context.PassageOf[token])) return true;
        return false;
    }

    private void SetCue(ReportDraft draft)
    {
        draft.CueLast = Math.Max(draft.CueLast, Particle(draft));
    }

    private void Addressees(ReportDraft draft, bool passive)
    {
        if (draft.To.Count > 0) return;
        var verb = draft.Cue;
        var spoken = passive ? Trees.Child(verb, "nsubj:pass") : Trees.Child(verb, "iobj") is var indirect and >= 0 ? indirect : Trees.Child(verb, "obj");
        if (spoken >= 0 && draft.Entry.Takes(CueFrame.Addressee) && !draft.Content.Contains(spoken) && context.PassageOf[spoken] < 0 && spoken != draft.Source)
            draft.To.Add(spoken);
        for (var child = Trees.First(verb); child >= 0; child = Trees.Next(child))
            if (child > verb && Trees.Has(child, "obl") && Trees.Introducer(child) == "to" && !draft.Content.Contains(child) && context.PassageOf[child] < 0) draft.To.Add(child);
    }
}
