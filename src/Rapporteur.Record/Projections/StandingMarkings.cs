using System.Data.Common;
using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>Which documents may be shown under a limit. The marking of the reading that counts now holds for every earlier reading of the same document too, so that one that was marked
/// more strictly later is not shown as it was before; one of which none counts now is shown without a limit alone.</summary>
/// <param name="store">The record.</param>
/// <param name="limit">Strictest marking that may be shown.</param>
/// <param name="unmarked">What unmarked documents count as; AMBER where it is <see cref="Marking.Unmarked"/>.</param>
internal sealed class StandingMarkings(RecordStore store, Marking limit, Marking unmarked)
{
    /// <summary>The tables of every version <c>v</c>.</summary>
    internal const string Versions = "version v";

    /// <summary>The tables of every version <c>v</c> that counted at some time <c>c</c>. The document is named although it follows from the event: by it a database finds <c>c</c> from few <c>v</c>.</summary>
    internal const string Standing = "standing c JOIN version v ON v.event = c.event AND v.document = c.document";

    /// <summary>Column of how strict the marking is that a document bears now; <see cref="Joins"/> give it.</summary>
    internal const string Present = "q.marking";

    /// <summary>Joins to what counts now for the document of a version <c>v</c>.</summary>
    internal const string Joins = "LEFT JOIN standing p ON p.document = v.document AND p.until = '~' LEFT JOIN version q ON q.event = p.event";

    private readonly int _amber = Marking.Amber.Rank();

    /// <summary>Versions with what is asked of each, how strict the marking is that its document bears now (null where none of its readings counts now), and whether it may be shown.</summary>
    /// <param name="columns">What is asked.</param>
    /// <param name="tables"><see cref="Versions"/> or <see cref="Standing"/>, and what is joined to them.</param>
    /// <param name="where">Which of them, and their order; empty for all.</param>
    /// <param name="read">Reads the columns.</param>
    /// <param name="bound">Parameters.</param>
    internal List<(T Value, long? Strictness, bool Shown)> Of<T>(string columns, string tables, string where, Func<DbDataReader, T> read, params (string, object)[] bound)
    {
        var count = columns.Count(letter => letter == ',') + 1;
        return store.Sql.All($"SELECT {columns}, {Present}, COALESCE(q.event, v.event) FROM {tables} {Joins} {where}", row => (Value: read(row), Strictness: Strictness(row, count), Event: row.GetString(count + 1)), bound)
            .ConvertAll(v => (v.Value, v.Strictness, Shows(v.Strictness, v.Event)));
    }

    /// <summary>Whether something so marked may be shown.</summary>
    /// <param name="strictness">Strictness of what counts now; null where nothing does.</param>
    /// <param name="happened">The event that counts now.</param>
    internal bool Shows(long? strictness, string happened) => strictness is null ? ShowsAll :
        (strictness == _amber && unmarked.Rank() != _amber && store.Unmarked.Has(happened) ? unmarked.Rank() : strictness) <= limit.Rank();

    /// <summary>Whether every document may be shown.</summary>
    internal bool ShowsAll => limit == Marking.Red;

    /// <summary>The events about documents that may be shown; null for all of them.</summary>
    internal HashSet<string>? Shown() => ShowsAll ? null : Of("v.event", Versions, "", row => row.GetString(0)).Where(v => v.Shown).Select(v => v.Value).ToHashSet(StringComparer.Ordinal);

    /// <summary>Whether what belongs to a text may be shown: where every document with the text may, and where the text is not here, as an unmarked document.</summary>
    internal Func<string?, bool> OfTexts()
    {
        var texts = Of("v.text", Versions, "", row => row.GetString(0)).GroupBy(v => v.Value, StringComparer.Ordinal).ToDictionary(v => v.Key, v => v.All(d => d.Shown), StringComparer.Ordinal);
        var untold = (unmarked == Marking.Unmarked ? Marking.Amber : unmarked).IsWithin(limit);
        return text => text is not null && texts.TryGetValue(text, out var shown) ? shown : untold;
    }

    /// <summary>The strictness that stands in a column; null where nothing counts now.</summary>
    internal static long? Strictness(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt64(column);
}
