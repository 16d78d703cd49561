namespace Rapporteur.Reading;

/// <summary>Stretches of a sentence by the place of a word in it, for what is told beside the grammar: lists, colons, quotations.</summary>
internal static class FacetStretch
{
    private const string Past = "past:";
    private const string Since = "since:";
    private const int Near = 6;
    private const int SentencesBefore = 3;
    private const int MostSteps = 8;
    private const string Marks = ",;:—–().!?";

    // By name, from the trigger and the first and last token of its sentence.
    private static readonly Dictionary<string, Func<ClaimScene, int, int, int, (int First, int Last)?>> Fixed = new(StringComparer.Ordinal)
    {
        ["after"] = static (scene, trigger, _, last) => Some(trigger + 1, UntilMark(scene, trigger, last)),
        ["ahead"] = static (scene, trigger, first, _) => Some(first, FromMark(scene, trigger, first) - 2),
        ["rest"] = static (_, trigger, _, last) => Some(trigger + 1, last),
        ["before"] = static (scene, trigger, first, _) => Some(FromMark(scene, trigger, first), trigger - 1),
        ["lead"] = static (_, trigger, first, _) => Some(first, trigger - 1),
        ["colon"] = static (scene, trigger, _, last) => AfterColon(scene, trigger, last) is var colon and >= 0 ? Some(colon + 1, last) : null,
        ["quote"] = Quote,
        ["clause"] = static (scene, trigger, first, last) => scene.Trees.VerbalFrom(trigger, MostSteps) is var verb and >= 0 ? Some(Math.Max(first, scene.Trees.Left(verb)), Math.Min(last, scene.Trees.Right(verb))) : Some(first, last),
        ["sentence"] = static (_, _, first, last) => Some(first, last),
        ["around"] = static (scene, trigger, _, last) => Some(scene.Document.Sentences[Math.Max(0, scene.SentenceIndex(trigger) - SentencesBefore)].FirstToken, last),
        ["previous"] = static (scene, trigger, _, _) => Previous(scene, trigger),
        ["left"] = static (_, trigger, first, _) => Some(Math.Max(first, trigger - Near), trigger - 1),
        ["right"] = static (_, trigger, _, last) => Some(trigger + 1, Math.Min(last, trigger + Near)),
        ["next"] = static (_, trigger, _, last) => Some(trigger + 1, Math.Min(last, trigger + 1)),
        ["prev"] = static (_, trigger, first, _) => Some(Math.Max(first, trigger - 1), trigger - 1),
    };

    /// <summary>The name of a stretch; throws <see cref="FormatException"/> where there is none of that name.</summary>
    public static string Checked(string name) =>
        Fixed.ContainsKey(name) || name is "speaker" or "doer" or "named" or "condition" || name.StartsWith(Past, StringComparison.Ordinal) || name.StartsWith(Since, StringComparison.Ordinal) || name.StartsWith(FacetMatcher.Within, StringComparison.Ordinal) || name.StartsWith(FacetMatcher.Giving, StringComparison.Ordinal)
            ? name
            : throw new FormatException($"There is no stretch “{name}”.");

    /// <summary>First and last token of a stretch; null where the sentence has none.</summary>
    public static (int First, int Last)? Of(ClaimScene scene, int trigger, string name)
    {
        var sentence = scene.SentenceOf(trigger);
        var (first, last) = (sentence.FirstToken, sentence.EndToken - 1);
        if (Fixed.TryGetValue(name, out var stretch)) return stretch(scene, trigger, first, last);
        if (name.StartsWith(Since, StringComparison.Ordinal)) return Preceding(scene, trigger, first, name[Since.Length..]) is var start and >= 0 ? Some(start, BeforePhrase(scene, trigger, start)) : null;
        return name.StartsWith(Past, StringComparison.Ordinal) && Following(scene, trigger, last, name[Past.Length..]) is var word and >= 0 ? Some(word + 1, UntilMark(scene, word, last)) : null;
    }

    private static int Preceding(ClaimScene scene, int trigger, int first, string lemma)
    {
        for (var t = trigger - 1; t >= first; t--)
            if (LemmaOf(scene, t) == lemma) return t;
        return -1;
    }

    // The last word before the phrase of the trigger, "as a" and the like left out.
    private static int BeforePhrase(ClaimScene scene, int trigger, int first)
    {
        var t = trigger - 1;
        while (t > first && scene.Tokens[t].Relation is "det" or "case" or "mark" or "amod" && scene.Tokens[t].Head == trigger) t--;
        return t;
    }

    private static int Following(ClaimScene scene, int trigger, int last, string lemma)
    {
        for (var t = trigger + 1; t <= last; t++)
            if (scene.Tokens[t].Lemma == lemma) return t;
        return -1;
    }

    /// <summary>Whether a stretch holds one of the lemmas.</summary>
    public static bool Holds(ClaimScene scene, int trigger, string name, IReadOnlySet<string> lemmas)
    {
        if (Of(scene, trigger, name) is not var (first, last)) return false;
        for (var t = first; t <= last; t++)
            if (t != trigger && lemmas.Contains(LemmaOf(scene, t))) return true;
        return false;
    }

    /// <summary>Lemma of a token in lower case.</summary>
    public static string LemmaOf(ClaimScene scene, int token) =>
        scene.Tokens[token].Upos == "PROPN" ? scene.Tokens[token].Lemma.ToLowerInvariant() : scene.Tokens[token].Lemma;

    // The sentence before, where it stands in the same part of the text.
    private static (int First, int Last)? Previous(ClaimScene scene, int trigger)
    {
        var index = scene.SentenceIndex(trigger);
        if (index == 0 || scene.Document.Sentences[index - 1].Zone != scene.Document.Sentences[index].Zone) return null;
        var before = scene.Document.Sentences[index - 1];
        var last = before.EndToken - 1;
        while (last > before.FirstToken && scene.Tokens[last].Upos == "PUNCT") last--;
        return Some(before.FirstToken, last);
    }

    private static (int First, int Last)? Some(int first, int last) => first <= last ? (first, last) : null;

    private static bool IsMark(ClaimScene scene, int token) => scene.Document.Form(token) is var form && (form is "--" || (form.Length == 1 && Marks.Contains(form[0], StringComparison.Ordinal)));

    private static int UntilMark(ClaimScene scene, int trigger, int last)
    {
        var t = trigger;
        while (t < last && !IsMark(scene, t + 1)) t++;
        return t;
    }

    private static int FromMark(ClaimScene scene, int trigger, int first)
    {
        var t = trigger;
        while (t > first && !IsMark(scene, t - 1) && scene.AttributionAt(t - 1) == scene.AttributionAt(trigger)) t--;
        return t;
    }

    private static int AfterColon(ClaimScene scene, int trigger, int last)
    {
        for (var t = trigger + 1; t < last; t++)
            if (scene.Document.Form(t) is ":" or "—" or "–" or "--") return t;
        return -1;
    }

    // The first quotation after the word, else the last before it.
    private static (int First, int Last)? Quote(ClaimScene scene, int trigger, int first, int last)
    {
        for (var t = trigger + 1; t <= last; t++)
            if (scene.Quoted[t]) return (t, EndOfQuote(scene, t, last));
        for (var t = trigger - 1; t >= first; t--)
        {
            if (!scene.Quoted[t]) continue;
            var start = t;
            while (start > first && scene.Quoted[start - 1]) start--;
            return (start, t);
        }

        return null;
    }

    private static int EndOfQuote(ClaimScene scene, int start, int last)
    {
        var t = start;
        while (t < last && scene.Quoted[t + 1]) t++;
        return t;
    }
}
