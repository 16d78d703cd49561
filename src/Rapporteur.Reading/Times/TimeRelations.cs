namespace Rapporteur.Reading;

/// <summary>Reads what a preposition makes of a time: "by Friday", "as soon as next week", "no later than May".</summary>
internal sealed class TimeRelations(string text, List<TimeWord> words, TimeVocabulary vocabulary)
{
    private static readonly string[][] Phrases =
    [
        ["as", "soon", "as"], ["as", "early", "as"], ["as", "late", "as"], ["no", "later", "than"], ["not", "later", "than"], ["no", "earlier", "than"],
        ["prior", "to"], ["ahead", "of"], ["as", "of"], ["up", "to"], ["up", "until"],
    ];

    private readonly int _relation = vocabulary.Class("relation");

    internal string? Of(TimeMatch match) => Phrase(match.First, false) ?? Single(match.First) ?? Phrase(match.First, true) ?? (match.First > 0 ? Single(match.First - 1) : null);

    private string? Single(int at) => vocabulary.Is(words[at], text, _relation) ? Form(at) : null;

    // A phrase that ends before the expression or, inside it, begins with it.
    private string? Phrase(int first, bool before)
    {
        foreach (var phrase in Phrases)
        {
            var at = before ? first - phrase.Length : first;
            if (at < 0 || at + phrase.Length > words.Count) continue;
            var same = true;
            for (var i = 0; same && i < phrase.Length; i++) same = text.AsSpan(words[at + i].Start, words[at + i].End - words[at + i].Start).Equals(phrase[i], StringComparison.OrdinalIgnoreCase);
            if (same) return string.Join(' ', phrase);
        }

        return null;
    }

    private string Form(int at) => text[words[at].Start..words[at].End].ToLowerInvariant();
}
