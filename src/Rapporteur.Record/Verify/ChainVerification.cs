using System.Globalization;

namespace Rapporteur.Record;

/// <summary>Checks chains from their rows alone: every place, every link, every hash, every payload.</summary>
internal static class ChainVerification
{
    /// <summary>What is wrong, in the order of the rows.</summary>
    /// <param name="rows">Rows by ledger, then sequence.</param>
    internal static List<Difference> Of(IReadOnlyList<EventRow> rows)
    {
        var found = new List<Difference>();
        var (ledger, sequence, previous) = ("", 0L, "");
        foreach (var row in rows)
        {
            if (row.Ledger != ledger) (ledger, sequence, previous) = (row.Ledger, 0, "");
            var where = Name(row);
            if (row.Sequence != sequence + 1)
                found.Add(new(DifferenceKind.Chain, where, string.Create(CultureInfo.InvariantCulture, $"event {sequence + 1}"), where));
            if (row.Previous != previous) found.Add(new(DifferenceKind.Chain, where, $"to follow {Shown(previous)}", Shown(row.Previous)));
            var id = EventPayload.Id(row.Ledger, row.Sequence, row.Previous, row.Recorded, row.Kind, row.Payload);
            if (id != row.Id) found.Add(new(DifferenceKind.Event, where, row.Id, id));
            if (Fault(row) is { } fault) found.Add(new(DifferenceKind.Event, where, "a payload that can be read", fault));
            (sequence, previous) = (row.Sequence, row.Id);
        }

        return found;
    }

    /// <summary>How a difference names an event.</summary>
    internal static string Name(EventRow row) => string.Create(CultureInfo.InvariantCulture, $"event {row.Sequence} of ledger {row.Ledger}");

    private static string? Fault(EventRow row)
    {
        try
        {
            var happened = EventPayload.Parse(row);
            if (happened is RulingMade made && Domain.Ruling.IdOf(made.Key, made.Verdict, made.Author, made.Time, made.Follows) is var id && id != made.Ruling) return $"a ruling with the id {made.Ruling} instead of {id}";
            return EventPayload.Write(happened) == row.Payload ? null : "a payload that is not spelled canonically";
        }
        catch (FormatException e)
        {
            return e.Message;
        }
    }

    private static string Shown(string id) => id.Length == 0 ? "the beginning" : id;
}
