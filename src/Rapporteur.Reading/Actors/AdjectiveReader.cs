using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Finds adjectives of states and bodies before a noun: "the Norwegian offer". A state whose adjective goes before an act has a part in it, though nothing else names it.</summary>
internal sealed class AdjectiveReader(Scene scene)
{
    public void Read(IEnumerable<FoundName> names)
    {
        foreach (var name in names)
        {
            if (name.Sense is NameSense.Place or NameSense.People) continue;
            var head = scene.HeadOf(name.First, name.Count);
            if (name is { Entry: null, Sense: NameSense.Adjective } && scene.Unlisted[name.First] is { } state)
            {
                scene.Allusions.Add(new DraftAllusion(state, head, AllusionKind.Adjective));
                if (Noun(head) is var act and >= 0 && scene.Lexicon.Locative("act", scene.Tokens[act].Lemma)) state.Hints += Draft.EnoughHints;
                continue;
            }

            if (name.Entry is not { Kind: not ActorKind.Person } entry) continue;
            if (scene.Owner[head] is not null || scene.SentenceAt(head).Zone == ZoneKind.Furniture) continue;
            if (name.Sense != NameSense.Adjective && !IsHyphenated(name) && !(name.Sense == NameSense.Name && scene.Tokens[head].Relation == "compound" && Noun(head) >= 0)) continue;
            var draft = scene.Of(entry);
            scene.Allusions.Add(new DraftAllusion(draft, head, AllusionKind.Adjective));
            if (entry.Kind == ActorKind.State && Noun(head) is var noun and >= 0 && scene.Lexicon.Locative("act", scene.Tokens[noun].Lemma)) draft.Hints += Draft.EnoughHints;
        }
    }

    // "US-led", "Franco-German": the name is the first part of a word with a hyphen.
    private bool IsHyphenated(FoundName name) =>
        name.End < scene.Tokens.Length && scene.Document.Form(name.End) is "-" && scene.Tokens[name.End - 1].Span.End == scene.Tokens[name.End].Span.Start;

    // The noun that the adjective goes before, over a second adjective: "Greek and Turkish strikes".
    private int Noun(int adjective)
    {
        var at = adjective;
        for (var steps = 0; steps < 4 && scene.Tokens[at].Head >= 0; steps++)
        {
            var relation = scene.Tokens[at].Relation;
            at = scene.Tokens[at].Head;
            if (relation is "amod" or "compound" or "nmod:poss" && scene.Tokens[at].Upos is "NOUN" or "PROPN") return at;
            if (relation is not ("conj" or "amod" or "compound")) return -1;
        }

        return -1;
    }
}
