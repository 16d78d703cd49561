using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Finds who "we" are in a text that a state or body issues itself (a statement, a communiqué): outside of quotations they are those who act in its first sentence.</summary>
internal sealed class IssuerReader(Scene scene)
{
    private const int Enough = 2, FirstSentences = 2;

    private readonly ClauseSubjects subjects = new(scene);

    private readonly QuotedSentences quoted = new(scene.Document);

    public void Read()
    {
        var first = new List<int>();
        for (var i = 0; i < scene.Tokens.Length; i++)
        {
            if (scene.Tokens[i].Upos != "PRON" || scene.Tokens[i].Span.Length > 9 || scene.Owner[i] is not null) continue;
            if (scene.Lexicon.Pronoun(scene.Lower(i)) is { Person: 1, Plural: true } && !quoted.Holds(i) && scene.SentenceAt(i).Zone == ZoneKind.Body) first.Add(i);
        }

        if (first.Count < Enough || Issuer() is not { } issuer) return;
        foreach (var token in first) scene.Add(issuer, token, 1, MentionKind.Pronoun);
    }

    // The subject of the first sentence of the text that has one.
    private Draft? Issuer()
    {
        var seen = 0;
        foreach (var sentence in scene.Document.Sentences)
        {
            if (sentence.Zone != ZoneKind.Body || sentence.TokenCount < 4) continue;
            for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
                if (subjects.IsMain(i) && scene.Owner[i] is { Kind: ActorKind.State or ActorKind.Organisation or ActorKind.Group } issuer) return issuer;
            if (++seen == FirstSentences) return null;
        }

        return null;
    }
}
