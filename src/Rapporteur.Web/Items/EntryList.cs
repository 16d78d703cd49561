using System.Collections.Immutable;
using Rapporteur.Publishing;

namespace Rapporteur.Web;

/// <summary>A list of things of one kind.</summary>
/// <param name="Entries">One page of them.</param>
/// <param name="States">States that occur, for the choice of one, with how often.</param>
/// <param name="State">The state that was chosen; null for all.</param>
/// <param name="Words">Words that the name or an account has to hold; null for all.</param>
public sealed record EntryList(Paged<EntryItem> Entries, ImmutableArray<(string Code, string Shown, int Count)> States, string? State, string? Words)
{
    private const int Size = 25;

    /// <summary>The list that the address asks for.</summary>
    /// <param name="visit">The request.</param>
    /// <param name="kind">Kind of entries, such as <c>meetings</c>.</param>
    /// <param name="list">Lists all of them; asked once for a state of the record.</param>
    /// <param name="field">Name of the field that holds the state.</param>
    /// <param name="most">How many claims of each account are given.</param>
    public static EntryList Of(Visit visit, string kind, Func<RecordListing, IEnumerable<Entry>> list, string field, int most)
    {
        var view = visit.View;
        var all = view.Each("list " + kind, v => list(v.Listing).ToArray());
        var states = view.Each("states " + kind, v => v.Each("list " + kind, w => list(w.Listing).ToArray()).Select(e => StateOf(e, field)).Where(s => s.Code is not null).GroupBy(s => s.Code!, StringComparer.Ordinal)
            .Select(g => (g.Key, g.First().Shown ?? g.Key, g.Count())).OrderByDescending(s => s.Item3).ThenBy(s => s.Key, StringComparer.Ordinal).ToArray());
        var (state, words) = (visit.Query("state"), visit.Query("q"));
        IReadOnlyList<Entry> shown = state is null && words is null ? all : [.. all.Where(e => (state is null || StateOf(e, field).Code == state) && (words is null || Holds(e, words)))];
        return new(visit.Cut(shown, e => EntryItem.Of(e, view, most), Size), [.. states], state, words);
    }

    /// <summary>One thing with all its claims; throws <see cref="PageException"/> where it is not there.</summary>
    /// <param name="visit">The request; its path names the key.</param>
    /// <param name="kind">Kind of entries.</param>
    /// <param name="list">Lists all of them.</param>
    /// <param name="what">What it is called where it is not there.</param>
    public static EntryItem One(Visit visit, string kind, Func<RecordListing, IEnumerable<Entry>> list, string what)
    {
        var all = visit.View.Each("keys " + kind, v => list(v.Listing).DistinctBy(e => e.Key, StringComparer.Ordinal).ToDictionary(e => e.Key, StringComparer.Ordinal));
        return all.TryGetValue(visit.Route("key"), out var entry) ? EntryItem.Of(entry, visit.View, 500) : throw PageException.NotThere(what);
    }

    private static (string? Code, string? Shown) StateOf(Entry entry, string field)
    {
        foreach (var f in entry.Fields)
            if (f.Name == field) return (f.Values.IsDefaultOrEmpty ? null : f.Values[0], f.Shown);
        return (null, null);
    }

    private static bool Holds(Entry entry, string words) => entry.Name.Contains(words, StringComparison.OrdinalIgnoreCase) || entry.Parts.Any(p => p.Name.Contains(words, StringComparison.OrdinalIgnoreCase))
        || entry.Fields.Any(f => f.Shown?.Contains(words, StringComparison.OrdinalIgnoreCase) == true);
}
