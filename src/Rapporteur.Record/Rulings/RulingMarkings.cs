using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>Which rulings may be shown under a limit: one is as strict as the strictest document with the text to which it belongs; one that belongs to no text that is here counts as unmarked.</summary>
internal static class RulingMarkings
{
    /// <summary>The rulings that may be shown, in their order.</summary>
    /// <param name="rulings">Rulings.</param>
    /// <param name="store">The record.</param>
    /// <param name="limit">Strictest marking that may be shown.</param>
    /// <param name="unmarked">What unmarked documents count as.</param>
    internal static List<Ruling> Within(List<Ruling> rulings, RecordStore store, Marking limit, Marking unmarked)
    {
        var markings = new StandingMarkings(store, limit, unmarked);
        var texts = store.Sql.All($"SELECT v.text, {StandingMarkings.Columns} FROM version v {StandingMarkings.Joins}",
                row => (Text: row.GetString(0), Strictness: StandingMarkings.Strictness(row, 1), Present: row.GetString(2)))
            .GroupBy(v => v.Text, StringComparer.Ordinal).ToDictionary(v => v.Key, v => v.All(d => markings.Shows(d.Strictness, d.Present)), StringComparer.Ordinal);
        var untold = (unmarked == Marking.Unmarked ? Marking.Amber : unmarked).IsWithin(limit);
        return rulings.FindAll(r => r.TextId is { } text && texts.TryGetValue(text, out var shown) ? shown : untold);
    }
}
