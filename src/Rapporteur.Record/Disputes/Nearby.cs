using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>Things that claims say, by text and by day, so that those near to one are found without looking at all of them.</summary>
/// <typeparam name="T">What is said.</typeparam>
internal sealed class Nearby<T>
{
    private readonly List<T> _all;
    private readonly Func<T, SourceDocument> _document;
    private readonly ILookup<string, int> _byText;
    private readonly ImmutableArray<(int Day, int At)> _byDay;

    /// <param name="all">The things, in the order in which they are given again.</param>
    /// <param name="document">The document that says one.</param>
    internal Nearby(IEnumerable<T> all, Func<T, SourceDocument> document)
    {
        (_all, _document) = ([.. all], document);
        var places = Enumerable.Range(0, _all.Count);
        _byText = places.ToLookup(at => document(_all[at]).TextId, StringComparer.Ordinal);
        _byDay = [.. places.Where(at => Day(_all[at]) is not null).Select(at => (Day(_all[at])!.Value, at)).Order()];
    }

    /// <summary>Those in the text of a claim, and in texts whose days are known and not further apart (<see cref="Sayings.AreNear"/>), in their order.</summary>
    internal IEnumerable<T> To(RecordedClaim claim, int days) => Places(claim.Document, days).Select(at => _all[at]);

    /// <summary>Every two that are near to one another, in their order.</summary>
    internal IEnumerable<(T One, T Other)> Pairs(int days)
    {
        for (var i = 0; i < _all.Count; i++)
            foreach (var at in Places(_document(_all[i]), days))
                if (at > i) yield return (_all[i], _all[at]);
    }

    private int? Day(T one) => _document(one).Published.Anchor?.DayNumber;

    // Those of one text have one day.
    private IEnumerable<int> Places(SourceDocument document, int days)
    {
        if (document.Published.Anchor is not { DayNumber: var day }) return _byText[document.TextId];
        var from = _byDay.BinarySearch((day - days, -1));
        if (from < 0) from = ~from;
        var to = from;
        while (to < _byDay.Length && _byDay[to].Day <= day + days) to++;
        var places = new int[to - from];
        for (var i = 0; i < places.Length; i++) places[i] = _byDay[from + i].At;
        places.AsSpan().Sort();
        return places;
    }
}
