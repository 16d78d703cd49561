using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Whether the words of a description make an actor of it.</summary>
internal static class ActorPhrases
{
    /// <summary>Whether a word is a noun; "official" is an adjective to some taggers where it is a subject.</summary>
    public static bool IsNoun(Scene scene, int at)
    {
        var token = scene.Tokens[at];
        if (token.Upos is "NOUN" or "PROPN") return true;
        if (token.Upos != "ADJ" || scene.Lexicon.Noun(token.Lemma) != NounClass.Source) return false;
        if (token.Relation.StartsWith("nsubj", StringComparison.Ordinal)) return true;
        var sentence = scene.SentenceAt(at);
        return at > sentence.FirstToken && scene.Tokens[at - 1].Upos == "DET" && at + 1 < sentence.EndToken && scene.Tokens[at + 1].Upos is "VERB" or "PUNCT" or "AUX";
    }

    /// <summary>What a noun stands for where it describes an actor, plurals with a capital included.</summary>
    public static NounClass Class(Scene scene, Token token)
    {
        var lemma = token.Lemma.ToLowerInvariant();
        var noun = scene.Lexicon.Noun(lemma);
        return noun == NounClass.None && lemma.EndsWith('s') && token.Upos == "PROPN" ? scene.Lexicon.Noun(lemma[..^1]) : noun;
    }

    /// <summary>The body whose name stands right behind the noun: "the northern party Lakeside"; null for none.</summary>
    public static Draft? NameBehind(Scene scene, NounPhrase phrase)
    {
        var next = phrase.Head + 1;
        if (next >= scene.SentenceAt(phrase.Head).EndToken || phrase.First == phrase.Head || scene.Owner[next] is not { Kind: ActorKind.Organisation or ActorKind.Group } body) return null;
        return scene.IsName(next) && (scene.Tokens[next].Head == phrase.Head || scene.Tokens[phrase.Head].Head == next || scene.Tokens[next].Head == scene.Tokens[phrase.Head].Head) ? body : null;
    }

    /// <summary>Whether there is one of the office in a state or body: "the president", "the Foreign Secretary", "the home minister".</summary>
    public static bool IsSingleOffice(Scene scene, NounPhrase phrase)
    {
        var lemma = scene.Tokens[phrase.Head].Lemma.ToLowerInvariant();
        if (phrase.First == phrase.Head) return scene.Lexicon.Locative("ruler", lemma);
        if (!IsDescriptive(scene, phrase)) return false;
        return lemma is "minister" || scene.Lexicon.TitleClass(Written(scene, phrase.First, phrase.Head)) is "office";
    }

    /// <summary>The office that a description names: "secretary-general" of "the UN Secretary-General", else its noun.</summary>
    public static string OfficeOf(Scene scene, NounPhrase phrase)
    {
        for (var first = phrase.First; first < phrase.Head; first++)
            if (Written(scene, first, phrase.Head) is var written && written.Contains('-') && scene.Lexicon.TitleClass(written) is "office") return written;
        return scene.Tokens[phrase.Head].Lemma;
    }

    private static string Written(Scene scene, int first, int last) => NameText.Written(scene.Document.Text, scene.Tokens, first, last + 1 - first).ToLowerInvariant();

    // Nothing but nouns and adjectives, of which none tells that the office is no longer or not yet held.
    private static bool IsDescriptive(Scene scene, NounPhrase phrase)
    {
        for (var i = phrase.First; i < phrase.Head; i++)
            if (scene.Tokens[i].Upos is not ("ADJ" or "NOUN" or "PROPN" or "PUNCT") || scene.Lower(i) is "former" or "new" or "next" or "other" or "first" or "last" or "late" or "outgoing" or "incoming") return false;
        return true;
    }

    /// <summary>One past the end of what tells which people: "people familiar with the matter"; 0 where nothing does.</summary>
    public static int Knowing(Scene scene, int people)
    {
        var sentence = scene.SentenceAt(people);
        var end = people + 1;
        if (end >= sentence.EndToken || scene.Tokens[end].Upos is not ("ADJ" or "ADP") || scene.Lower(end) == "of") return 0;
        while (end < sentence.EndToken && end - people < 9 && scene.Tokens[end].Upos is not ("VERB" or "AUX" or "PUNCT")) end++;
        return end;
    }

    /// <summary>Whether armed men act together under the noun: "army" and "militia" by themselves, "force" and "convoy" only with a modifier.</summary>
    public static bool IsArmed(Scene scene, NounPhrase phrase) =>
        scene.Tokens[phrase.Head].Lemma is "army" or "militia" or "police" || (phrase.First < phrase.Head && scene.Tokens[phrase.Head].Lemma is not ("force" or "military" or "reinforcement"));
}
