using System.Globalization;
using System.Text;
using System.Text.Json;
using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>Checks a ledger from its rows alone: every link, every hash, every quote.</summary>
internal static class LedgerVerification
{
    internal static IReadOnlyList<Difference> Run(string ledger, IReadOnlyList<EventRow> rows, IReadOnlyList<(string Reference, string Hash, byte[] Salt, byte[] Body)> contents)
    {
        var found = new List<Difference>();
        Chain(ledger, rows, found);
        var bodies = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var (reference, hash, salt, body) in contents)
        {
            bodies[reference] = body;
            if (ContentStore.Reference(salt, body) is var sealedAs && sealedAs != reference) found.Add(new(DifferenceKind.Content, $"content {reference}", reference, sealedAs));
            if (ContentHash.Of(body) is var hashed && hashed != hash) found.Add(new(DifferenceKind.Content, $"content {reference}", hash, hashed));
        }

        foreach (var row in rows) Document(row, bodies, found);
        return found;
    }

    private static void Chain(string ledger, IReadOnlyList<EventRow> rows, List<Difference> found)
    {
        var (sequence, previous) = (0L, "");
        foreach (var row in rows)
        {
            var where = $"event {row.Sequence}";
            if (row.Sequence != sequence + 1)
                found.Add(new(DifferenceKind.Chain, where, string.Create(CultureInfo.InvariantCulture, $"event {sequence + 1}"), where));
            if (row.Ledger != ledger) found.Add(new(DifferenceKind.Chain, where, $"ledger {ledger}", $"ledger {row.Ledger}"));
            if (row.Previous != previous) found.Add(new(DifferenceKind.Chain, where, $"to follow {Shown(previous)}", Shown(row.Previous)));
            var id = EventPayload.Id(row.Ledger, row.Sequence, row.Previous, row.Recorded, row.Kind, row.Payload);
            if (id != row.Id) found.Add(new(DifferenceKind.Event, where, row.Id, id));
            (sequence, previous) = (row.Sequence, row.Id);
        }
    }

    private static void Document(EventRow row, Dictionary<string, byte[]> bodies, List<Difference> found)
    {
        DocumentEvent happened;
        try
        {
            if (EventPayload.Parse(row) is not DocumentEvent document) return;
            happened = document;
        }
        catch (FormatException e)
        {
            found.Add(new(DifferenceKind.Event, $"event {row.Sequence}", "a payload that can be read", e.Message));
            return;
        }

        var complete = true;
        foreach (var (what, reference) in new[] { ("source", happened.Source), ("text", happened.Text), ("reading", happened.Reading) })
        {
            if (bodies.ContainsKey(reference)) continue;
            complete = false;
            found.Add(new(DifferenceKind.Missing, $"event {row.Sequence}, {what}", reference, ""));
        }

        if (complete) Quotes(Encoding.UTF8.GetString(bodies[happened.Source]), Encoding.UTF8.GetString(bodies[happened.Text]), bodies[happened.Reading], found);
    }

    private static void Quotes(string source, string text, byte[] reading, List<Difference> found)
    {
        try
        {
            using var json = JsonDocument.Parse(reading);
            var textId = json.RootElement.GetProperty("document").GetProperty("textId").GetString() ?? "";
            var facets = json.RootElement.TryGetProperty("facets", out var told) ? told.EnumerateArray() : default;
            var citations = json.RootElement.GetProperty("claims").EnumerateArray().Concat(facets).Select(c => new Citation(
                textId,
                new(c.GetProperty("evidence").GetProperty("start").GetInt32(), c.GetProperty("evidence").GetProperty("end").GetInt32()),
                c.GetProperty("quote").GetString() ?? ""));
            if (textId.Length > 0 && ContentHash.Of(text) is var hash && hash != textId) found.Add(new(DifferenceKind.Content, $"text of {source}", textId, hash));
            found.AddRange(citations.Select(c => CitationVerification.Check(c, source, text)).OfType<Difference>());
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            found.Add(new(DifferenceKind.Content, $"reading of {source}", "a reading in the stored form", "something else"));
        }
    }

    private static string Shown(string id) => id.Length == 0 ? "the beginning" : id;
}
