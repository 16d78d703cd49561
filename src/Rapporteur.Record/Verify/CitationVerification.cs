using System.Globalization;
using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>Compares citations, such as those of a brief, with the texts that they cite.</summary>
public static class CitationVerification
{
    /// <summary>Every citation that does not hold, in the order given; empty when all do.</summary>
    /// <param name="citations">Citations to check.</param>
    /// <param name="text">Gives the document with a text id; null where it is not at hand, which is a difference.</param>
    public static IReadOnlyList<Difference> Check(IEnumerable<Citation> citations, Func<string, SourceDocument?> text)
    {
        ArgumentNullException.ThrowIfNull(citations);
        ArgumentNullException.ThrowIfNull(text);
        var found = new List<Difference>();
        foreach (var citation in citations)
        {
            if (text(citation.TextId) is not { } document) found.Add(new(DifferenceKind.Missing, Place(citation.TextId, citation.Span), Quoted(citation.Quote), ""));
            else if (ContentHash.Of(document.Text) is var hash && hash != citation.TextId) found.Add(new(DifferenceKind.Content, $"text of {document.Source}", citation.TextId, hash));
            else if (Check(citation, document.Source, document.Text) is { } difference) found.Add(difference);
        }

        return found;
    }

    /// <summary>The same against the documents of a snapshot or a folder.</summary>
    /// <param name="citations">Citations to check.</param>
    /// <param name="documents">The documents.</param>
    public static IReadOnlyList<Difference> Check(IEnumerable<Citation> citations, IEnumerable<SourceDocument> documents)
    {
        ArgumentNullException.ThrowIfNull(documents);
        var texts = new Dictionary<string, SourceDocument>(StringComparer.Ordinal);
        foreach (var document in documents) texts.TryAdd(document.TextId, document);
        return Check(citations, texts.GetValueOrDefault);
    }

    internal static Difference? Check(Citation citation, string source, string text)
    {
        var span = citation.Span;
        var where = Place(source, span);
        if (span.Start < 0 || span.End < span.Start || span.End > text.Length)
            return new(DifferenceKind.Span, where, string.Create(CultureInfo.InvariantCulture, $"offsets inside {text.Length} UTF-16 units"), Quoted(citation.Quote));
        var words = span.Slice(text);
        return words == citation.Quote ? null : new(DifferenceKind.Quote, where, Quoted(citation.Quote), Quoted(words));
    }

    private static string Place(string source, TextSpan span) => string.Create(CultureInfo.InvariantCulture, $"{source} [{span.Start}, {span.End})");

    private static string Quoted(string words) => $"\"{words}\"";
}
