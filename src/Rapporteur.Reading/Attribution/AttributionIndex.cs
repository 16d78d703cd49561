using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Looks up whose words a place in a document is. Built once for a document with attributions; attitudes (<see cref="CueClass.Stance"/>) are left out, as nobody is quoted in them.</summary>
public sealed class AttributionIndex
{
    private readonly AnnotatedDocument _document;
    private readonly List<(TextSpan Span, int Attribution, int Length)> _spans = [];
    private readonly int _longest;

    /// <summary>Indexes a document.</summary>
    /// <param name="document">A document with <see cref="AnnotatedDocument.Attributions"/>.</param>
    public AttributionIndex(AnnotatedDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        _document = document;
        for (var i = 0; i < document.Attributions.Length; i++)
        {
            var attribution = document.Attributions[i];
            if (attribution.Class == CueClass.Stance) continue;
            var length = attribution.Content.Sum(span => span.Length);
            foreach (var span in attribution.Content)
            {
                _spans.Add((span, i, length));
                _longest = Math.Max(_longest, span.Length);
            }
        }

        _spans.Sort((a, b) => a.Span.CompareTo(b.Span) is var order and not 0 ? order : a.Attribution.CompareTo(b.Attribution));
    }

    /// <summary>The attributions whose content holds the span, the innermost first; empty where the reporter speaks.</summary>
    /// <param name="span">A span of the text.</param>
    public ImmutableArray<Attribution> Around(TextSpan span)
    {
        var hits = new List<(int Length, int Attribution)>();
        for (var i = FirstFrom(span.End - _longest); i < _spans.Count && _spans[i].Span.Start <= span.Start; i++)
            if (_spans[i].Span.Contains(span)) hits.Add((_spans[i].Length, _spans[i].Attribution));
        if (hits.Count == 0) return [];
        hits.Sort();
        return [.. hits.Select(hit => _document.Attributions[hit.Attribution])];
    }

    /// <summary>The attributions whose content holds the token, the innermost first.</summary>
    /// <param name="token">Index of a token.</param>
    public ImmutableArray<Attribution> Around(int token) => Around(_document.Tokens[token].Span);

    /// <summary>The innermost attribution whose content holds the span and which is not the one with the given cue; null where the reporter speaks.</summary>
    /// <param name="span">A span of the text.</param>
    /// <param name="cueToken">Cue of an attribution to pass over; -1 for none.</param>
    public Attribution? Innermost(TextSpan span, int cueToken = -1) => Around(span).FirstOrDefault(each => each.CueToken != cueToken);

    /// <summary>Whom "I" and "we" mean at a token: the source of the innermost quotation that holds it in quotation marks, else of the innermost attribution; null where that is unknown or the reporter speaks.</summary>
    /// <param name="token">Index of a token.</param>
    public string? Speaker(int token)
    {
        var around = Around(token);
        return (around.FirstOrDefault(each => each.Quoted != Quotation.Indirect) ?? around.FirstOrDefault())?.Source;
    }

    private int FirstFrom(int offset)
    {
        var (low, high) = (0, _spans.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_spans[middle].Span.Start < offset) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
