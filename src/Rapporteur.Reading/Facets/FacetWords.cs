using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>The words of a field.</summary>
internal static class FacetWords
{
    /// <summary>One stretch of words at a place; empty for none.</summary>
    public static ImmutableArray<TextSpan> One(ClaimScene scene, FacetPlace place, int trigger)
    {
        if (place.Stretch is "condition") return Condition(scene, trigger) is { } condition ? [condition] : [];
        if (place.Path is not { } path)
            return FacetStretch.Of(scene, trigger, place.Stretch) is var (first, last) && WordSpans.Trim(scene.Trees, first, last) is { } stretch ? [stretch] : [];
        var words = PathWalk.Resolve(scene.Trees, trigger, path);
        return words.Count > 0 && Below(scene, words[0], trigger) is { } span ? [span] : [];
    }

    /// <summary>The members of the list at a place, in text order; empty for none.</summary>
    public static ImmutableArray<TextSpan> Many(ClaimScene scene, FacetPlace place, int trigger)
    {
        var found = new List<TextSpan>();
        if (place.Path is { } path)
            foreach (var word in PathWalk.Resolve(scene.Trees, trigger, path)) Members(scene, word, trigger, found, 0);
        else if (FacetStretch.Of(scene, trigger, place.Stretch) is var (first, last)) Split(scene, first, last, found);
        found.Sort();
        return [.. found.Distinct()];
    }

    /// <summary>Tokens at a place.</summary>
    public static IEnumerable<int> Tokens(ClaimScene scene, FacetPlace place, int trigger)
    {
        if (place.Path is { } path) return PathWalk.Resolve(scene.Trees, trigger, path);
        return FacetStretch.Of(scene, trigger, place.Stretch) is var (first, last) ? Enumerable.Range(first, last - first + 1) : [];
    }

    // What has to happen first: "if …", "after …", "once …", behind the word or before it.
    private static TextSpan? Condition(ClaimScene scene, int trigger)
    {
        var sentence = scene.SentenceOf(trigger);
        TextSpan? before = null;
        for (var t = sentence.FirstToken; t < sentence.EndToken; t++)
        {
            var token = scene.Tokens[t];
            if (token.Relation is not ("mark" or "case" or "advmod") || !scene.Is(token.Lemma, "leads-condition")) continue;
            if (PathWalk.ClauseOfMarker(scene.Trees, t) is not (>= 0 and var clause) || scene.Trees.IsBelow(trigger, clause)) continue;
            if (WordSpans.Below(scene.Trees, clause, -1, subject: true) is not { } words) continue;
            var first = Math.Min(t + 1, clause);
            if (scene.Tokens[first].Span.Start > words.Start && scene.Tokens[first].Span.Start < words.End) words = new(scene.Tokens[first].Span.Start, words.End);
            if (t > trigger) return words;
            before ??= words;
        }

        return before;
    }

    private static TextSpan? Below(ClaimScene scene, int word, int trigger)
    {
        var token = scene.Tokens[word];
        var modifier = scene.Tokens[trigger].Head == word && scene.Tokens[trigger].Relation is "amod" or "compound" or "nummod";
        var without = word != trigger && !modifier && scene.Trees.IsBelow(trigger, word) ? trigger : -1;
        var subject = !(token.Upos == "VERB" && token.Relation is "xcomp" or "acl" or "advcl" && !scene.Trees.Has(word, "nsubj"));
        if (token.Upos != "VERB" && scene.Trees.Child(word, "cop") is >= 0 and var copula && copula < word) return Trim(scene, copula + 1, AtLeast(scene, word, trigger));
        if (scene.Trees.Child(word, "cop") is >= 0 and var outer && outer < word) return Trim(scene, outer + 1, scene.Trees.Right(word));
        return WordSpans.Below(scene.Trees, word, without, subject) is { } span ? Trim(scene, scene.TokenFrom(span.Start), scene.TokenFrom(span.End) - 1) : null;
    }

    // The end of a predicate: before a clause that is joined to it or tells who says it.
    private static int AtLeast(ClaimScene scene, int word, int trigger)
    {
        var last = scene.Trees.Right(word);
        foreach (var child in scene.Trees.ChildrenOf(word))
            if (child > word && (scene.Tokens[child].Relation is "parataxis" or "punct" or "advcl" || (scene.Tokens[child].Relation is "conj" && scene.Trees.Has(child, "nsubj")))) last = Math.Min(last, scene.Trees.Left(child) - 1);
        return trigger > word && trigger <= last ? trigger - 1 : last;
    }

    // Prepositions and conjunctions that lead a phrase belong to the place, not to the words.
    private static TextSpan? Trim(ClaimScene scene, int first, int last)
    {
        while (first < last && (scene.Tokens[first].Relation is "case" or "mark" or "cc" or "cc:preconj")) first++;
        return WordSpans.Trim(scene.Trees, first, last);
    }

    // Each member without those that are joined to it.
    private static void Members(ClaimScene scene, int word, int trigger, List<TextSpan> found, int depth)
    {
        if (depth > 8) return;
        var (first, last) = (scene.Trees.Left(word), scene.Trees.Right(word));
        foreach (var child in scene.Trees.ChildrenOf(word))
        {
            var relation = scene.Tokens[child].Relation;
            if (relation is not ("conj" or "cc" or "acl:relcl" or "acl" or "ccomp" or "appos" or "parataxis" or "nsubj" or "cop") && !(child > word && relation is "punct")) continue;
            if (child > word) last = Math.Min(last, Math.Max(word, scene.Trees.Left(child) - 1));
            else first = Math.Max(first, Math.Min(word, scene.Trees.Right(child) + 1));
        }

        if (trigger > word && trigger <= last) last = trigger - 1;
        while (last > word && scene.Tokens[last].Upos == "PUNCT") last--;
        if (Trim(scene, first, last) is { } span) found.Add(span);
        foreach (var child in scene.Trees.ChildrenOf(word))
            if (scene.Tokens[child].Relation == "conj" && (scene.Tokens[child].Upos is "VERB") == (scene.Tokens[word].Upos is "VERB")) Members(scene, child, trigger, found, depth + 1);
    }

    private static void Split(ClaimScene scene, int first, int last, List<TextSpan> found)
    {
        var start = first;
        for (var t = first; t <= last + 1; t++)
        {
            if (t <= last && !(scene.Document.Form(t) is "," or ";" || scene.Tokens[t] is { Upos: "CCONJ", Lemma: "and" or "or" })) continue;
            if (start < t && WordSpans.Trim(scene.Trees, start, t - 1) is { } span) found.Add(span);
            start = t + 1;
        }
    }
}
