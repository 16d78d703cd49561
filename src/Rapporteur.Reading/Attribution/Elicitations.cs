namespace Rapporteur.Reading;

/// <summary>Tells the participles with which others draw words from somebody, where tag or tree took them for the speaker's own verb: "Asked whether …, he said", "the colonel, asked about it, replied", "she answered when asked if …".</summary>
internal sealed class Elicitations(ReportContext context)
{
    /// <summary>Whether the token is such a participle.</summary>
    /// <param name="verb">A verb.</param>
    public bool IsOne(int verb)
    {
        if (context.Token(verb).Xpos is not ("VBN" or "VBD" or "JJ") || !context.Lexicon.Eliciting.Contains(context.Trees.Lower(verb)) && !context.Is(verb, "asked")) return false;
        var first = context.Words(context.Sentence(verb)).First;
        if (verb == first) return true;
        var before = verb - 1;
        if (context.Is(before, "when") || context.Is(before, "if") || context.Is(before, "once") || context.Is(before, "being") || context.Is(before, "repeatedly") && before > first && context.Is(before - 1, "when")) return true;
        if (before < 1 || context.FirstChar(before) is not (',' or '—' or '–') || verb + 1 >= context.Sentence(verb).EndToken) return false;
        if (context.Is(verb + 1, "him") || context.Is(verb + 1, "her") || context.Is(verb + 1, "them")) return false;
        return IsClosed(verb) && context.Token(before - 1).Upos is "PROPN" or "NOUN" or "PRON";
    }

    /// <summary>Whether a comma with a finite verb behind it follows: "the colonel, asked about it, replied".</summary>
    private bool IsClosed(int verb)
    {
        var end = Math.Min(context.Sentence(verb).EndToken, verb + 30);
        for (var at = verb + 1; at + 1 < end; at++)
        {
            if (context.FirstChar(at) is not (',' or '—' or '–')) continue;
            var next = at + 1;
            while (next < end - 1 && context.Token(next).Upos == "ADV") next++;
            return context.Token(next).Xpos is "VBD" or "VBZ" or "VBP" or "MD";
        }

        return false;
    }
}
