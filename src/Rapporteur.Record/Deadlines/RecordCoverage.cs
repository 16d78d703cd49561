using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>Counts what was read in a time; copies and documents that were not read do not count.</summary>
internal sealed class RecordCoverage
{
    private readonly (DateOnly First, DateOnly Last, int Publisher)[] _read;
    private readonly int _publishers;

    internal RecordCoverage(IEnumerable<DocumentReading> counted)
    {
        var publishers = new Dictionary<string, int>(StringComparer.Ordinal);
        _read = [.. counted.Where(r => r.Document.Published.Value is { Earliest: not null, Latest: not null }).Select(r => (r.Document.Published.Value!.Earliest!.Value, r.Document.Published.Value.Latest!.Value, Number(r.Document.Publisher)))];
        Array.Sort(_read);
        _publishers = publishers.Count;

        int Number(string? publisher)
        {
            if (publisher is null) return -1;
            if (!publishers.TryGetValue(publisher, out var number)) publishers.Add(publisher, number = publishers.Count);
            return number;
        }
    }

    /// <summary>Documents published between both days, both included; one with an interval counts when it lies wholly inside.</summary>
    internal Coverage Between(DateOnly from, DateOnly to)
    {
        var (low, high) = (0, _read.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_read[middle].First < from) low = middle + 1;
            else high = middle;
        }

        var (documents, publishers, seen) = (0, 0, new bool[_publishers]);
        for (var i = low; i < _read.Length && _read[i].First <= to; i++)
        {
            if (_read[i].Last > to) continue;
            documents++;
            if (_read[i].Publisher < 0 || seen[_read[i].Publisher]) continue;
            seen[_read[i].Publisher] = true;
            publishers++;
        }

        return new(from, to, documents, publishers);
    }
}
