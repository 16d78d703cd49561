using System.Collections.Frozen;
using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>What a record knows of documents that are read again: a day of publication that somebody ruled; and, where the new reading says nothing of it, the day that was given, the marking and the grade.
/// So a text that is read again without its marking does not lose it. Thread-safe; the ledger is asked by nobody else meanwhile.</summary>
public sealed class KnownDocuments
{
    private readonly Lock _lock = new();
    private readonly Ledger _ledger;
    private readonly FrozenDictionary<string, PublicationDate> _dates;

    /// <summary>What a record knows now.</summary>
    /// <param name="ledger">The record.</param>
    public KnownDocuments(Ledger ledger)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        _ledger = ledger;
        _dates = DocumentRulings.Dates(RulingBook.Of(ledger.Rulings())).ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>The document with what is known of it; the same where it is new.</summary>
    /// <param name="document">A document as it came, not yet read.</param>
    public SourceDocument Recall(SourceDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        if (document.Text.Length == 0) return document;
        DocumentReading? before;
        lock (_lock) before = _ledger.ReadingsOf(document.TextId).FirstOrDefault(r => r.Document.Id == document.Id);
        if (before?.Document is { } known)
            document = document with
            {
                Published = document.Published.Basis == DateBasis.Unknown && known.Published is { Basis: DateBasis.Given, Reason: null } ? known.Published : document.Published,
                Marking = document.Marking == Marking.Unmarked ? known.Marking : document.Marking,
                Grade = document.Grade ?? known.Grade,
            };
        return _dates.TryGetValue(document.Id, out var ruled) ? document with { Published = ruled } : document;
    }
}
