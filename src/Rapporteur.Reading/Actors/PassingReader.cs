using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Makes actors of people and bodies without a name that nothing else made one of: "the teachers", "a masked man", "the shipping company". They stay where a claim has a use for them.</summary>
internal sealed class PassingReader(Scene scene)
{
    private readonly Dictionary<string, Draft> definite = new(StringComparer.Ordinal);

    /// <summary>Reads one noun.</summary>
    public void Read(int noun)
    {
        var token = scene.Tokens[noun];
        var lemma = token.Lemma.ToLowerInvariant();
        if (token.Upos is not ("NOUN" or "PROPN") || token.Relation is "compound" or "flat" or "amod" or "nmod:poss" || scene.Taken[noun]) return;
        var folk = scene.Lexicon.IsFolk(lemma);
        if (folk is null && token.Upos == "PROPN" && lemma.EndsWith('s')) folk = scene.Lexicon.IsFolk(lemma = lemma[..^1]);
        if (folk is null && IsNumber(noun, lemma)) folk = false;
        if (folk is null || scene.SentenceAt(noun).Zone is ZoneKind.Title or ZoneKind.Furniture) return;
        if (NounPhrase.At(scene, noun, folk.Value ? NounClass.People : NounClass.Body) is not { } phrase || (phrase.Determiner is { } determiner && scene.Lexicon.Locative("anybody", determiner)) || !Acts(noun)) return;
        for (var i = phrase.First; i < noun; i++)
            if (scene.Taken[i] && scene.Owner[i] is null) return;
        var key = phrase.Name(scene, false).ToLowerInvariant();
        if (folk.Value && !phrase.Plural && (phrase.Definite || !Speaks(noun))) return;
        if (phrase.Plural || phrase.Definite)
        {
            if (!definite.TryGetValue(key, out var draft)) definite[key] = draft = Earlier(phrase, lemma) ?? Make(phrase, folk.Value, lemma);
            Mention(draft, phrase);
        }
        else if (phrase.Determiner is "a" or "an" or "one")
        {
            Mention(Make(phrase, folk.Value, lemma), phrase);
        }
    }

    // "A panel was named. The panel met": the one described before.
    private Draft? Earlier(NounPhrase phrase, string lemma)
    {
        if (!phrase.Definite || phrase.First < phrase.Head || phrase.End > phrase.Head + 1) return null;
        for (var i = scene.Drafts.Count - 1; i >= 0; i--)
            if (scene.Drafts[i] is { Entry: null } draft && draft.HeadLemma == lemma && draft.Mentions.Count > 0 && draft.Plural == phrase.Plural) return draft;
        return null;
    }

    private Draft Make(NounPhrase phrase, bool folk, string lemma)
    {
        var draft = scene.New(folk && !phrase.Plural ? ActorKind.Unnamed : folk || phrase.Plural || IsNumber(phrase.Head, lemma) ? ActorKind.Group : ActorKind.Organisation, phrase.Name(scene, true));
        draft.HeadLemma = lemma;
        draft.Plural = phrase.Plural;
        draft.Passing = true;
        draft.Of = Owner(phrase);
        if (draft.Kind == ActorKind.Unnamed) draft.Role = lemma;
        return draft;
    }

    private Draft? Owner(NounPhrase phrase)
    {
        for (var i = phrase.Head - 1; i >= phrase.First; i--)
            if (scene.IsName(i) && scene.OwnerAt(i) is { } owner) return owner;
        return null;
    }

    // "A group of retired officers": the people of whom it is one.
    private bool IsNumber(int noun, string lemma)
    {
        if (!scene.Lexicon.Locative("number", lemma)) return false;
        foreach (var child in scene.Children(noun))
            if (child > noun && scene.Tokens[child] is { Relation: "nmod", Xpos: "NNS" or "NNPS" } && GroupPosition.Preposition(scene, child) == "of") return true;
        return false;
    }

    private bool Speaks(int noun) => scene.Tokens[noun].Head is >= 0 and var verb && (scene.Lexicon.Speaks(scene.Tokens[verb].Lemma) || GroupPosition.Preposition(scene, noun) == "according");

    private bool Acts(int noun)
    {
        var at = noun;
        for (var steps = 0; steps < 5 && scene.Tokens[at].Relation == "conj" && scene.Tokens[at].Head >= 0; steps++) at = scene.Tokens[at].Head;
        var (relation, head) = (scene.Tokens[at].Relation, scene.Tokens[at].Head);
        if (head < 0 || IsNamed(noun)) return false;
        if (relation is "nsubj" or "nsubj:outer") return true;
        return GroupPosition.Preposition(scene, at) is "according" || (relation is "obj" or "iobj" && scene.Lexicon.Speaks(scene.Tokens[head].Lemma));
    }

    // "Norway, the mediator", "the commander, Momir Marlen": somebody else's description.
    private bool IsNamed(int noun)
    {
        if (scene.Tokens[noun].Relation == "appos") return true;
        foreach (var child in scene.Children(noun))
            if (scene.Tokens[child].Relation is "cop" || (scene.Tokens[child].Relation is "appos" or "flat" or "nmod:desc" or "nmod:unmarked" && scene.IsName(child))) return true;
        var sentence = scene.SentenceAt(noun);
        return noun + 1 < sentence.EndToken && (scene.IsName(noun + 1) || (noun + 2 < sentence.EndToken && scene.Document.Form(noun + 1) is "," && scene.IsName(noun + 2) && scene.Owner[noun + 2] is { Kind: ActorKind.Person }));
    }

    private void Mention(Draft draft, NounPhrase phrase)
    {
        var first = draft.Kind == ActorKind.Unnamed && phrase.Determiner is "a" or "an" && phrase.First > 0 && scene.Lower(phrase.First - 1) == phrase.Determiner ? phrase.First - 1 : phrase.First;
        var end = IsNumber(phrase.Head, scene.Tokens[phrase.Head].Lemma) ? phrase.End : phrase.Head + 1;
        scene.Add(draft, first, end - first, MentionKind.Nominal);
    }
}
