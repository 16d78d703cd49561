using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Finds whom "he", "she", "it" and "they" stand for; leaves out what is not plain. First and second persons belong to whoever is quoted and are left to attribution.</summary>
internal sealed class PronounReader(Scene scene)
{
    private const int Sentences = 2;

    private readonly ClauseSubjects subjects = new(scene);

    private readonly QuotedSentences quoted = new(scene.Document);

    // Reporter: who says that in whose complement the pronoun stands; Subject: the subject of its clause where it is not that itself.
    private readonly record struct PronounPlace(int Pronoun, int Reporter, int Subject, bool Possessive, bool Main);

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
        var place = Place(pronoun);
        var verbatim = IsVerbatim(place);
        if (!verbatim && BelongsToSomebodyElse(place, form)) return null;
        var speaker = verbatim && place.Reporter >= 0 ? scene.Owner[place.Reporter] : null;
        Draft? best = null, second = null, beside = null;
        int top = int.MinValue, runnerUp = int.MinValue;
        var sentence = quoted.Line(scene.SentenceOf(pronoun));
        var outside = !quoted.Holds(pronoun);
        for (var c = before.Count - 1; c >= 0; c--)
        {
            var (draft, mention) = before[c];
            var distance = sentence - quoted.Line(mention.Sentence);
            if (distance > Sentences) break;
            if (outside && distance > 0 && quoted.Holds(mention.HeadToken) && form.Gender != 'n') continue;
            if (distance == 0 && IsBesideSubject(place, mention)) beside = draft;
            if (draft == beside || draft == speaker || (draft.Passing && mention.Kind != MentionKind.Pronoun && !subjects.IsSubject(mention.HeadToken)) || !Fits(draft, form) || IsCoArgument(place, draft, mention) || (form.Gender == 'n' && !IsParallel(place, mention, distance))) continue;
            var score = Score(place, mention, distance);
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

        var margin = form.Gender == 'n' ? 20 : form.Plural ? 12 : 5;
        return best is not null && (second is null || top - runnerUp >= margin) && top > (form.Gender == 'n' || form.Plural ? 40 : 0) ? best : null;
    }

    // "'He is a crook,' she said": in somebody's own words, whose clause stands in quotation marks with its subject, whoever speaks is "I".
    private bool IsVerbatim(PronounPlace place) =>
        quoted.Holds(place.Pronoun) && (place.Reporter < 0 || !quoted.Holds(place.Reporter)) && (subjects.IsSubject(place.Pronoun) || (place.Subject >= 0 && quoted.Holds(place.Subject)));

    private PronounPlace Place(int pronoun)
    {
        var possessive = scene.Tokens[pronoun].Relation == "nmod:poss";
        var predicate = subjects.Predicate(pronoun);
        return new PronounPlace(pronoun, subjects.OfReport(pronoun), subjects.IsSubject(pronoun) ? -1 : subjects.Of(predicate), possessive, subjects.IsMain(pronoun));
    }

    // "Two envoys said they …", "The clerk said he …": whoever says it is meant, though he is no actor of the text.
    private bool BelongsToSomebodyElse(PronounPlace place, PronounForm form)
    {
        if (place.Reporter < 0 || scene.Owner[place.Reporter] is not null || form.Gender == 'n') return false;
        var reporter = scene.Tokens[place.Reporter];
        if (reporter.Upos == "PRON") return scene.Lexicon.Pronoun(scene.Lower(place.Reporter)) is { Person: 3 } other && other.Plural == form.Plural && other.Gender == form.Gender && subjects.IsSubject(place.Pronoun);
        if (scene.IsName(place.Reporter) || !subjects.IsSubject(place.Pronoun) || form.Plural != reporter.Xpos is "NNS" or "NNPS") return false;
        return form.Plural || scene.Lexicon.TitleClass(scene.Lower(place.Reporter)) is not null || scene.Lexicon.Noun(reporter.Lemma) is NounClass.Office or NounClass.People;
    }

