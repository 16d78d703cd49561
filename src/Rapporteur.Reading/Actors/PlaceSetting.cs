using System.Globalization;

namespace Rapporteur.Reading;

/// <summary>How a place name stands in its sentence, as the cues for metonymy see it: what it hangs on, that one's other arguments, its own dependents, the words around it and those of the sentence,
/// each by its word, its class of words (<c>#57</c>), its part of speech (<c>+VERB</c>) or a list it is in (<c>=speech</c>). Not thread-safe.</summary>
/// <param name="document">A document with syntax.</param>
/// <param name="clusters">Classes of words.</param>
/// <param name="lexicon">Lists of verbs and nouns.</param>
internal sealed class PlaceSetting(AnnotatedDocument document, NameClusters clusters, ActorLexicon lexicon)
{
    private const int LongestList = 8, Near = 2, Early = 4;

    private readonly List<MetonymyCue> cues = [];
    private int start, stop, first, end;

    /// <summary>The cues of a name; each may come several times.</summary>
    /// <param name="sentence">The sentence of the name.</param>
    /// <param name="name">Its first token.</param>
    /// <param name="count">Number of its tokens.</param>
    public IReadOnlyList<MetonymyCue> Of(Sentence sentence, int name, int count)
    {
        cues.Clear();
        (start, stop, first, end) = (sentence.FirstToken, sentence.EndToken, name, name + count);
        Class("name", end - 1);
        Around();
        var head = Head();
        var chain = ListHead(head);
        if (chain != head) Words("listed", document.Tokens[head].Head);
        Dependents(head);
        Governor(chain);
        Predicate(chain);
        Subject();
        return cues;
    }

    private void Around()
    {
        for (var distance = 1; distance <= Near; distance++)
        {
            Beside(distance + " before", first - distance);
            Beside(distance + " after", end - 1 + distance);
        }

        Add("tags before", Tag(first - 2) + " " + Tag(first - 1));
        Add("tags after", Tag(end) + " " + Tag(end + 1));
        Add("tags around", Tag(first - 1) + " " + Tag(end));
        Add("place", first == start ? "first" : first < start + Early ? "early" : "late");
    }

    private void Beside(string way, int token)
    {
        Add(way, Lower(token));
        Add(way, "+" + Tag(token));
        Class(way, token);
    }

    private void Dependents(int head)
    {
        for (var i = start; i < stop; i++)
        {
            if (document.Tokens[i].Head != head || (i >= first && i < end)) continue;
            Add("below", document.Tokens[i].Relation);
            Words("below " + document.Tokens[i].Relation, i);
        }
    }

    private void Governor(int head)
    {
        var relation = document.Tokens[head].Relation;
        var mark = Preposition(head);
        var how = mark < 0 ? relation : relation + "." + document.Tokens[mark].Lemma.ToLowerInvariant();
        Add(how, "*");
        if (how != relation) Add(relation, "*");
        var governor = document.Tokens[head].Head;
        if (governor < start || governor >= stop) return;
        var above = document.Tokens[governor];
        Words("any", governor);
        Words(how, governor);
        if (how != relation) Words(relation, governor);
        Add(how, "+" + above.Xpos);
        Add(how, "+" + above.Upos);
        Add(how, ":" + above.Relation);
        Lists(how, above.Lemma);
        if (how != relation) Lists(relation, above.Lemma);
        for (var i = start; i < stop; i++)
        {
            var other = document.Tokens[i];
            if (other.Head != governor || i == head || (i >= first && i < end) || other.Upos is "PUNCT" or "CCONJ") continue;
            var marked = Preposition(i);
            Add(relation + " beside", marked < 0 ? other.Relation : other.Relation + "." + Lower(marked));
            Words(relation + " beside " + other.Relation, i);
        }

        if (above.Head >= start && above.Head < stop) Words(how + " above", above.Head);
    }

    // What the sentence is about: a match, a war, a river.
    private void Subject()
    {
        for (var i = start; i < stop; i++)
            if ((i < first || i >= end) && document.Tokens[i].Upos is ("NOUN" or "VERB" or "ADJ" or "PROPN")) Words("sentence", i);
    }

    // The next verb above the name, however far.
    private void Predicate(int token)
    {
        for (var steps = 0; steps < LongestList && document.Tokens[token].Head is var head and >= 0; steps++, token = head)
        {
            if (document.Tokens[head].Upos != "VERB") continue;
            Words("predicate", head);
            Words("predicate " + document.Tokens[token].Relation, head);
            return;
        }
    }

    private void Lists(string way, string lemma)
    {
        if (lexicon.Locative("noun", lemma)) Add(way, "=place");
        if (lexicon.Locative("verb", lemma)) Add(way, "=movement");
        if (lexicon.Locative("address", lemma)) Add(way, "=address");
        if (lexicon.Locative("pressure", lemma)) Add(way, "=pressure");
        if (lexicon.Speaks(lemma)) Add(way, "=speech");
    }

    private int Head()
    {
        for (var i = first; i < end; i++)
            if (document.Tokens[i].Head < first || document.Tokens[i].Head >= end) return i;
        return end - 1;
    }

    // The second and later parts of a list stand as the first one does, unless they have a preposition of their own.
    private int ListHead(int token)
    {
        for (var steps = 0; steps < LongestList && document.Tokens[token] is { Relation: "conj" or "appos", Head: >= 0 } && Preposition(token) < 0; steps++) token = document.Tokens[token].Head;
        return token;
    }

    private int Preposition(int head)
    {
        for (var i = start; i < stop; i++)
            if (document.Tokens[i].Head == head && document.Tokens[i].Relation == "case") return i;
        return -1;
    }

    private void Words(string way, int token)
    {
        Add(way, document.Tokens[token].Lemma.ToLowerInvariant());
        Class(way, token);
    }

    private void Class(string way, int token)
    {
        if (token < start || token >= stop) return;
        var fine = clusters.Of(NameHash.Lower(document.Form(token))).Fine;
        if (fine != 0) Add(way, "#" + fine.ToString(CultureInfo.InvariantCulture));
    }

    private string Lower(int token) => token < start || token >= stop ? "*" : document.Form(token).ToString().ToLowerInvariant();

    private string Tag(int token) => token < start || token >= stop ? "*" : document.Tokens[token].Upos;

    private void Add(string way, string word) => cues.Add(new(way, word));
}
