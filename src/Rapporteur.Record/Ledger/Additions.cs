using System.Text;
using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>A reading with what is worked out before it is added.</summary>
/// <param name="Reading">The reading.</param>
/// <param name="Document">Key of its document.</param>
/// <param name="Stored">Its stored form.</param>
/// <param name="Hash">SHA-256 of the stored form.</param>
internal sealed record Incoming(DocumentReading Reading, string Document, byte[] Stored, string Hash)
{
    internal static Incoming Of(DocumentReading reading)
    {
        var stored = ReadingWriter.ToStoredUtf8(reading);
        return new(reading, DocumentKey.Of(reading.Document), stored, ContentHash.Of(stored));
    }
}

/// <summary>Adds readings to the ledger's own chain.</summary>
internal sealed class Additions(string ledger, TimeProvider clock, ContentStore contents, EventLog events, Projections projections, Withdrawals withdrawals)
{
    /// <summary>Whether no reading changes anything; the outcomes are set then.</summary>
    internal bool AreKnown(IReadOnlyList<Incoming> readings, Appended[] outcome)
    {
        for (var i = 0; i < outcome.Length; i++)
        {
            if (Known(readings[i]) is not { } known) return false;
            outcome[i] = known;
        }

        return true;
    }

    /// <summary>Adds one; runs inside a transaction of the caller.</summary>
    internal Appended Add(Incoming incoming)
    {
        if (Known(incoming) is { } known) return known;
        var (reading, document) = (incoming.Reading, incoming.Document);
        var heads = projections.Heads(document);
        var (sourceBytes, textBytes) = (Encoding.UTF8.GetBytes(reading.Document.Source), Encoding.UTF8.GetBytes(reading.Document.Text));
        var (sourceHash, textHash) = (ContentHash.Of(sourceBytes), ContentHash.Of(textBytes));
        var (source, text, body) = (contents.Put(sourceBytes, sourceHash), contents.Put(textBytes, textHash), contents.Put(incoming.Stored, incoming.Hash));
        DocumentEvent happened = reading.Error is { } error
            ? new DocumentLeftOut { Follows = [.. heads], Source = source, Text = text, Reading = body, Code = error.Code }
            : new DocumentRead { Follows = [.. heads], Source = source, Text = text, Reading = body, Reader = reading.Reader };
        var row = events.Append(ledger, clock.GetUtcNow(), happened);
        projections.Follow(row.Id, row.Recorded, heads);
        projections.Learn(row.Id, row.Recorded, reading.Document, sourceHash, textHash, incoming.Hash);
        projections.Settle(document, reading);
        return heads.Count == 0 ? Appended.Added : Appended.Replaced;
    }

    private Appended? Known(Incoming incoming) =>
        projections.Current(incoming.Document) is { } current && (current.Reading == incoming.Hash || IsExport(incoming.Reading, current.Event)) ? Appended.Unchanged
        : withdrawals.Covers(incoming.Reading.Document) ? Appended.Withdrawn
        : null;

    // The interchange format has no sentences: what comes back from an export replaces nothing that says more.
    private bool IsExport(DocumentReading reading, string current) =>
        reading.Sentences.IsDefaultOrEmpty && projections.Version(current) is { } known && ReadingWriter.ToUtf8(known).AsSpan().SequenceEqual(ReadingWriter.ToUtf8(reading));
}
