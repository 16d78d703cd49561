using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>What a document is known by: the hash of its bytes; where they could not be read, the hash of its source.</summary>
internal static class DocumentKey
{
    internal static string Of(SourceDocument document) => document.Id.Length > 0 ? document.Id : ContentHash.Of("source:" + document.Source);
}
