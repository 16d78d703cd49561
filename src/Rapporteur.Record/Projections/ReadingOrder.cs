using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>Orders readings by the last day of publication (unknown ones last), then source, then id.</summary>
internal sealed class ReadingOrder : IComparer<DocumentReading>
{
    internal static ReadingOrder Instance { get; } = new();

    public int Compare(DocumentReading? x, DocumentReading? y)
    {
        if (x is null || y is null) return (x is null ? 0 : 1) - (y is null ? 0 : 1);
        var day = (x.Document.Published.Anchor ?? DateOnly.MaxValue).CompareTo(y.Document.Published.Anchor ?? DateOnly.MaxValue);
        if (day != 0) return day;
        var source = string.CompareOrdinal(x.Document.Source, y.Document.Source);
        return source != 0 ? source : string.CompareOrdinal(x.Document.Id, y.Document.Id);
    }
}
