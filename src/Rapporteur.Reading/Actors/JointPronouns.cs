using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Finds pronouns that stand for several actors who are named side by side: "Norway and Chile said they would wait", "asked both to wait".</summary>
internal sealed class JointPronouns(Scene scene)
{
    private const int Reach = 2;

    private readonly ClauseSubjects subjects = new(scene);
    private readonly QuotedSentences quoted = new(scene.Document);

    // Head of the coordination, those whom it names, whether it is a subject.
    private readonly record struct Pair(int Head, List<Draft> Drafts, bool IsSubject);

    /// <summary>Notes each of them where it stands for nobody yet or for a group further off.</summary>
    public void Read()
    {
        var pairs = new List<Pair>();
        var next = 0;
        var all = Pairs();
        for (var i = 0; i < scene.Tokens.Length; i++)
        {
            while (next < all.Count && all[next].Head < i) pairs.Add(all[next++]);
            if (pairs.Count == 0 || scene.Tokens[i].Span.Length > 10 || scene.Tokens[i].Upos is not ("PRON" or "DET" or "CCONJ" or "")) continue;
            var lower = scene.Lower(i);
            var both = lower is "both" && IsAlone(i);
            if (!both && scene.Lexicon.Pronoun(lower) is not { Person: 3, Plural: true }) continue;
            if ((both ? Nearest(i, pairs) : Meant(i, pairs)) is { } pair)
                foreach (var draft in pair.Drafts) scene.Joint.Add(new(draft, i, AllusionKind.Joint));
        }
    }

    private List<Pair> Pairs()
    {
        var found = new List<Pair>();
        for (var i = 0; i < scene.Tokens.Length; i++)
        {
            if (scene.Tokens[i].Relation == "conj" || Named(i) is not { } first || Conjuncts(i, first) is not { Count: > 1 } drafts) continue;
            found.Add(new(i, drafts, subjects.IsSubject(i)));
        }

        return found;
    }

    private List<Draft>? Conjuncts(int head, Draft first)
    {
        List<Draft>? drafts = null;
        var joined = false;
        foreach (var child in scene.Children(head))
        {
            if (scene.Tokens[child].Relation != "conj" || child < head) continue;
            if (Named(child) is not { } draft || draft == first) return null;
            joined |= scene.Child(child, "cc") is var joint and >= 0 && scene.Lower(joint) == "and";
            (drafts ??= [first]).Add(draft);
        }

        return joined ? drafts : null;
    }

    private Draft? Named(int token)
    {
        if (scene.Tokens[token].Upos is not ("PROPN" or "NOUN")) return null;
        if (scene.Owner[token] is { } own) return own is { Kind: ActorKind.Group or ActorKind.Unnamed, Plural: true } ? null : own;
        foreach (var child in scene.Children(token))
            if (scene.Tokens[child].Relation is "flat" or "appos" && scene.Owner[child] is { Kind: ActorKind.Person } person) return person;
        return null;
    }

    // "Both" with no noun behind it.
    private bool IsAlone(int token) => scene.Tokens[token].Relation is "nsubj" or "obj" or "iobj" or "obl" or "nsubj:pass";

    private Pair? Nearest(int token, List<Pair> pairs)
    {
        var pair = pairs[^1];
        return pair.Drafts.Count == 2 && scene.SentenceOf(token) - scene.SentenceOf(pair.Head) <= Reach ? pair : null;
    }

    private Pair? Meant(int pronoun, List<Pair> pairs)
    {
        var (reporter, predicate) = (subjects.OfReport(pronoun), subjects.Predicate(pronoun));
        var own = subjects.IsSubject(pronoun) ? -1 : subjects.Of(predicate);
        var sentence = scene.SentenceOf(pronoun);
        for (var p = pairs.Count - 1; p >= 0; p--)
        {
            var pair = pairs[p];
            var distance = quoted.Line(sentence) - quoted.Line(scene.SentenceOf(pair.Head));
            if (distance > 1) break;
            if (pair.Head == reporter || (pair.Head == own && scene.Tokens[pronoun].Relation == "nmod:poss")) return pair;
            if (!pair.IsSubject || Rival(pair.Head, pronoun)) continue;
            if (distance == 0 ? subjects.IsSubject(pronoun) : subjects.IsMain(pronoun) && subjects.IsMain(pair.Head)) return pair;
        }

        return null;
    }

    // A group that is named between the two.
    private bool Rival(int head, int pronoun)
    {
        for (var i = head + 1; i < pronoun; i++)
            if (scene.Owner[i] is { Plural: true } && scene.Tokens[i].Upos != "PRON") return true;
        return false;
    }
}
