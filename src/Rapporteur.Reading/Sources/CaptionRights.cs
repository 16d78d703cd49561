using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Licences of pictures, as their captions give them: the sentence that names the licence, credit included, since most licences ask for it. Thread-safe.</summary>
internal sealed class CaptionRights(LineCues cues)
{
    private const string Picture = "picture: ";
    private const int LongestCredit = 200;

    /// <summary>The rights of an article with those of its pictures behind them; null for none.</summary>
    /// <param name="own">What is known of the article's own.</param>
    /// <param name="text">The text.</param>
    /// <param name="zones">Its zones.</param>
    public string? With(string? own, string text, ImmutableArray<Zone> zones)
    {
        var rights = own;
        foreach (var zone in zones)
        {
            if (zone.Kind != ZoneKind.Caption || Credit(zone.Span.Slice(text)) is not { } credit || rights?.Contains(credit, StringComparison.Ordinal) == true) continue;
            rights = rights is null ? Picture + credit : $"{rights}; {Picture}{credit}";
        }

        return rights;
    }

    // A full stop behind a single letter is part of a name.
    private static int End(string words, int start)
    {
        for (var stop = words.IndexOf(". ", start, StringComparison.Ordinal); stop >= 0; stop = words.IndexOf(". ", stop + 1, StringComparison.Ordinal))
            if (stop < 2 || char.IsLetterOrDigit(words[stop - 2])) return stop + 1;
        return words.Length;
    }

    // From the last sentence's end before the licence on; "CC BY 4.0" ends no sentence.
    private string? Credit(string caption)
    {
        var words = string.Join(' ', caption.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        for (var start = 0; start < words.Length;)
        {
            var end = End(words, start);
            var sentence = words[start..end].Trim();
            if (cues.Holds("contain", LineCues.Fold(sentence))) return sentence.Length > LongestCredit ? null : sentence.TrimEnd('.').Trim('(', ')', '[', ']');
            start = end;
        }

        return null;
    }
}
