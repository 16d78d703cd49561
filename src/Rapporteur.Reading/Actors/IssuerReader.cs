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

    // The subject of the first sentence of the text that has one, else whoever presents itself or is told of more often than others.
    private Draft? Issuer()
    {
        var seen = 0;
        foreach (var sentence in scene.Document.Sentences)
        {
            if (sentence.Zone != ZoneKind.Body || sentence.TokenCount < 4) continue;
            if (Presented(sentence) is { } presented) return presented;
            for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
                if (subjects.IsMain(i) && !quoted.Holds(i) && scene.Owner[i] is { Kind: ActorKind.State or ActorKind.Organisation or ActorKind.Group } issuer) return issuer;
            if (++seen == FirstSentences) break;
        }

        return Present();
    }

    // "We, the members of the Contact Group, …"
    private Draft? Presented(Sentence sentence)
    {
        var first = sentence.FirstToken;
        while (first < sentence.EndToken && scene.Tokens[first].Upos == "PUNCT") first++;
        if (first + 2 >= sentence.EndToken || scene.Lower(first) != "we" || scene.Document.Form(first + 1) is not ",") return null;
        for (var i = first + 2; i < sentence.EndToken && scene.Document.Form(i) is not ","; i++)
            if (scene.Owner[i] is { Kind: ActorKind.State or ActorKind.Organisation or ActorKind.Group } members) return members;
        return null;
    }

    // Who acts now, as "we" do, more often than anybody else: "The Union is concerned … We ask …".
    private Draft? Present()
    {
        var counts = new Dictionary<Draft, int>();
        for (var i = 0; i < scene.Tokens.Length; i++)
        {
            if (scene.Owner[i] is not { Kind: ActorKind.State or ActorKind.Organisation } actor || quoted.Holds(i) || scene.SentenceAt(i).Zone != ZoneKind.Body || !subjects.IsMain(i)) continue;
            var verb = scene.Tokens[i].Head;
            if (scene.Tokens[verb].Xpos == "VBZ" || scene.Children(verb).Any(child => scene.Tokens[child] is { Relation: "cop" or "aux:pass", Xpos: "VBZ" })) counts[actor] = counts.GetValueOrDefault(actor) + 1;
        }

        Draft? best = null;
        int top = Enough - 1, second = 0;
        foreach (var draft in scene.Drafts)
            if (counts.TryGetValue(draft, out var count))
            {
                if (count > top) (best, top, second) = (draft, count, top);
                else second = Math.Max(second, count);
            }

        return top > second ? best : null;
    }
}
