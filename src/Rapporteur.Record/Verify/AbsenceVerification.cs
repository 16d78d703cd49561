namespace Rapporteur.Record;

/// <summary>Checks what the table of absent contents says, as far as the events tell: that what is called absent is, and why.</summary>
/// <param name="contents">The contents.</param>
/// <param name="own">Id of the record's own chain, of which nothing ever stays behind.</param>
internal sealed class AbsenceVerification(ContentStore contents, string own)
{
    /// <summary>What the events do not bear out.</summary>
    /// <param name="rows">Every event.</param>
    /// <param name="why">The table: event, reason.</param>
    internal IEnumerable<Difference> Of(List<EventRow> rows, Dictionary<string, string> why)
    {
        var events = new Dictionary<string, (EventRow Row, LedgerEvent Happened)>(StringComparer.Ordinal);
        var withdrawn = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            if (Parsed(row) is not { } happened) continue;
            events[row.Id] = (row, happened);
            if (happened is DocumentWithdrawn) withdrawn.UnionWith(happened.Follows);
        }

        foreach (var (id, reason) in why)
        {
            if (reason is not ("withdrawn" or "marking")) yield return Wrong("withdrawn or marking", $"{id} {reason}");
            else if (!events.TryGetValue(id, out var absent))
            {
                if (!withdrawn.Contains(id)) yield return Wrong("an event that is there", id);
            }
            else if (withdrawn.Contains(id) && reason != "withdrawn") yield return Wrong($"{id} withdrawn", reason);
            else if (absent.Row.Ledger == own && reason == "marking") yield return Wrong("the contents of what this record added itself", id);
            else if (References(absent.Happened).All(r => contents.Has(r.Reference))) yield return Wrong("no row of an event whose contents are there", id);
        }
    }

    /// <summary>The contents to which an event refers.</summary>
    internal static (string What, string Reference)[] References(LedgerEvent happened) => happened switch
    {
        DocumentEvent document => [("source", document.Source), ("text", document.Text), ("reading", document.Reading)],
        RulingMade made => [("body", made.Body)],
        _ => [],
    };

    /// <summary>The event of a row; null where it cannot be read.</summary>
    internal static LedgerEvent? Parsed(EventRow row)
    {
        try
        {
            return EventPayload.Parse(row);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static Difference Wrong(string expected, string found) => new(DifferenceKind.Projection, "the table absent", expected, found);
}
