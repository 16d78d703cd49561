using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Mends names that the tagger has not seen before: it adds the words that belong to a name and were left out of it, finds names by what stands around them, and takes
/// the name that ends like a body's for a body's.</summary>
internal sealed class NameMender(Scene scene, NameLexicon given)
{
    private const int LongestName = 7;

    private const double MostCapitals = 0.6;

    private readonly FoundName?[] at = new FoundName?[scene.Tokens.Length];

    /// <summary>The names, in text order and without overlap.</summary>
    public List<FoundName> Mend(List<FoundName> names)
    {
        foreach (var name in names) Put(name);
        foreach (var sentence in scene.Document.Sentences)
            if (sentence.Zone != ZoneKind.Furniture && !IsTitleCase(sentence)) InSentence(sentence);
        new HyphenatedNames(scene, at).Join();
        var mended = new List<FoundName>();
        for (var i = 0; i < at.Length; i++)
            if (at[i] is { } name && name.First == i) mended.Add(Kinded(name));
        return mended;
    }

    private void Put(FoundName name)
    {
        for (var i = name.First; i < name.End; i++) at[i] = name;
    }

    private bool IsTitleCase(Sentence sentence)
    {
        int capitals = 0, words = 0;
        for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            if (!char.IsLetter(scene.Document.Form(i)[0])) continue;
            words++;
            if (scene.IsCapital(i)) capitals++;
        }

