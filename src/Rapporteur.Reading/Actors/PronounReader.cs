using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Finds whom "he", "she", "it" and "they" stand for; leaves out what is not plain. First and second persons belong to whoever is quoted and are left to attribution.</summary>
internal sealed class PronounReader(Scene scene)
{
    private const int Sentences = 2;

    private readonly record struct Candidate(Draft Draft, DraftMention Mention);

    public void Read()
    {
        var all = scene.Drafts.SelectMany(draft => draft.Mentions.Select(mention => new Candidate(draft, mention)))
            .OrderBy(candidate => candidate.Mention.Span).ToList();
        var resolved = new List<Candidate>();
        var next = 0;
        for (var i = 0; i < scene.Tokens.Length; i++)
        {
            if (scene.Tokens[i].Upos is not ("PRON" or "DET" or "") || scene.Tokens[i].Span.Length > 10) continue;
            if (scene.Lexicon.Pronoun(scene.Lower(i)) is not { Person: 3 } form || scene.SentenceAt(i).Zone == ZoneKind.Furniture) continue;
            while (next < all.Count && all[next].Mention.Span.Start < scene.Tokens[i].Span.Start) resolved.Add(all[next++]);
            if (scene.Tokens[i].Relation == "expl" || Best(i, form, resolved) is not { } draft) continue;
            scene.Add(draft, i, 1, MentionKind.Pronoun);
            resolved.Add(new Candidate(draft, draft.Mentions[^1]));
        }
    }

    private Draft? Best(int pronoun, PronounForm form, List<Candidate> before)
    {
        Draft? best = null, second = null;
        int top = int.MinValue, runnerUp = int.MinValue;
        var sentence = scene.SentenceOf(pronoun);
        for (var c = before.Count - 1; c >= 0; c--)
        {
            var (draft, mention) = before[c];
            var distance = sentence - mention.Sentence;
            if (distance > Sentences) break;
            if (!Fits(draft, form) || SameClause(pronoun, mention)) continue;
            var score = Score(pronoun, mention, distance);
            if (draft == best)
            {
                top = Math.Max(top, score);
            }
            else if (score > top)
            {
                (second, runnerUp) = (best, top);
                (best, top) = (draft, score);
            }
            else if (draft != best && score > runnerUp)
            {
                (second, runnerUp) = (draft, score);
            }
        }

        var margin = form.Gender == 'n' || form.Plural ? 20 : 5;
        return best is not null && (second is null || top - runnerUp >= margin) && top > (form.Gender == 'n' || form.Plural ? 40 : 0) ? best : null;
    }

    private static bool Fits(Draft draft, PronounForm form)
    {
        if (form.Plural) return draft.Kind is ActorKind.Group || draft.Plural;
        if (form.Gender == 'n') return draft.Kind is ActorKind.State or ActorKind.Organisation && !draft.Plural;
        var single = draft.Kind == ActorKind.Person || (draft.Kind == ActorKind.Unnamed && !draft.Plural);
        return single && (draft.Gender == '\0' || draft.Gender == form.Gender);
    }

    // A pronoun and its antecedent are not subject and object of one verb, unless it is a possessive or reflexive.
    private bool SameClause(int pronoun, DraftMention mention)
    {
        var token = scene.Tokens[pronoun];
        if (token.Relation == "nmod:poss" || scene.Document.Form(pronoun).EndsWith("self", StringComparison.OrdinalIgnoreCase)) return false;
        return token.Head >= 0 && scene.Tokens[mention.HeadToken].Head == token.Head && token.Relation != "conj";
    }

    private int Score(int pronoun, DraftMention mention, int distance)
    {
        var relation = scene.Tokens[mention.HeadToken].Relation;
        var score = 100 - (35 * distance);
        if (relation.StartsWith("nsubj", StringComparison.Ordinal)) score += 25;
        else if (relation is "nmod" or "compound" or "nmod:poss" or "obl" or "amod") score -= 15;
        if (mention.Kind == MentionKind.Pronoun) score += 10;
        if (distance == 0) score -= Math.Min(10, (pronoun - mention.HeadToken) / 4);
        else score -= Math.Min(5, (pronoun - mention.HeadToken) / 20);
        return score;
    }
}
