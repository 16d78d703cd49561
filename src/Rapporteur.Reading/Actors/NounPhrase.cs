namespace Rapporteur.Reading;

/// <summary>A noun that can stand for an actor, with what goes with it.</summary>
/// <param name="First">First token without article or possessive pronoun.</param>
/// <param name="Head">The noun.</param>
/// <param name="End">One past the last token of its complement ("of the council"), or one past the head.</param>
/// <param name="Class">What the noun stands for.</param>
/// <param name="Plural">Whether it is plural.</param>
/// <param name="Definite">Whether "the", "this", "both" or a possessor goes before it.</param>
/// <param name="Determiner">Lower-case word of the article, numeral or pronoun right before it; empty where there is none.</param>
internal sealed record NounPhrase(int First, int Head, int End, NounClass Class, bool Plural, bool Definite, string Determiner)
{
    /// <summary>The phrase around a noun; null where it is part of a name or of another phrase.</summary>
    public static NounPhrase? At(Scene scene, int head, NounClass noun)
    {
        var token = scene.Tokens[head];
        var first = head;
        var sentence = scene.SentenceAt(head);
        while (first > sentence.FirstToken && IsModifier(scene, first - 1, head)) first--;
        while (first < head && scene.Document.Form(first) is "-" or "," or "'" or "\"") first++;
        while (first < head && !Hyphenated(scene, first) && (scene.IsPossessive(first) || scene.Tokens[first].Upos is "PUNCT" or "ADV" or "ADP" or "CCONJ" or "VERB" || scene.IsDated(first) || scene.Lower(first) is "least" or "so")) first++;
        var determiner = first > sentence.FirstToken && scene.Tokens[first - 1].Upos is "DET" or "PRON" ? scene.Lower(first - 1) : "";
        if (determiner is "some" or "many" or "several" or "all" or "most" or "both" && noun != NounClass.Office) first--;
        else if (first > sentence.FirstToken && first < head && scene.Lower(first - 1) is "many" or "several" or "few" && scene.Tokens[first - 1].Upos == "ADJ") first--;
        if (determiner.Length == 0 && first < head && scene.Tokens[first].Relation is "det" or "det:predet") determiner = scene.Lower(first++);
        var possessed = Enumerable.Range(first, head - first).Any(scene.IsPossessive);
        var definite = possessed || determiner is "the" or "this" or "that" or "these" or "those" or "both" or "his" or "her" or "its" or "their";
        var plural = token.Xpos is "NNS" or "NNPS" || (noun == NounClass.Force && token.Lemma is "police" or "military") || (noun == NounClass.Polity && scene.Lexicon.Locative("several", token.Lemma));
        return new NounPhrase(first, head, Complement(scene, head), noun, plural, definite, determiner);
    }

    /// <summary>The phrase without numerals and complement, in the text's letters, its first letter in lower case unless it is a name's.</summary>
    public string Name(Scene scene, bool complement)
    {
        var first = First;
        while (first < Head && Class != NounClass.Polity && !(Definite && scene.Lower(first) is "two" or "three") && (scene.Tokens[first].Upos == "NUM" || scene.Lower(first) is "some" or "many" or "several" or "all" or "most" || (first > First && scene.Document.Form(first) is "-"))) first++;
        var end = complement ? End : Head + 1;
        var written = NameText.Written(scene.Document.Text, scene.Tokens, first, end - first);
        var opens = first == scene.SentenceAt(first).FirstToken && scene.Tokens[first].Upos is not "PROPN" && !scene.IsName(first)
            && !scene.Lexicon.Locative("region", scene.Lower(first));
        return opens && !(written.Length > 1 && char.IsUpper(written[1])) ? char.ToLowerInvariant(written[0]) + written[1..] : written;
    }

    // "well-informed": the parts of one word stay together.
    private static bool Hyphenated(Scene scene, int token) =>
        token + 1 < scene.Tokens.Length && scene.Document.Form(token + 1) is "-" && scene.Tokens[token + 1].Span.Start == scene.Tokens[token].Span.End && scene.Tokens[token].Upos is "ADV" or "VERB";

    private static bool IsAdjective(Scene scene, int token) => token >= 0 && (scene.Tokens[token].Upos == "ADJ" || scene.Names[token]?.Sense == NameSense.Adjective);

    private static bool IsModifier(Scene scene, int token, int head)
    {
        if (scene.Tokens[token].Upos == "CCONJ" && !(IsAdjective(scene, token - 1) && IsAdjective(scene, token + 1))) return false;
        var at = token;
        var joined = false;
        for (var steps = 0; steps < 6; steps++)
        {
            var relation = scene.Tokens[at].Relation;
            if (relation is "det" or "case" or "mark" or "cop" or "aux" or "nsubj" or "advcl" or "acl:relcl" && !scene.IsPossessive(at)) return false;
            if (relation == "nmod:poss" && scene.Tokens[at].Upos == "PRON") return false;
            joined |= relation is "cc" or "conj";
            if (scene.Tokens[at].Head == head && joined) return relation == "amod";
            if (scene.Tokens[at].Head == head) return relation is "amod" or "compound" or "nummod" or "nmod:poss" or "flat" or "nmod" or "advmod" or "punct" or "nmod:desc" or "goeswith";
            at = scene.Tokens[at].Head;
            if (at < 0 || at > head || at < token - 12) return false;
        }

        return false;
    }

    private static int Complement(Scene scene, int head)
    {
        var sentence = scene.SentenceAt(head);
        if (Knowing(scene, head, sentence.EndToken) is > 0 and var knowing) return knowing;
        foreach (var child in scene.Children(head))
        {
            if (child <= head || scene.Tokens[child].Relation != "nmod") continue;
            var preposition = scene.Child(child, "case");
            // "forces from deep inside Norway": two prepositions tell where, not whose.
            if (preposition != head + 1 || scene.Children(child).Any(other => other != preposition && scene.Tokens[other] is { Relation: "case" or "advmod", Upos: "ADP" or "ADV" } && other < child) || scene.Tokens[preposition].Lemma is not ("of" or "for" or "from" or "in" or "at" or "to" or "with" or "within")) continue;
            var end = Last(scene, child) + 1;
            if (end <= sentence.EndToken && end - head <= 9) return end;
        }

        return head + 1;
    }

    // "close to the talks", "briefed on the plan": tells which source it is, whatever the parser made of it; 0 for none.
    private static int Knowing(Scene scene, int head, int last)
    {
        if (head + 3 >= last || !scene.Lexicon.Locative("knowing", scene.Lower(head + 1)) || scene.Tokens[head + 2].Upos != "ADP") return 0;
        var end = head + 3;
        while (end < last && end - head < 8 && scene.Tokens[end].Upos is "DET" or "ADJ" or "NOUN" or "PROPN") end++;
        return scene.Tokens[end - 1].Upos is "NOUN" or "PROPN" ? end : 0;
    }

    private static int Last(Scene scene, int token)
    {
        var last = token;
        foreach (var child in scene.Children(token))
            if (child > token && scene.Tokens[child].Relation is "flat" or "compound" or "nmod" or "conj" or "fixed" or "case") last = Math.Max(last, Last(scene, child));
        return last;
    }
}
