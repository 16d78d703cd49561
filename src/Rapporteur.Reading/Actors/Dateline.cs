using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Place, day and agency before the dash with which a report begins: "OSTAVA, March 3 (Northern Wire) — The council …". Whoever is named there is no actor.</summary>
internal static class Dateline
{
    private const int Longest = 18, ShortestCapitals = 3;

    /// <summary>The first token behind the dateline of a sentence; its first token where it has none.</summary>
    public static int End(Scene scene, Sentence sentence)
    {
        var first = sentence.FirstToken;
        if (sentence.Zone == ZoneKind.Title || !OpensParagraph(scene, sentence) || !char.IsUpper(scene.Document.Form(first)[0])) return first;
        var marked = IsCapitals(scene.Document.Form(first)) && !IsBody(scene, sentence);
        for (var i = first + 1; i < Math.Min(sentence.EndToken - 2, first + Longest); i++)
        {
            var form = scene.Document.Form(i);
            if (form is "—" or "–" or "--" or "-")
            {
                if (Spaced(scene, i)) return marked ? i + 1 : first;
                continue;
            }

            if (form is "(" || (char.IsDigit(form[0]) && scene.Lexicon.Words.IsCalendar(scene.Lower(i - 1))) || (char.IsDigit(scene.Document.Form(i - 1)[0]) && scene.Lexicon.Words.IsCalendar(scene.Lower(i)))) marked = true;
            if (!char.IsUpper(form[0]) && !char.IsDigit(form[0]) && form is not ("," or "." or "(" or ")" or "/" or "and" or "de" or "del" or "la")) return first;
        }

        return first;
    }

    private static bool OpensParagraph(Scene scene, Sentence sentence)
    {
        if (sentence.FirstToken == 0) return true;
        var text = scene.Document.Text.AsSpan(scene.Tokens[sentence.FirstToken - 1].Span.End, sentence.Span.Start - scene.Tokens[sentence.FirstToken - 1].Span.End);
        return text.Contains('\n');
    }

    private static bool IsCapitals(ReadOnlySpan<char> word)
    {
        foreach (var letter in word)
            if (!char.IsUpper(letter) && letter is not ('.' or '\'' or '’')) return false;
        return word.Length >= ShortestCapitals;
    }

    private static bool IsBody(Scene scene, Sentence sentence) =>
        scene.World.At(scene.Document.Text, sentence.Span.Start, sentence.Span.End) is { } match && match.Namings[0].Entry is { Kind: ActorKind.Organisation or ActorKind.Group };

    private static bool Spaced(Scene scene, int dash) =>
        scene.Document.Form(dash) is "—" or "--" || (scene.Tokens[dash - 1].Span.End < scene.Tokens[dash].Span.Start && scene.Tokens[dash].Span.End < scene.Tokens[dash + 1].Span.Start);
}