        return words > 0 && (sentence.Zone == ZoneKind.Title || words > 4) && capitals > words * MostCapitals;
    }

    private void InSentence(Sentence sentence)
    {
        for (var i = Dateline.End(scene, sentence); i < sentence.EndToken; i++)
        {
            if (at[i] is not null || !IsCandidate(i, sentence)) continue;
            var (first, end) = Extent(i, sentence);
            if (end - first > LongestName || Kind(first, end, sentence) is not { } kind) continue;
            if (kind == NameKind.Organisation) first = BodyFirst(first, sentence);
            for (var k = first; k < end; k++)
                if (at[k] is { } old)
                    for (var t = old.First; t < old.End; t++) at[t] = null;
            Put(new FoundName(first, end - first, kind, null, NameSense.Name));
            i = end - 1;
        }
    }

    private bool IsCandidate(int token, Sentence sentence)
    {
        var form = scene.Document.Form(token);
        if (form.Length < 2 || !char.IsUpper(form[0])) return false;
        foreach (var letter in form)
            if (!char.IsLetter(letter) && letter is not ('\'' or '’' or '-')) return false;
        var lower = scene.Lower(token);
        if (scene.Lexicon.Words.IsCalendar(lower) || scene.Lexicon.TitleClass(lower) is not null) return false;
        if (scene.Lexicon.Words.IsBody(lower)) return token > sentence.FirstToken && scene.Tokens[token].Upos is "PROPN" or "NOUN";
        if (scene.Lexicon.Noun(lower) != NounClass.None) return false;
        if (scene.Tokens[token].Upos == "PROPN") return true;
        return token + 1 < sentence.EndToken && at[token + 1] is { Kind: NameKind.Person, Entry: null } && given.Gender(form) != '\0';
    }

    // From a word that the tagger left out over its neighbours with a capital, particles, and names of persons without an entry.
    private (int First, int End) Extent(int token, Sentence sentence)
    {
        int first = token, end = token + 1;
        if (first > sentence.FirstToken && Continues(first - 1) is { } before) first = before.First;
        while (end < sentence.EndToken)
        {
            if (at[end] is { } next)
            {
                if (Continues(end) is null) break;
                end = next.End;
            }
            else if (IsCandidate(end, sentence))
            {
                end++;
            }
            else if (scene.Lexicon.Words.IsParticle(scene.Lower(end)) && ParticlesLead(end, sentence))
            {
                end++;
            }
            else if (IsHyphen(end) && end + 1 < sentence.EndToken && HyphenatedNames.IsPart(scene, end + 1))
            {
                end += 2;
            }
            else
            {
                break;
            }
        }

        return (first, end);
    }

    // The name at a token, where it may be part of a longer name of a person.
    private FoundName? Continues(int token) => at[token] is { Entry: null, Kind: NameKind.Person or NameKind.Other } name && !scene.IsPossessive(token) ? name : null;

    private bool ParticlesLead(int token, Sentence sentence)
    {
        for (var i = token; i < Math.Min(token + 3, sentence.EndToken); i++)
        {
            if (scene.IsCapital(i)) return at[i] is { Entry: null, Kind: NameKind.Person } || (at[i] is null && IsCandidate(i, sentence));
            if (!scene.Lexicon.Words.IsParticle(scene.Lower(i)) && !IsHyphen(i)) return false;
        }

        return false;
    }

    private bool IsHyphen(int token) =>
        scene.Document.Form(token) is "-" && token > 0 && token + 1 < scene.Tokens.Length && scene.Tokens[token - 1].Span.End == scene.Tokens[token].Span.Start
        && scene.Tokens[token].Span.End == scene.Tokens[token + 1].Span.Start && char.IsLetter(scene.Document.Form(token + 1)[0]) && at[token + 1] is null;

    private NameKind? Kind(int first, int end, Sentence sentence)
    {
        if (IsBody(end - 1, sentence)) return end - first > 1 || BodyFirst(first, sentence) < first ? NameKind.Organisation : null;
        for (var i = first; i < end; i++)
            if (at[i] is { Kind: NameKind.Person }) return NameKind.Person;
        if (scene.IsTitled(first)) return NameKind.Person;
        if (end - first < 2) return null;
        return given.Gender(scene.Document.Form(first)) != '\0' || Speaks(first, end) || IsDescribed(first, end, sentence) ? NameKind.Person : null;
    }

    // A word that makes a body of the name before it; the West Bank is none.
    private bool IsBody(int last, Sentence sentence)
    {
        if (!scene.Lexicon.Words.IsBody(scene.Lower(last))) return false;
        return scene.Lower(last) != "bank" || last == sentence.FirstToken || !scene.Lexicon.Words.IsRegion(scene.Lower(last - 1));
    }

    private bool Speaks(int first, int end)
    {
        var head = scene.Tokens[scene.HeadOf(first, end - first)];
        return head.Relation.StartsWith("nsubj", StringComparison.Ordinal) && head.Head >= 0 && scene.Lexicon.Speaks(scene.Tokens[head.Head].Lemma)
            && (first == 0 || scene.Tokens[first - 1].Upos != "DET");
    }

    // "…, the president," and "…, deputy head of the mission,": an office behind a comma.
    private bool IsDescribed(int first, int end, Sentence sentence)
    {
        if (end + 1 >= sentence.EndToken || scene.Document.Form(end) is not "," || (first > sentence.FirstToken && scene.Tokens[first - 1].Upos == "DET")) return false;
        for (var i = end + 1; i < Math.Min(sentence.EndToken, end + 6) && scene.Tokens[i].Upos is not ("PUNCT" or "VERB" or "AUX"); i++)
            if (scene.Tokens[i].Upos == "NOUN" && scene.Tokens[i].Xpos != "NNS" && scene.Lexicon.TitleClass(scene.Lower(i)) is not null) return true;
        return scene.Lower(end + 1) == "who";
    }

    // "Gulf Rights Monitor": names and capitals right before the word that makes a body of them.
    private int BodyFirst(int first, Sentence sentence)
    {
        while (first > sentence.FirstToken && first > 0)
        {
            // "Teachers' Union": those whose body it is.
            if (first - 2 > sentence.FirstToken && scene.Document.Form(first - 1) is "'" or "’" && IsNameWord(first - 2)) first -= 2;
            else if (at[first - 1] is { } before && !scene.IsPossessive(first - 1) && before.Entry?.Kind != ActorKind.Person) first = before.First;
            else if (IsNameWord(first - 1) && scene.Tokens[first - 1].Upos is "PROPN" or "NOUN" or "ADJ" && first - 1 > sentence.FirstToken) first--;
            else break;
        }

        return first;
    }

    private bool IsNameWord(int token) => scene.IsCapital(token) && !scene.Lexicon.Words.IsCalendar(scene.Lower(token));

    private FoundName Kinded(FoundName name)
    {
        if (name.Entry is not null || name.Count < 2 || name.Kind is NameKind.Organisation) return name;
        if (scene.Lexicon.Words.IsBody(scene.Lower(name.End - 1)) && given.Gender(scene.Document.Form(name.First)) == '\0') return name with { Kind = NameKind.Organisation };
        var sentence = scene.SentenceAt(name.First);
        return name.Kind == NameKind.Place && !IsTitleCase(sentence) && IsDescribed(name.First, name.End, sentence) ? name with { Kind = NameKind.Person } : name;
    }
}