    private static bool Fits(Draft draft, PronounForm form)
    {
        if (form.Plural) return draft.Kind is ActorKind.Group || draft.Plural;
        if (form.Gender == 'n') return draft.Kind is ActorKind.State or ActorKind.Organisation && !draft.Plural;
        var single = draft.Kind == ActorKind.Person || (draft.Kind == ActorKind.Unnamed && !draft.Plural);
        return single && (draft.Gender == '\0' || draft.Gender == form.Gender);
    }

    // "it" is a thing more often than an actor: it is one where subject follows subject, and where it owns something.
    private bool IsParallel(PronounPlace place, DraftMention mention, int distance)
    {
        if (place.Possessive || mention.HeadToken == place.Reporter) return true;
        return subjects.IsSubject(place.Pronoun) && subjects.IsSubject(mention.HeadToken) && (distance == 0 || (place.Main && subjects.IsMain(mention.HeadToken)));
    }

    // "Standing beside the premier, he said": whoever the participle names beside its own subject is not that subject.
    private bool IsBesideSubject(PronounPlace place, DraftMention mention)
    {
        if (mention.HeadToken > place.Pronoun || !subjects.IsSubject(place.Pronoun) || scene.SentenceOf(place.Pronoun) != mention.Sentence) return false;
        var verb = scene.Tokens[place.Pronoun].Head;
        var at = mention.HeadToken;
        for (var steps = 0; steps < 4 && at >= 0; steps++)
        {
            var (relation, head) = (scene.Tokens[at].Relation, scene.Tokens[at].Head);
            if (relation == "nmod:poss") return false;
            if (relation == "advcl" && head == verb) return at < place.Pronoun && scene.Tokens[at].Xpos == "VBG" && at != mention.HeadToken;
            at = head;
        }

        return false;
    }

    // A pronoun and its antecedent are not subject and object of one verb, unless it is a possessive or reflexive.
    private bool IsCoArgument(PronounPlace place, Draft draft, DraftMention mention)
    {
        if (place.Possessive || scene.Document.Form(place.Pronoun).EndsWith("self", StringComparison.OrdinalIgnoreCase)) return false;
        if (place.Subject >= 0 && scene.Owner[place.Subject] == draft) return true;
        var head = scene.Tokens[place.Pronoun].Head;
        return head >= 0 && scene.Tokens[mention.HeadToken].Head == head && scene.Tokens[place.Pronoun].Relation != "conj";
    }

    // "For the premier, the case was clear": named before the subject of the whole sentence.
    private bool IsTopic(DraftMention mention)
    {
        var (relation, head) = (scene.Tokens[mention.HeadToken].Relation, scene.Tokens[mention.HeadToken].Head);
        return relation == "obl" && head >= 0 && scene.Tokens[head].Head < 0 && subjects.Of(head) > mention.HeadToken;
    }

    private int Score(PronounPlace place, DraftMention mention, int distance)
    {
        var relation = scene.Tokens[mention.HeadToken].Relation;
        var score = 100 - (35 * distance);
        if (relation.StartsWith("nsubj", StringComparison.Ordinal)) score += 25;
        else if (relation is "nmod" or "compound" or "nmod:poss" or "obl" or "amod" && !IsTopic(mention)) score -= 15;
        if (mention.Kind == MentionKind.Pronoun) score += 10;
        if (mention.HeadToken == place.Reporter) score += place.Possessive ? 10 : 35;
        if (place.Possessive && mention.HeadToken == place.Subject) score += 25;
        if (place.Main && distance == 1 && subjects.IsMain(mention.HeadToken)) score += 20;
        if (distance == 1 && !place.Possessive && place.Subject >= 0 && relation is "obj" or "iobj") score += 10;
        if (distance == 0) score -= Math.Min(10, (place.Pronoun - mention.HeadToken) / 4);
        else score -= Math.Min(5, (place.Pronoun - mention.HeadToken) / 20);
        return score;
    }
}
