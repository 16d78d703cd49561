namespace Rapporteur.Reading;

/// <summary>Whether the words of a description make an actor of it.</summary>
internal static class ActorPhrases
{
    /// <summary>Whether there is one of the office in a state or body: "the president", "the Foreign Secretary", "the home minister".</summary>
    public static bool IsSingleOffice(Scene scene, NounPhrase phrase)
    {
        var lemma = scene.Tokens[phrase.Head].Lemma.ToLowerInvariant();
        if (phrase.First == phrase.Head) return scene.Lexicon.Locative("ruler", lemma);
        if (!scene.Lexicon.Locative("holder", lemma) || !IsDescriptive(scene, phrase)) return false;
        return lemma is "minister" || scene.Lexicon.TitleClass(NameText.Written(scene.Document.Text, scene.Tokens, phrase.First, phrase.Head + 1 - phrase.First).ToLowerInvariant()) is "office";
    }

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
