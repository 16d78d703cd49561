using Rapporteur.Domain;
using Rapporteur.Publishing;

namespace Rapporteur.Web;

/// <summary>A document as lists show it.</summary>
/// <param name="Id">Hash of its bytes.</param>
/// <param name="TextId">Hash of its text.</param>
/// <param name="Title">Headline, else a short name.</param>
/// <param name="Publisher">Publisher; null where unknown.</param>
/// <param name="Published">Day or interval of publication; null where unknown.</param>
/// <param name="Shown">The same in words.</param>
/// <param name="Basis">How it is known.</param>
/// <param name="Reason">For an inferred date, why.</param>
/// <param name="Marking">TLP label.</param>
/// <param name="Source">Path or address as it was given.</param>
/// <param name="Link">The address where it is one of the web; null otherwise.</param>
/// <param name="Grade">Admiralty grade; null where nobody gave one.</param>
/// <param name="Claims">How many claims it has.</param>
/// <param name="Error">Why it was not read; null where it was.</param>
/// <param name="CopyOf">Hash of the text of which it is a copy; null where it is none.</param>
public sealed record SourceItem(
    string Id, string TextId, string Title, string? Publisher, string? Published, string Shown, string Basis, string? Reason, string Marking, string Source, string? Link, string? Grade, int Claims, string? Error, string? CopyOf)
{
    /// <summary>A document of a record.</summary>
    public static SourceItem Of(DocumentReading reading, RecordView view)
    {
        var document = reading.Document;
        var copies = view.Each("copies", v => v.Snapshot.Duplicates.DistinctBy(d => d.Document.Id, StringComparer.Ordinal).ToDictionary(d => d.Document.Id, d => d.Of.TextId, StringComparer.Ordinal));
        return new(
            document.Id, document.TextId, string.IsNullOrWhiteSpace(document.Title) ? PassageMaker.Name(document) : document.Title, document.Publisher, document.Published.Value?.Value, DateWords.Of(document.Published.Value),
            EnumSpelling.Of(document.Published.Basis), document.Published.Reason, Words.Of("marking", document.Marking), document.Source, WebAddress(document.Source), document.Grade?.ToString(), view.ClaimsOf(document.TextId).Count,
            reading.Error?.Message, copies.GetValueOrDefault(document.Id));
    }

    /// <summary>An address of the web; null for anything else, so that no link runs or opens anything.</summary>
    public static string? WebAddress(string source) => Uri.TryCreate(source, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address!.AbsoluteUri : null;
}
