using System.Runtime.InteropServices;

namespace Rapporteur.Record;

/// <summary>A document of the index.</summary>
/// <param name="Document">Its key.</param>
/// <param name="Event">The event whose reading is meant.</param>
/// <param name="Since">Since when it counts.</param>
/// <param name="Published">First day on which it may have been published.</param>
/// <param name="Day">Day by which it is sorted.</param>
/// <param name="Marking">How strict its marking is.</param>
internal sealed record IndexedDocument(string Document, string Event, string Since, string Published, string Day, long Marking);

/// <summary>The first of many places, by day, document and place: those behind the last of them so far are counted and passed by.</summary>
/// <param name="most">How many are kept.</param>
internal sealed class FirstHits(int most)
{
    /// <summary>Stands for the text itself among the places of a document.</summary>
    internal const int WholeText = -1;

    private const int Room = 64;

    private readonly List<(IndexedDocument Document, int Place)> _best = [];
    private (IndexedDocument Document, int Place)? _last;

    /// <summary>How many texts there are.</summary>
    internal int Texts { get; private set; }

    /// <summary>How many claims there are.</summary>
    internal int Claims { get; private set; }

    internal void Add(IndexedDocument document, int place)
    {
        if (place == WholeText) Texts++;
        else Claims++;
        if (most <= 0 || (_last is { } last && Compare((document, place), last) >= 0)) return;
        _best.Add((document, place));
        if (_best.Count >= (2L * most) + Room) Cut();
    }

    /// <summary>The first of them in their order.</summary>
    internal List<(IndexedDocument Document, int Place)> Sorted()
    {
        Cut();
        return _best;
    }

    private void Cut()
    {
        _best.Sort(Compare);
        if (_best.Count < most) return;
        CollectionsMarshal.SetCount(_best, most);
        _last = most > 0 ? _best[^1] : null;
    }

    private static int Compare((IndexedDocument Document, int Place) x, (IndexedDocument Document, int Place) y)
    {
        if (ReferenceEquals(x.Document, y.Document)) return x.Place.CompareTo(y.Place);
        var order = string.CompareOrdinal(x.Document.Day, y.Document.Day);
        if (order == 0) order = string.CompareOrdinal(x.Document.Document, y.Document.Document);
        return order != 0 ? order : x.Place.CompareTo(y.Place);
    }
}
