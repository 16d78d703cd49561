namespace Rapporteur.Reading;

/// <summary>Finds who does what a cue says: its subject, also where the grammar leaves it to another word.</summary>
internal sealed class SourceFinder(ReportContext context)
{
    private const int Hops = 5;

    private readonly Elicitations elicitations = new(context);

    private DependencyTrees Trees => context.Trees;

    /// <summary>Head of the words that name the one who acts; -1 for none.</summary>
    /// <param name="verb">A verb in the active voice.</param>
    public int Subject(int verb)
    {
        var at = verb;
        for (var hop = 0; hop < Hops; hop++)
        {
            var subject = Own(at);
            if (subject < 0 && hop == 0 && Absolute(at) is var absolute and >= 0) return absolute;
            if (subject < 0 && hop == 0 && IsBehindAside(at) && Before(at) is var name and >= 0) return name;
            if (subject >= 0 && hop == 0) subject = Nearer(subject, at);
            if (subject >= 0 && context.IsTime(subject)) subject = Neighbour(at);
            if (subject >= 0 && !(hop == 0 && context.PassageOf[subject] >= 0 && context.PassageOf[verb] < 0)) return IsPlaceholder(subject) && !(hop == 0 && Speaks(subject, verb)) ? -1 : OfText(subject, verb);
            var head = Governor(at);
            if (head < 0) return -1;
            if (Trees.Has(at, "acl") && Trees.Introducer(at) != "to") return OfNoun(at, head);
            if (Trees.Has(at, "acl"))
            {
                if (OwnerOf(head) is var owner and >= 0) return owner;
                if (!Trees.Has(head, "obj") && Trees.Child(head, "cop") < 0 || context.SentenceOf[head] != context.SentenceOf[verb]) return -1;
                at = Trees.Has(head, "obj") ? Governor(head) : head;
                if (at < 0 || IsHandedOver(at)) return -1;
                continue;
            }

            if (Trees.Has(at, "advcl") || Trees.Has(at, "xcomp") || Trees.Has(at, "obl"))
            {
                var controller = QuotedAs(at, head);
                if (controller >= 0) return controller;
                if (Trees.Has(at, "advcl") && context.Token(at).Xpos == "VBG" && AfterComma(at) && (Trees.Has(head, "obj") || Trees.Has(head, "obl"))) return OfNoun(at, head);
            }
            else if (!Trees.Has(at, "conj") && !Trees.Has(at, "parataxis") && !Trees.Has(at, "dep"))
            {
                return -1;
            }

            else if (Trees.Has(at, "conj") && context.Token(at).Xpos == "VBG" && context.Token(head).Upos is "NOUN" or "PROPN")
            {
                return OfNoun(at, head);
            }

            if (context.SentenceOf[head] != context.SentenceOf[verb]) return -1;
            if (Trees.Has(at, "xcomp") && Trees.Child(head, "obj") is var patient and >= 0 && patient < at && !IsSubjectControl(head)) return patient;
            at = head;
        }

        return -1;
    }

    // Of two subjects in a row ("his rival", "Marlen", said) the second is the name; what "is the ruler of" something said of itself is the first.
    private int Own(int verb)
    {
        var subject = Trees.Child(verb, "nsubj");
        if (subject < 0 || subject > verb) return subject;
        for (var child = Trees.Next(subject); child >= 0 && child < verb; child = Trees.Next(child))
        {
            if (!Trees.Has(child, "nsubj") || !IsNominal(child) || context.Token(child).Upos == "PRON") continue;
            var parted = false;
            for (var i = subject + 1; i < child; i++) parted |= context.FirstChar(i) is ',' or ';';
            if (!parted) subject = child;
        }

        var inner = Trees.Child(subject, "nsubj");
        return inner >= 0 && inner < subject && Trees.Child(subject, "cop") > inner && context.Token(inner).Upos is "NOUN" or "PROPN" ? inner : subject;
    }

    // "with the chairman saying", "despite the envoy voicing": the noun right before the participle.
    private int Absolute(int verb)
    {
        if (context.Token(verb).Xpos != "VBG" || verb == 0 || !IsNominal(verb - 1) || context.Token(verb - 1).Upos == "PRON") return -1;
        var first = context.Sentence(verb).FirstToken;
        for (var i = verb - 1; i >= Math.Max(first, verb - 8); i--)
        {
            if (context.Is(i, "with") || context.Is(i, "despite")) return verb - 1;
            if (context.Token(i).Upos is not ("PROPN" or "NOUN" or "ADJ" or "DET" or "NUM") && !context.Is(i, "-") && !context.Is(i, "'s")) return -1;
        }

        return -1;
    }

