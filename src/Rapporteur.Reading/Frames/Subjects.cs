namespace Rapporteur.Reading;

/// <summary>Finds who does what a word says and to whom, over control, coordination, passives, relative clauses and nouns.</summary>
internal static class Subjects
{
    private const int MostSteps = 12;

    public static bool IsPassive(Dependencies trees, int verb)
    {
        if (trees.Has(verb, "aux:pass") || trees.Has(verb, "nsubj:pass")) return true;
        var token = trees.Tokens[verb];
        if (token.Xpos != "VBN" || trees.Has(verb, "aux")) return false;
        // "was anchored and boarded": the auxiliary of the first holds for the second, which has no subject of its own.
        return token.Relation == "acl" || (token is { Relation: "conj", Head: >= 0 } && trees.Has(token.Head, "aux:pass") && !trees.Has(verb, "nsubj"));
    }

    /// <summary>Whether an auxiliary stands before the subject, as in "should Oslo leave" and in questions.</summary>
    public static bool IsInverted(Dependencies trees, int auxiliary) =>
        trees.Tokens[auxiliary] is { Relation: "aux", Head: >= 0 and var verb } && trees.Child(verb, "nsubj") is var subject && subject > auxiliary;

    /// <summary>Whether a clause below a word says what is to be, as in "that Oslo leave" and "that the road be opened".</summary>
    public static bool HasSubjunctive(Dependencies trees, int token)
    {
        foreach (var child in trees.ChildrenOf(token))
            if (trees.Tokens[child].Relation is "ccomp" or "acl" or "csubj" && IsSubjunctive(trees, child)) return true;
        return false;
    }

    private static bool IsSubjunctive(Dependencies trees, int clause)
    {
        var subject = trees.Child(clause, "nsubj");
        if (subject < 0 || subject > clause || trees.HasMarker(clause, "to")) return false;
        foreach (var child in trees.ChildrenOf(clause))
            if (trees.Tokens[child].Relation == "aux") return false;
        var verb = trees.Child(clause, "aux:pass") is var passive and >= 0 ? passive : trees.Child(clause, "cop") is var copula and >= 0 ? copula : clause;
        if (verb < subject) return false;
        return trees.Tokens[verb].Xpos == "VB" || (trees.Tokens[verb].Xpos == "VBP" && trees.Tokens[subject].Xpos is "NN" or "NNP");
    }

    /// <summary>Who does it; -1 where the sentence does not say.</summary>
    public static int Agent(Dependencies trees, int token)
    {
        if (!trees.IsVerbal(token) && trees.Tokens[token].Upos is "NOUN" or "PROPN") return trees.Has(token, "nsubj") ? Surface(trees, token) : Owner(trees, token);
        if (!IsPassive(trees, token)) return Surface(trees, token);
        foreach (var child in trees.ChildrenOf(token))
            if (Dependencies.Matches(trees.Tokens[child].Relation, "obl") && trees.HasMarker(child, "by")) return child;
        return -1;
    }

    /// <summary>To whom it is done; -1 where the sentence does not say.</summary>
    public static int Patient(Dependencies trees, int token)
    {
        var direct = trees.Child(token, "obj");
        if (direct < 0) direct = trees.Child(token, "iobj");
        if (direct < 0) direct = AfterParticle(trees, token);
        if (direct >= 0) return Relative(trees, direct);
        if (IsPassive(trees, token)) return Surface(trees, token);
        if (trees.Tokens[token].Relation == "acl:relcl" && HasSubjectOfItsOwn(trees, token)) return trees.Tokens[token].Head;
        return trees.Child(token, "nmod:of") is var of and >= 0 ? of : -1;
    }

    /// <summary>The noun after a particle that the parser took for its preposition: "put off the vote", "sealed off the town"; -1 for none.</summary>
    public static int AfterParticle(Dependencies trees, int verb)
    {
        var next = verb + 1;
        if (next >= trees.Tokens.Length || trees.Tokens[verb].Upos != "VERB" || trees.Tokens[next] is not { Relation: "case", Head: >= 0 } particle) return -1;
        if (particle.Xpos != "RP" && particle.Lemma is not ("off" or "out" or "down" or "up" or "back" or "away")) return -1;
        var noun = trees.Tokens[particle.Head];
        return noun.Head == verb && Dependencies.Matches(noun.Relation, "obl") && trees.Child(particle.Head, "case") == next && LastCase(trees, particle.Head) == next ? particle.Head : -1;
    }

