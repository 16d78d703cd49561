using Rapporteur.Domain;
using Rapporteur.Reading;

namespace Rapporteur.Training;

/// <summary>What tells of a place name whether it stands for the place or for those who act there: its relation, its governor and that one's other arguments, prepositions,
/// the words up to the predicate and around the name, all of them also by their classes.</summary>
/// <param name="clusters">Classes of words.</param>
/// <param name="world">The world model.</param>
/// <param name="lexicon">Words that tell places from those who act.</param>
internal sealed class MetonymyFeatures(NameClusters clusters, World world, ActorLexicon lexicon)
{
    private readonly HashSet<ulong> found = [];
    private AnnotatedDocument document = null!;
    private int first, end;

    /// <summary>The features of a name.</summary>
    /// <param name="read">A document with syntax.</param>
    /// <param name="name">Where the name stands.</param>
    /// <param name="acts">Whether the rules of the reader take the name for one who acts.</param>
    public ulong[] Of(AnnotatedDocument read, TextSpan name, bool acts)
    {
        document = read;
        found.Clear();
        var tokens = read.Tokens;
        first = 0;
        while (first < tokens.Length - 1 && tokens[first].Span.End <= name.Start) first++;
        end = first + 1;
        while (end < tokens.Length && tokens[end].Span.Start < name.End) end++;
        Add("bias");
        Add("rules", acts ? "acts" : "place");
        var head = Head();
        Name(name);
        Surface();
        Syntax(head, "own");
        var chain = Chain(head);
        if (chain != head)
        {
            Add("listed");
            Syntax(chain, "chain");
        }

        Sentence();
        return [.. found.Order()];
    }

    private void Name(TextSpan name)
    {
        var namings = world.Named(document.Text[name.Start..name.End]);
        Add("known", namings.Count == 0 ? "no" : namings[0].Sense + "." + namings[0].Entry?.Kind);
        Add("name.tokens", (end - first).ToString(System.Globalization.CultureInfo.InvariantCulture));
        Classes("name", end - 1);
    }

    private void Surface()
    {
        for (var distance = 1; distance <= 4; distance++)
        {
            Word("before" + distance, first - distance, distance <= 2);
            Word("after" + distance, end - 1 + distance, distance <= 2);
        }

        Add("before12", Lower(first - 2), Lower(first - 1));
        Add("after12", Lower(end), Lower(end + 1));
        Add("around", Lower(first - 1), Lower(end));
        Add("around.tags", Tag(first - 1), Tag(end));
        Add("tags.before", Tag(first - 2), Tag(first - 1));
        Add("tags.after", Tag(end), Tag(end + 1));
    }

    private void Syntax(int head, string prefix)
    {
        var token = document.Tokens[head];
        var relation = token.Relation;
        var preposition = Child(head, "case");
        var how = preposition < 0 ? relation : relation + "." + Lower(preposition);
        Add(prefix + ".relation", relation);
        Add(prefix + ".how", how);
        if (Child(head, "det") >= 0) Add(prefix + ".det", how);
        foreach (var child in Children(head))
        {
            var other = document.Tokens[child];
            if (child >= first && child < end) continue;
            Add(prefix + ".child", other.Relation);
            Add(prefix + ".child.word", other.Relation, other.Lemma);
            Classes(prefix + ".child." + other.Relation, child);
        }

        if (token.Head < 0) return;
        var governor = token.Head;
        var above = document.Tokens[governor];
        Add(prefix + ".governor", how, above.Lemma);
        Add(prefix + ".governor.lemma", relation, above.Lemma);
        if (lexicon.Locative("noun", above.Lemma)) Add(prefix + ".governor.place", how);
        if (lexicon.Locative("verb", above.Lemma)) Add(prefix + ".governor.movement", relation);
        if (lexicon.Locative("address", above.Lemma) || lexicon.Locative("pressure", above.Lemma)) Add(prefix + ".governor.addresses", how);
        if (lexicon.Speaks(above.Lemma)) Add(prefix + ".governor.speaks", relation);
        Add(prefix + ".governor.any", above.Lemma);
        Add(prefix + ".governor.tag", how, above.Upos);
        Add(prefix + ".governor.xpos", how, above.Xpos);
        Classes(prefix + ".governor." + how, governor);
        Classes(prefix + ".governor." + relation, governor);
        Classes(prefix + ".governor.any", governor);
        Add(prefix + ".governor.relation", how, above.Relation);
        if (Child(governor, "aux:pass") >= 0) Add(prefix + ".passive", how);
        if (Child(governor, "cop") >= 0) Add(prefix + ".copula", relation);
        foreach (var child in Children(governor))
        {
            if (child == head || (child >= first && child < end)) continue;
            var other = document.Tokens[child];
            if (other.Upos is "PUNCT" or "CCONJ") continue;
            var mark = Child(child, "case");
            var kind = mark < 0 ? other.Relation : other.Relation + "." + Lower(mark);
            Add(prefix + ".sister", relation, kind);
            Add(prefix + ".sister.word", relation, other.Relation, other.Lemma);
            Classes(prefix + ".sister." + relation + "." + other.Relation, child);
        }

        if (above.Head < 0) return;
        Add(prefix + ".grand", how, document.Tokens[above.Head].Lemma);
        Classes(prefix + ".grand." + how, above.Head);
    }