    /// <summary>The head of a token, with a reporting participle after a comma ("…, adding that …") taken out of the clause that was reported before it.</summary>
    /// <param name="token">Any token.</param>
    public int Governor(int token)
    {
        var head = context.Token(token).Head;
        return Reporter(token) is var reporter and >= 0 ? reporter : head;
    }

    /// <summary>The reporting verb whose content a later reporting verb was wrongly hung into: "said that A, adding that B", "said A and added B"; -1 for none.</summary>
    /// <param name="token">A verb.</param>
    public int Reporter(int token)
    {
        if (context.Verb(token) is not { Class: CueClass.Speech or CueClass.Writing }) return -1;
        if (!Trees.Has(token, "advcl") && !Trees.Has(token, "conj") && !Trees.Has(token, "acl") && !Trees.Has(token, "parataxis")) return -1;
        if (Trees.Child(token, "nsubj") >= 0) return -1;
        var participle = context.Token(token).Xpos == "VBG";
        if (participle ? !AfterComma(token) : !Trees.Has(token, "conj")) return -1;
        var (at, found) = (context.Token(token).Head, -1);
        for (var hop = 0; at >= 0 && hop < 2 * Hops; hop++)
        {
            var head = context.Token(at).Head;
            if (head < 0 || context.PassageOf[head] != context.PassageOf[token]) break;
            if (Trees.Has(at, "ccomp") && head < at && context.Verb(head) is { Class: CueClass.Speech or CueClass.Writing } && !elicitations.IsOne(head) && (participle || SameForm(head, token))) found = head;
            at = head;
        }

        return found;
    }

    /// <summary>What a relative pronoun stands for; any other token stands for itself.</summary>
    /// <param name="source">Head of a source.</param>
    /// <param name="verb">The verb of which it is the subject.</param>
    public int Referent(int source, int verb)
    {
        if (source < 0 || context.Token(source).Xpos is not ("WP" or "WDT")) return source;
        for (var (at, hop) = (verb, 0); at >= 0 && hop < Hops; at = context.Token(at).Head, hop++)
            if (Trees.Has(at, "acl")) return context.Token(at).Head;
        var before = source - 1;
        if (before > 0 && context.FirstChar(before) == ',') before--;
        return before >= context.Sentence(source).FirstToken && context.Token(before).Upos is "NOUN" or "PROPN" ? before : source;
    }

    /// <summary>Head of the phrase with "by" of a passive; -1 for none.</summary>
    /// <param name="verb">A verb in the passive.</param>
    public int Agent(int verb)
    {
        for (var child = Trees.First(verb); child >= 0; child = Trees.Next(child))
            if (child > verb && Trees.Has(child, "obl") && Trees.Introducer(child) == "by" && !Trees.Has(child, "obl:tmod") && context.Token(child).Upos is not "NUM") return child;
        return -1;
    }

    /// <summary>The noun right before a verb, where the tree took a day for its subject; -1 for none.</summary>
    private int Neighbour(int verb)
    {
        var at = verb - 1;
        while (at >= 0 && context.Token(at).Upos is "ADV" or "AUX" or "PART") at--;
        return at >= 0 && context.SentenceOf[at] == context.SentenceOf[verb] && IsNominal(at) && !context.IsTime(at) ? at : -1;
    }

    /// <summary>A noun phrase right beside the verb, for sentences whose tree went astray; -1 for none.</summary>
    /// <param name="verb">A cue beside a quotation.</param>
    public int Beside(int verb)
    {
        var sentence = context.Sentence(verb);
        var end = Math.Min(sentence.EndToken, verb + 9);
        if (context.Token(verb).Xpos == "VBG") return -1;
        var head = context.Verb(verb) is { } entry && (entry.Takes(CueFrame.Addressee) || entry.Lemma.Contains(' ', StringComparison.Ordinal)) ? -1 : Run(verb + 1, end);
        if (head >= 0) return head;
        return Before(verb);
    }

    /// <summary>The noun before the verb, over adverbs and over what stands between commas ("Marlen, the envoy, told"); -1 for none.</summary>
    /// <param name="verb">A cue.</param>
    public int Before(int verb)
    {
        var first = context.Sentence(verb).FirstToken;
        var at = verb - 1;
        while (at >= first && context.Token(at).Upos is "ADV" or "AUX" or "PART") at--;
        if (at >= first && context.FirstChar(at) is ',' or '—' or '–')
        {
            var mark = context.FirstChar(at);
            var inner = at - 1;
            at = inner;
            while (inner >= first && at - inner <= 30 && context.FirstChar(inner) != mark && context.PassageOf[inner] < 0) inner--;
            if (mark != ',' && (inner <= first || context.FirstChar(inner) != mark)) return -1;
            if (inner > first && context.FirstChar(inner) == mark && IsNominal(inner - 1) && context.Token(inner + 1).Upos is not "CCONJ" && (context.Token(inner + 1).Upos is not "VERB" || IsAside(first, inner))) at = inner - 1;
        }

        return at >= first && context.PassageOf[at] < 0 && (IsNominal(at) || at == verb - 1 && MayName(at)) && !context.IsTime(at) ? Owner(at, first) : -1;
    }

