using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Reads the offices that a text gives to persons: before the name ("Russian Foreign Minister …"), after it ("…, the foreign minister of Russia,") and around it.</summary>
internal sealed class RoleReader(Scene scene)
{
    public void Read()
    {
        foreach (var draft in scene.Drafts.Where(draft => draft.Kind == ActorKind.Person).ToList())
            foreach (var mention in draft.Mentions.OrderBy(mention => mention.Span))
            {
                var first = FirstToken(mention);
                Before(draft, first);
                After(draft, mention, first);
            }
    }

    private int FirstToken(DraftMention mention)
    {
        var token = mention.HeadToken;
        while (token > 0 && scene.Tokens[token].Span.Start > mention.Span.Start) token--;
        return token;
    }

    private void Before(Draft draft, int name)
    {
        var floor = scene.SentenceAt(name).FirstToken;
        var start = name;
        string? kind = null;
        for (var length = Math.Min(ActorLexicon.LongestTitle, name - floor); length > 0 && start == name; length--)
        {
            if (scene.Taken[name - 1]) break;
            kind = scene.Lexicon.TitleClass(NameText.Written(scene.Document.Text, scene.Tokens, name - length, length).ToLowerInvariant());
            if (kind is not null) start = name - length;
        }

        if (start == name) return;
        var title = start;
        while (start > floor && !scene.IsName(start - 1) && IsTitleModifier(start - 1)) start--;
        Mark(start, name);
        if (kind == "form")
        {
            draft.Gender = scene.Lower(title) switch { "mr." or "mr" or "sir" or "lord" => 'm', "mrs." or "mrs" or "ms." or "ms" or "miss" or "lady" or "dame" or "madame" => 'f', _ => draft.Gender };
            return;
        }

        if (OfficeBefore(start, floor) is >= 0 and var office)
        {
            Mark(office, start);
            SetRole(draft, office, start - office, OwnerBefore(office, floor));
            return;
        }

        SetRole(draft, start, name - start, OwnerBefore(start, floor));
    }

    // "army spokesman Colonel Marlen", "Saudi leader King …": an office right before another title, with what belongs to it; -1 for none.
    private int OfficeBefore(int title, int floor)
    {
        var noun = title - 1;
        if (noun < floor || scene.Taken[noun] || scene.Tokens[noun].Upos is not ("NOUN" or "PROPN") || scene.IsCapital(noun) && noun > floor && scene.Lexicon.TitleClass(scene.Lower(noun)) is null || !IsOffice(noun)) return -1;
        var start = noun;
        while (start > floor && !scene.IsName(start - 1) && IsTitleModifier(start - 1)) start--;
        return start;
    }

    private bool IsTitleModifier(int token) =>
        scene.Tokens[token].Upos is "ADJ" or "NOUN" && scene.Tokens[token].Relation is "amod" or "compound" && !scene.Taken[token]
        && scene.Tokens[token].Head >= 0;

    private void After(Draft draft, DraftMention mention, int first)
    {
        var end = mention.HeadToken + 1;
        while (end < scene.Tokens.Length && scene.Tokens[end].Span.Start < mention.Span.End) end++;
        foreach (var child in scene.Children(mention.HeadToken))
            if (child >= end && scene.Tokens[child].Relation is "appos" or "flat" && !scene.Taken[child]) Description(draft, child);
        Beside(draft, first, end);
        var head = scene.Tokens[mention.HeadToken];
        if (head.Relation is "appos" or "flat" && head.Head >= 0 && head.Head < first && !scene.Taken[head.Head] && !IsOfficeBehind(draft, head.Head, first)) Description(draft, head.Head);
    }

    // ", Israel's envoy to the United Nations" after the name, "the UK ambassador to the UN, " before it, whatever the parser made of it.
    private void Beside(Draft draft, int first, int end)
    {
        var sentence = scene.SentenceAt(first);
        if (end + 1 < sentence.EndToken && scene.Document.Form(end) is ",")
            for (var i = end + 1; i < Math.Min(sentence.EndToken, end + 9) && scene.Tokens[i].Upos is not ("PUNCT" or "VERB" or "AUX" or "ADP"); i++)
                if (!scene.Taken[i] && IsOffice(i) && (i + 1 >= sentence.EndToken || !IsOffice(i + 1)))
                {
                    Description(draft, i);
                    break;
                }

        var comma = first > sentence.FirstToken && scene.Document.Form(first - 1) is ",";
        for (var i = first - (comma ? 2 : 1); i >= Math.Max(sentence.FirstToken, first - 10) && scene.Tokens[i].Upos is not ("PUNCT" or "VERB" or "AUX"); i--)
            if (!scene.Taken[i] && IsOffice(i))
            {
                if (NounPhrase.At(scene, i, scene.Lexicon.Noun(scene.Tokens[i].Lemma.ToLowerInvariant())) is { } phrase && phrase.End >= first - (comma ? 1 : 0)) Description(draft, Aide(draft, i) ?? i);
                break;
            }
    }