    private void Sentence()
    {
        for (var i = 0; i < document.Tokens.Length; i++)
        {
            if (i >= first && i < end) continue;
            var token = document.Tokens[i];
            if (token.Upos is not ("NOUN" or "VERB" or "PROPN" or "ADJ")) continue;
            Add("bag", token.Lemma);
            var (fine, coarse) = clusters.Of(NameHash.Lower(document.Form(i)));
            if (coarse != 0) Add("bag.coarse", coarse.ToString(System.Globalization.CultureInfo.InvariantCulture));
            if (fine != 0) Add("bag.fine", fine.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        Add("position", first == 0 ? "first" : first < 3 ? "early" : "late");
    }

    private int Head()
    {
        for (var i = first; i < end; i++)
            if (document.Tokens[i].Head < first || document.Tokens[i].Head >= end) return i;
        return end - 1;
    }

    private int Chain(int token)
    {
        for (var steps = 0; steps < 8 && document.Tokens[token] is { Relation: "conj" or "appos", Head: >= 0 }; steps++) token = document.Tokens[token].Head;
        return token;
    }

    private int Child(int head, string relation)
    {
        foreach (var child in Children(head))
            if (document.Tokens[child].Relation == relation) return child;
        return -1;
    }

    private IEnumerable<int> Children(int head)
    {
        for (var i = 0; i < document.Tokens.Length; i++)
            if (document.Tokens[i].Head == head) yield return i;
    }

    private void Word(string place, int token, bool exact)
    {
        if (exact) Add(place, Lower(token));
        if (token < 0 || token >= document.Tokens.Length) return;
        Add(place + ".tag", Tag(token));
        Classes(place, token);
    }

    private void Classes(string place, int token)
    {
        if (token < 0 || token >= document.Tokens.Length) return;
        var (fine, coarse) = clusters.Of(NameHash.Lower(document.Form(token)));
        if (coarse != 0) Add(place + ".coarse", coarse.ToString(System.Globalization.CultureInfo.InvariantCulture));
        if (fine != 0) Add(place + ".fine", fine.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    private string Lower(int token) => token < 0 || token >= document.Tokens.Length ? "" : document.Form(token).ToString().ToLowerInvariant();

    private string Tag(int token) => token < 0 || token >= document.Tokens.Length ? "" : document.Tokens[token].Upos;

    private void Add(params ReadOnlySpan<string> parts)
    {
        var hash = 14695981039346656037UL;
        foreach (var part in parts)
        {
            foreach (var letter in part) hash = (hash ^ letter) * 1099511628211UL;
            hash = (hash ^ 0x1FUL) * 1099511628211UL;
        }

        found.Add(hash);
    }
}
