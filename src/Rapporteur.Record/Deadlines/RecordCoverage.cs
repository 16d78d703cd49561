using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>Counts what was read in a time; copies and documents that were not read do not count.</summary>
internal sealed class RecordCoverage(IReadOnlyList<DocumentReading> counted)
{
    /// <summary>Documents published between both days, both included; one with an interval counts when it lies wholly inside.</summary>
    internal Coverage Between(DateOnly from, DateOnly to)
    {
        var read = counted.Where(r => r.Document.Published.Value is { Earliest: { } first, Latest: { } last } && first >= from && last <= to).ToList();
        return new(from, to, read.Count, read.Select(r => r.Document.Publisher).OfType<string>().Distinct(StringComparer.Ordinal).Count());
    }
}