    // "an aide to the president, Marlen, said": a name behind two offices is whose the world model knows it to be. Whoever is known to have held the one behind the preposition is not the aide.
    private bool IsOfficeBehind(Draft draft, int aide, int first)
    {
        for (var i = first - 1; i > aide; i--)
            if (IsOffice(i) && AideBefore(i) == aide) return Held(draft, i) == true;
        return false;
    }

    // And whoever is known, but not to have held it, is the aide.
    private int? Aide(Draft draft, int office) => AideBefore(office) is >= 0 and var aide && !scene.Taken[aide] && Held(draft, office) == false ? aide : null;

    // The noun of a source whose complement an office is: "adviser" of "adviser to the president"; -1 for none.
    private int AideBefore(int office)
    {
        var at = scene.Tokens[office].Head;
        return at >= 0 && at < office && Dependencies.Matches(scene.Tokens[office].Relation, "nmod") && scene.Lexicon.Noun(scene.Tokens[at].Lemma.ToLowerInvariant()) == NounClass.Source ? at : -1;
    }

    // Whether a person ever held an office of this noun; null where the world model does not know the person.
    private bool? Held(Draft draft, int office) => draft.Entry is not { } entry ? null
        : entry.Posts.Any(post => post.Office.Split(' ')[^1].Equals(scene.Tokens[office].Lemma, StringComparison.OrdinalIgnoreCase));

    private bool IsOffice(int token) =>
        scene.Tokens[token].Upos is "NOUN" or "PROPN" && scene.Tokens[token].Xpos is not ("NNS" or "NNPS")
        && scene.Lexicon.Noun(scene.Tokens[token].Lemma.ToLowerInvariant()) is NounClass.Office or NounClass.Source or NounClass.People;

    // A noun phrase that describes the person: its modifiers and complement say of whom.
    private void Description(Draft draft, int head)
    {
        var noun = scene.Lexicon.Noun(scene.Tokens[head].Lemma.ToLowerInvariant());
        if (noun is not (NounClass.Office or NounClass.Source or NounClass.People) && scene.Lexicon.TitleClass(scene.Lower(head)) is null) return;
        if (scene.Tokens[head].Xpos == "NNS" || NounPhrase.At(scene, head, noun) is not { } phrase) return;
        var first = phrase.First;
        Draft? owner = null;
        for (var i = phrase.First; i < head; i++)
        {
            if (!scene.IsName(i) && !scene.IsPossessive(i)) continue;
            owner ??= scene.OwnerAt(i);
            first = i + 1;
        }

        for (var i = head + 1; i < phrase.End; i++)
            if (scene.IsName(i)) owner ??= scene.OwnerAt(i);
        // Allies and critics of somebody are not his.
        if (scene.Lexicon.Locative("relation", scene.Tokens[head].Lemma)) owner = null;
        Mark(first, head + 1);
        SetRole(draft, first, head + 1 - first, owner);
    }

    private Draft? OwnerBefore(int start, int floor)
    {
        var at = start - 1;
        while (at > floor && scene.IsPossessive(at)) at--;
        return at >= floor && scene.IsName(at) ? scene.OwnerAt(at) : null;
    }

    private void SetRole(Draft draft, int first, int count, Draft? owner)
    {
        if (count <= 0) return;
        if (owner == draft) owner = null;
        if (draft.Role is not null && draft.Of is not null) return;
        if (draft.Role is null || owner is not null)
        {
            var written = NameText.Written(scene.Document.Text, scene.Tokens, first, count);
            draft.Role = scene.Lexicon.TitleClass(written.ToLowerInvariant()) is not null ? written.ToLowerInvariant() : written;
        }

        draft.Of ??= owner;
    }

    private void Mark(int first, int end)
    {
        for (var i = first; i < end; i++) scene.Taken[i] = true;
    }
}
