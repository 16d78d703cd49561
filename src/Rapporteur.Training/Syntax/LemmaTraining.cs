using Rapporteur.Reading;

namespace Rapporteur.Training;

/// <summary>Learns how lemmas follow from words and tags.</summary>
internal static class LemmaTraining
{
    private const int LeastSupport = 2;

    /// <summary>Rules for endings, and exceptions for words that the rules get wrong, as rows for <see cref="Lemmatizer"/>.</summary>
    public static string[] Learn(IEnumerable<TreebankSentence> sentences)
    {
        var lemmas = new SortedDictionary<string, SortedDictionary<string, int>>(StringComparer.Ordinal);
        var edits = new SortedDictionary<string, SortedDictionary<string, int>>(StringComparer.Ordinal);
        foreach (var word in sentences.SelectMany(sentence => sentence.Words))
        {
            if (word.Lemma == "_" || word.Relation == "goeswith") continue;
            var lower = Lower(word.Form);
            var tag = word.Upos + "|" + word.Xpos;
            Count(lemmas, tag + '\t' + lower, word.Lemma);
            var edit = Edit(word.Form, lower, word.Lemma);
            for (var length = 0; length <= Math.Min(Lemmatizer.LongestEnding, lower.Length); length++) Count(edits, tag + '\t' + lower[^length..], edit);
        }

        var rows = new List<string>();
        var best = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, counts) in edits) best[key] = Most(counts);
        foreach (var (key, counts) in edits)
        {
            var edit = best[key];
            var ending = key[(key.IndexOf('\t', StringComparison.Ordinal) + 1)..];
            var shorter = ending.Length == 0 ? null : key[..^ending.Length] + ending[1..];
            if (counts[edit] >= LeastSupport && (shorter is null || Needed(edits, best, key, ending, edit))) rows.Add(key + '\t' + edit);
        }

        var rules = new Lemmatizer([.. rows]);
        foreach (var (key, counts) in lemmas)
        {
            var tab = key.IndexOf('\t', StringComparison.Ordinal);
            var lemma = Most(counts);
            var lower = key[(tab + 1)..];
            if (Lower(rules.Lemma(lower, key[..tab])) != Lower(lemma) || (counts[lemma] >= LeastSupport && rules.Lemma(lower, key[..tab]) != lemma && !SameButCase(rules, lower, key[..tab], lemma))) rows.Add(key + '\t' + lemma);
        }

        return [.. rows];
    }

    /// <summary>Whether the next shorter ending has no rule of its own that says the same, so that this one has to.</summary>
    private static bool Needed(SortedDictionary<string, SortedDictionary<string, int>> edits, Dictionary<string, string> best, string key, string ending, string edit)
    {
        for (var cut = 1; cut <= ending.Length; cut++)
        {
            var shorter = key[..^ending.Length] + ending[cut..];
            if (edits[shorter][best[shorter]] < LeastSupport) continue;
            return best[shorter] != edit;
        }

        return true;
    }

    private static bool SameButCase(Lemmatizer rules, string lower, string tag, string lemma) =>
        string.Equals(rules.Lemma(lower, tag), lemma, StringComparison.OrdinalIgnoreCase);

    private static string Edit(string form, string lower, string lemma)
    {
        var keep = 0;
        while (keep < lower.Length && keep < lemma.Length && char.ToLowerInvariant(lemma[keep]) == lower[keep]) keep++;
        var kept = keep > 0 && lemma[..keep] != lower[..keep] && char.ToLowerInvariant(form[0]) != form[0];
        return $"{lower.Length - keep}\t{lemma[keep..]}\t{(kept ? 1 : 0)}";
    }

    private static string Lower(string form) => string.Create(form.Length, form, static (into, from) =>
    {
        for (var i = 0; i < from.Length; i++) into[i] = Lemmatizer.Typewriter(char.ToLowerInvariant(from[i]));
    });

    private static void Count(SortedDictionary<string, SortedDictionary<string, int>> counts, string key, string value)
    {
        if (!counts.TryGetValue(key, out var values)) counts[key] = values = new(StringComparer.Ordinal);
        values[value] = values.GetValueOrDefault(value) + 1;
    }

    private static string Most(SortedDictionary<string, int> counts)
    {
        var best = "";
        var most = 0;
        foreach (var (value, count) in counts)
            if (count > most) (best, most) = (value, count);
        return best;
    }
}