    // "walked out of the talks" has a second preposition, and is no particle's object.
    private static int LastCase(Dependencies trees, int noun)
    {
        var last = -1;
        foreach (var child in trees.ChildrenOf(noun))
            if (trees.Tokens[child].Relation == "case") last = child;
        return last;
    }

    /// <summary>The grammatical subject, inherited where the clause has none of its own; -1 for none.</summary>
    public static int Surface(Dependencies trees, int token)
    {
        for (var steps = 0; token >= 0 && steps < MostSteps; steps++)
        {
            var own = trees.Child(token, "nsubj");
            if (own < 0) own = trees.Child(token, "csubj");
            if (own < 0 && trees.Tokens[token].Xpos == "VBG") own = Absolute(trees, token);
            if (own >= 0) return Relative(trees, Last(trees, own));
            var t = trees.Tokens[token];
            if (t.Head < 0) return -1;
            switch (t.Relation)
            {
                case "advcl" when Recipient(trees, token, t.Head) is var recipient and >= 0:
                    return recipient;
                case "advcl" or "obl" or "acl" when t.Xpos == "VBG" && Blamed(trees, token, t.Head) is var blamed and >= 0:
                    return blamed;
                case "acl" when t.Xpos == "VBG" && token > 0 && trees.Tokens[token - 1].Lemma == "," && Clause(trees, t.Head) is var clause and >= 0:
                    token = clause;
                    break;
                case "acl" or "acl:relcl":
                    return t.Xpos == "TO" || trees.HasMarker(token, "to") ? OwnerOrSubject(trees, t.Head) : t.Head;
                case "xcomp":
                    var controller = Controller(trees, t.Head);
                    if (controller >= 0) return controller;
                    token = t.Head;
                    break;
                case "conj" or "advcl" or "ccomp" or "parataxis" or "cop" or "aux" or "aux:pass" or "advcl:relcl":
                    if (t.Relation == "conj" && trees.Tokens[t.Head].Upos is "NOUN" or "PROPN" && !trees.IsVerbal(t.Head)) return -1;
                    token = t.Head;
                    break;
                default:
                    return -1;
            }
        }

        return -1;
    }

    // Of two subjects in a row ("his rival" "Marlen" described) the second is the name.
    private static int Last(Dependencies trees, int subject)
    {
        var verb = trees.Tokens[subject].Head;
        for (var next = trees.NextSibling(subject); next >= 0 && next < verb; next = trees.NextSibling(next))
        {
            if (!Dependencies.Matches(trees.Tokens[next].Relation, "nsubj") || trees.Tokens[next].Upos is not "PROPN") continue;
            for (var i = subject + 1; i < next; i++)
                if (trees.Tokens[i].Upos == "PUNCT") return subject;
            subject = next;
        }

        return subject;
    }

    /// <summary>The owner of a noun: possessive, "of" or "by" phrase, compound or adjective before it; -1 for none.</summary>
    public static int Owner(Dependencies trees, int noun)
    {
        var poss = trees.Child(noun, "nmod:poss");
        if (poss >= 0) return poss;
        foreach (var child in trees.ChildrenOf(noun))
            if (Dependencies.Matches(trees.Tokens[child].Relation, "nmod") && trees.HasMarker(child, "by")) return child;
        foreach (var child in trees.ChildrenOf(noun))
            if (trees.Tokens[child].Relation is "compound" or "amod" && trees.Tokens[child].Upos is "PROPN" or "ADJ") return child;
        foreach (var child in trees.ChildrenOf(noun))
            if (Dependencies.Matches(trees.Tokens[child].Relation, "nmod") && trees.Marker(child) is "of" or "from") return child;
        return -1;
    }

