using Rapporteur.Domain;
using Rapporteur.Record;

namespace Rapporteur.Cli;

/// <summary>A hit of a search as one JSON object.</summary>
internal static class SearchHitJson
{
    /// <summary>The object.</summary>
    public static string Write(SearchHit hit) => JsonText.Object(json =>
    {
        json.WriteString("kind", hit.Claim is null ? "text" : "claim");
        json.WriteString("published", hit.Document.Published.Value?.Value);
        json.WriteString("document", hit.Document.Id);
        json.WriteString("textId", hit.Document.TextId);
        json.WriteString("source", hit.Document.Source);
        json.WriteString("title", hit.Document.Title);
        json.WriteString("publisher", hit.Document.Publisher);
        json.WriteString("marking", EnumSpelling.Of(hit.Document.Marking));
        json.WriteNumber("start", hit.Span.Start);
        json.WriteNumber("end", hit.Span.End);
        json.WriteString("quote", hit.Quote);
        if (hit.Claim is not { } claim) return;
        json.WritePropertyName("claim");
        ReadingWriter.WriteClaim(json, claim);
    });
}
