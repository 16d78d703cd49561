using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Makes sources of quantities: "some said", "seen by some in Oslo"; people without a name, each time others.</summary>
internal sealed class QuantifiedSources(Scene scene)
{
    /// <summary>Reads one word.</summary>
    public void Read(int token)
    {
        var (relation, verb) = (scene.Tokens[token].Relation, scene.Tokens[token].Head);
        if (verb < 0 || !scene.Lexicon.Locative("some", scene.Lower(token)) || !scene.Lexicon.Speaks(scene.Tokens[verb].Lemma)) return;
        if (relation != "nsubj" && !(relation is "obl" or "obl:agent" && GroupPosition.Preposition(scene, token) == "by")) return;
        var end = token + 1;
        foreach (var child in scene.Children(token))
            if (child > token && child <= token + 3 && scene.Tokens[child].Relation == "nmod" && GroupPosition.Preposition(scene, child) is "in" or "at" && child > end - 1) end = child + 1;
        var draft = scene.New(ActorKind.Unnamed, NameText.Written(scene.Document.Text, scene.Tokens, token, end - token).ToLowerInvariant() is var name && end == token + 1 ? name : scene.Lower(token) + scene.Document.Text[scene.Tokens[token].Span.End..scene.Tokens[end - 1].Span.End]);
        draft.Plural = true;
        draft.HeadLemma = scene.Lower(token);
        scene.Add(draft, token, end - token, MentionKind.Nominal);
    }
}
