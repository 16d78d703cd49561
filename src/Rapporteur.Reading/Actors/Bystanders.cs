using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Takes out groups that only stand there: those that the text describes once, that belong to nobody, and that neither do, say nor suffer what a party does.</summary>
internal sealed class Bystanders(Scene scene)
{
    /// <summary>Takes them out of the actors.</summary>
    public void Remove()
    {
        foreach (var draft in scene.Drafts)
        {
            if (draft is not { Kind: ActorKind.Group or ActorKind.Unnamed, Entry: null, Of: null, HeadLemma.Length: > 0, Mentions.Count: 1 }) continue;
            if (!StandsBy(draft.Mentions[0].HeadToken)) continue;
            for (var i = 0; i < scene.Owner.Length; i++)
                if (scene.Owner[i] == draft) scene.Owner[i] = null;
            draft.Mentions.Clear();
            draft.Hints = 0;
        }
    }

    private bool StandsBy(int noun)
    {
        var at = noun;
        for (var steps = 0; steps < 5 && scene.Tokens[at].Relation == "conj" && scene.Tokens[at].Head >= 0; steps++) at = scene.Tokens[at].Head;
        var (relation, head) = (scene.Tokens[at].Relation, scene.Tokens[at].Head);
        if (head < 0) return false;
        var verb = scene.Tokens[head].Lemma;
        var preposition = GroupPosition.Preposition(scene, at);
        return relation switch
        {
            "nmod:poss" => true,
            "nmod" => preposition is "of" or "on",
            "obl" => preposition is "on" && verb != "call",
            "obj" or "nsubj:pass" => !scene.Lexicon.Speaks(verb) && !scene.Lexicon.Locative("treat", verb),
            "nsubj" => scene.Lexicon.Locative("idle", verb) || IsWhose(at) || (IsForce(noun) && !scene.Lexicon.Speaks(verb)),
            _ => false,
        };
    }

    // "the union, whose members have voted": part of another actor.
    private bool IsWhose(int noun) => scene.Child(noun, "nmod:poss") is var owner and >= 0 && scene.Lower(owner) == "whose";

    // "troops", "the army" without anything that tells whose.
    private bool IsForce(int noun) => scene.Lexicon.Noun(scene.Tokens[noun].Lemma) == NounClass.Force && scene.Child(noun, "amod") < 0 && scene.Child(noun, "compound") < 0 && scene.Child(noun, "nmod") < 0;
}