    /// <summary>"Marlen, asked about the bridge, replied": right behind the first comma a past form is a participle.</summary>
    private bool IsAside(int first, int comma)
    {
        if (context.FirstChar(comma) != ',' || context.Token(comma + 1).Xpos is not ("VBD" or "VBN")) return false;
        for (var i = first; i < comma; i++)
            if (context.Token(i).Upos is not ("PROPN" or "NOUN" or "DET" or "ADJ")) return false;
        return true;
    }

    /// <summary>The subject of the verb that a later one is joined to, where the tree lost it: "he accused them, made it known that A, and hinted that B"; -1 for none.</summary>
    /// <param name="verb">A cue in a chain of verbs.</param>
    public int Earlier(int verb)
    {
        if (!Trees.Has(verb, "conj") || context.Token(verb).Xpos is not ("VBD" or "VBZ")) return -1;
        for (var at = verb - 1; at >= context.Sentence(verb).FirstToken; at--)
        {
            if (!Trees.Has(at, "nsubj") || !IsNominal(at) || context.PassageOf[at] >= 0) continue;
            var head = context.Token(at).Head;
            if (head > at && head < verb && context.Token(head).Xpos == context.Token(verb).Xpos && !Trees.Has(head, "acl") && !Trees.Has(head, "ccomp")) return at;
        }

        return -1;
    }

    /// <summary>"the envoy to the talks said", "Marlen of the union said": the noun that a phrase right before the verb hangs on.</summary>
    private int Owner(int noun, int first)
    {
        for (var hop = 0; hop < Hops && Trees.Has(noun, "nmod") && !Trees.Has(noun, "nmod:poss"); hop++)
        {
            var head = context.Token(noun).Head;
            if (head < first || head > noun || !IsNominal(head) || context.IsTime(head) || context.PassageOf[head] >= 0) return noun;
            for (var between = head + 1; between < noun; between++)
                if (context.IsPunctuation(between) && context.FirstChar(between) is not ('-' or '\'' or '’') || context.Token(between).Upos is "VERB" or "AUX") return noun;
            noun = head;
        }

        return noun;
    }

    /// <summary>The noun right before the verb where a comma parts the subject of the tree from it and no comma stands before the verb: "before the vote on Friday, the party said".</summary>
    private int Nearer(int subject, int verb)
    {
        if (subject > verb || context.PassageOf[verb] >= 0) return subject;
        var at = verb - 1;
        while (at > subject && context.Token(at).Upos is "ADV" or "AUX" or "PART") at--;
        var head = at;
        while (at > subject && context.Token(at).Upos is "NOUN" or "PROPN" or "ADJ" or "DET" or "NUM" or "PART" or "PRON") at--;
        return at > subject && at < head && context.FirstChar(at) == ',' && IsNominal(head) && !context.IsTime(head) ? head : subject;
    }

    private int Run(int from, int end)
    {
        var head = -1;
        for (var i = from; i < end && context.PassageOf[i] < 0; i++)
        {
            if (context.IsTime(i)) break;
            if (IsNominal(i)) head = i;
            else if (context.Token(i).Upos is not ("DET" or "ADJ" or "NUM") && !context.Is(i, "'s") && !context.Is(i, "’s")) break;
        }

        return head;
    }

    private bool IsNominal(int token) =>
        (context.Token(token).Upos is "PROPN" or "NOUN" or "PRON" or "NUM" || context.Token(token).Xpos is "NNP" or "NNPS") && !Trees.Has(token, "expl");

    /// <summary>Any word that may stand for people right before a verb: "many say", a name taken for another class.</summary>
    private bool MayName(int token) => IsNominal(token) || context.Token(token).Upos is "ADJ" or "DET" || char.IsUpper(context.FirstChar(token)) && context.Token(token).Upos is not ("AUX" or "SCONJ" or "CCONJ");

    private bool IsPlaceholder(int subject) => Trees.Has(subject, "expl") || context.Token(subject).Upos == "PRON" && context.Is(subject, "there");

