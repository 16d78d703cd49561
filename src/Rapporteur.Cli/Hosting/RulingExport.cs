using Rapporteur.Domain;

namespace Rapporteur.Cli;

/// <summary>Which rulings go out with the readings of an export.</summary>
internal static class RulingExport
{
    /// <summary>The rulings that may go out, by time, then id. Those whose words are not here stay; where not every reading goes out, so do those on what does not.</summary>
    /// <param name="rulings">Rulings within the marking limit.</param>
    /// <param name="readings">The readings that go out.</param>
    /// <param name="whole">Whether every reading of the record goes out.</param>
    public static IEnumerable<Ruling> Of(IReadOnlyList<Ruling> rulings, IReadOnlyList<DocumentReading> readings, bool whole)
    {
        var kept = rulings.Where(r => !r.IsSilent);
        if (whole) return kept;
        var texts = readings.Select(r => r.Document.TextId).ToHashSet(StringComparer.Ordinal);
        var told = kept.Where(r => r.TextId is null || texts.Contains(r.TextId)).ToList();
        var known = readings.SelectMany(r => r.Claims.Select(c => c.Id).Append(r.Document.Id)).Concat(told.Where(r => r.TextId is not null && Verdict.SortOf(r.Verdict) == "claim").Select(r => r.Key)).ToHashSet(StringComparer.Ordinal);
        return told.Where(r => r.Key.Split(' ').All(part => part.IndexOf('@', StringComparison.Ordinal) is var at and >= 0 ? texts.Contains(part[(at + 1)..]) : r.TextId is null || known.Contains(part)));
    }
}
