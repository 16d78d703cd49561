using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Finds whose a text is: the body that passed the resolution, whoever wrote the letter; "the resolution" points back to it.</summary>
internal sealed class IssuedTexts(Scene scene)
{
    private readonly ClauseSubjects subjects = new(scene);
    private readonly Dictionary<string, Draft> byNoun = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Draft> byKind = new(StringComparer.Ordinal);

    public void Read()
    {
        for (var i = 0; i < scene.Tokens.Length; i++)
        {
            if (scene.Tokens[i].Upos != "NOUN" || scene.Owner[i] is not null || scene.SentenceAt(i).Zone is ZoneKind.Furniture) continue;
            if (scene.Lexicon.Text(scene.Tokens[i].Lemma) is not { } kind) continue;
            var issuer = Owning(i) ?? Issuing(i);
            if (issuer is not null) byNoun[scene.Tokens[i].Lemma] = byKind[kind] = issuer;
            else if (IsDefinite(i)) issuer = byNoun.GetValueOrDefault(scene.Tokens[i].Lemma) ?? byKind.GetValueOrDefault(kind);
            if (issuer is not null) scene.Allusions.Add(new DraftAllusion(issuer, i, AllusionKind.Text));
        }
    }

    private bool IsDefinite(int noun)
    {
        foreach (var child in scene.Children(noun))
            if (scene.Tokens[child].Relation == "det") return scene.Lower(child) is "the" or "this" or "that";
        return false;
    }

    // "the council's resolution", "a statement by the council", "a letter sent by the council".
    private Draft? Owning(int noun)
    {
        foreach (var child in scene.Children(noun))
        {
            var relation = scene.Tokens[child].Relation;
            if (relation is "nmod:poss" or "compound" or "amod" && Named(child) is { } owner) return owner;
            if (relation == "nmod" && Case(child) is "by" or "from" or "of" && Named(child) is { } author) return author;
            if (relation == "acl" && scene.Lexicon.Issues(scene.Tokens[child].Lemma) && Agent(child) is { } agent) return agent;
        }

        return null;
    }

    // "The council adopted a resolution", "said in a statement", "a resolution was passed by the council".
    private Draft? Issuing(int noun)
    {
        var (relation, verb) = (scene.Tokens[noun].Relation, scene.Tokens[noun].Head);
        if (verb < 0 || scene.Tokens[verb].Upos != "VERB") return null;
        if (relation == "nsubj:pass") return scene.Lexicon.Issues(scene.Tokens[verb].Lemma) ? Agent(verb) : null;
        if (relation == "obj" && !scene.Lexicon.Issues(scene.Tokens[verb].Lemma)) return null;
        if (relation == "obl" && !(Case(noun) is "in" && scene.Lexicon.Speaks(scene.Tokens[verb].Lemma))) return null;
        if (relation is not ("obj" or "obl")) return null;
        return subjects.Of(verb) is var subject and >= 0 ? scene.Owner[subject] : null;
    }

    private Draft? Agent(int verb)
    {
        foreach (var child in scene.Children(verb))
            if (scene.Tokens[child].Relation is "obl" or "obl:agent" && (Case(child) is "by" || (Case(child) is "on" && scene.Lexicon.Airs(scene.Tokens[verb].Lemma))) && scene.Owner[child] is { } agent) return agent;
        return null;
    }

    private Draft? Named(int token) => scene.Owner[token] ?? (scene.Names[token] is { Sense: NameSense.Adjective } ? scene.OwnerAt(token) : null);

    private string Case(int token) => scene.Child(token, "case") is var marker and >= 0 ? scene.Lower(marker) : "";
}
