using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>Dates and grades that people gave to documents.</summary>
internal static class DocumentRulings
{
    /// <summary>The readings with what was ruled on their documents.</summary>
    internal static List<DocumentReading> Apply(List<DocumentReading> readings, RulingBook book)
    {
        var (dates, grades) = (Dates(book), Grades(book));
        return dates.Count + grades.Count == 0 ? readings : readings.ConvertAll(reading => reading with { Document = Ruled(reading.Document) });

        SourceDocument Ruled(SourceDocument document) => document with
        {
            Published = dates.GetValueOrDefault(DocumentKey.Of(document), document.Published),
            Grade = grades.TryGetValue(DocumentKey.Of(document), out var grade) ? grade : document.Grade,
        };
    }

    /// <summary>The dates that hold, by key of the document; their reason names who gave them.</summary>
    internal static Dictionary<string, PublicationDate> Dates(RulingBook book)
    {
        var dates = new Dictionary<string, PublicationDate>(StringComparer.Ordinal);
        foreach (var decision in book.All("date"))
            if (decision.Effective is { } ruling && Edtf.Parse(Value(ruling)) is { } day) dates[decision.Key] = new(day, DateBasis.Given, $"ruled by {ruling.Author}");
        return dates;
    }

    /// <summary>The rulings as they stand among the documents of a snapshot.</summary>
    internal static IEnumerable<AppliedRuling> Report(RulingBook book, RecordSnapshot snapshot)
    {
        var sources = snapshot.Documents.DistinctBy(d => DocumentKey.Of(d.Document), StringComparer.Ordinal).ToDictionary(d => DocumentKey.Of(d.Document), d => d.Document.Source, StringComparer.Ordinal);
        return Of("date", Dates(book).ContainsKey).Concat(Of("grade", Grades(book).ContainsKey));

        IEnumerable<AppliedRuling> Of(string sort, Func<string, bool> isReadable) => book.All(sort).SelectMany(decision =>
        {
            var there = sources.TryGetValue(decision.Key, out var source) && (decision.Effective is null || isReadable(decision.Key));
            return decision.Applied(there ? RulingStanding.Stands : RulingStanding.Absent, source ?? decision.Key);
        });
    }

    private static Dictionary<string, AdmiraltyGrade> Grades(RulingBook book)
    {
        var grades = new Dictionary<string, AdmiraltyGrade>(StringComparer.Ordinal);
        foreach (var decision in book.All("grade"))
            if (decision.Effective is { } ruling && AdmiraltyGrade.Parse(Value(ruling)) is { } grade) grades[decision.Key] = grade;
        return grades;
    }

    private static string? Value(Ruling ruling) => RulingPayload.Parse(ruling.Payload)?.Value;
}
