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

    // From the last sentence's end before the licence on; "CC BY 4.0" ends no sentence.
    private string? Credit(string caption)
    {
        var words = string.Join(' ', caption.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        for (var start = 0; start < words.Length;)
        {
            var end = start + CreditPhrases.End(words.AsSpan(start));
            var sentence = words[start..end].Trim();
            var folded = LineCues.Fold(sentence);
            if (cues.Holds("mark", folded) || cues.Holds("contain", folded)) return sentence.Length > LongestCredit ? null : sentence.TrimEnd('.').Trim('(', ')', '[', ']');
            start = end;
        }

        return null;
    }
}
