using System.Globalization;
using System.Text;
using System.Text.Json;
using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>Checks a record from its rows alone: every link, every hash, every quote, and every table that was worked out.</summary>
/// <param name="store">The record.</param>
/// <param name="contents">Its contents.</param>
/// <param name="rulings">Its rulings known on a day, under a limit, where unmarked documents count as something.</param>
/// <param name="limit">Strictest marking of which words are told; what is wrong above it is named by its event alone.</param>
/// <param name="unmarked">What unmarked documents count as; AMBER where it is <see cref="Marking.Unmarked"/>.</param>
internal sealed class LedgerVerification(RecordStore store, ContentStore contents, Func<DateOnly?, Marking, Marking, IReadOnlyList<Ruling>> rulings, Marking limit = Marking.Red, Marking unmarked = Marking.Unmarked)
{
    private readonly List<Difference> _found = [];
    private HashSet<string>? _shown;

    /// <summary>Every difference; empty when all is well.</summary>
    /// <param name="head">Id of an event that has to be there; null for none.</param>
    internal IReadOnlyList<Difference> Run(string? head)
    {
        try
        {
            foreach (var fault in store.Faults()) _found.Add(new(DifferenceKind.File, store.Place, "a sound file", fault));
            Check(head);
        }
        catch (Exception e) when (RecordStore.IsDamage(e))
        {
            _found.Add(new(DifferenceKind.File, store.Place, "cells that hold what they should", e.Message));
        }

        return _found;
    }

    private void Check(string? head)
    {
        var rows = new EventLog(store.Sql).All();
        _found.AddRange(ChainVerification.Of(rows));
        if (head is not null && rows.TrueForAll(row => row.Id != head)) _found.Add(new(DifferenceKind.Chain, "the end of the chain", head, ""));
        ContentVerification.Of(contents, _found);
        var absent = Absent(rows);
        _shown = new StandingMarkings(store, limit, unmarked).Shown();
        var (expected, shelf) = (new ProjectionVerification(store), new ShelfVerification(store));
        foreach (var row in rows)
        {
            if (AbsenceVerification.Parsed(row) is not { } happened) continue;
            References(row, happened, absent);
            expected.Take(row, happened);
            if (happened is not DocumentEvent document || Load(document) is not { } kept) continue;
            var reading = Checked(row, kept.Source, kept.Text, kept.Reading);
            expected.Take(row, document, reading, kept.Hashes);
            if (reading is not null) shelf.Take(row.Id, reading, _found);
        }

        expected.Compare(_found);
        shelf.Snapshots(rulings, _found);
    }

    /// <summary>References of events that have no content although nothing says why.</summary>
    internal static IEnumerable<Difference> Missing(RecordStore store, ContentStore contents, IEnumerable<EventRow> rows)
    {
        var check = new LedgerVerification(store, contents, (_, _, _) => []);
        var all = rows.ToList();
        var absent = check.Absent(all);
        foreach (var row in all)
            if (AbsenceVerification.Parsed(row) is { } happened) check.References(row, happened, absent);
        return check._found;
    }

    private HashSet<string> Absent(List<EventRow> rows)
    {
        var why = store.Sql.All("SELECT event, why FROM absent", row => (row.GetString(0), row.GetString(1))).ToDictionary(a => a.Item1, a => a.Item2, StringComparer.Ordinal);
        _found.AddRange(new AbsenceVerification(contents, OwnLedger()).Of(rows, why));
        return [.. why.Keys];
    }

    // The row beside the chains; its id, or empty where there is not one row.
    private string OwnLedger()
    {
        var own = store.Sql.All("SELECT id, created FROM ledger", row => (Id: row.GetString(0), Created: row.GetString(1)));
        if (own.Count != 1) _found.Add(new(DifferenceKind.Chain, "the table ledger", "one row", own.Count.ToString(CultureInfo.InvariantCulture)));
        foreach (var (id, created) in own)
            if (LedgerId.Fault(id, created) is { } fault) _found.Add(new(DifferenceKind.Chain, "the table ledger", "the row of this record", fault));
        return own is [var one] ? one.Id : "";
    }

    private void References(EventRow row, LedgerEvent happened, HashSet<string> absent)
    {
        if (absent.Contains(row.Id)) return;
        foreach (var (what, reference) in AbsenceVerification.References(happened))
            if (!contents.Has(reference)) _found.Add(new(DifferenceKind.Missing, $"{ChainVerification.Name(row)}, {what}", reference, ""));
    }

    private (string Source, string Text, byte[] Reading, (string Source, string Text, string Reading) Hashes)? Load(DocumentEvent happened)
    {
        if (contents.Get(happened.Source) is not { } source || contents.Get(happened.Text) is not { } text || contents.Get(happened.Reading) is not { } reading) return null;
        return (Encoding.UTF8.GetString(source), Encoding.UTF8.GetString(text), reading,
            (contents.Key(happened.Source)!.Value.Hash, contents.Key(happened.Text)!.Value.Hash, contents.Key(happened.Reading)!.Value.Hash));
    }

    // The reading; null, and named, where it cannot be read.
    private DocumentReading? Checked(EventRow row, string source, string text, byte[] reading)
    {
        void Add(Difference difference) => _found.Add(_shown?.Contains(row.Id) == false ? difference with { Where = ChainVerification.Name(row), Expected = "what was kept", Found = "something else" } : difference);
        try
        {
            using var json = JsonDocument.Parse(reading);
            var textId = json.RootElement.GetProperty("document").GetProperty("textId").GetString() ?? "";
            if (textId.Length > 0 && ContentHash.Of(text) is var hash && hash != textId) Add(new(DifferenceKind.Content, $"text of {source}", textId, hash));
            var facets = json.RootElement.TryGetProperty("facets", out var beside) ? beside.EnumerateArray() : default;
            foreach (var claim in json.RootElement.GetProperty("claims").EnumerateArray().Concat(facets))
            {
                var evidence = claim.GetProperty("evidence");
                var citation = new Citation(textId, new(evidence.GetProperty("start").GetInt32(), evidence.GetProperty("end").GetInt32()), claim.GetProperty("quote").GetString() ?? "");
                if (CitationVerification.Check(citation, source, text) is { } difference) Add(difference);
            }

            if (ReadingReader.ReadStored(reading, text, source).Reading is { } read) return read;
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            // Named below.
        }

        Add(new(DifferenceKind.Content, $"reading of {source}", "a reading in the stored form", "something else"));
        return null;
    }
}