    /// <summary>"Marlen, who keeps the bridge, pointed out": a finite verb right behind a comma that the tree hung into what stands between commas.</summary>
    private bool IsBehindAside(int verb)
    {
        if (context.Token(verb).Xpos is not ("VBD" or "VBZ") || !Trees.Has(verb, "xcomp") && !Trees.Has(verb, "ccomp") && !Trees.Has(verb, "advcl") && !Trees.Has(verb, "parataxis")) return false;
        var (first, at) = (context.Sentence(verb).FirstToken, verb - 1);
        while (at > first && context.Token(at).Upos == "ADV") at--;
        return at > first && context.FirstChar(at) is ',' or '—' or '–' && context.PassageOf[verb] < 0 && context.Token(verb).Head < verb;
    }

    /// <summary>"It maintained that": with a verb of speech in the active voice the pronoun stands for somebody, whatever the tree says.</summary>
    private bool Speaks(int subject, int verb) => subject < verb && context.Is(subject, "it") && context.Verb(verb) is { Class: CueClass.Speech } && Trees.Lower(verb) is not ("say" or "read");

    /// <summary>"circulated a paper suggesting that": the one who sent it out.</summary>
    private int OfText(int subject, int verb)
    {
        if (subject > verb || context.Token(verb).Xpos != "VBG" || !context.Lexicon.Media.Contains(Trees.Lower(subject)) && !context.Lexicon.Documents.Contains(Trees.Lower(subject))) return subject;
        var at = subject - 1;
        var first = context.Sentence(verb).FirstToken;
        while (at > first && context.Token(at).Upos is "DET" or "ADJ" or "NUM") at--;
        if (at <= first || context.Token(at).Upos != "VERB" || !context.Lexicon.LightVerbs.Contains(Trees.Lower(at)) && !context.Lexicon.Issuing.Contains(Trees.Lower(at))) return subject;
        var issuer = Subject(at);
        if (issuer < 0) issuer = Before(at);
        return issuer >= 0 ? issuer : subject;
    }

    private bool AfterComma(int token)
    {
        var before = token - 1;
        while (before >= 0 && context.Token(before).Upos is "ADV" or "CCONJ") before--;
        return before >= 0 && context.FirstChar(before) is ',' or '—' or '–' or '-' or '”' or '"' or ';';
    }

    private bool SameForm(int verb, int other) => context.Token(verb).Xpos == context.Token(other).Xpos;

    /// <summary>"gave the court a chance to say": the one who acts is not the one who gives.</summary>
    private bool IsHandedOver(int verb) => Trees.Child(verb, "iobj") >= 0 || context.Lexicon.HandingOver.Contains(Trees.Lower(verb));

    private bool IsSubjectControl(int verb) => Trees.Lower(verb) is "promise" or "go" or "begin" or "continue" or "use" or "take" or "find" or "have" or "seize" or "choose";

    /// <summary>"He was quoted as saying", "quoted an official as saying".</summary>
    private int QuotedAs(int verb, int head)
    {
        if (!(Trees.Introducer(verb) == "as" || verb > 0 && context.Is(verb - 1, "as")) || Trees.Lower(head) is not ("quote" or "cite" or "report" or "describe")) return -1;
        var patient = Trees.Child(head, "obj") is var own and >= 0 ? own : Trees.Child(head, "iobj");
        return patient >= 0 ? patient : Trees.Child(head, "nsubj:pass");
    }

    /// <summary>"his decision to say": the owner of the noun.</summary>
    private int OwnerOf(int noun) => Trees.Child(noun, "nmod:poss");

    /// <summary>"a statement saying": the noun; "met him on Friday, saying": the subject of the clause.</summary>
    private int OfNoun(int verb, int noun)
    {
        if (Trees.Has(noun, "obj") && context.Lexicon.Media.Contains(Trees.Lower(noun)) && context.Token(noun).Head is var issuer and >= 0
            && (context.Lexicon.LightVerbs.Contains(Trees.Lower(issuer)) || context.Lexicon.Issuing.Contains(Trees.Lower(issuer))) && (Subject(issuer) is var owner and >= 0 || Before(issuer) is var near and >= 0 && (owner = near) >= 0)) return owner;
        if (context.Token(verb).Xpos != "VBG" || !AfterComma(verb)) return noun;
        for (var (at, hop) = (noun, 0); at >= 0 && hop < 2 * Hops; at = context.Token(at).Head, hop++)
            if (Trees.Child(at, "nsubj") is var subject and >= 0) return subject == noun ? noun : IsPlaceholder(subject) ? -1 : subject;
        return noun;
    }
}
