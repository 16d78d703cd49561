using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Cuts the words of a role out of a sentence.</summary>
internal static class WordSpans
{
    private static readonly HashSet<string> Leading = new(StringComparer.Ordinal) { "to", "that", "whether", "for", "of", "on", "against", "with", "by", "in", "at", "from", "as", "about", "over", "if", "unless", "until", "till", "once", "when", "before", "after", "because", "into", "without", "upon", "toward", "towards", "and", "but", "or" };

    /// <summary>The words below a token, without what stands outside the trigger's side, leading function words and marks.</summary>
    /// <param name="trees">The dependencies.</param>
    /// <param name="head">Head of the words.</param>
    /// <param name="without">A word whose branch is left out (the trigger); -1 for none.</param>
    /// <param name="subject">Whether the subject and auxiliaries of a clause stay.</param>
    /// <param name="single">Whether acts coordinated with the head's are left out.</param>
    /// <param name="bare">Whether what the head's act depends on is left out.</param>
    public static TextSpan? Below(Dependencies trees, int head, int without, bool subject, bool single = false, bool bare = false)
    {
        var (first, last) = (trees.Left(head), trees.Right(head));
        foreach (var child in trees.ChildrenOf(head))
        {
            var relation = trees.Tokens[child].Relation;
            var cut = relation is "parataxis" or "discourse" or "punct" || IsOuterClause(trees, head, child) || IsNewClause(trees, head, child, subject) || (single && IsNextAct(trees, head, child)) || (bare && IsCondition(trees, head, child));
            if (!cut) continue;
            if (child < head) first = Math.Max(first, Math.Min(trees.Right(child), head - 1) + 1);
            else last = Math.Min(last, Math.Max(trees.Left(child), head + 1) - 1);
        }

        if (without >= 0 && without != head) (first, last) = Without(trees, head, PathWalk.ClauseOfMarker(trees, without) is var clause and >= 0 ? clause : without, first, last);
        if (!subject && trees.Tokens[head].Upos is "VERB" or "AUX") first = Math.Max(first, VerbStart(trees, head));
        else if (!subject && trees.Has(head, "cop")) first = Math.Max(first, CopulaStart(trees, head, first));
        return Trim(trees, first, last);
    }

    /// <summary>The words from one token to another without marks and function words at the ends; null when nothing is left.</summary>
    public static TextSpan? Trim(Dependencies trees, int first, int last)
    {
        var document = trees.Document;
        while (first < last && (IsMark(trees, first) || (Leading.Contains(trees.Tokens[first].Lemma) && trees.Tokens[first].Relation is "case" or "mark" or "cc" or "advmod" && !IsOfNumber(trees, first)))) first++;
        while (last > first && (IsMark(trees, last) || trees.Tokens[last].Relation == "cc")) last--;
        return first > last || IsMark(trees, first) ? null : new(document.Tokens[first].Span.Start, document.Tokens[last].Span.End);
    }

    // "at least 24", "about a hundred": words of the number.
    private static bool IsOfNumber(Dependencies trees, int token) =>
        (trees.Tokens[token].Lemma is "at" && trees.Tokens[token + 1].Lemma is "least" or "most" or "little" or "much") ||
        (trees.Tokens[token].Lemma is "about" or "over" && trees.Tokens[token].Relation == "advmod" && trees.Tokens[token + 1].Upos == "NUM");

    private static bool IsMark(Dependencies trees, int token) => trees.Tokens[token].Upos == "PUNCT" && !trees.Document.Form(token).ContainsAny('$', '%', '#');

    // "…, Lavrov said": words that attribute inside what they attribute.
    private static bool IsOuterClause(Dependencies trees, int head, int child) =>
        (trees.Tokens[child].Relation is "ccomp" && child < head) || (trees.Tokens[child].Upos == "VERB" && IsCueOf(trees, child, head));

    private static bool IsCueOf(Dependencies trees, int cue, int head)
    {
        var span = trees.Tokens[head].Span;
        foreach (var attribution in trees.AttributionsByCue[cue])
            foreach (var content in attribution.Content)
                if (content.Contains(span)) return true;

        return false;
    }

    // "X, and Y did Z": a coordinated clause with its own subject.
    private static bool IsNewClause(Dependencies trees, int head, int child, bool subject) =>
        trees.Tokens[child].Relation == "conj" && trees.IsVerbal(head) && trees.Has(child, "nsubj") && !subject;

    // "shelled the port and sank a ferry": an act of its own, with which the head shares nothing that follows.
    private static bool IsNextAct(Dependencies trees, int head, int child)
    {
        if (child < head || trees.Tokens[child].Relation != "conj" || !trees.IsVerbal(child) || !trees.IsVerbal(head)) return false;
        foreach (var other in trees.ChildrenOf(head))
            if (other > child && trees.Tokens[other].Relation is "obj" or "xcomp" or "obl") return false;
        return true;
    }

    // "closed the road until the lists are there": the clause on which the act depends.
    private static bool IsCondition(Dependencies trees, int head, int child) =>
        child > head && trees.Tokens[child].Relation is "advcl" && trees.Marker(child) is "if" or "unless" or "until" or "till" or "once" or "provided";

    // What is left on the head's side of a clause below it.
    private static (int First, int Last) Without(Dependencies trees, int head, int clause, int first, int last)
    {
        if (clause < 0 || clause == head) return (first, last);
        return clause > head
            ? (first, Math.Min(last, Math.Max(trees.Left(clause), head + 1) - 1))
            : (Math.Max(first, Math.Min(trees.Right(clause), head - 1) + 1), last);
    }

    private static int VerbStart(Dependencies trees, int verb)
    {
        var first = verb;
        foreach (var child in trees.ChildrenOf(verb))
        {
            if (child > verb) break;
            if (trees.Tokens[child].Relation is "advmod" && first == verb && child == verb - 1 && trees.Tokens[child].Lemma is not ("not" or "n't" or "never" or "also" or "already")) first = child;
            if (trees.Tokens[child].Relation is "aux:pass") first = Math.Min(first, child);
        }

        return first;
    }

    private static int CopulaStart(Dependencies trees, int head, int first)
    {
        var copula = trees.Child(head, "cop");
        return copula >= 0 && copula < head ? copula : first;
    }
}
