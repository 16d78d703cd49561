using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>Dates and grades that people gave to documents, and remarks on them.</summary>
internal static class DocumentRulings
{
    /// <summary>Why a date that a person gave is known, in <see cref="PublicationDate.Reason"/>.</summary>
    internal static string Reason(Ruling ruling) => $"ruled by {ruling.Author}";

    /// <summary>The readings with what was ruled on their documents, and the rulings as they stand.</summary>
    internal static List<DocumentReading> Apply(List<DocumentReading> readings, RulingBook book, List<AppliedRuling> report)
    {
        var dates = Effective(readings, book, "date", report);
        var grades = Effective(readings, book, "grade", report);
        return dates.Count + grades.Count == 0 ? readings : readings.ConvertAll(reading => reading with { Document = Ruled(reading.Document, dates, grades) });
    }

    private static SourceDocument Ruled(SourceDocument document, Dictionary<string, Ruling> dates, Dictionary<string, Ruling> grades)
    {
        if (dates.TryGetValue(Id(document), out var dated) && Edtf.Parse(Value(dated)) is { } day) document = document with { Published = new(day, DateBasis.Given, Reason(dated)) };
        if (grades.TryGetValue(Id(document), out var graded) && AdmiraltyGrade.Parse(Value(graded)) is { } grade) document = document with { Grade = grade };
        return document;
    }

    private static Dictionary<string, Ruling> Effective(List<DocumentReading> readings, RulingBook book, string sort, List<AppliedRuling> report)
    {
        var rulings = new Dictionary<string, Ruling>(StringComparer.Ordinal);
        foreach (var decision in book.All(sort))
        {
            var document = readings.Find(r => Id(r.Document) == decision.Key)?.Document;
            var fits = decision.Effective is { } ruling && (sort == "date" ? Edtf.Parse(Value(ruling)) is not null : AdmiraltyGrade.Parse(Value(ruling)) is not null);
            report.AddRange(decision.Applied(document is null || !fits ? RulingStanding.Absent : RulingStanding.Stands, document?.Source ?? decision.Key));
            if (document is not null && fits) rulings[decision.Key] = decision.Effective!;
        }

        return rulings;
    }

    internal static string Id(SourceDocument document) => document.Id.Length > 0 ? document.Id : document.Source;

    private static string? Value(Ruling ruling) => RulingPayload.Parse(ruling.Payload)?.Value;
}
