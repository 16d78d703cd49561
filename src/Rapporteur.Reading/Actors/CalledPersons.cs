using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Joins somebody without a name to the name that the text gives him right behind: "a commander known as Marlen", "a man calling himself Marlen", "an envoy who uses the name Marlen".</summary>
internal sealed class CalledPersons(Scene scene)
{
    private const int Reach = 9;

    /// <summary>Joins them.</summary>
    public void Join()
    {
        foreach (var draft in scene.Drafts)
        {
            if (draft is not { Kind: ActorKind.Unnamed, Plural: false, Entry: null, Mentions.Count: > 0 } || Named(draft.Mentions[0]) is not { } person) continue;
            foreach (var mention in draft.Mentions) person.Mentions.Add(mention);
            for (var i = 0; i < scene.Owner.Length; i++)
                if (scene.Owner[i] == draft) scene.Owner[i] = person;
            person.Role ??= draft.Role;
            person.Of ??= draft.Of;
            draft.Mentions.Clear();
            draft.Hints = 0;
        }
    }

    private Draft? Named(DraftMention mention)
    {
        var end = Math.Min(scene.SentenceAt(mention.HeadToken).EndToken, mention.HeadToken + Reach);
        for (var i = mention.HeadToken + 1; i + 1 < end; i++)
        {
            if (scene.Tokens[i].Upos == "PUNCT") return null;
            if (Naming(i) is not (> 0 and var name) || name >= end) continue;
            while (name + 1 < end && (scene.Document.Form(name) is "\"" or "“" or "'" or "‘" || scene.Owner[name] is null && scene.Lexicon.TitleClass(scene.Lower(name)) is not null)) name++;
            return scene.IsName(name) && scene.Owner[name] is { Kind: ActorKind.Person, Entry: null } person ? person : null;
        }

        return null;
    }

    // The first token of the name, behind the words that say that it is one; 0 for none.
    private int Naming(int at) => (scene.Lower(at), scene.Lower(at + 1)) switch
    {
        ("known", "as") or ("calling", "himself" or "herself") or ("calls", "himself" or "herself") or ("goes", "by") => at + 2,
        ("the", "name") when scene.Tokens[at - 1].Lemma is "use" or "by" or "under" or "take" => scene.Lower(at + 2) is "of" ? at + 3 : at + 2,
        ("named" or "nicknamed", _) => at + 1,
        _ => 0,
    };
}
