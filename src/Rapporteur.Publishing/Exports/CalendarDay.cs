using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>The one day on which a calendar shows a date that may be an interval.</summary>
/// <param name="Day">The first day that may be meant; the last where no first is known.</param>
/// <param name="Caution">Says so where the texts do not name this one day for sure; null where they do.</param>
internal sealed record CalendarDay(DateOnly Day, string? Caution)
{
    /// <summary>The day of a date; null where nothing of it is known.</summary>
    public static CalendarDay? Of(Edtf? date) => date switch
    {
        { IsDay: true, IsApproximate: false, Earliest: { } day } => new(day, null),
        { Earliest: { } first } => new(first, Words.Fill("export.from", ("date", DateWords.Of(date)))),
        { Latest: { } last } => new(last, Words.Fill("export.until", ("date", DateWords.Of(date)))),
        _ => null,
    };
}