    // "gave X until Friday to leave": whoever is given the time is to act.
    private static int Recipient(Dependencies trees, int infinitive, int verb)
    {
        if (trees.Tokens[verb].Lemma is not ("give" or "grant" or "allow" or "hand") || !trees.HasMarker(infinitive, "to")) return -1;
        if (IsPassive(trees, verb)) return Surface(trees, verb);
        if (trees.Child(verb, "iobj") is var given and >= 0) return given;
        foreach (var child in trees.ChildrenOf(verb))
            if (child < infinitive && Dependencies.Matches(trees.Tokens[child].Relation, "obl") && trees.Marker(child) is "until" or "till" or "by") return trees.Child(verb, "obj");
        return -1;
    }

    // "urged X to do": the object controls; "gave X a week to do": whoever is given it; "promised X to do": the subject does.
    private static int Controller(Dependencies trees, int head)
    {
        var token = trees.Tokens[head];
        if (token.Upos == "VERB" && token.Lemma is not ("promise" or "pledge" or "vow" or "threaten" or "swear" or "offer"))
        {
            var controlling = trees.Child(head, "iobj");
            if (controlling < 0 && IsPassive(trees, head) && trees.Child(head, "obj") >= 0) return Surface(trees, head);
            if (controlling < 0) controlling = trees.Child(head, "obj");
            if (controlling >= 0) return controlling;
        }

        return -1;
    }

    // "with Marlen urging calm and Olsen warning of war": the name right before the participle.
    private static int Absolute(Dependencies trees, int gerund)
    {
        var name = gerund - 1;
        if (name < 0 || trees.Tokens[name].Upos != "PROPN") return -1;
        if (trees.Tokens[name].Relation == "flat" && trees.Tokens[name].Head == name - 1) name--;
        var t = trees.Tokens[gerund];
        if (trees.HasMarker(gerund, "with") && trees.Tokens[name].Head == gerund) return name;
        return t.Relation == "conj" && t.Head >= 0 && trees.Tokens[t.Head].Xpos == "VBG" && trees.Tokens[name].Relation is "conj" or "compound" ? name : -1;
    }

    // "He blames his rival for the crisis, demanding …": a participle after a comma goes with the clause, not with the last noun.
    private static int Clause(Dependencies trees, int noun)
    {
        for (var (at, steps) = (noun, 0); at >= 0 && steps < 4; at = trees.Tokens[at].Head, steps++)
        {
            if (trees.Tokens[at].Upos == "VERB") return at;
            if (!(Dependencies.Matches(trees.Tokens[at].Relation, "obl") || Dependencies.Matches(trees.Tokens[at].Relation, "nmod") || trees.Tokens[at].Relation is "obj" or "conj")) return -1;
        }

        return -1;
    }

    // "accused X of arming", "kept X from leaving": the object does it.
    private static int Blamed(Dependencies trees, int gerund, int verb) =>
        trees.Tokens[verb].Upos == "VERB" && trees.Marker(gerund) is "of" or "from" ? trees.Child(verb, "obj") : -1;

    private static int OwnerOrSubject(Dependencies trees, int noun)
    {
        var owner = Owner(trees, noun);
        if (owner >= 0 && trees.Tokens[owner].Relation == "nmod:poss") return owner;
        var head = trees.Tokens[noun].Head;
        if (head >= 0 && trees.Tokens[noun].Relation is "obj" or "nsubj:pass" or "xcomp") return Surface(trees, head);
        return trees.Has(noun, "nsubj") ? Surface(trees, noun) : owner;
    }

    private static bool HasSubjectOfItsOwn(Dependencies trees, int token)
    {
        var own = trees.Child(token, "nsubj");
        return own >= 0 && trees.Tokens[own].Xpos is not ("WP" or "WDT");
    }

    // "who" and "which" stand for the noun that their clause modifies.
    private static int Relative(Dependencies trees, int token)
    {
        if (trees.Tokens[token].Xpos is not ("WP" or "WDT") && !(trees.Tokens[token].Lemma == "that" && trees.Tokens[token].Upos == "PRON")) return token;
        var up = trees.Tokens[token].Head;
        for (var steps = 0; up >= 0 && steps < MostSteps; steps++)
        {
            if (trees.Tokens[up].Relation == "acl:relcl") return trees.Tokens[up].Head;
            if (trees.Tokens[up].Relation is not ("conj" or "xcomp" or "cop" or "ccomp")) break;
            up = trees.Tokens[up].Head;
        }

        return token;
    }
}
