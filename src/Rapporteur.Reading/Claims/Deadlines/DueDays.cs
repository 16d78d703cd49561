using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Works out the day on which a deadline runs out. A length of time ("gave them 72 hours", "in two weeks") is counted from the day on which it was set or said, where the sentence names that day,
/// else from the day of publication.</summary>
internal static class DueDays
{
    private const int MostSteps = 6;
    private const int HoursADay = 24;

    /// <summary>The day; null where none is named or it cannot be told from when to count.</summary>
    /// <param name="scene">The document.</param>
    /// <param name="setting">Word that sets the deadline.</param>
    /// <param name="time">The time that it names; null for none.</param>
    /// <param name="isLimit">Whether that time is by when to act; a length that is none says how long something takes.</param>
    public static Edtf? Of(ClaimScene scene, int setting, TimeExpression? time, bool isLimit)
    {
        if (time is null) return null;
        if (time.Date is { } date)
        {
            // A period runs out on its last day.
            var due = date.Value.Contains('/', StringComparison.Ordinal) && date.Latest is { } last ? Edtf.Day(last) : date;
            return IsCounted(time) && due.IsDay && Start(scene, setting, time) is { } told && scene.Document.Source.Published.Anchor is { } published && told.IsDay
                ? After(due, told.Earliest!.Value.DayNumber - published.DayNumber) : due;
        }

        if (!isLimit || time.Duration is not { IsZero: false } length || IsLongAgo(scene, setting)) return null;
        var from = Start(scene, setting, time) is { } start ? start.IsDay ? start.Earliest : null : scene.Document.Source.Published.Anchor;
        if (from is not { } day || Whole(length).From(day) is not { } end) return null;
        var ending = length is { Weeks: 0, Days: 0, Hours: 0 } && (length.Years > 0 || length.Months > 1) ? Edtf.Month(end.Year, end.Month) : Edtf.Day(end);
        return time.Value[^1] is '~' or '%' ? ending.Approximately() : ending;
    }

    // "In two weeks", "within ten days": worked out from the day of publication.
    private static bool IsCounted(TimeExpression time) => time.Rule.StartsWith("shift.", StringComparison.Ordinal) && time.Relation is "in" or "within";

    private static Edtf After(Edtf due, int days) => due.Earliest!.Value.DayNumber + days is > 0 and var at && at < DateOnly.MaxValue.DayNumber ? Edtf.Day(DateOnly.FromDayNumber(at)) : due;

    private static IsoDuration Whole(IsoDuration length) => length with { Days = length.Days + ((length.Hours + (length.Minutes > 0 ? 1 : 0) + HoursADay - 1) / HoursADay), Hours = 0, Minutes = 0, Seconds = 0 };

    // "Had given them ten days": before what else is told, nobody says when.
    private static bool IsLongAgo(ClaimScene scene, int setting)
    {
        foreach (var child in scene.Trees.ChildrenOf(setting))
            if (scene.Tokens[child] is { Relation: "aux", Lemma: "have", Xpos: "VBD" }) return true;
        return false;
    }

    // The time that dates the setting, or one of the verbs that tell of it, and is not after the publication; null where none does.
    private static Edtf? Start(ClaimScene scene, int setting, TimeExpression due)
    {
        if (scene.Document.Source.Published.Anchor is not { } published) return null;
        var sentence = scene.SentenceOf(setting);
        var span = new TextSpan(scene.Tokens[sentence.FirstToken].Span.Start, scene.Tokens[sentence.EndToken - 1].Span.End);
        for (var (at, steps) = (setting, 0); at >= 0 && steps < MostSteps; at = scene.Tokens[at].Head, steps++)
        {
            if (!scene.Trees.IsVerbal(at)) continue;
            foreach (var time in scene.TimesIn(span))
                if (time.Type is TimeType.Date or TimeType.Time && !time.Span.Overlaps(due.Span) && time.Relation is null or "on" or "in" && time.Date is { Latest: { } day } date && day <= published
                    && ClauseTimes.VerbAbove(scene, scene.TokenFrom(time.Span.Start)) == at) return date;
        }

        return null;
    }
}
