using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Finds whose somebody is where his title does not name it: "the militia's commander, X", "its spokesman, X", "X of the Harbour Institute", "X, who leads the front".
/// It comes when all descriptions and pronouns are resolved.</summary>
internal sealed class Affiliations(Scene scene)
{
    private const int LongestDescription = 9;

    /// <summary>Gives each person and unnamed source the state or body it belongs to, as far as the text tells.</summary>
    public void Read()
    {
        foreach (var draft in scene.Drafts.ToList())
        {
            if (draft is not { Kind: ActorKind.Person or ActorKind.Unnamed, Of: null }) continue;
            foreach (var mention in draft.Mentions)
            {
                if (mention.Kind == MentionKind.Pronoun) continue;
                draft.Of = draft.Kind == ActorKind.Person ? OfPerson(mention) : Whose(mention.HeadToken, 1);
                if (draft.Of == draft) draft.Of = null;
                if (draft.Of is not null) break;
            }
        }
    }

    private Draft? OfPerson(DraftMention mention)
    {
        var name = mention.HeadToken;
        var (first, end) = Bounds(mention);
        if (Behind(end) is { } home) return home;
        for (var token = first; token < end; token++)
            foreach (var child in scene.Children(token))
            {
                if (child < end) continue;
                if (scene.Tokens[child] is { Relation: "appos", Upos: "NOUN" } && IsDescription(child) && Whose(child, 1) is { } described) return described;
                if (scene.Tokens[child].Relation == "acl:relcl" && Led(child) is { } led) return led;
            }

        return Beside(first, end) ?? LedBy(name);
    }

    // "X of the league": what stands right behind the name.
    private Draft? Behind(int end)
    {
        var sentence = scene.SentenceAt(end - 1);
        if (end + 1 >= sentence.EndToken || scene.Lower(end) != "of") return null;
        for (var i = end + 1; i < Math.Min(sentence.EndToken, end + LongestDescription) && scene.Tokens[i].Upos is "DET" or "ADJ" or "NOUN" or "PROPN"; i++)
            if (Body(i, 0) is { } body) return body;
        return null;
    }

    private (int First, int End) Bounds(DraftMention mention)
    {
        var (first, end) = (mention.HeadToken, mention.HeadToken + 1);
        while (first > 0 && scene.Tokens[first].Span.Start > mention.Span.Start) first--;
        while (end < scene.Tokens.Length && scene.Tokens[end].Span.Start < mention.Span.End) end++;
        return (first, end);
    }

    // The noun of the description right before the name, with a comma or without, or right behind its comma, whatever the parser made of it.
    private Draft? Beside(int first, int end)
    {
        var sentence = scene.SentenceAt(first);
        if (end + 1 < sentence.EndToken && scene.Document.Form(end) is ",")
            for (var i = end + 1; i < Math.Min(sentence.EndToken, end + LongestDescription) && scene.Tokens[i].Upos is not ("PUNCT" or "VERB" or "AUX" or "ADP"); i++)
                if (IsOffice(i) && (i + 1 >= sentence.EndToken || !IsOffice(i + 1))) return Whose(i, 1);
        var before = first - 1;
        if (before > sentence.FirstToken && scene.Document.Form(before) is ",") before--;
        for (var i = before; i >= Math.Max(sentence.FirstToken, before - LongestDescription) && scene.Tokens[i].Upos is not ("PUNCT" or "VERB" or "AUX"); i--)
            if (IsOffice(i)) return Whose(i, 1);
        return null;
    }

    private bool IsOffice(int token) => scene.Tokens[token].Upos is "NOUN" or "PROPN" && scene.Tokens[token].Xpos is not ("NNS" or "NNPS") && IsDescription(token)
        && (scene.Lexicon.Noun(scene.Tokens[token].Lemma.ToLowerInvariant()) is NounClass.Office or NounClass.Source or NounClass.People or NounClass.Calling);

    // Kin, friends and foes of somebody are not his.
    private bool IsDescription(int token) => scene.Tokens[token].Lemma.ToLowerInvariant() is var lemma && !scene.Lexicon.Locative("relation", lemma) && !scene.Lexicon.Locative("kin", lemma);

    // To whom the phrases at a noun give it: "its", "the movement's", "rebel", "of the league", "for the insurgents".
    private Draft? Whose(int noun, int deeper)
    {
        Draft? behind = null;
        foreach (var child in scene.Children(noun))
        {
            var relation = scene.Tokens[child].Relation;
            if (relation is "nmod:poss" && Body(child, deeper) is { } owner) return owner;
            if (relation is "compound" or "amod" or "nmod:desc" && child < noun && Body(child, 0) is { } named) return named;
            if (relation == "nmod" && child > noun && behind is null && GroupPosition.Preposition(scene, child) is "of" or "for" or "at" or "from") behind = Body(child, deeper);
        }

        return behind;
    }

    // The state or body that a word names; that of a delegation or office is its owner.
    private Draft? Body(int token, int deeper)
    {
        var owner = scene.Owner[token] ?? (scene.Names[token] is { Entry.Kind: ActorKind.State } ? scene.OwnerAt(token) : null);
        var part = scene.Lexicon.Locative("part", scene.Tokens[token].Lemma.ToLowerInvariant());
        if (deeper > 0 && (owner is null || part) && Whose(token, deeper - 1) is { } whole) return whole;
        return owner is { Kind: ActorKind.State or ActorKind.Organisation or ActorKind.Group } && !(part && owner.HeadLemma.Length > 0) ? owner : null;
    }

    // "who leads the front", "who speaks for it".
    private Draft? Led(int verb)
    {
        if (!scene.Lexicon.Locative("lead", scene.Tokens[verb].Lemma)) return null;
        foreach (var child in scene.Children(verb))
            if (child > verb && (scene.Tokens[child].Relation == "obj" || (scene.Tokens[child].Relation == "obl" && GroupPosition.Preposition(scene, child) is "for")) && Body(child, 1) is { } body) return body;
        return null;
    }

    // "a delegation of the front led by X".
    private Draft? LedBy(int name)
    {
        var verb = scene.Tokens[name].Head;
        if (verb < 0 || scene.Tokens[name].Relation is not ("obl" or "obl:agent") || GroupPosition.Preposition(scene, name) != "by" || !scene.Lexicon.Locative("lead", scene.Tokens[verb].Lemma)) return null;
        return scene.Tokens[verb].Relation == "acl" && scene.Tokens[verb].Head is >= 0 and var noun ? Body(noun, 1) : null;
    }
}
