using System.Globalization;
using Rapporteur.Domain;
using Rapporteur.Plugs;
using Rapporteur.Reading;
using Rapporteur.Record;

namespace Rapporteur.Cli;

/// <summary>Keeps, reads and remembers the pages that feeds lead to.</summary>
/// <param name="record">The record as the call names it.</param>
/// <param name="shelf">Where pages are kept.</param>
/// <param name="messages">Names what is left out.</param>
/// <param name="pipeline">Loads the reader when the first page comes.</param>
/// <param name="clock">The clock.</param>
/// <param name="cancel">Stops the reading.</param>
internal sealed class FollowDesk(string record, FollowShelf shelf, Messages messages, Func<ReadingPipeline> pipeline, TimeProvider clock, CancellationToken cancel)
{
    private readonly Lazy<ReadingPipeline> _pipeline = new(pipeline);
    private readonly Dictionary<Appended, int> _counts = [];
    private int _same;

    /// <summary>Takes a page: keeps it as it came, and adds it to the record unless its text is the known one.</summary>
    /// <returns>The hash of its text; null where it holds none.</returns>
    public string? Take(FollowedPage page, string? known)
    {
        if (page.Fetched is { } fetched) shelf.Keep(fetched);
        var source = new SourceReader(new SourceOptions { Marking = page.Feed.Marking }).ReadPage(page.Page, cancel);
        messages.Noted(source);
        if (source.IsSkipped) return null;
        if (source.Document?.TextId is { } text && text == known)
        {
            // Only what surrounds the text is another one: an advertisement, a counter.
            _same++;
            return known;
        }

        // Opened for each page alone: whoever reads or adds meanwhile finds the record free.
        using var ledger = Ledger.OpenOrCreate(record, LedgerHost.System with { Clock = clock });
        if (source.Document is { } document) source = source with { Document = new KnownDocuments(ledger).Recall(document) };
        var reading = source.IsReadable ? _pipeline.Value.Read(source.Document!, cancel) : new DocumentReading { Document = source.DocumentOrStub(), Reader = _pipeline.Value.Identity, Error = source.Error };
        messages.Check(reading);
        var writer = new RecordWriter(ledger, messages);
        writer.Add(reading);
        writer.Flush();
        foreach (var outcome in Enum.GetValues<Appended>()) _counts[outcome] = _counts.GetValueOrDefault(outcome) + writer[outcome];
        return source.Document?.TextId;
    }

    /// <summary>What came in since the last time this was asked.</summary>
    public string Told()
    {
        var told = string.Create(CultureInfo.InvariantCulture, $"{Count(Appended.Added)} added, {Count(Appended.Replaced)} read anew, {Count(Appended.Unchanged) + _same} known, {messages.LeftOut} left out");
        _counts.Clear();
        _same = 0;
        return told;
    }

    private int Count(Appended outcome) => _counts.GetValueOrDefault(outcome);
}
